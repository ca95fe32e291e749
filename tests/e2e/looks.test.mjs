// How things look: in forced colors, in gray, without motion, and in whatever colors and sizes a provider asks for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { inspect } from './support/axe.mjs';
import { inEachBrowser } from './support/browsers.mjs';
import { FULL, leftOut } from './support/level.mjs';
import { feature, LOOKS, painted } from './support/looks.mjs';
import { PALETTES } from './support/palettes.mjs';
import { difference } from './support/pictures.mjs';
import { allSaid, ours } from './support/said.mjs';
import { FINDER, page, ROOT } from './support/site.mjs';
import { mistake, tour } from './support/tour.mjs';
import { unfold, visit } from './support/visitor.mjs';
import { answerWords, DEMO, say } from './support/words.mjs';

const { theme, ...config } = DEMO;
const ANSWERS = {
  '/page.html': page({
    head: '<style>body { margin: 0; background: #fff }</style>',
    before: '<h1>Lantern Cove</h1><main>',
    after: '</main>',
    finder: FINDER.replace('/finder.json', '/config.json'),
  }),
  '/paper.html': '<!doctype html><title>Paper</title>',
};
const themed = (tokens, mode = 'light') => ({ body: JSON.stringify({ ...config, theme: { mode, tokens } }) });

leftOut('most palettes, most colors at random, and most screens in forced colors');
const SHORT = { visits: ['an emergency'] };
const BRANDS = Object.entries(PALETTES).filter(([name]) => FULL || ['harbor blue', 'pastel, too faint'].includes(name));
const TURNS = FULL ? 25 : 6;

/** A small generator of numbers below 1, the same in every run. */
const generator = (seed) => () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0), seed / 2 ** 32);

