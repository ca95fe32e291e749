// The catalog of a language comes packed (xtask/src/build/catalog.rs): keys are a tree of their parts, the sentence of
// a key that others begin with stands under the empty name, and the wordings for the four audiences are a list.

const VOICES = ['self', 'teen', 'child', 'other'];

/** The sentence of a key, or undefined. */
export const words = (catalog, key) => {
  const part = (group, name) => (Array.isArray(group) ? group[VOICES.indexOf(name)] : group?.[name]);
  const found = key.split('.').reduce(part, catalog);
  const sentence = found?.[''] ?? found;
  return typeof sentence === 'string' ? sentence : undefined;
};
