// Which values of a theme are applied: one answer of the frame's script, which applies them, and of the core, which names
// what is wrong. Whatever is written.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { describe } from 'node:test';
import fc from 'fast-check';
import { inEachEngine } from './support/browsers.mjs';
import { fileOf, hashed, page, TARGET } from './support/site.mjs';

/** @type {any} */
const self = globalThis;
self.PF_TOKENS = JSON.parse(readFileSync(join(TARGET, 'frame/tokens.json'), 'utf8'));
const { COLORS, SIZES } = self.PF_TOKENS;
const { tokenValue } = await import('../../www/frame/tokens.js');
const { check } = await import(fileOf(hashed('check.js')));

const NAMES = [...COLORS, 'font-family', ...Object.keys(SIZES)];
// The same draws in every run: a failure can be looked at again.
const DRAWS = { numRuns: 3000, seed: 20261130 };
const pieces = (list, maxLength) => fc.array(fc.constantFrom(...list), { maxLength }).map((found) => found.join(''));
const FONTS = pieces(
  [
    ...['A', 'z', '_', '-', '3', ' ', ' ', ',', '"', "'", '.', ';', '(', '\\', '\n', 'é', '×', '÷', '·', 'ー', 'ゴ', 'Ｐ', '０', 'ſ', 'K'],
    ...[
      '\u00a0',
      '\u0300',
      '\u037e',
      '\u2028',
      '\u200d',
      '\ud800',
      '😀',
      'inherit',
      'Default',
      'revert',
      '-layer',
      'sans-serif',
      'Serif',
      'system-ui',
      'monospace',
      'math',
      'emoji',
      'ui-serif',
      'fangsong',
      '"Noto 3"',
    ],
  ],
  9,
);
const NUMBERS = pieces(
  ['0', '1', '2', '6', '8', '16', '24', '320', '.', '.5', '.0001', 'px', 'px', 'PX', ' ', '+', '-', 'e1', '%', '٣'],
  4,
);
const COLOR = pieces(['#', 'f', '0', 'a3', 'ABC', 'g', ' ', '٣', 'ſ'], 5).map((one) => (one.startsWith('#') ? one : `#${one}`));
const OTHER = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }),
  fc.double({ min: -1, max: 40, noNaN: true }),
  fc.constantFrom(...[1.5, 2, 16, 24, 320]),
);
const values = fc.oneof(FONTS, NUMBERS, COLOR, OTHER);

/** The tokens of which the core says something. */
const named = async (tokens) => {
  const lines = [];
  const { warn } = console;
  console.warn = (...words) => lines.push(words.join(' '));
  try {
    await check({ name: 'A', contact: { phone: '(555) 555-0142' }, programs: [], theme: { tokens } }, '');
  } finally {
    console.warn = warn;
  }
  return lines.flatMap((line) => /^program-finder: theme\.tokens\.([^:]*):/.exec(line)?.[1] ?? []).sort();
};

describe('the tokens of a theme', () => {
  test('what the core names is not applied, and everything else is', async () => {
    let [applied, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(values, { minLength: NAMES.length, maxLength: NAMES.length }), async (drawn) => {
        const tokens = Object.fromEntries(NAMES.map((name, at) => [name, drawn[at]]));
        const left = NAMES.filter((name) => tokenValue(name, tokens[name]) === undefined);
        refused += left.length;
        applied += NAMES.length - left.length;
        assert.deepEqual(await named(tokens), left.sort());
      }),
      DRAWS,
    );
    // Each token with what it can have, often enough.
    const own = (name) => (name === 'font-family' ? FONTS : COLORS.includes(name) ? COLOR : fc.oneof(NUMBERS, OTHER));
    for (const name of NAMES) {
      await fc.assert(
        fc.asyncProperty(own(name), async (given) => {
          const safe = tokenValue(name, given);
          if (safe) applied++;
          assert.deepEqual(await named({ [name]: given }), safe === undefined ? [name] : []);
        }),
        DRAWS,
      );
    }
    assert.ok(applied > 1000 && refused > 1000, `${applied} applied, ${refused} refused`);
  });

  test('a name that is no token is applied by none, and named', () => {
    const names = fc.oneof(fc.constantFrom('constructor', '__proto__', 'toString', 'Radius', 'color-', 'length', ''), fc.string());
    fc.assert(
      fc.property(names, fc.constantFrom(null, '#000', '18px', 5), (name, given) => {
        if (NAMES.includes(name)) return;
        assert.ok(tokenValue(name, given) === undefined);
      }),
      DRAWS,
    );
  });
});

inEachEngine('the tokens of a theme', (it) => {
  it.answers['/page.html'] = page({ finder: '', script: '' });

  test('a list of fonts that is applied is one to the browser', async (t) => {
    const lists = fc.sample(FONTS, { ...DRAWS, numRuns: 40_000 }).flatMap((one) => tokenValue('font-family', one) || []);
    assert.ok(lists.length > 500, `${lists.length} lists`);
    const context = await it.browser.createBrowserContext();
    t.after(() => context.close());
    const opened = await context.newPage();
    await opened.goto(it.site.url('/page.html'), { waitUntil: 'load' });
    assert.deepEqual(await opened.evaluate((all) => all.filter((one) => !CSS.supports('font-family', one)), lists), []);
  });
});
