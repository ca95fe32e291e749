// Nothing that is done in the finder scrolls the page around it: by how much would tell what was done. The window is too
// low for the finder, which stands 200 px down the page, and the page can scroll a long way in both directions. Not in
// WebKit: its driver's keys do not lead into a frame, and the control scrolls nothing there.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from '../support/browsers.mjs';
import { FULL, leftOut, testIf } from '../support/level.mjs';
import { PEOPLE } from '../support/people.mjs';
import { FINDER, page } from '../support/site.mjs';
import { tour } from '../support/tour.mjs';
import { meet, openPage, Visitor } from '../support/visitor.mjs';

/** @import { Setup } from '../support/browsers.mjs' */
/** @import { Hand } from '../support/visitor.mjs' */

const SIZES = [
  [1366, 650],
  [1280, 500],
  [1024, 600],
  [800, 560],
  [620, 740],
];
// How far the page is scrolled: the finder begins in the window, fills it, or ends in it.
const POSITIONS = [0, 330, 560];
const TALL = '<style>body { margin: 0 } .before { display: block; height: 200px } .after { height: 2000px }</style>';
const PAGE = {
  head: TALL,
  before: '<a class="before" href="#here">Menu</a>',
  after: '<p class="after"><a class="end" href="#there">Address</a></p>',
};
// The same shape, and nothing done about it.
const NAIVE = `<iframe class="naive" sandbox="allow-scripts" style="display:block;border:0;width:600px;height:680px" srcdoc="<form>${Array.from(
  { length: 20 },
  (_, at) => `<label style=&quot;display:block;padding:20px&quot;><input type=radio name=one>${at}</label>`,
).join('')}</form>"></iframe>`;

leftOut('with Tab and the wheel the screens beyond a short visit, and the page scrolled to its end');
const SHORT = [FULL ? 'an emergency' : 'a child under 13'];

/** Notes every place that the page is scrolled to. */
const watch = (opened) =>
  opened.evaluate(() => {
    self.scrolls = [];
    addEventListener('scroll', () => scrolls.push([scrollX, scrollY]));
  });
const settle = (opened) => opened.evaluate(() => new Promise((done) => setTimeout(done, 150)));
/** Puts the page where it is to be, and forgets how it got there. */
const put = async (opened, top) => {
  await opened.evaluate(async (top) => {
    if (Math.abs(scrollY - top) < 1) return;
    // On a busy machine the event comes late, and would be taken for one that the finder caused.
    const told = new Promise((done) => addEventListener('scroll', done, { once: true }));
    scrollTo({ top, behavior: 'instant' });
    await told;
  }, top);
  await settle(opened);
  await opened.evaluate(() => (scrolls.length = 0));
};
const moved = async (opened) => {
  await settle(opened);
  return opened.evaluate(() => scrolls.splice(0));
};

/** A visitor who takes the page as it is scrolled: presses what is in the window, as near its edge as can be, and goes by keys where nothing is. */
class Still extends Visitor {
  byPlace = 0;
  /** Focus is in the finder: presses and Tab no longer come from the page. */
  going = false;

  async placeOf(element) {
    const { left, top, low } = await this.page.evaluate((frame) => {
      const { left, top, bottom } = frame.getBoundingClientRect();
      return { left, top, low: Math.min(bottom, innerHeight) - top };
    }, this.element);
    const place = await this.ask(
      (it, high, low) => {
        const row = it.closest('.option') ?? it;
        const hit = (x, y) => y > high && y < low - 2 && [it, row].some((one) => one.contains(document.elementFromPoint(x, y)));
        const scroller = document.scrollingElement;
        // Ten pixels of it are in the window, if that can be.
        for (const at of [low - 10, low - 60, low - 140, (low + high) / 2, high + 100]) {
          scroller.scrollTop += row.getBoundingClientRect().top - at;
          const { left, top, bottom } = row.getBoundingClientRect();
          for (const y of [top + 5, (top + bottom) / 2]) if (hit(left + 30, y)) return { x: left + 30, y };
        }
        return undefined;
      },
      element,
      Math.max(0, -top),
      low,
    );
    return place && { x: place.x + left, y: place.y + top };
  }

