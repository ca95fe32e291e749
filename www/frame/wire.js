// The only door out of the frame. The page around it, and every script on it, is assumed to read each message,
// so what can be said is a closed list: nothing here can carry a question, an answer or a result.

/** @import { Channel, FromFrame, Heard, Step, ToFrame } from '../messages.js' */

/** @type {Step[]} */
const EVENTS = ['started', 'finished'];
/** @type {Channel[]} */
const CHANNELS = ['phone', 'text', 'email', 'link', 'map'];

let optedIn = false;

/** The provider has asked for events (`"events": true`). Without that none is sent. */
export const allowEvents = () => {
  optedIn = true;
};

// The parent is named by reference, not by address: a sealed document does not know the page's origin.
const send = (/** @type {FromFrame} */ message) => parent.postMessage({ pf: 1, ...message }, '*');

export const post = {
  ready: () => send({ type: 'ready' }),
  failed: (/** @type {string} */ why) => send({ type: 'failed', why }),
  stopped: () => send({ type: 'stopped' }),
  wrong: () => send({ type: 'wrong' }), // The configuration, before the first question.
  open: () => send({ type: 'open' }),
  close: () => send({ type: 'close' }),
  exit: () => send({ type: 'exit' }),
  // Where that leads, before the first question: an address that the configuration has.
  exitPage: (/** @type {string} */ address, /** @type {unknown} */ given) =>
    String(given).includes(address) && send({ type: 'exit-page', address }),
  language: (/** @type {string} */ lang) => send({ type: 'language', lang }),
  event: (/** @type {any} */ name) => optedIn && EVENTS.includes(name) && send({ type: 'event', name }),
  contact: (/** @type {any} */ channel) => optedIn && CHANNELS.includes(channel) && send({ type: 'contact', channel }),
};

/**
 * Calls `take` with each message of ours from the parent window, and from no other.
 * @param {(message: Heard<ToFrame>) => void} take
 */
export const listen = (take) => {
  addEventListener('message', (event) => {
    if (event.source === parent && event.data?.pf === 1) take(event.data);
  });
};
