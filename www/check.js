// Names what is wrong in a configuration, in the console of whoever keeps it. The loader brings this file only where the text is
// no JSON or the frame has found something wrong: what visitors download knows that, and no words for it.

import { givenTwice, readSlips } from './slips.js';

const warn = (/** @type {string} */ words) => console.warn('program-finder:', words);

/**
 * Tells each problem of a configuration on a page of this host; `text` is what it was read from. `problems` is what
 * src/api/check.rs exports.
 * @param {(config: object, today: number, host: string) => string} problems
 * @param {object} config
 */
export const tell = (problems, config, host = '', text = '') => {
  const now = new Date();
  const today = now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
  for (const words of [...givenTwice(text), ...problems(config, today, host).split('\n')]) if (words) warn(words);
};

// As in the loader.
const MOST_CONFIG = 2 ** 18;
const MOST_PIXELS = 4096;

/** Why a file cannot be fetched, as far as a page can know. */
const unfetched = (/** @type {string} */ url) => {
  if (!/^https?:/.test(url)) return 'Browsers fetch no such address. Open the page over http or https, and put the file on its server.';
  if (location.protocol === 'https:' && url.startsWith('http:'))
    return 'A page with https fetches nothing without it. Let the address begin with https.';
  if (new URL(url).origin !== location.origin) {
    return `It is on another site than the page (${location.origin}). Put it on the same one, or let its server send Access-Control-Allow-Origin. Check connect-src of the page's policy, too.`;
  }
  return "Check the address, and connect-src of the page's policy.";
};

/** Why a frame does not start, as far as a page can know. `frames` are the addresses of its two forms. */
const unstarted = (/** @type {string} */ frames) => {
  const folder = new URL('.', frames.split(' ').pop());
  return (
    `Neither of ${frames} started. Check that both are on the server; if they are in another folder, write its address on ` +
    '<program-finder>: base="/program-finder/". For the first, the server may not send X-Frame-Options: DENY or a ' +
    "Content-Security-Policy of its own, nor rewrite its style or scripts to make them smaller. For the second, the page's policy has to allow " +
    `"script-src ${folder} 'wasm-unsafe-eval'", and "trusted-types program-finder" if it restricts those; where the page sends ` +
    'Cross-Origin-Embedder-Policy, the server sends it with "Cross-Origin-Resource-Policy: cross-origin".'
  );
};

/**
 * The message for what the loader has found wrong.
 * @param {string} what
 * @param {string} wrong
 * @param {string | number} more
 */
export const words = (what, wrong, more) => {
  /** @type {Record<string, () => string>} */
  const messages = {
    'did not start:': () => unstarted(what),
    "can't be fetched:": () => `${what} ${wrong} ${more}. ${unfetched(what)}`,
    'was answered with status': () => `${what} ${wrong} ${more}. Put the file there, or correct the config attribute.`,
    'is too long:': () =>
      `${what} ${wrong} ${more} letters of JSON, and it may have ${MOST_CONFIG}. Shorten its texts, or leave out programs.`,
    "can't be shown": () =>
      `${what} ${wrong}. Put a picture there of ${MOST_PIXELS} pixels a side at most, and allow it in img-src of the page's policy.`,
  };
  return messages[wrong]?.() ?? `${what} ${wrong} ${more}.`;
};

/**
 * The configuration that a text means which is not quite JSON, told where; or an error that says where it cannot be read.
 * @param {string} text
 * @param {string} what
 */
export const read = (text, what) => {
  const { config, slips } = readSlips(text, what);
  warn(slips);
  return config;
};
