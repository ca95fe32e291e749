// Which catalogs the frame takes. Any script of the page can post one here, and whoever chooses the words also chooses how
// long it takes to lay each screen out, which is a clock. So the build tells the frame the size and the SHA-256 of each
// catalog there is, and a text of another size is refused before anything is done with it.
//
// The browser works a hash out at once, but only on a page with https. On others it is done here.

import { unpacked } from './words.js';

/** The first 32 bits behind the point: what SHA-256 takes its constants from. */
const fraction = (number) => ((number % 1) * 2 ** 32) | 0;

const [START, ROUNDS] = [[], []];
for (let number = 2; ROUNDS.length < 64; number++) {
  let divisor = 2;
  while (number % divisor) divisor++;
  if (divisor < number) continue; // Primes alone.
  START.push(fraction(number ** (1 / 2)));
  ROUNDS.push(fraction(number ** (1 / 3)));
}

const turn = (word, bits) => (word >>> bits) | (word << (32 - bits));

/** The SHA-256 of these bytes. */
const byHand = (bytes) => {
  // A bit and the length end the last block of 64 bytes.
  const size = ((bytes.length + 72) >> 6) << 6;
  const blocks = new DataView(new ArrayBuffer(size));
  new Uint8Array(blocks.buffer).set(bytes);
  blocks.setUint8(bytes.length, 128);
  blocks.setUint32(size - 4, bytes.length * 8);
  const hash = Int32Array.from(START.slice(0, 8));
  const words = new Int32Array(64);
  for (let at = 0; at < size; at += 64) {
    let [a, b, c, d, e, f, g, h] = hash;
    for (let round = 0; round < 64; round++) {
      const early = words[round - 15];
      const late = words[round - 2];
      words[round] =
        round < 16
          ? blocks.getInt32(at + round * 4)
          : words[round - 16] + (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) +
            words[round - 7] + (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10));
      const one = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[round] + words[round];
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      const two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, place) => (hash[place] += word));
  }
  hash.forEach((word, place) => blocks.setInt32(place * 4, word));
  return blocks.buffer.slice(0, 32);
};

/** The SHA-256 of a text, in base64. */
export const sha256 = async (text) => {
  const bytes = new TextEncoder().encode(text);
  const hash = await (crypto.subtle ? crypto.subtle.digest('SHA-256', bytes) : byHand(bytes));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
};

/** The catalog that this text is, if it is the one that the build has for that language. `known` is what the build said. */
export const catalogOf = async (known, lang, text) => {
  const [size, hash] = (typeof lang === 'string' && Object.hasOwn(known, lang) && known[lang]) || [];
  if (typeof text === 'string' && text.length === size && (await sha256(text)) === hash) return unpacked(JSON.parse(text));
};
