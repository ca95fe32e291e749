// What the tests have measured, for the documentation: data in target/seal.json, or a sentence in target/figures.

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TARGET } from './site.mjs';

const FOLDER = TARGET;

/** Puts `value` where `names` lead to, beside what is there from before. */
export const record = (names, value) => {
  const path = join(FOLDER, 'seal.json');
  let all = {};
  try {
    all = JSON.parse(readFileSync(path, 'utf8'));
  } catch {} // The first to be written.
  let place = all;
  for (const name of names.slice(0, -1)) place = place[name] ??= {};
  place[names.at(-1)] = value;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(all, null, 2)}\n`);
  renameSync(`${path}.new`, path);
};

/** Writes down a sentence that `cargo xtask figures` puts where a document names it. */
export const figure = (name, words) => {
  mkdirSync(join(FOLDER, 'figures'), { recursive: true });
  writeFileSync(join(FOLDER, 'figures', `${name}.md`), `${words}\n`);
};
