// Which catalogs the frame takes. Any script of the page can post one here, and whoever chooses the words also chooses how
// long it takes to lay each screen out, which is a clock. So the build tells the frame the size and the SHA-256 of each
// catalog there is, and a text of another size is refused before anything is done with it.
//
// The browser hashes on a page with https alone, or on this very machine. On others the frame offers no other language: to
// write SHA-256 out once more here was a third of a kilobyte for every visitor.

import { unpacked } from './words.js';

/** @import { Known } from './core.js' */

/** Whether the browser can tell a catalog of this build from others. */
export const canCheck = () => Boolean(crypto.subtle);

/**
 * The SHA-256 of a text, in base64.
 * @param {string} text
 */
export const sha256 = async (text) => {
  const bytes = new TextEncoder().encode(text);
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
};

/**
 * The catalog that this text is, if it is the one that the build has for that language. `known` is what the build said.
 * @param {Known} known
 * @param {unknown} lang
 * @param {unknown} text
 */
export const catalogOf = async (known, lang, text) => {
  const [size, hash] = (typeof lang === 'string' && Object.hasOwn(known, lang) && known[lang]) || [];
  if (typeof text === 'string' && text.length === size && (await sha256(text)) === hash) return unpacked(JSON.parse(text));
};
