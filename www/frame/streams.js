// The module's code travels sorted: all instructions, then what follows each kind of them, which compresses by some
// 4.4 kB better than one function after the other. Here it is put together again (xtask/src/build/streams.rs).

const [OPS, CALLED, OFFSET, LOCALS, REST] = [1, 5, 6, 10, 11]; // The streams that are named here. Shapes name the others.

/**
 * The module. `shapes` has, for each instruction, the stream that its number comes from. `text` is what `bytes` were.
 * @param {Uint8Array} bytes
 * @param {string} text
 * @param {number[]} sizes
 * @param {string} shapes
 */
export const joined = (bytes, text, sizes, shapes) => {
  let end = 0;
  const at = sizes.map((size) => (end += size) - size);
  const operations = at[OPS] + sizes[OPS];
  /** @type {number[]} */
  let out;
  const copy = (/** @type {number} */ from) => {
    const byte = bytes[at[from]++];
    out.push(byte);
    return byte;
  };
  // Seven bits to a byte, the lowest first; the last of them is below 128.
  /** @type {(from: number) => number} */
  const number = (from) => {
    const byte = copy(from);
    return byte < 128 ? byte : (byte & 127) | (number(from) << 7);
  };
  /** @type {(value: number) => number[]} */
  const written = (value) => (value < 128 ? [value] : [(value & 127) | 128, ...written(value >> 7)]);
  // Numbers of functions and of places in memory are characters (xtask/src/build/payload.rs).
  /** @type {(from: number) => number} */
  const character = (from) => {
    const value = text.charCodeAt(at[from]++) - 35;
    return value < 0xc000 ? value : (value & 0xfff) | (character(from) << 12);
  };
  /** @type {(count: number, from: number) => void} */
  const numbers = (count, from) => {
    while (count-- > 0) number(from);
  };
  /** @type {number[][]} */
  const functions = [];
  while (at[OPS] < operations) {
    out = [];
    numbers(2 * number(LOCALS), LOCALS);
    for (let depth = 1; depth; ) {
      const op = bytes[at[OPS]++];
      out.push(op === 39 ? 65 : op); // A constant of many bytes has a number of its own, and a stream.
      if (op > 1 && op < 5) depth++;
      if (op === 11) depth--;
      const shape = shapes.charCodeAt(op);
      if (shape > 96) number(shape - 97);
      else if (shape > 64) out.push(0, ...written(character(OFFSET))); // Of alignment nothing is said.
      if (op === 16) out.push(...written(character(CALLED)));
      if (op === 17) number(REST);
      if (op === 14) numbers(number(REST) + 1, REST);
      if (op === 28) numbers(number(REST), REST);
      if (op === 67 || op === 68) for (let count = op === 67 ? 4 : 8; count--; ) copy(REST);
      if (op === 252) {
        const more = number(REST);
        if (more > 7) numbers(more % 2 || more > 15 ? 1 : 2, REST);
      }
    }
    functions.push(written(out.length), out);
  }
  const code = [written(functions.length / 2), ...functions].flat();
  return Uint8Array.from([...bytes.subarray(0, sizes[0]), ...written(code.length), ...code, ...bytes.subarray(at.at(-1))]);
};
