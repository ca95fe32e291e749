// The result in each of its states: where things are and how much there is of it, on a phone and on a desk, in both
// languages and with the widest letters that this machine has for "system-ui". And what people come for: to call, what it
// costs, when and where, each in view, or one press away.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { speak } from './support/languages.mjs';
import { testIf } from './support/level.mjs';
import { painted } from './support/looks.mjs';
import { page } from './support/site.mjs';
import { STATES } from './support/states.mjs';
import { visit } from './support/visitor.mjs';
import { say } from './support/words.mjs';

const PHONE = { width: 360, height: 740, touch: true };
const DESK = { width: 1280, height: 800 };
/** As high as a card of a program may be, and anything to press at least. */
const CARD = 260;
const FINGER = 44;
/** The most screens, folded, of a clear IOP. The rows of the others, and of Firefox, are a little higher. */
const SCREENS = { 'clear: IOP, chromium': 4.5, other: 4.6 };

/** Opens the result of this state. */
const resultOf = async (t, it, state, size) => {
  const visitor = await visit(t, it, it.site.url('/page.html'), size);
  // On a phone the finder opens over the page; on a desk it is part of it.
  if (!size.touch)
    await visitor.page.evaluate((height) => (document.querySelector('program-finder').style.minHeight = `${height}px`), size.height);
  await visitor.arrive(STATES[state]);
  return visitor;
};

/** Unfolds what is folded under the words of this key. */
const unfold = (visitor, key) =>
  visitor.press(`"${key}"`, (words) => [...document.querySelectorAll('summary')].find((one) => one.innerText.trim() === words), say(key));

/** Where things are, in pixels from the top of the window, with the result at its beginning. */
const places = (visitor) =>
  visitor.ask(() => {
    const root = document.scrollingElement;
    root.scrollTop = 0;
    const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
    const box = (one) => {
      const { top, bottom, width, height } = one.getBoundingClientRect();
      return { top, bottom, width, height, words: one.innerText.trim(), href: one.getAttribute('href') };
    };
    const all = (selector) => shown(selector).map(box);
    return {
      height: root.scrollHeight,
      wide: root.scrollWidth - root.clientWidth,
      headings: all('.steps .heading'),
      level: all('.suggestion .heading')[0],
      bar: all('.stick')[0],
      // What leads to somebody in one press, in the order of the page.
      ways: all('.result .calls a, .stick a'),
      programs: all('.programs .program'),
      reasons: all('.why > .reasons > li').length,
      folds: all('.fold > summary').map(({ words }) => words),
      pressed: all('.result :is(button, summary, .option, .call, .way), .stick a'),
    };
  });

/** One of each shape of a result, for a run that is not full. */
const SOME = ['clear: IOP', 'medical team today', 'two levels', 'at least', 'not enough', '24-hour', 'emergency', 'child'];

