// Registers <program-finder>. On a server, where there are no elements, it does nothing.

/** @param {string | URL} address */
export const setBase = (address) => {
  globalThis.programFinderBase = String(address);
};

// Beside this module, where a browser loads it as it is. A bundler moves it and does not take the files along: there `setBase`, the
// attribute `base` or the Vite plugin says where they are.
const BESIDE = import.meta.resolve?.('./files/');

// A moment later, so that whoever imports this may say first where the files are.
if (globalThis.customElements) {
  Promise.resolve().then(() => {
    globalThis.programFinderBase ??= BESIDE;
    return import('./files/program-finder.js');
  });
}
