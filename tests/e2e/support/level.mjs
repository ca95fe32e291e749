// How much of the browser tests is run: PROGRAM_FINDER_LEVEL is quick, ordinary or full, as `cargo xtask test` sets it.
// Where nothing is set it is ordinary. In an ordinary run every promise has a test in each engine where it could be
// broken; a full run has also what repeats one check in every place, look and window, and for every case of a matrix.

import { basename } from 'node:path';
import test from 'node:test';

const LEVELS = ['quick', 'ordinary', 'full'];
const LEVEL = process.env.PROGRAM_FINDER_LEVEL || 'ordinary';
if (!LEVELS.includes(LEVEL)) throw new Error(`PROGRAM_FINDER_LEVEL is "${LEVEL}". There are: ${LEVELS.join(', ')}.`);

/** Whether this is a full run. */
export const FULL = LEVEL === 'full';

/** Whether this is a look between two edits. */
export const QUICK = LEVEL === 'quick';

/** What is left out, by file. */
const LEFT = new Map();
let file = process.argv[1];

/** Says which file the tests are of that are defined from now on. */
export const nowIn = (path) => {
  file = path;
};
export const fileNow = () => file;

const of = () => {
  const name = basename(file, '.test.mjs');
  if (!LEFT.has(name)) LEFT.set(name, { tests: 0, words: new Set() });
  return LEFT.get(name);
};

/** Notes once for a file what a run that is not full leaves out of its tests. */
export const leftOut = (what) => {
  if (!FULL) of().words.add(what);
};

/**
 * A test that is run in every run if `always`, and else in a full one alone, which others name and count.
 * @param {unknown} always
 * @returns {(name: string, run: (t: import('node:test').TestContext) => void | Promise<void>) => unknown}
 */
export const testIf = (always) => (name, run) => {
  if (FULL || always) return test(name, run);
  of().tests += 1;
  return test(name, { skip: 'in a full run' }, run);
};

// `cargo xtask test` repeats these lines at its end.
process.on('exit', () => {
  for (const [name, { tests, words }] of [...LEFT].sort()) {
    const counted = tests ? [`${tests} ${tests === 1 ? 'test' : 'tests'}`] : [];
    console.log(`left out of ${name}: ${[...counted, ...words].join('; ')}`);
  }
});
