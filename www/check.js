// Names what is wrong in a configuration, in the console of whoever keeps it. The loader brings this file only where the frame
// has found something wrong: what visitors download knows that, and no words for it.

/**
 * Tells each problem of the configuration. `problems` is what src/api/check.rs exports.
 * @param {(config: object, today: number) => string} problems
 * @param {object} config
 */
export const tell = (problems, config) => {
  const now = new Date();
  const today = now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
  for (const words of problems(config, today).split('\n')) console.warn('program-finder:', words);
};
