// The name that was likely meant: the same rule as the reader's (src/provider/problem.rs).

/** How many letters have to be put in, taken out or changed to make one name of the other. */
const distance = (/** @type {string} */ a, /** @type {string} */ b) => {
  const row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 0; i < a.length; i++) {
    let corner = i;
    row[0] = i + 1;
    for (let j = 1; j <= b.length; j++) {
      const here = Math.min(corner + Number(a[i] !== b[j - 1]), row[j] + 1, row[j - 1] + 1);
      corner = row[j];
      row[j] = here;
    }
  }
  return row[b.length];
};

/**
 * At most two letters wrong, and fewer in short names.
 * @param {string} name
 * @param {string[]} known
 */
export const nearest = (name, known) => {
  let best;
  let least = 3;
  for (const other of known) {
    const wrong = name.length < 60 ? distance(name, other) : least;
    if (wrong < least && wrong * 3 <= other.length) [best, least] = [other, wrong];
  }
  return best;
};
