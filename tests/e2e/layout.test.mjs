// Where things are: on a narrow window, with large letters, with wide spacing, with much longer words, and from right to
// left nothing is cut off, nothing lies over anything else, and everything can be pressed.

import assert from 'node:assert/strict';
import test from 'node:test';
import { unpacked, words } from '../../www/frame/words.js';
import { inEachBrowser } from './support/browsers.mjs';
import { LANGUAGES, PRETENDING, speak } from './support/languages.mjs';
import { FULL, leftOut } from './support/level.mjs';
import { painted, resize } from './support/looks.mjs';
import { lines, overflows, targets } from './support/measure.mjs';
import { FINDER, page } from './support/site.mjs';
import { tour, VISITS } from './support/tour.mjs';
import { visit } from './support/visitor.mjs';
import { say } from './support/words.mjs';

const BODY = '<style>body { margin: 0 }</style>';
const ANSWERS = {
  ...PRETENDING,
  '/page.html': page({ head: BODY }),
  '/compact.html': page({ head: BODY, finder: FINDER.replace('/finder.json', '/compact.json') }),
  // The least space that a provider can ask for.
  '/compact.json': {
    body: JSON.stringify({ name: 'Pier Nine', theme: { tokens: { space: '8px', radius: '0px', 'font-size': '16px' } } }),
  },
};
leftOut('the tightest theme, targets in a wide window, other audiences, and most visits beyond the first survey');
// Those that are spoken to in another way.
const VOICES = ['a teen', 'a parent of a teen', 'somebody about an adult they love'];
const SHORT = ['an emergency', 'both: cocaine every day, and most days undone'];

