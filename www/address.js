// Where the loader's script came from. The frame's files are beside it.

// Optimizers delay and move scripts. Then none is "current", and the address has to be searched for.
export const script = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src
  ? /** @type {HTMLScriptElement} */ (document.currentScript)
  : [...document.scripts].find((one) => /\/program-finder(\.min)?\.js(\?|#|$)/.test(one.src));
const ADDRESS = new URL(script?.src || '.', document.baseURI);
export const BASE = new URL('.', ADDRESS).href;
/** The address of a file of the same build. A version in the loader's own goes for all of them. */
export const at = (/** @type {string} */ file) => BASE + file + ADDRESS.search;
