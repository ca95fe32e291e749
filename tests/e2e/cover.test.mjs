// A page that lays something over the frame, to hear where it is pressed. Where the browser says so, the finder takes no
// answer from such presses, tells the visitor, and tells the page nothing.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { page } from './support/site.mjs';
import { until, visit } from './support/visitor.mjs';
import { say } from './support/words.mjs';

// Each is laid over an edge of the frame, where no press of the test goes.
const COVERS = {
  'a line as fine as a hair': 'inset: 0 auto 0 30px; width: 1px',
  'one that lets presses through': 'inset: 0 auto 0 30px; width: 1px; pointer-events: none',
  'one that is nearly clear': 'inset: 0 auto 0 30px; width: 1px; opacity: .01',
};
const NOTICED = 300;

inEachBrowser('something over the frame', (it) => {
  it.answers['/page.html'] = page({ head: '<style>body { margin: 0 }</style>' });
  const settle = () => new Promise((go) => setTimeout(go, NOTICED));
  const chosen = (visitor) => visitor.ask(() => [...document.querySelectorAll('.stage input')].map((input) => input.checked));
  const line = (visitor) => visitor.ask(() => document.querySelector('.cover').innerText && document.querySelector('.cover').checkVisibility());
  const option = (visitor, at) => visitor.press('an option', (place) => document.querySelectorAll('.stage .option')[place], at);
  const lay = (visitor, style) =>
    visitor.page.evaluate((css) => {
      document.body.append(Object.assign(document.createElement('div'), { className: 'over' }));
      document.querySelector('.over').style.cssText = `position: fixed; z-index: 9; ${css}`;
    }, style);
  const lift = (visitor) => visitor.page.evaluate(() => document.querySelector('.over').remove());

  for (const [name, style] of Object.entries(COVERS)) {
    test(`${name}: no press is taken until it is gone, or the visitor goes on`, async (t) => {
      const visitor = await visit(t, it, it.site.url('/page.html'));
      await visitor.start();
      await visitor.page.evaluate(() => {
        self.pfHeard = [];
        addEventListener('message', ({ data }) => self.pfHeard.push(data));
      });
      await option(visitor, 1);
      assert.deepEqual((await chosen(visitor)).indexOf(true), 1, 'what is not covered takes presses');
      await lay(visitor, style);
      if (it.name !== 'chromium') {
        await settle();
        await option(visitor, 2);
        assert.equal((await chosen(visitor)).indexOf(true), 2, 'no other engine says that something lies there');
        return;
      }
      // When the browser says so is its own affair.
      await until(() => option(visitor, 1).then(() => line(visitor)), 'the line');
      await option(visitor, 2);
      await settle();
      assert.equal((await chosen(visitor)).indexOf(true), 1);
      const { heading } = await visitor.look();
      await visitor.press('Continue', () => document.querySelector('.stage .primary'));
      await settle();
      assert.equal((await visitor.look()).heading, heading, 'Continue is a press like any other');
      // Keys have no place.
      await visitor.page.keyboard.press('Tab');
      await visitor.tabTo('the options', await visitor.hold(() => document.querySelector('.stage input:checked')));
      await visitor.page.keyboard.press('ArrowDown');
      await until(async () => (await chosen(visitor)).indexOf(true) === 2, 'the next option by a key');
      await lift(visitor);
      await until(async () => !(await line(visitor)), 'the line to go');
      await until(() => option(visitor, 1).then(async () => (await chosen(visitor)).indexOf(true) === 1), 'a press to be taken');
      // It is the visitor's to decide: on some pages a bar lies over everything.
      await lay(visitor, style);
      await until(() => option(visitor, 1).then(() => line(visitor)), 'the line');
      await visitor.pressWords(say('cover.go_on'));
      await option(visitor, 0);
      assert.equal((await chosen(visitor)).indexOf(true), 0);
      assert.equal((await visitor.go()).at, 'question');
      assert.deepEqual(await visitor.page.evaluate(() => self.pfHeard), []);
    });
  }

  test('what lies beside it stops nobody, and crisis lines can be pressed whatever lies over them', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.start();
    await lay(visitor, 'inset: auto 0 0 0; height: 1px');
    await visitor.page.evaluate(() => (document.querySelector('.over').style.top = `${document.querySelector('program-finder').getBoundingClientRect().bottom + 5}px`));
    await settle();
    await visitor.choose('me');
    await visitor.go();
    await visitor.choose('medical');
    assert.equal((await visitor.go()).at, 'safety');
    await visitor.page.evaluate(() => (document.querySelector('.over').style.cssText = 'position: fixed; inset: 0 auto 0 30px; width: 1px; z-index: 9'));
    await settle();
    await visitor.ask(() => {
      self.pfPressed = [];
      document.body.addEventListener('click', (press) => {
        if (press.target.closest('a')) self.pfPressed.push(press.target.closest('a').href);
        press.preventDefault();
      });
    });
    await visitor.press('911', () => document.querySelector('.stage a'));
    assert.deepEqual(await visitor.ask(() => self.pfPressed), ['tel:911']);
    assert.equal(await line(visitor), false);
  });
}, { processes: true });