inEachBrowser('the look', (it) => {
  if (it.name !== 'chromium') return; // The driver of Firefox sets no media features.
  it.answers = structuredClone(ANSWERS);
  const open = (t, config = { body: JSON.stringify(DEMO) }) => {
    it.site.answers['/config.json'] = config;
    return visit(t, it, it.site.url('/page.html'), { width: 900 });
  };
  const picture = async (visitor) => {
    await visitor.page.mouse.move(1, 1);
    await painted(visitor);
    return visitor.page.screenshot({
      encoding: 'base64',
      clip: await visitor.page.evaluate((frame) => frame.getBoundingClientRect().toJSON(), visitor.element),
    });
  };

  /** Pictures of the same screens, told apart by what a visitor has to see. */
  const told = async (_t, visitor) => {
    const paper = await visitor.page.browserContext().newPage();
    await paper.goto(it.site.url('/paper.html'));
    const differs = async (one, other, what) => assert.ok((await difference(paper, one, other)) > 0.0002, `${what} cannot be told apart`);
    await visitor.page.bringToFront();
    await visitor.start();
    const blur = () => visitor.ask(() => document.activeElement.blur());
    await blur();
    const open = await picture(visitor);
    await visitor.tabTo('the first option', await visitor.hold(() => document.querySelector('.stage input')));
    const focused = await picture(visitor);
    await differs(open, focused, 'focus');
    await visitor.choose('me_teen');
    await blur();
    const chosen = await picture(visitor);
    await differs(open, chosen, 'a chosen option');
    await visitor.go();
    await blur();
    const question = await picture(visitor);
    await visitor.choose(['none']);
    await blur();
    const ticked = await picture(visitor);
    await differs(question, ticked, 'a ticked option');
    const none = answerWords('danger', 'none', 'teen');
    await visitor.press(
      none,
      (words) => [...document.querySelectorAll('.stage .option')].find((one) => one.innerText.trim() === words),
      none,
    );
    await mistake(visitor);
    await blur();
    await visitor.ask(() => (document.scrollingElement.scrollTop = 0));
    await differs(question, await picture(visitor), 'an error');
    await paper.close();
  };

  test('in forced colors everything can be told apart, and all words and icons are in colors of the system', async (t) => {
    const visitor = await open(t);
    await feature(visitor, LOOKS['forced colors']);
    await told(t, visitor);
    const again = await open(t);
    await feature(again, LOOKS['forced colors']);
    const found = new Map();
    await tour(
      again,
      async (name) => {
        const faint = await again.ask(() => {
          const color = (text) => text.match(/[\d.]+/g).map(Number);
          const light = ([r, g, b]) =>
            [r, g, b].reduce(
              (sum, part, at) =>
                sum + [0.2126, 0.7152, 0.0722][at] * (part <= 10.3 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4),
              0,
            );
          const wrong = [];
          for (const element of document.querySelectorAll('.head *, .body *')) {
            const says = element.localName === 'svg' || [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
            if (!says || !element.getClientRects().length) continue;
            let behind = element;
            while (behind && color(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
            const [low, high] = [
              light(color(getComputedStyle(element).color)),
              light(color(getComputedStyle(behind ?? document.body).backgroundColor)),
            ].sort((a, b) => a - b);
            if ((high + 0.05) / (low + 0.05) < 7)
              wrong.push(`${element.localName}.${element.className?.baseVal ?? element.className}: ${getComputedStyle(element).color}`);
          }
          return wrong;
        });
        for (const line of faint) found.set(line, name);
      },
      FULL ? {} : SHORT,
    );
    // Black on white here, and links in the blue of the system.
    assert.deepEqual(
      [...found].filter(([line]) => !line.endsWith('rgb(0, 0, 159)')),
      [],
    );
  });

  test('in gray nothing is lost: what is chosen, focused or missing shows, and the suggestion is marked in words', async (t) => {
    const visitor = await open(t);
    await visitor.page.evaluate(() => (document.querySelector('program-finder').style.filter = 'grayscale(1)'));
    await told(t, visitor);
    const again = await open(t);
    let marked = 0;
    await tour(
      again,
      async (name) => {
        if (!name.startsWith('result: ')) return;
        await unfold(again, say('result.compare'));
        for (const words of await again.ask(() =>
          [...document.querySelectorAll('.suggested')].filter((one) => one.checkVisibility()).map((one) => one.innerText),
        )) {
          assert.equal(words, say('compare.suggested'));
          marked += 1;
        }
      },
      { visits: ['mental health: little gets done on any day'] },
    );
    assert.equal(marked, 1);
  });

  test('nothing moves where less motion is asked for, and nothing for longer than a blink where it is not', async (t) => {
    for (const motion of ['reduce', 'no-preference']) {
      const visitor = await open(t);
      await feature(visitor, { 'prefers-reduced-motion': motion });
      // What only puts off the layout of what is not in view moves nothing.
      const longest = () =>
        visitor.ask(() => {
          const moves = ({ effect }) => effect.getKeyframes().some((frame) => !frame.contentVisibility);
          return Math.max(
            0,
            ...document
              .getAnimations()
              .filter(moves)
              .map(({ effect }) => Number(effect.getComputedTiming().endTime)),
          );
        });
      await tour(
        visitor,
        async (name) => {
          const limit = motion === 'reduce' ? 0 : 150;
          assert.ok((await longest()) <= limit, `${name}: ${await longest()} ms`);
          assert.equal(await visitor.ask(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto', name);
        },
        { visits: ['an emergency'] },
      );
      // Control: one that lasts longer is seen.
      await visitor.ask(() => void document.body.animate({ opacity: [0, 1] }, 4000));
      assert.ok((await longest()) > 150);
    }
  });

  for (const [name, tokens] of BRANDS) {
    test(`in the colors of a brand every word can be read: ${name}`, async (t) => {
      const visitor = await open(t, themed(tokens));
      const found = new Set();
      await tour(
        visitor,
        async (screen) => {
          // A bar over a long screen leaves axe in doubt; axe.test.mjs has the whole of each.
          for (const line of await inspect(visitor)) if (line.startsWith('color-contrast:')) found.add(`${screen}: ${line}`);
        },
        { visits: ['a plan for suicide, told in the middle'] },
      );
      assert.deepEqual([...found], []);
      await allSaid(visitor.page);
      const warned = ours(visitor.page, 'warn');
      assert.equal(new Set(warned).size, warned.length, 'each change is told once');
      assert.equal(warned.length > 0, /faint|clashing/.test(name), `${name}: ${warned.join('\n')}`);
    });
  }

  test('of any colors at random, each pair can be read, and each change is told once', async (t) => {
    const random = generator(988);
    const names = [
      'bg',
      'surface',
      'text',
      'muted',
      'accent',
      'on-accent',
      'border',
      'focus',
      'danger',
      'danger-bg',
      'crisis-bg',
      'crisis-text',
    ];
    const color = () =>
      `#${Math.floor(random() * 0x1000000)
        .toString(16)
        .padStart(6, '0')}`;
    let changed = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      const tokens = Object.fromEntries(names.filter(() => random() < 0.7).map((name) => [`color-${name}`, color()]));
      const visitor = await open(t, themed(tokens, turn % 2 ? 'dark' : 'light'));
      const faint = await visitor.ask(() => {
        const style = getComputedStyle(document.documentElement);
        const light = (name) => {
          const hex = style.getPropertyValue(`--pf-color-${name}`).trim().slice(1);
          const parts = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g);
          return parts
            .map((pair) => parseInt(pair, 16))
            .reduce(
              (sum, part, at) =>
                sum + [0.2126, 0.7152, 0.0722][at] * (part <= 10.3 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4),
              0,
            );
        };
        const on = (fronts, backs, least) => fronts.flatMap((front) => backs.map((back) => [front, back, least]));
        const pairs = [
          ...on(['text', 'muted', 'accent'], ['bg', 'surface', 'danger-bg'], 4.5),
          ...on(['danger'], ['bg', 'danger-bg'], 4.5),
          ['on-accent', 'accent', 4.5],
          ['crisis-text', 'crisis-bg', 4.5],
          ...on(['border'], ['bg', 'surface'], 3),
          ['focus', 'bg', 3],
        ];
        return pairs.flatMap(([front, back, least]) => {
          const [low, high] = [light(front), light(back)].sort((a, b) => a - b);
          const contrast = (high + 0.05) / (low + 0.05);
          return contrast < least ? [`${front} on ${back}: ${contrast.toFixed(2)}`] : [];
        });
      });
      assert.deepEqual(faint, [], JSON.stringify(tokens));
      await allSaid(visitor.page);
      const warned = ours(visitor.page, 'warn');
      assert.equal(new Set(warned).size, warned.length);
      changed += warned.length;
      await visitor.page.close();
    }
    assert.ok(changed > TURNS, `${changed} colors were changed`);
  });

  test('every token of the guide works, and every one that works is in the guide', async (t) => {
    const guide = readFileSync(join(ROOT, 'docs/configuration.md'), 'utf8');
    const [, table] = guide.split('<!-- fields: theme.tokens -->');
    const listed = [...table.split('<!-- fields end -->')[0].matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
    assert.ok(listed.length > 15);
    const values = {
      'font-family': 'Georgia,serif',
      'font-size': '20px',
      'line-height': '1.8',
      radius: '3px',
      space: '20px',
      'max-width': '600px',
      'focus-width': '5px',
    };
    // Shades that need no help to be read.
    const dark = ['color-text', 'color-muted', 'color-accent', 'color-border', 'color-focus', 'color-danger', 'color-crisis-text'];
    const tokens = Object.fromEntries(
      listed.map((name, at) => [
        name,
        values[name] ?? (dark.includes(name) ? `#20${10 + at}30` : `#f${at.toString(16)}f0f0`.replace(/^#(.{6}).*/, '#$1')),
      ]),
    );
    const visitor = await open(t, themed(tokens));
    const shown = (names) =>
      visitor.ask((names) => {
        const style = getComputedStyle(document.documentElement);
        return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--pf-${name}`).trim()]));
      }, names);
    assert.deepEqual(await shown(listed), tokens);
    assert.deepEqual(ours(visitor.page, 'warn'), []);
    const used = await visitor.ask(() => [
      ...new Set([...self.document.querySelector('style').textContent.matchAll(/--pf-([\w-]+):/g)].map(([, name]) => name)),
    ]);
    assert.deepEqual([...used].sort(), [...listed].sort());
  });
});