  async press(what, pick, ...values) {
    const element = await this.hold(pick, ...values);
    const place = this.hand !== 'keys' && (await this.placeOf(element));
    if (!place) await this.pressByKeys(what, element);
    else if (this.hand === 'touch') await this.page.touchscreen.tap(place.x, place.y);
    else await this.page.mouse.click(place.x, place.y);
    if (place) this.byPlace += 1;
    await element.dispose();
  }

  async pressByKeys(what, element) {
    // Tab stops at one radio button of a group, and arrows lead on from there.
    const stop = await this.hold((it) => {
      const input = it.querySelector('input');
      const first = input?.type === 'radio' && (document.querySelector('[type=radio]:checked') ?? document.querySelector('[type=radio]'));
      return first || input || it;
    }, element);
    await this.tabTo(what, stop);
    const there = () => this.ask((it) => it.contains(document.activeElement), element);
    while (!(await there())) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press(what.startsWith('option') ? ' ' : 'Enter');
  }
}

/**
 * Past the start screen, with the page scrolled to `top`.
 * @param {any} t
 * @param {Setup} it
 * @param {{ size: number[], top: number, hand?: Hand }} options
 */
const begin = async (t, it, { size: [width, height], top, hand = 'mouse' }) => {
  const opened = await openPage(t, it, it.site.url('/page.html'), { width, height, touch: hand === 'touch' });
  const { page, element, frame } = await meet(opened, { hand });
  await watch(opened);
  await put(opened, top);
  return new Still(page, element, frame, hand);
};

const WAYS = {
  Tab: (keyboard) => keyboard.press('Tab'),
  'Shift+Tab': async (keyboard) => {
    await keyboard.down('Shift');
    await keyboard.press('Tab');
    await keyboard.up('Shift');
  },
  ArrowDown: (keyboard) => keyboard.press('ArrowDown'),
  ArrowUp: (keyboard) => keyboard.press('ArrowUp'),
  End: (keyboard) => keyboard.press('End'),
  Home: (keyboard) => keyboard.press('Home'),
};

