// The place that a page gives the finder: as wide as what is in it, hidden at first, not to be seen.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from '../support/browsers.mjs';
import { testIf } from '../support/level.mjs';
import { FINDER, page } from '../support/site.mjs';
import { becomes, meet, openPage, until, visit } from '../support/visitor.mjs';

const BARE = FINDER.replace('style="display:block;min-height:680px"', '');
const wrapped = (style, depth) => `<div style="${style}">`.repeat(depth) + FINDER + '</div>'.repeat(depth);
const PLACES = {
  'in a row': `<div style="display:flex">${FINDER}</div>`,
  'in a row beside something': `<div style="display:flex">${FINDER}<p>Beside it</p></div>`,
  'in a column, in its middle': `<div style="display:flex;flex-direction:column;align-items:center">${FINDER}</div>`,
  'in a row of rows': wrapped('display:flex', 10),
  'in a grid': `<div style="display:grid;justify-content:start">${FINDER}</div>`,
  'in a grid of columns as wide as what is in them': `<div style="display:grid;grid-template-columns:auto auto;justify-items:start">${FINDER}</div>`,
  afloat: `<div style="float:left">${FINDER}</div>`,
  'in a line': `<div style="display:inline-block">${FINDER}</div>`,
  'in the cell of a table': `<table><tr><td>${FINDER}</td></tr></table>`,
  'in a place without a place': `<div style="position:absolute">${FINDER}</div>`,
  'as wide as what is in it': `<div style="width:fit-content">${FINDER}</div>`,
  'without a style of its own, in a row': `<div style="display:flex">${BARE}</div>`,
};

inEachEngine('the place of a finder', (it) => {
  for (const [where, finder] of Object.entries(PLACES)) {
    test(`${where} it is wide enough to be read, and no wider than the page`, async (t) => {
      it.answers['/page.html'] = page({ finder });
      const visitor = await visit(t, it, it.site.url('/page.html'));
      const {
        width,
        page: all,
        scrolls,
      } = await visitor.page.evaluate((frame) => {
        const { clientWidth, scrollWidth } = document.documentElement;
        return { width: frame.getBoundingClientRect().width, page: clientWidth, scrolls: scrollWidth > clientWidth };
      }, visitor.element);
      assert.ok(width >= 480 && width <= all, `${width} of ${all}`);
      assert.equal(scrolls, false);
      // Of that width it is no place to open over the page.
      await visitor.start();
      assert.equal(await visitor.page.evaluate(() => document.querySelector('program-finder').shadowRoot.querySelector('[open]')), null);
    });
  }

  test('in a closed popup it is neither seen nor pressed', async (t) => {
    it.answers['/page.html'] = page({ finder: `<div id="popup" style="position:fixed;inset:0;visibility:hidden">${FINDER}</div>` });
    const opened = await openPage(t, it, it.site.url('/page.html'));
    const ready = () => opened.evaluate(() => Boolean(document.querySelector('program-finder').shadowRoot?.querySelector('.ready iframe')));
    await until(ready, 'the finder to be ready');
    const hit = () => opened.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.localName);
    assert.notEqual(await hit(), 'program-finder');
    await opened.evaluate(() => (document.querySelector('#popup').style.visibility = 'visible'));
    await (await meet(opened)).start();
  });

  // Ways to close what stays laid out. One page has a finder in each.
  const CLOSED = {
    'visibility: hidden; opacity: 0': 'visibility:hidden;opacity:0',
    'visibility: collapse': 'visibility:collapse',
    'pointer-events: none': 'opacity:0;pointer-events:none',
    inert: 'opacity:0;interactivity:inert;pointer-events:none',
    'moved out of the window': 'transform:translateX(-200vw)',
    'cut to nothing': 'clip-path:inset(50%)',
    'in the background': 'z-index:-1;opacity:0',
  };
  testIf(it.name === 'chromium')('in a popup closed in any other way it takes no press that is meant for the page', async (t) => {
    const popups = Object.values(CLOSED).map((style) => `<div style="position:fixed;inset:0;${style}">${FINDER}</div>`);
    const before = '<button style="position:relative;display:block;margin:300px auto">Call</button>';
    it.answers['/page.html'] = page({ before, finder: `<div style="position:relative">${popups.join('')}</div>` });
    const opened = await openPage(t, it, it.site.url('/page.html'));
    const ready = () =>
      opened.evaluate(() =>
        [...document.querySelectorAll('program-finder')].every((one) => one.shadowRoot?.querySelector('.ready iframe')),
      );
    await until(ready, 'the finders to be ready');
    await opened.evaluate(() => {
      document.querySelector('button').addEventListener('click', () => (document.title = 'called'));
    });
    await opened.click('button');
    assert.equal(await opened.evaluate(() => document.title), 'called');
  });

  test('in a panel that is opened later it has its colors', async (t) => {
    it.answers['/page.html'] = page({ finder: `<div id="panel" style="display:none">${FINDER}</div>` });
    it.answers['/finder.json'] = {
      body: JSON.stringify({ theme: { mode: 'dark', tokens: { 'color-accent': '#222', 'color-text': '#333' } } }),
    };
    t.after(() => delete it.answers['/finder.json']);
    const opened = await openPage(t, it, it.site.url('/page.html'));
    const ready = () => opened.evaluate(() => Boolean(document.querySelector('program-finder').shadowRoot?.querySelector('.ready iframe')));
    await until(ready, 'the finder to be ready');
    await opened.evaluate(() => (document.querySelector('#panel').style.display = 'block'));
    const visitor = await meet(opened);
    const colors = () =>
      visitor.ask(() => {
        const style = getComputedStyle(self.document.documentElement);
        return ['bg', 'text', 'accent'].map((name) => /^#([0-9a-f]{3}){1,2}$/i.test(style.getPropertyValue(`--pf-color-${name}`).trim()));
      });
    await becomes(colors, [true, true, true], 'colors that are some');
    const legible = () => visitor.ask(() => getComputedStyle(document.querySelector('.start h2')).color);
    await becomes(async () => (await legible()) !== 'rgb(51, 51, 51)', true, 'a text that was too dark was changed');
  });
});
