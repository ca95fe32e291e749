// Everything that a visitor sees stands in one closed shadow root of this document. Where the browser runs the frame in
// the process of the page around it, some of its interfaces hand the page live elements of this document (Event Timing
// in Chromium, for what was pressed). What they hand over is then the bare body: it has no text, one size for every
// screen, and no way in.

import './seal.js';

export const root = document.body.attachShadow({ mode: 'closed' });

/** Puts style and markup there. Gives the element that holds, and scrolls, everything; nothing where there is no style. */
export const build = () => {
  // The stub form brings its style as a sheet, the file form as an element that the policy knows by its hash.
  root.adoptedStyleSheets = document.adoptedStyleSheets;
  for (const style of document.querySelectorAll('style')) root.append(style.cloneNode(true));
  root.append(/** @type {HTMLTemplateElement} */ (document.querySelector('template')).content);
  // A server that rewrites pages makes the style another than the policy names, and it does not apply.
  if (!(root.styleSheets[0] ?? root.adoptedStyleSheets[0])?.cssRules.length) return;
  return /** @type {HTMLElement} */ (root.querySelector('.page'));
};
