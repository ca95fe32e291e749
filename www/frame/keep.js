// Print, save and copy, of the summary that the core has painted. What the browser forbids to a sealed frame it forbids
// without a word, so the core says in each case what to do then.

const STYLE =
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:17px/1.5 system-ui,sans-serif}.first-call{padding:0 1rem 1rem;border:2px solid}.first-call h3{margin:.5rem 0}dt{font-weight:700}a+a,span+span,.program li{margin-left:1rem}';

/** @type {Record<string, (sheet: HTMLElement, lang: string) => boolean>} */
const ways = {
  print() {
    print();
    return true;
  },
  // A file of its own, under a name that tells nothing.
  save(sheet, lang) {
    const title = /** @type {Element} */ (sheet.firstElementChild).textContent;
    const page = document.implementation.createHTMLDocument(title);
    /** @type {(tag: string, more: object) => void} */
    const add = (tag, more) => page.head.append(Object.assign(page.createElement(tag), more));
    add('meta', { name: 'viewport', content: 'width=device-width' });
    add('style', { textContent: STYLE });
    page.documentElement.lang = lang;
    page.body.append(page.importNode(sheet, true));
    const html = new Blob(['\ufeff', new XMLSerializer().serializeToString(page)], { type: 'text/html' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(html);
    link.download = `${title.toLowerCase()}.html`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    return true;
  },
  // Only what is on screen can be copied, so it is, for as long as that takes.
  copy(sheet) {
    sheet.classList.add('copying');
    const selection = /** @type {Selection} */ (getSelection());
    selection.selectAllChildren(sheet);
    const done = document.execCommand('copy');
    selection.removeAllRanges();
    sheet.classList.remove('copying');
    return done;
  },
};

/**
 * Keeps the summary in this way. False where the browser said that it would not.
 * @param {string} way
 * @param {HTMLElement} sheet
 * @param {string} lang
 */
export const keep = (way, sheet, lang) => {
  /** @type {HTMLElement} */ (sheet.querySelector('time')).textContent = new Date().toLocaleDateString(lang);
  return ways[way](sheet, lang);
};
