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

const MOST_CONFIG = 2 ** 18; // As in the loader.

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

/**
 * The message for what the loader has found wrong, before anything was read.
 * @param {string} what
 * @param {string} wrong
 * @param {string | number} more
 */
export const words = (what, wrong, more) => {
  /** @type {Record<string, () => string>} */
  const remedies = {
    "can't be fetched:": () => unfetched(what),
    'was answered with status': () => 'Put the file there, or correct the config attribute.',
    'is too long:': () => `letters of JSON, and it may have ${MOST_CONFIG}. Shorten its texts, or leave out programs.`,
  };
  const remedy = remedies[wrong]?.() ?? '';
  return `${what} ${wrong} ${more}${wrong.startsWith('is') ? '' : '.'} ${remedy}`;
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
