// axe-core: nothing wrong on any screen, in either language, in any look, on a narrow window and on a wide one.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inspect, VERSION } from './support/axe.mjs';
import { inEachBrowser } from './support/browsers.mjs';
import { speak } from './support/languages.mjs';
import { FULL, leftOut, testIf } from './support/level.mjs';
import { feature, LOOKS, resize } from './support/looks.mjs';
import { figure } from './support/record.mjs';
import { FINDER, page } from './support/site.mjs';
import { tour, VISITS } from './support/tour.mjs';
import { visit } from './support/visitor.mjs';
import { DEMO } from './support/words.mjs';

const { theme, ...config } = DEMO;

/** A page that a provider could have: everything that axe asks of a page is there. */
const ANSWERS = {
  '/page.html': page({
    head: '<style>body { margin: 0; font: 1rem/1.5 sans-serif; color: #222; background: #fff }</style>',
    before: '<header>Lantern Cove</header><main><h1>Find a place to start</h1>',
    finder: FINDER.replace('/finder.json', '/plain.json'),
    after: '</main>',
  }),
  '/plain.json': { body: JSON.stringify(config) },
};

leftOut('dark, forced colors, a window of 1280 pixels, and visits whose screens are like those of others');
const SHORT = ['an emergency', 'both: cocaine every day, and most days undone', 'a child under 13'];
const WIDTHS = FULL ? [320, 1280] : [320];
// So high that no screen scrolls: of what a bar covers axe says nothing. What a bar may cover is for other tests.
const HIGH = 16_000;

inEachBrowser('axe-core finds nothing', (it) => {
  it.answers = structuredClone(ANSWERS);
  // In forced colors axe goes by a color that is not painted; looks.test.mjs measures those that are.
  // Firefox cannot be told a look by its driver; there each screen is inspected as it comes.
  const all = it.name === 'chromium';
  const looks = Object.entries(!all ? { light: undefined } : FULL ? LOOKS : { light: LOOKS.light });
  const languages = all ? ['es', 'en'] : ['en'];

  testIf(all)('on every screen', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 1280 });
    const found = new Map();
    let [screens, inspected] = [0, 0];
    const note = async (where, without) => {
      inspected += 1;
      for (const line of await inspect(visitor, { without })) found.set(line, [...(found.get(line) ?? []), where]);
    };
    const look = async (name) => {
      screens += 1;
      for (const lang of languages) {
        if (all) await speak(visitor, lang);
        for (const [look, features] of looks) {
          if (features) await feature(visitor, features);
          for (const width of WIDTHS) {
            await resize(visitor, width, HIGH);
            await note(`${name}, ${lang}, ${look}, ${width}`, look === 'forced colors' ? ['color-contrast'] : []);
          }
        }
      }
      await resize(visitor, 1280, 700);
    };
    await tour(visitor, look, { visits: FULL ? VISITS : SHORT });
    const lines = [...found].map(([line, where]) => `${line}\n    on ${where.length} screens: ${where.slice(0, 4).join('; ')}`);
    assert.equal(lines.join('\n'), '');
    assert.ok(inspected > (all && FULL ? 300 : 30), `only ${inspected} screens were inspected`);
    if (FULL)
      figure(
        `axe-${it.name}`,
        `axe-core ${VERSION} in ${await it.browser.version()}: ${inspected} inspections of ${screens} kinds of screen, nothing wrong.`,
      );
  });

  test('and would find what is spoilt', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.start();
    assert.deepEqual(await inspect(visitor), []);
    await visitor.ask(() => {
      document.querySelector('.question').style.color = '#aaa';
      document.querySelector('.option span').remove();
      document.querySelector('.options').style.gap = 0;
      for (const option of document.querySelectorAll('.option')) {
        option.style.cssText = 'min-block-size: 0; padding: 0; border: 0; font-size: 8px; line-height: 1';
        option.querySelector('input').style.cssText = 'inline-size: 8px; block-size: 8px; margin: 0';
      }
    });
    const rules = new Set((await inspect(visitor)).map((line) => line.split(':')[0]));
    for (const rule of ['color-contrast', 'label', 'target-size']) assert.ok(rules.has(rule), `${rule} is not in ${[...rules].join(', ')}`);
  });
});