inEachBrowser('result', (it) => {
  it.answers = { '/page.html': page({ head: '<style>body { margin: 0 }</style>', before: '', after: '' }) };
  const all = it.name === 'chromium';

  for (const state of Object.keys(STATES).filter((name) => all || /IOP|emergency/.test(name))) {
    testIf(SOME.includes(state) && (all || state === 'emergency'))(
      `${state}: the suggestion and one thing to do are on a phone's first screen`,
      async (t) => {
        const visitor = await resultOf(t, it, state, PHONE);
        for (const lang of ['es', 'en']) {
          await speak(visitor, lang);
          await painted(visitor);
          const { height, wide, headings, level, bar, ways, programs, reasons, pressed } = await places(visitor);
          const at = `${state}, ${lang}`;
          assert.equal(wide, 0, `${at}: nothing is scrolled sideways`);
          assert.ok(bar.bottom <= PHONE.height + 0.5 && bar.height < 90, `${at}: the bar stays at the foot`);
          const inView = ways.filter((way) => way.bottom <= PHONE.height + 0.5);
          assert.ok(inView.length > 0, `${at}: one thing to do is in view`);
          const urgent = state.startsWith('emergency');
          if (!urgent) assert.ok(level.bottom <= PHONE.height, `${at}: the suggestion ends at ${level.bottom}`);
          assert.ok(headings[0].top < 200, `${at}: what is first begins at ${headings[0].top}`);
          if (urgent) {
            assert.equal(ways[0].href, 'tel:911', `${at}: 911 is first`);
            assert.ok(ways[0].bottom < bar.top, `${at}: and in view`);
            assert.equal(programs.length, 0, `${at}: programs are folded`);
            assert.ok(height <= 3 * PHONE.height, `${at}: ${height} px`);
          }
          // In danger and for a child the provider is not the one to call.
          const provider = ways.some((way) => /5550142|5550143/.test(way.href));
          assert.equal(provider, !urgent && state !== 'child', `${at}: ${ways.map((way) => way.href)}`);
          if (/^clear/.test(state))
            assert.ok(height <= (SCREENS[`${state}, ${it.name}`] ?? SCREENS.other) * PHONE.height, `${at}: ${height} px`);
          assert.ok(programs.length <= 3 && reasons <= 3, `${at}: ${programs.length} programs, ${reasons} reasons`);
          for (const one of programs) {
            // In words twice as long as most, or with something that does not fit, it may be a line or two higher.
            assert.ok(one.height <= CARD + (lang === 'es' ? 44 : 0), `${at}: ${one.words} is ${one.height} px high`);
          }
          for (const one of pressed) assert.ok(one.height >= FINGER - 0.5, `${at}: "${one.words}" is ${one.height} px high`);
        }
      },
    );
  }

  test('on a desk a clear result is three screens at most, with who to call beside it', async (t) => {
    const visitor = await resultOf(t, it, 'clear: IOP', DESK);
    const { height, bar, ways, level } = await places(visitor);
    assert.ok(height <= 3 * DESK.height, `${height} px`);
    assert.equal(bar, undefined, 'no bar');
    assert.ok(ways[0].href === 'tel:+15555550142' && ways[0].bottom < 500 && level.bottom < 500);
  });

  test('the levels are compared without scrolling sideways; 24-hour care has its column where it is one of them', async (t) => {
    for (const [state, columns] of Object.entries({
      'clear: IOP': ['outpatient', 'iop', 'php'],
      '24-hour': ['iop', 'php', 'day_and_night'],
    })) {
      const visitor = await resultOf(t, it, state, PHONE);
      await unfold(visitor, 'result.compare');
      const seen = await visitor.ask(() => {
        const table = document.querySelector('.compare');
        const { left, right } = table.getBoundingClientRect();
        return {
          columns: [...table.querySelectorAll('thead th > span:first-child')].map((one) => one.innerText),
          inside: [...table.querySelectorAll('th, td')].every((one) => one.getBoundingClientRect().right <= right + 0.5),
          fits: left >= 0 && right <= document.scrollingElement.clientWidth,
          differing: [...table.querySelectorAll('tbody tr')].every(
            (row) => new Set([...row.querySelectorAll('td')].map((one) => one.innerText)).size > 1,
          ),
        };
      });
      assert.deepEqual(
        seen,
        { columns: columns.map((level) => say(`level.${level}.short`)), inside: true, fits: true, differing: true },
        state,
      );
    }
  });

  test('one answer that would settle it is asked on the result, and settles it', async (t) => {
    const state = Object.keys(STATES).find((name) => name === 'PHP or 24-hour');
    const visitor = await resultOf(t, it, state, PHONE);
    const before = await visitor.ask(() => [...document.querySelectorAll('.settle .choices button')].map((one) => one.innerText.trim()));
    assert.ok(before.length > 2, 'its options are there');
    await visitor.turn(() => visitor.press('an answer', () => document.querySelector('.settle .choices button')), 'the answer');
    const { at } = await visitor.look();
    const { level } = await places(visitor);
    assert.equal(at, 'result');
    const levels = ['outpatient', 'iop', 'php', 'day_and_night'].map((one) => say(`result.heading.${one}`));
    assert.ok(levels.includes(level.words), level.words);
    assert.equal(await visitor.ask(() => document.querySelector('.settle')), null);
  });

  const JOURNEYS = {
    'a drinker at night': 'medical check first: IOP',
    'a student': 'clear: PHP',
    'the mother of a teen': 'parent of a teen',
    'the wife of a man who uses opioids': 'loved one',
    'somebody who leaves a stay': 'step-down',
  };
  for (const [who, state] of Object.entries(JOURNEYS)) {
    testIf(all)(`${who} finds whom to call in view, and cost, when and where one press away at most`, async (t) => {
      const visitor = await resultOf(t, it, state, PHONE);
      const { ways } = await places(visitor);
      assert.ok(
        ways.some((way) => way.href === 'tel:+15555550142' && way.bottom <= PHONE.height + 0.5),
        'to call',
      );
      const facts = await visitor.ask(() =>
        [...document.querySelectorAll('.side, .programs > .program')]
          .filter((one) => one.checkVisibility())
          .map((one) => one.innerText)
          .join('\n'),
      );
      assert.match(facts, /Monday to Friday 8 am/, 'when somebody answers');
      assert.match(facts, /18 Breakwater Street/, 'where');
      assert.match(facts, /\d (a|p)\.m\.|days? a week/, 'when a program meets');
      assert.match(facts, /Takes: /, 'who pays');
      await unfold(visitor, 'result.cost');
      const cost = await visitor.ask(() => [...document.querySelectorAll('.fold[open]')].map((one) => one.innerText).join(' '));
      assert.match(cost, /take: .*insurance/i, 'what is taken');
    });
  }

  test('somebody in crisis finds 911 and 988 in view, and the programs and the provider one press away', async (t) => {
    const visitor = await resultOf(t, it, 'emergency', PHONE);
    const { ways, folds } = await places(visitor);
    const hrefs = ways.filter((way) => way.bottom <= PHONE.height + 0.5).map((way) => way.href);
    assert.ok(hrefs.includes('tel:911') && hrefs.includes('tel:988'), hrefs.join());
    assert.ok(folds.includes(say('result.programs.later')), folds.join());
    await unfold(visitor, 'result.programs.later');
    assert.ok((await places(visitor)).programs.length > 0);
  });
});
