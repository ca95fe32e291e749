// Gets the configuration of a finder. It checks nothing but that there is one: what it holds, the Rust core reads.

import { at } from './address.js';

/** @import { Read } from './messages.js' */

/**
 * Throws what is wrong, in the words of a file that is fetched where something is.
 * @param {string} what
 * @param {string} wrong
 * @param {string | number} more
 * @returns {Promise<never>}
 */
export const blame = async (what, wrong, more) => {
  const { words } = await import(at('check.js')).catch(() => ({}));
  throw new Error(words ? words(what, wrong, more) : `${what} ${wrong} ${more}.`);
};

/**
 * JSON as an object. What is none may be meant as one: another file reads that, and says where it is not.
 * @param {string} text
 * @param {string} what
 * @returns {Promise<Read>}
 */
const parse = async (text, what) => {
  let config;
  let fields = -1; // The object itself is no field.
  try {
    config = JSON.parse(text, function (_, value) {
      fields += /** @type {any} */ (!Array.isArray(this));
      return value;
    });
  } catch {}
  // A field given twice is lost here, but for its name and colon.
  if (config && typeof config === 'object' && !Array.isArray(config))
    return [config, text, /** @type {any} */ (text.match(/[^\\]"\s*:/g)?.length) > fields];
  const { read } = await import(at('check.js')).catch(() => blame(what, 'is no JSON object', ''));
  return [read(text, what)];
};

/**
 * The configuration: of the file that the attribute names, of a script of JSON inside the element, or of none.
 * @param {HTMLElement} element
 * @param {AbortSignal} signal
 * @returns {Promise<Read>}
 */
export const configOf = async (element, signal) => {
  const name = element.getAttribute('config');
  if (name) {
    const url = new URL(name, document.baseURI).href;
    const answer = await fetch(url, { signal, cache: 'no-cache' }).catch((error) => {
      if (signal.aborted) throw error;
      return blame(url, "can't be fetched:", error.message);
    });
    return answer.ok ? parse(await answer.text(), url) : blame(url, 'was answered with status', answer.status);
  }
  // The parser may not have come to what stands inside.
  if (document.readyState === 'loading') await new Promise((/** @type {any} */ go) => document.addEventListener('DOMContentLoaded', go));
  const inside = element.querySelector('script[type="application/json"]');
  return inside ? parse(inside.textContent, 'The script inside <program-finder>') : [{}];
};
