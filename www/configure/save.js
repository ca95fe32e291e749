// Hands a file to the browser to keep.

import { element } from './element.js';

/** Milliseconds for which the file can be fetched. */
const KEPT = 60_000;

export const save = (/** @type {string} */ name, /** @type {BlobPart} */ bytes, /** @type {string} */ type) => {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = element('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT);
};
