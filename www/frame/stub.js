// The stub form's half of the start: there this script is alone in an empty document, so it brings style and
// markup along and puts them up here. In the file form both stand in the document already.

import './seal.js';

/**
 * @param {string} style
 * @param {string} markup
 */
export const show = (style, markup) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];

  // This document has inherited the policy of the page around it. Where that asks for Trusted Types, parsing
  // wants the policy that the page allows by name; the markup is a constant of this very file.
  const parse = (/** @type {string} */ html) => new DOMParser().parseFromString(html, 'text/html');
  let parsed;
  try {
    parsed = parse(markup);
  } catch {
    const policy = self.trustedTypes.createPolicy('program-finder', { createHTML: (html) => html });
    parsed = parse(policy.createHTML(markup));
  }
  document.body.replaceChildren(/** @type {HTMLTemplateElement} */ (parsed.querySelector('template')));
};
