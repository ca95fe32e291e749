// The catalog of a language comes packed (xtask/src/build/catalog.rs): keys are a tree of their parts, the sentence of
// a key that others begin with stands under the empty name, and the wordings for the four audiences are a list.

/** The sentence of a key, or undefined; of a list, the one for the audience of that number (src/content/voice.rs). */
export const words = (catalog, key, voice) => {
  const found = key.split('.').reduce((group, name) => group?.[name], catalog);
  const sentence = Array.isArray(found) ? found[voice] : (found?.[''] ?? found);
  return typeof sentence === 'string' ? sentence : undefined;
};