inEachBrowser('the layout', (it) => {
  it.answers = structuredClone(ANSWERS);
  const all = it.name === 'chromium';
  const some = !all ? ['an emergency'] : FULL ? VISITS : SHORT;

  /** Goes through the screens, asks `look` of each, and tells every finding at once with the screens that it is on. */
  const survey = async (visitor, look, options) => {
    const found = new Map();
    let screens = 0;
    await tour(
      visitor,
      async (name) => {
        screens += 1;
        for (const line of await look(name)) found.set(line, [...(found.get(line) ?? []), name]);
      },
      options,
    );
    assert.deepEqual(
      [...found].map(([line, where]) => `${line}  (${[...new Set(where)].slice(0, 3).join('; ')})`),
      [],
    );
    assert.ok(screens >= 2);
  };

  test('on a window of 320 pixels, which is 1280 at 400 %, nothing scrolls sideways, is cut off or lies over another thing', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 1280 });
    await resize(visitor, 320, 680);
    for (const visits of !all ? [some] : FULL ? [VISITS, ...VOICES.map((one) => [one])] : [VISITS]) {
      await survey(
        visitor,
        async () => {
          const found = [];
          for (const lang of ['es', 'en']) {
            await speak(visitor, lang);
            found.push(...(await overflows(visitor)));
          }
          return found;
        },
        { visits, missed: visits === VISITS },
      );
    }
  });

  test('words half as long again, questions of 240 characters and answers of 160 are shown whole at 320 pixels', async (t) => {
    const long = (key) => words(unpacked(LANGUAGES.long.text), key, 0).length;
    assert.ok(long('who.ask') >= 240 && long('who.me') >= 160);
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 1280 });
    await resize(visitor, 320, 680);
    await survey(
      visitor,
      async (name) => {
        const found = [];
        for (const lang of ['long', 'accents']) {
          await speak(visitor, lang);
          found.push(...(await overflows(visitor)));
        }
        // Between its marks: whatever is not was written in the code, or is the provider's own.
        if (!name.startsWith('result')) {
          const bare = await visitor.ask(() =>
            [...document.querySelectorAll('.body *')]
              .filter((one) => {
                if (one.children.length || !one.getClientRects().length || !one.innerText?.trim()) return false;
                // A number to call is a part of its sentence.
                const sentence = /^[\d-]+$/.test(one.innerText.trim()) ? one.parentElement : one;
                return !/^\s*«[^]*»\s*$/.test(sentence.innerText);
              })
              .map((one) => `in no catalog: "${one.innerText}"`),
          );
          found.push(...bare);
        }
        await speak(visitor, 'en');
        return found;
      },
      { visits: some },
    );
  });

  test('with the text spacing of WCAG nothing is lost', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 1280 });
    await resize(visitor, 320, 680);
    await visitor.ask(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
      );
      document.adoptedStyleSheets = [sheet];
    });
    assert.equal(await visitor.ask(() => getComputedStyle(document.querySelector('.exit')).letterSpacing !== 'normal'), true);
    await survey(visitor, () => overflows(visitor), { visits: some });
  });

  if (all) {
    test('with letters of twice the size nothing is lost', async (t) => {
      /** @type {[number, string[]][]} */
      const sizes = FULL
        ? [
            [1280, ['an emergency']],
            [640, VISITS],
          ]
        : [[640, SHORT]];
      for (const [width, visits] of sizes) {
        const visitor = await visit(t, it, it.site.url('/page.html'), { width });
        const size = () => visitor.ask(() => parseFloat(getComputedStyle(document.querySelector('.lead')).fontSize));
        const before = await size();
        await visitor.frame.client.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
        await painted(visitor);
        assert.equal(await size(), before * 2);
        await survey(visitor, () => overflows(visitor), { visits });
        await visitor.frame.client.send('Page.setFontSizes', { fontSizes: { standard: 16, fixed: 13 } });
      }
    });
  }

  for (const [address, theme] of FULL
    ? [
        ['/page.html', "the demo's"],
        ['/compact.html', 'the tightest'],
      ]
    : [['/page.html', "the demo's"]]) {
    for (const width of FULL ? [320, 1280] : [320]) {
      test(`everything to press is 44 pixels and more, 8 from the next: ${theme} theme, ${width} pixels wide`, async (t) => {
        const visitor = await visit(t, it, it.site.url(address), { width: 1280 });
        await resize(visitor, width, 680);
        await survey(visitor, () => targets(visitor), { visits: address === '/page.html' ? some : ['an emergency'] });
      });
    }
  }

  test('an option can be pressed anywhere on its row', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.start();
    for (const at of [0, 2, 4]) {
      for (const side of ['left', 'right']) {
        const box = await visitor.ask((at) => document.querySelectorAll('.stage .option')[at].getBoundingClientRect().toJSON(), at);
        const frame = await visitor.page.evaluate((frame) => frame.getBoundingClientRect().toJSON(), visitor.element);
        await visitor.page.mouse.click(
          frame.left + (side === 'left' ? box.left + 3 : box.right - 4),
          frame.top + (box.top + box.bottom) / 2,
        );
        assert.equal(
          await visitor.ask((at) => document.querySelectorAll('.stage input')[at].checked, at),
          true,
          `option ${at + 1}, ${side}`,
        );
        // Another one, so that the next press has to choose.
        await visitor.press('another', (at) => document.querySelectorAll('.stage .option')[at], at === 0 ? 1 : 0);
      }
    }
  });

  test('letters are 16 pixels and more, lines half as high again, and no longer than 70 characters', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 1280 });
    await survey(visitor, () => lines(visitor), { visits: some });
  });

  test('on a phone the way on is in view with every question of up to five short answers', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 360, height: 640 });
    let short = 0;
    await survey(
      visitor,
      async () => {
        const screen = await visitor.look();
        if (screen.at !== 'question' || screen.options.length > 5) return [];
        short += 1;
        const seen = await visitor.ask(() => {
          const { top, bottom } = document.querySelector('.stage .primary').getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
        return seen ? [] : ['Continue is out of view'];
      },
      { visits: some, missed: false },
    );
    assert.ok(short >= 1);
  });

  test('where two levels are close, both are shown alike', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 1280 });
    let pairs = 0;
    await survey(
      visitor,
      async (name) => {
        const cards = await visitor.ask(() =>
          [...document.querySelectorAll('.level')].map((card) => {
            const { width, height } = card.getBoundingClientRect();
            return {
              size: `${Math.round(width)} by ${Math.round(height)}`,
              look: ['color', 'fontSize', 'backgroundColor', 'borderColor'].map((what) => getComputedStyle(card)[what]).join(),
              words: card.innerText.length,
            };
          }),
        );
        if (!cards.length) return [];
        pairs += 1;
        const [one, other] = cards;
        assert.equal(one.size, other.size, name);
        assert.equal(one.look, other.look, name);
        assert.ok(
          Math.abs(one.words - other.words) <= Math.max(one.words, other.words) * 0.25,
          `${name}: ${one.words} and ${other.words} characters`,
        );
        return [];
      },
      { visits: ['both: cocaine every day, and most days undone', 'somebody about an adult they love'] },
    );
    assert.ok(pairs >= 2);
  });

  test('from right to left everything is mirrored, fits, and telephone numbers read from left to right', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 1280 });
    await resize(visitor, 400, 680);
    let numbers = 0;
    const places = () =>
      visitor.ask(() => {
        const { clientWidth } = document.scrollingElement;
        const names = ['.crisis p', '.exit', '.stage h2', '.back', '.option', '.option input', '.option span', '.primary', '.card', '.way'];
        return Object.fromEntries(
          names.flatMap((name) => {
            const one = [...document.querySelectorAll(name)].find((one) => one.getClientRects().length);
            if (!one) return [];
            const { left, right, width } = one.getBoundingClientRect();
            return [[name, { start: Math.round(left), end: Math.round(clientWidth - right), width: Math.round(width) }]];
          }),
        );
      });
    await survey(
      visitor,
      async (name) => {
        const before = await places();
        await visitor.ask(() => (document.documentElement.dir = 'rtl'));
        await painted(visitor);
        const after = await places();
        for (const [what, { start, end, width }] of Object.entries(before)) {
          // Whatever has its own width keeps it, and lies as far from the other side.
          if (after[what].width !== width) continue;
          const bar = 16; // A scroll bar changes sides, or not.
          assert.ok(
            Math.abs(after[what].end - start) <= bar && Math.abs(after[what].start - end) <= bar,
            `${name}: ${what} is not mirrored`,
          );
        }
        await speak(visitor, 'mirror');
        const found = await overflows(visitor);
        // The first digit of a number lies left of the last.
        const turned = await visitor.ask(() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const wrong = [];
          let numbers = 0;
          while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            const number = /[(]?\d[\d() -]{6,}\d/.exec(data);
            if (!number || !parentElement.getClientRects().length || parentElement.closest('script')) continue;
            numbers += 1;
            const at = (place) => {
              const range = document.createRange();
              range.setStart(walker.currentNode, place);
              range.setEnd(walker.currentNode, place + 1);
              return range.getBoundingClientRect();
            };
            const [first, last] = [at(number.index), at(number.index + number[0].length - 1)];
            if (Math.abs(first.top - last.top) < 8 && first.left > last.left) wrong.push(`turned around: ${data}`);
          }
          return { wrong, numbers };
        });
        numbers += turned.numbers;
        await visitor.ask(() => (document.documentElement.dir = 'ltr'));
        await speak(visitor, 'en');
        return [...found, ...turned.wrong];
      },
      { visits: some },
    );
    assert.ok(numbers > 3, `${numbers} telephone numbers`);
  });

  test('with the device on its side everything fits and can be pressed', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 568, height: 320 });
    await survey(visitor, () => overflows(visitor), { visits: ['an emergency'] });
  });

  test('a press that is taken back before it ends does nothing, quick exit included', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    const { mouse } = visitor.page;
    const takeBack = async (selector) => {
      const before = await visitor.look();
      const { x, y } = await visitor.placeOf(await visitor.hold((selector) => document.querySelector(selector), selector), selector);
      await mouse.move(x, y);
      await mouse.down();
      // To where there is nothing to press.
      const { x: aside, y: below } = await visitor.placeOf(
        await visitor.hold((at) => document.querySelector(`${at} h2`), before.at === 'start' ? '.start' : '.stage'),
        'the heading',
      );
      await mouse.move(aside, below);
      await mouse.up();
      await painted(visitor);
      const { focus, ...after } = await visitor.look();
      delete before.focus;
      assert.deepEqual(after, before, selector);
    };
    await takeBack('.exit');
    await takeBack('.start .primary');
    await visitor.start();
    for (const selector of ['.exit', '.stage .option', '.stage .primary', '.switch']) await takeBack(selector);
    assert.equal(visitor.page.url(), it.site.url('/page.html'));
    // Control: the same press, not taken back.
    await visitor.choose('me');
    assert.notEqual((await visitor.go()).heading, say('who.ask.self'));
  });
});