inEachBrowser(
  'the page stays where it is',
  (it) => {
    it.answers['/page.html'] = page({ ...PAGE, finder: FINDER });
    it.answers['/naive.html'] = page({ ...PAGE, finder: NAIVE, script: '' });
    /** @type {Hand[]} */
    const hands = it.name === 'chromium' ? ['keys', 'mouse', 'touch'] : ['keys', 'mouse'];
    const people = ['a teen', 'dangerous withdrawal', 'a parent of a teen'];

    for (const [turn, size] of SIZES.entries()) {
      const hand = hands[turn % hands.length];
      testIf(it.own ? turn === 2 : turn < 2)(`in whole visits, in a window of ${size.join(' by ')}, by ${hand}`, async (t) => {
        for (const [at, top] of (FULL ? POSITIONS : POSITIONS.slice(0, 2)).entries()) {
          const name = people[(turn + at) % people.length];
          const visitor = await begin(t, it, { size, top, hand });
          const started = async (screen) => {
            // Until focus is in the finder a press or Tab comes from the page.
            if (screen.at === 'start') return;
            if (visitor.going) return;
            visitor.going = true;
            await put(visitor.page, top);
          };
          await visitor.complete(PEOPLE[name].answers, started);
          assert.deepEqual(await moved(visitor.page), [], `${name}, ${top} px down`);
          if (hand !== 'keys') assert.ok(visitor.byPlace > 3, `${visitor.byPlace} presses were by place`);
          await visitor.page.close();
        }
      });
    }

    testIf(!it.own)('with every key, at every stop, on every kind of screen', async (t) => {
      const visitor = await begin(t, it, { size: SIZES[0], top: 0 });
      const opened = visitor.page;
      let screens = 0;
      const look = async (name) => {
        if (name === 'start' || name.endsWith('unfolded')) return;
        screens += 1;
        for (const top of FULL ? POSITIONS : POSITIONS.slice(0, 2)) {
          await put(opened, top);
          await visitor.ask(() => document.querySelector('.stage').querySelector('h2, .error-summary').focus({ preventScroll: true }));
          for (const [key, press] of Object.entries(WAYS)) {
            // Not out of the finder: that is the browser's to do, and the same on every screen.
            const end = { Tab: '.actions button:last-child', 'Shift+Tab': '.crisis a' }[key] ?? 'html';
            const inside = () => visitor.ask((end) => !document.activeElement.matches(end), end);
            for (let presses = 0; presses < (key === 'Tab' ? 8 : 3) && (await inside()); presses++) await press(opened.keyboard);
            assert.deepEqual(await moved(opened), [], `${name}: ${key}, ${top} px down`);
          }
        }
        await put(opened, 0);
      };
      await tour(visitor, look, { visits: ['an emergency'], presses: true });
      assert.ok(screens > (FULL ? 8 : 3), `${screens} screens`);
    });

    testIf(!it.own)('and Tab comes in by the same way on every screen, from before and from behind', async (t) => {
      const visitor = await begin(t, it, { size: SIZES[0], top: 0 });
      const opened = visitor.page;
      const ways = new Map();
      await tour(
        visitor,
        async (name) => {
          for (const [from, key] of [
            ['.before', 'Tab'],
            ['.end', 'Shift+Tab'],
          ]) {
            await opened.evaluate((from) => document.querySelector(from).focus({ preventScroll: true }), from);
            await put(opened, 100);
            await WAYS[key](opened.keyboard);
            await settle(opened);
            assert.ok(await visitor.ask(() => document.hasFocus()), `${name}: ${key} leads in`);
            const gone = (await moved(opened)).at(-1);
            assert.deepEqual(gone, ways.get(key) ?? gone, `${name}: ${key}`);
            ways.set(key, gone);
          }
          await put(opened, 0);
        },
        { visits: SHORT, presses: true },
      );
    });

    testIf(!it.own)('under a wheel, at both ends, on every kind of screen', async (t) => {
      const visitor = await begin(t, it, { size: SIZES[0], top: 0 });
      const opened = visitor.page;
      await tour(
        visitor,
        async (name) => {
          if (name.startsWith('start')) return;
          await put(opened, 100);
          await opened.mouse.move(500, 350);
          for (const deltaY of [...Array(30).fill(400), ...Array(30).fill(-400), 3000, 3000, -3000, -3000])
            await opened.mouse.wheel({ deltaY });
          assert.deepEqual(await moved(opened), [], name);
          await put(opened, 0);
        },
        { visits: SHORT, presses: true },
      );
    });

    if (it.name === 'chromium') {
      testIf(it.own)('under a finger that drags, at both ends, on every kind of screen', async (t) => {
        const visitor = await begin(t, it, { size: [620, 740], top: 0, hand: 'touch' });
        const opened = visitor.page;
        visitor.hand = 'keys'; // The finger only drags here.
        const drag = async (from, to) => {
          await opened.touchscreen.touchStart(300, from);
          for (let step = 1; step <= 6; step++) await opened.touchscreen.touchMove(300, from + ((to - from) * step) / 6);
          await opened.touchscreen.touchEnd();
        };
        await tour(
          visitor,
          async (name) => {
            if (name.startsWith('start')) return;
            await put(opened, 100);
            for (let turn = 0; turn < 3; turn++) await drag(680, 200);
            for (let turn = 0; turn < 3; turn++) await drag(250, 690);
            assert.deepEqual(await moved(opened), [], name);
            await put(opened, 0);
          },
          { visits: ['a child under 13'], presses: true },
        );
      });
    }

    test('control: a frame that leaves it to the browser scrolls the page', async (t) => {
      const opened = await openPage(t, it, it.site.url('/naive.html'), { width: 1366, height: 650 });
      await watch(opened);
      await put(opened, 0);
      const [x, y] = await opened.evaluate(() => {
        const { x, y } = document.querySelector('.naive').getBoundingClientRect();
        return [x, y];
      });
      await opened.mouse.click(x + 60, y + 60);
      for (let presses = 0; presses < 12; presses++) await opened.keyboard.press('ArrowDown');
      assert.notDeepEqual(await moved(opened), []);
    });
  },
  { processes: true },
);
