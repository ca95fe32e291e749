// How much of the browser tests is run: PROGRAM_FINDER_LEVEL is quick, ordinary or full, as `cargo xtask test` sets it.
// Where nothing is set it is ordinary. A full run has every recorder in every place, every look in every width and both
// process modes of Chromium everywhere.

const LEVELS = ['quick', 'ordinary', 'full'];
const LEVEL = process.env.PROGRAM_FINDER_LEVEL || 'ordinary';
if (!LEVELS.includes(LEVEL)) throw new Error(`PROGRAM_FINDER_LEVEL is "${LEVEL}". There are: ${LEVELS.join(', ')}.`);

/** Whether this is a full run. */
export const FULL = LEVEL === 'full';

/** Says once for a file what a run that is not full leaves out of it. */
export const leftOut = (what) => {
  if (!FULL) console.log(`left out of this ${LEVEL} run (PROGRAM_FINDER_LEVEL=full has it): ${what}`);
};
