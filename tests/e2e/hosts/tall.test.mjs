// A frame of which only a part is in view: taller than the window, or in another frame that is as tall as what is in it. What to do
// first in danger is in view all the same, and the page is not scrolled for it: that would tell it of each screen.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from '../support/browsers.mjs';
import { testIf } from '../support/level.mjs';
import { FINDER, page } from '../support/site.mjs';
import { becomes, until, Visitor, visit } from '../support/visitor.mjs';
import { placeOf } from '../support/words.mjs';

const tall = (style) => FINDER.replace('min-height:680px', style);
const WINDOW = { width: 1000, height: 650 };

/** What a page does with the height, and what it does later. */
const PLACES = {
  'a finder of 1,400 pixels': { finder: tall('min-height:1400px') },
  'a finder of three windows': { finder: tall('height:300vh') },
  'its own height, set by the page': { head: '<style>:root { --program-finder-height: 1400px }</style>' },
  'in a column that stretches it': { finder: `<div style="display:flex;min-height:1500px">${FINDER}</div>` },
  'in a box that scrolls': { finder: `<div style="height:600px;overflow:auto">${tall('min-height:1400px')}</div>` },
  'drawn twice as large after it has loaded': { later: () => (document.body.style.zoom = '2') },
  'drawn larger by a transformation': {
    later: () => (document.querySelector('program-finder').style.cssText += ';transform:scale(1.3);transform-origin:0 0;width:700px'),
  },
};
const SOME = ['a finder of 1,400 pixels', 'drawn twice as large after it has loaded'];

/** Which of heading and first thing to do are seen in the window, by their places in the frame and its place in the page. */
const inView = async ({ page, element, ask }, visitor) => {
  const parts = await ask.call(visitor, () =>
    ['.stage .heading, .stage h2', '.stage .first'].map((one) => {
      const found = document.querySelector(one);
      if (!found) return undefined;
      const { top, height, left, width } = found.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return { top, bottom: top + height, clear: found.contains(hit) };
    }),
  );
  const { top, scale } = await page.evaluate((frame) => {
    const box = frame.getBoundingClientRect();
    return { top: box.top, scale: box.height / frame.offsetHeight || 1 };
  }, element);
  const height = await page.evaluate(() => innerHeight);
  return parts.map((part) => part?.clear && top + part.top * scale >= 0 && top + part.bottom * scale <= height);
};

inEachEngine('a frame that is taller than what is in view', (it) => {
  for (const [where, { later, ...parts }] of Object.entries(PLACES)) {
    testIf(it.name === 'chromium' || SOME.includes(where))(
      `${where}: in danger the number to call is in view, and the page is not scrolled`,
      async (t) => {
        it.answers['/page.html'] = page({ before: '<h1>Lantern Cove</h1>', after: '<p style="height:2000px">Our address</p>', ...parts });
        const visitor = await visit(t, it, it.site.url('/page.html'), WINDOW);
        if (later) await visitor.page.evaluate(later);
        await visitor.approach();
        // By scripts, so that nothing but the finder itself could scroll.
        const press = (selector) =>
          visitor.turn(() => visitor.ask((one) => document.querySelector(one).click(), selector), `a press on ${selector}`);
        await press('.start .primary');
        await visitor.ask(() => document.querySelector('.option').click());
        await press('.stage .primary');
        const danger = placeOf(
          'danger',
          'suicide_now',
          (await visitor.look()).options.map(({ words }) => words),
        );
        await visitor.ask((at) => document.querySelectorAll('.option')[at].click(), danger);
        // As far down as somebody may be who presses the button at the end of a long question.
        const scrolled = await visitor.page.evaluate((frame) => {
          const box = frame.getBoundingClientRect();
          for (const one of [document.scrollingElement, frame.getRootNode().host.parentElement])
            one.scrollTop += Math.min(box.height - 600, 560);
          return [scrollX, scrollY];
        }, visitor.element);
        await press('.stage .primary');
        assert.equal((await visitor.look()).at, 'safety');
        await becomes(() => inView(visitor, visitor), [true, true], where);
        assert.deepEqual(await visitor.page.evaluate(() => [scrollX, scrollY]), scrolled);
        // The next screen begins where the visitor is by then.
        await visitor.approach();
        await press('.stage .back');
        await becomes(async () => (await inView(visitor, visitor))[0], true, 'the question again');
      },
    );
  }

  test('on a phone, in a frame as tall as its page: the question is in view when Start has opened it', async (t) => {
    if (it.name === 'webkit') return t.skip('its driver finds no frame in a frame');
    const inner = await it.open({ '/page.html': page({ before: '<h1>Lantern Cove</h1><p style="height:900px">Words</p>' }) });
    t.after(inner.close);
    it.answers['/outer.html'] =
      `<!doctype html><meta name="viewport" content="width=device-width"><style>body{margin:0}iframe{display:block;border:0;width:100%;height:2700px}</style><iframe src="${inner.url('/page.html')}"></iframe>`;
    const context = await it.browser.createBrowserContext();
    t.after(() => context.close());
    const opened = await context.newPage();
    await opened.setViewport({ width: 390, height: 700 });
    await opened.goto(it.site.url('/outer.html'), { waitUntil: 'load' });
    const middle = await until(() => opened.frames().find((one) => one.url() === inner.url('/page.html')), 'the page in the frame');
    await until(
      () => middle.evaluate(() => Boolean(document.querySelector('program-finder')?.shadowRoot?.querySelector('.ready iframe'))),
      'the finder',
    );
    const element = await middle.evaluateHandle(() => document.querySelector('program-finder').shadowRoot.querySelector('iframe'));
    const visitor = new Visitor(/** @type {any} */ (middle), /** @type {any} */ (element), await element.contentFrame(), 'mouse');
    await until(() => visitor.ask(() => document.body.classList.contains('sealed')), 'the start screen');
    await opened.evaluate(() => scrollTo(0, 1000));
    await visitor.ask(() => document.querySelector('.start .primary').click());
    await until(async () => (await visitor.look()).at === 'question', 'the first question');
    const seen = () =>
      opened
        .evaluate(() => scrollY)
        .then(async (scrolled) => {
          const at = await visitor.ask(() => document.querySelector('.stage h2').getBoundingClientRect().top);
          const box = await middle.evaluate((frame) => frame.getBoundingClientRect().top, element);
          return box + at > scrolled && box + at < scrolled + 500;
        });
    await becomes(seen, true, 'the question is in view');
  });
});
