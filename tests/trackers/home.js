// What every tool's page script shares: where to send to, and how the test asks the tool whether it is awake.

/** The address that this tool sends to. */
export const at = (tool) => `${self.COLLECTOR}/${tool}`;

/**
 * Makes a tool known to the test. `say(word)` reports a word by the tool's own interface, where it has one; `flush()`
 * sends what waits.
 * @param {string} tool
 * @param {{ say?: (word: string) => unknown, flush?: () => unknown }} [ways]
 */
export const join = (tool, { say = () => {}, flush = () => {} } = {}) => {
  self.trackers[tool] = { say, flush };
};

/** Sends for tools that leave that to others. `last` is for the end of a page: browsers let little be sent then. */
export const post = (tool, path, body, last = false) => fetch(at(tool) + path, { method: 'POST', body, keepalive: last }).catch(() => {});
