// Tab, from where focus is to the end of the finder: what is stopped at, and how each stop looks.

import { becomes, until } from './visitor.mjs';

/** What has focus in the frame: how it shows, and whether anything covers it. Run in the frame. */
const stop = () => {
  const element = /** @type {HTMLInputElement} */ (document.activeElement);
  if (!element || element === document.body || !document.hasFocus()) return undefined;
  // An option shows focus as a row.
  const shown = element.closest('.option') ?? element;
  const box = shown.getBoundingClientRect();
  const within = (/** @type {number[]} */ [x, y]) => {
    const hit = document.elementFromPoint(x, y);
    // A link among words reaches into the lines above and below, clear as glass: their words and links show through it.
    const line = shown.parentElement;
    const amongWords = [hit, hit?.parentElement].includes(line) && getComputedStyle(shown).display.startsWith('inline');
    return Boolean(hit) && (shown.contains(hit) || amongWords || (hit.contains(shown) && hit.matches('label')));
  };
  const style = getComputedStyle(shown);
  // Its corners, as far in as they are round.
  const edge = Math.max(6, Math.min(parseFloat(style.borderRadius), box.height / 2) * 0.3 + 1);
  const [left, right, top, bottom] = [box.left + edge, box.right - edge, box.top + edge, box.bottom - edge];
  const points = [
    [(left + right) / 2, (top + bottom) / 2],
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
  const color = (text) => text.match(/[\d.]+/g).map(Number);
  let behind = shown.parentElement;
  while (behind && color(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
  const light = (text) => {
    const [r, g, b] = color(text).map((part) => (part <= 10.3 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low, high] = [light(style.outlineColor), light(getComputedStyle(behind ?? document.body).backgroundColor)].sort((a, b) => a - b);
  return {
    name: (element.getAttribute('aria-label') ?? (element.closest('label') ?? element).innerText).replace(/\s+/g, ' ').trim(),
    kind: element.type ?? element.localName,
    href: element.getAttribute('href'),
    top: Math.round(box.top + document.scrollingElement.scrollTop),
    sticks: Boolean(element.closest('.head, .actions')),
    width: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    contrast: (high + 0.05) / (low + 0.05),
    // The comparison is higher than such a screen.
    high: box.height > innerHeight / 2,
    covered: points.filter((point) => !within(point)).length,
  };
};

/** Each stop of Tab, from the first in the frame to the last. Whoever calls this has put focus before the first. */
export const stops = async (visitor, most = 120) => {
  const found = [];
  await visitor.page.keyboard.press('Tab');
  await until(() => visitor.ask(() => document.hasFocus()), 'focus in the frame');
  for (let now = await visitor.ask(stop); now; now = await visitor.ask(stop)) {
    found.push(now);
    if (found.length > most) throw new Error(`Tab does not leave the finder: ${found.map(({ name }) => name).join(' | ')}`);
    await visitor.page.keyboard.press('Tab');
  }
  return found;
};

/** Puts focus on something of the page before the finder, and on nothing in it. */
export const before = async (visitor, selector) => {
  await visitor.page.evaluate((selector) => document.querySelector(selector).focus({ preventScroll: true }), selector);
  await becomes(() => visitor.ask(() => document.hasFocus()), false, 'focus is on the page');
};
