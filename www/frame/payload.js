// What comes after the start screen, in the last script of the document: the glue of wasm-bindgen and the catalog of
// the language (PF_CORE), then the module (PF_WASM). None of it is needed before Start is pressed, so none of it
// stands in the way of the start screen.
//
// The module is a string, so that no request is needed, and its code is sorted (streams.js). One character is one byte, by its
// low eight bits, but for a few characters that stand for another byte: `pairs` has each of them with the one that it stands for.
// xtask/src/build/payload.rs writes it and says why.

import { joined } from './streams.js';
import { unpacked } from './words.js';

/** @import { Catalog, Glue } from './core.js' */

/** @type {{ glue: Glue, text: Catalog }} */
let core;
/** @type {(bytes: Uint8Array<ArrayBuffer>) => void} */
let deliver;
/** @type {(why: Error) => void} */
let refuse;
/** @type {Promise<Uint8Array<ArrayBuffer>>} */
const bytes = new Promise((yes, no) => {
  deliver = yes;
  refuse = no;
});
bytes.catch(() => {});

self.PF_CORE = (glue, text) => {
  core = { glue, text: unpacked(text) };
};

self.PF_WASM = (text, pairs, sizes, shapes) => {
  /** @type {number[]} */
  const means = [];
  for (let at = 0; at < pairs.length; at += 2) means[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
  const out = new Uint8Array(text.length);
  for (let at = 0; at < out.length; at++) {
    const code = text.charCodeAt(at);
    out[at] = means[code] ?? code;
  }
  deliver(joined(out, text, sizes, shapes));
};

// A document that ends without the module was cut off on its way.
addEventListener('DOMContentLoaded', () => refuse(new Error('The rest of the frame is missing.')));

/** @type {WebAssembly.Memory | undefined} The module's, as long as it runs. */
let memory;

/** Starts the module. Gives its glue, which is what wasm-bindgen would call the package, and the catalog. */
export const load = async () => {
  const module = await bytes;
  memory = await core.glue.start(module);
  return core;
};

/**
 * Overwrites all that the module has in memory: the answers, and the sentences that quote them. It cannot go on after
 * that. `load` starts another.
 */
export const erase = () => {
  if (!memory) return;
  new Uint8Array(memory.buffer).fill(0);
  memory.grow(0); // The glue keeps views of this memory, and lets go of those whose buffer has been taken away.
  memory = undefined;
};
