// Gets the configuration of a finder. It checks nothing but that there is one: what it holds, the Rust core reads.

/** @import { Read } from './messages.js' */

/**
 * What is wrong, in the words of the file `check`, which is fetched where something is; in a few words where it is not there.
 * @param {string} check
 * @param {string} what
 * @param {string} wrong
 * @param {string | number} more
 * @returns {Promise<string>}
 */
export const wordsFor = async (check, what, wrong, more) => {
  const { words } = await import(/* webpackIgnore: true */ /* @vite-ignore */ check).catch(() => ({}));
  return words ? words(what, wrong, more) : `${what} ${wrong} ${more}.`;
};

/**
 * Throws that.
 * @param {Parameters<typeof wordsFor>} wrong
 * @returns {Promise<never>}
 */
export const blame = async (...wrong) => {
  throw new Error(await wordsFor(...wrong));
};

/**
 * JSON as an object. What is none may be meant as one: the file `check` reads that, and says where it is not.
 * @param {string} check
 * @param {string} text
 * @param {string} what
 * @returns {Promise<Read>}
 */
const parse = async (check, text, what) => {
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
  const { read } = await import(/* webpackIgnore: true */ /* @vite-ignore */ check).catch(() =>
    blame(check, what, 'is no JSON object', ''),
  );
  return [read(text, what)];
};

/**
 * The configuration: of the file that the attribute names, of a script of JSON inside the element, or of none.
 * @param {HTMLElement} element
 * @param {string} check
 * @param {AbortSignal} signal
 * @returns {Promise<Read>}
 */
export const configOf = async (element, check, signal) => {
  const name = element.getAttribute('config');
  if (name) {
    const url = new URL(name, document.baseURI).href;
    const answer = await fetch(url, { signal, cache: 'no-cache' }).catch((error) => {
      if (signal.aborted) throw error;
      return blame(check, url, "can't be fetched:", /^http/.test(url) ? error.message : 'no http');
    });
    return answer.ok ? parse(check, await answer.text(), url) : blame(check, url, 'was answered with status', answer.status);
  }
  // The parser may not have come to what stands inside.
  if (document.readyState === 'loading') await new Promise((/** @type {any} */ go) => document.addEventListener('DOMContentLoaded', go));
  const inside = element.querySelector('script[type="application/json"]');
  return inside ? parse(check, inside.textContent, 'The script inside <program-finder>') : [{}];
};
