// Where the finder's files are: in the folder that the page names, or beside the loader's script.

// Optimizers delay, move and combine scripts. Then none is "current", and it has to be searched for by its name; and where that
// is gone too, the page has to say. On a server there is no document.
const { currentScript: current, scripts = [] } = /** @type {Partial<Document>} */ (globalThis.document || {});
export const script = /** @type {HTMLScriptElement | undefined} */ (
  /** @type {any} */ (current)?.src ? current : [...scripts].find((one) => /\/program-finder(\.[\d.]+)?(\.min)?\.js(\?|#|$)/.test(one.src))
);
/** The address of the folder for an element; none where nobody can tell. Who names it may leave out the last slash. */
export const folderOf = (/** @type {HTMLElement} */ element) => {
  const named = element.getAttribute('base') || globalThis.programFinderBase;
  if (named) return new URL(named.replace(/\/?$/, '/'), document.baseURI).href;
  return script && new URL('.', script.src).href;
};
