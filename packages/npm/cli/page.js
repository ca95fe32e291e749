// Reads a page: its finder, the loader, and what else on it has to do with both. Facts only; what follows from them is in site.js.

import { parse } from 'parse5';

/** @typedef {{ name: string, attributes: Record<string, string>, text: string, inside: Element[] }} Element */

/** Every element of a document, each with its text. */
const elementsOf = (/** @type {any} */ node, /** @type {Element[]} */ all = []) => {
  for (const child of [...(node.childNodes ?? []), ...(node.content ? [node.content] : [])]) {
    if (child.tagName) {
      const inside = /** @type {Element[]} */ ([]);
      const attributes = Object.fromEntries((child.attrs ?? []).map((/** @type {any} */ one) => [one.name, one.value]));
      all.push({ name: child.tagName, attributes, text: textOf(child), inside });
      elementsOf(child, inside);
      for (const one of inside) all.push(one);
    } else elementsOf(child, all);
  }
  return all;
};

/** @type {(node: any) => string} */
const textOf = (node) => (node.nodeName === '#text' ? node.value : [...(node.childNodes ?? [])].map(textOf).join(''));

const LOADER = /(^|\/)program-finder(\.[\d.]+)?(\.min)?\.js([?#]|$)/;

/** What other tools make of a script: how it shows, which of them did it, and how it is left alone. */
const REWRITTEN = /** @type {[is: (attributes: Record<string, string>) => boolean, tool: string, remedy: string][]} */ ([
  [({ type = '' }) => /^[0-9a-f]{8,}-/i.test(type), 'Cloudflare Rocket Loader', 'data-cfasync="false" before src'],
  [
    ({ type = '', ...more }) => type === 'rocketlazyloadscript' || 'data-rocket-src' in more,
    'WP Rocket',
    'nowprocket on the script, or its address under "Excluded JavaScript Files"',
  ],
  [({ type = '' }) => type === 'litespeed/javascript', 'LiteSpeed Cache', 'data-no-optimize="1" on the script'],
  [
    ({ type = '', ...more }) => type === 'text/plain' || 'data-cookiecategory' in more,
    'a cookie banner',
    'data-cookieconsent="ignore" on the script, since the finder sets no cookie',
  ],
  [
    ({ type = '' }) => /wpmeteor|flying|perfmatters|jetpack|delay/i.test(type),
    'a plugin that delays scripts',
    'an exception for program-finder.js in its settings',
  ],
]);

/** Who watches visitors, by what they load. @type {[RegExp, string][]} */
const TRACKERS = [
  [/googletagmanager\.com\/gtm/, 'Google Tag Manager'],
  [/googletagmanager\.com\/gtag|google-analytics\.com/, 'Google Analytics'],
  [/connect\.facebook\.net|fbq\(/, 'Meta Pixel'],
  [/analytics\.tiktok\.com/, 'TikTok Pixel'],
  [/static\.hotjar\.com/, 'Hotjar'],
  [/clarity\.ms/, 'Microsoft Clarity'],
  [/fullstory\.com/, 'FullStory'],
  [/callrail\.com|calltrk/, 'CallRail'],
  [/invoca(cdn)?\.(net|com)/, 'Invoca'],
];

/** What a page has. */
export const read = (/** @type {string} */ html) => {
  const all = elementsOf(parse(html));
  const scripts = all.filter(({ name }) => name === 'script');
  const addressOf = (/** @type {Element} */ { attributes }) =>
    attributes.src ?? attributes['data-rocket-src'] ?? attributes['data-src'] ?? '';
  const script = scripts.find((one) => LOADER.test(addressOf(one)));
  const index = all.findIndex(({ name }) => name === 'program-finder');
  const finder = all[index];
  const heading = all.slice(0, index).findLast(({ name }) => /^h[1-6]$/.test(name));
  const links = (/** @type {Element[]} */ inside) =>
    inside.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href ?? '');
  return {
    lang: all.find(({ name }) => name === 'html')?.attributes.lang ?? '',
    base: all.find(({ name }) => name === 'base')?.attributes.href,
    metas: all
      .filter(({ name, attributes }) => name === 'meta' && /^content-security-policy$/i.test(attributes['http-equiv'] ?? ''))
      .map(({ attributes }) => attributes.content ?? ''),
    finder: finder && {
      attributes: finder.attributes,
      text: finder.text,
      links: links(finder.inside),
      json: finder.inside.find(({ name, attributes }) => name === 'script' && attributes.type === 'application/json')?.text,
    },
    headingBefore: heading ? Number(heading.name[1]) : undefined,
    script: script && { src: addressOf(script), attributes: script.attributes, rewritten: REWRITTEN.find(([is]) => is(script.attributes)) },
    // A script that was combined with others has lost its name.
    combined: scripts.map(addressOf).find((src) => /autoptimize|combined|minif|bundle/i.test(src)),
    trackers: TRACKERS.filter(([mark]) => scripts.some((one) => mark.test(addressOf(one)) || mark.test(one.text))).map(([, name]) => name),
    styles: all
      .filter(({ name }) => name === 'style')
      .map(({ text }) => text)
      .join('\n'),
  };
};
