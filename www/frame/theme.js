// The provider's colors and sizes, as far as they keep the finder legible. What is applied is decided here, since the start
// screen is there before the core, which names what is wrong by the same table (tokens.js).

import { tokenValue } from './tokens.js';

// Foreground, background, and the contrast that WCAG asks of them. A foreground comes before what stands on it.
const GROUNDS = ['bg', 'surface', 'danger-bg'];
/** @type {[string, string, number?][]} */
const PAIRS = [
  ...['text', 'muted', 'accent'].flatMap((front) => GROUNDS.map((back) => /** @type {[string, string]} */ ([front, back]))),
  ['on-accent', 'accent'],
  ['border', 'bg', 3],
  ['border', 'surface', 3],
  ['focus', 'bg', 3],
  ['danger', 'bg'],
  ['danger', 'danger-bg'],
  ['crisis-text', 'crisis-bg'],
];

const { style } = document.documentElement;
/** @type {(name: string, value: string) => void} */
const put = (name, value) => style.setProperty(`--pf-${name}`, value);

/** @typedef {number[]} Color Red, green and blue. */

/** @type {(hex: string) => Color} */
const parts = (hex) =>
  (hex.length > 4 ? /** @type {string[]} */ (hex.slice(1).match(/../g)) : [...hex.slice(1)].map((digit) => digit + digit)).map((pair) =>
    parseInt(pair, 16),
  );
const BLACK = [0, 0, 0];
const WHITE = [255, 255, 255];
const luminance = (/** @type {Color} */ color) => {
  const [r, g, b] = color.map((part) => (part <= 10.3 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** @type {(a: Color, b: Color) => number} */
const contrast = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

// A foreground that is too faint moves towards black or white just as far as it has to, so that it stays the
// provider's color where it can. A second background on which the same words could not be read becomes the first.
// Where nothing is laid out, one engine knows no style: no number is less than another then, and nothing is changed.
const guard = (/** @type {(words: string) => void} */ warn) => {
  const computed = getComputedStyle(document.documentElement);
  const color = (/** @type {string} */ name) => parts(computed.getPropertyValue(`--pf-color-${name}`).trim());
  /** @type {(name: string, rgb: Color) => void} */
  const write = (name, rgb) => put(`color-${name}`, `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`);
  const ink = (/** @type {Color} */ on) => (contrast(BLACK, on) > contrast(WHITE, on) ? BLACK : WHITE);
  const page = ink(color('bg'));
  for (const name of ['surface', 'danger-bg']) {
    if (!(contrast(page, color(name)) < 4.5)) continue;
    write(name, color('bg'));
    warn(`theme: no words can be read on both color-bg and color-${name}. color-bg is used for both.`);
  }
  // Twice, since a color that moves away from one background may pass by another on its way.
  for (const [front, back, least = 4.5] of [...PAIRS, ...PAIRS]) {
    const [from, on] = [color(front), color(back)];
    const found = contrast(from, on);
    if (!(found < least)) continue;
    const towards = GROUNDS.includes(back) ? page : ink(on);
    let now = from;
    for (let step = 1; contrast(now, on) < least && step <= 20; step++) {
      now = from.map((part, at) => Math.round(part + ((towards[at] - part) * step) / 20));
    }
    write(front, now);
    warn(`theme: color-${front} on color-${back} has a contrast of ${found.toFixed(1)}, less than ${least}. It was changed.`);
  }
};

/**
 * Applies `theme` of a configuration: `{ mode, density, tokens }`. What it changed for legibility it tells once.
 * @param {{ mode?: unknown, density?: unknown, tokens?: Record<string, unknown> } | undefined} theme
 * @param {Pick<import('./core.js').Host, 'warn' | 'wrong'>} host
 */
export const applyTheme = (theme, { warn, wrong }) => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const told = new Set();
  const apply = () => {
    const mode = theme?.mode;
    document.documentElement.dataset.theme = mode === 'dark' || (mode !== 'light' && dark.matches) ? 'dark' : 'light';
    document.documentElement.dataset.density = theme?.density === 'compact' ? 'compact' : '';
    style.cssText = '';
    for (const [name, given] of Object.entries(theme?.tokens ?? {})) {
      const safe = tokenValue(name, given);
      if (safe) put(name, safe);
      else if (safe === undefined) wrong();
    }
    guard((words) => told.has(words) || (told.add(words), warn(words)));
  };
  apply();
  // Laid out for the first time, say.
  addEventListener('resize', apply);
  dark.addEventListener('change', apply);
};
