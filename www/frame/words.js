// The catalog of a language comes packed (xtask/src/build/catalog.rs): the seeds of a hash, and the sentences, each at the
// place that the hash of its key gives. There is a place for every key that a screen may ask for, and for no other.

/** @import { Catalog } from './core.js' */

/**
 * The seeds and the sentences.
 * @param {string} text
 * @returns {Catalog}
 */
export const unpacked = (text) => text.split('^');

/**
 * @param {string} key
 * @param {number} seed
 */
const hash = (key, seed) => {
  for (let at = 0; at < key.length; at++) seed = Math.imul(seed ^ key.charCodeAt(at), 0x1000193);
  return (seed ^ (seed >>> 15)) >>> 0;
};

/**
 * The sentence of a key, in the wording for the audience of that number (src/content/audience.rs) where wordings differ. A key
 * may end in a number, `program.days@3`: then it is the form of the sentence that the language has for that number.
 * @param {Catalog} catalog
 * @param {string} key
 * @param {any} [voice] A number. A key without wordings needs none.
 * @param {string} [lang] The language of the catalog. A key without a number needs none.
 */
export const words = ([seeds, ...sentences], key, voice, lang) => {
  const [id, count] = key.split('@');
  // Either the one sentence, or of each form its name (`one`, `few`, `other`) and then the sentence.
  const forms = sentences[hash(id, seeds.charCodeAt(hash(id, 0) % seeds.length)) % sentences.length].split('@');
  const form = forms[1] && new Intl.PluralRules(lang).select(/** @type {any} */ (count));
  return forms[forms.indexOf(form) + 1].replace(/\[(.*)]/, (_, all) => {
    const ways = all.split('|');
    // Of two wordings the second is for whoever asks for somebody else; of three, the first is for adults and teens.
    return ways[[voice >> 1, voice && voice - 1, voice][ways.length - 2]];
  });
};
