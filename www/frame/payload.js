// The wasm module comes as a string in the last script of the document, so that no request is needed and the
// start screen is there before it. One character is one byte, by its low eight bits, but for a few characters that
// stand for another byte: `pairs` has each of them with the one that it stands for. xtask/src/build/payload.rs
// writes it and says why.

let deliver, refuse;
const bytes = new Promise((yes, no) => {
  deliver = yes;
  refuse = no;
});
bytes.catch(() => {});

self.PF_WASM = (text, pairs) => {
  const means = [];
  for (let at = 0; at < pairs.length; at += 2) means[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
  const out = new Uint8Array(text.length);
  for (let at = 0; at < out.length; at++) {
    const code = text.charCodeAt(at);
    out[at] = means[code] ?? code;
  }
  deliver(out);
};

// A document that ends without the module was cut off on its way.
addEventListener('DOMContentLoaded', () => refuse(new Error('The rest of the frame did not arrive.')));

/** Starts the module with its glue, and gives the glue back: it is what wasm-bindgen would call the package. */
export const load = async (glue) => {
  const { instance } = await WebAssembly.instantiate(await bytes, { './program_finder_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return glue;
};
