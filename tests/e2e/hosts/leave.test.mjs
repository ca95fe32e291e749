// Quick exit on pages of all kinds: never by what was meant for something else, and out of every frame that lets it.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from '../support/browsers.mjs';
import { inside } from '../support/inside.mjs';
import { testIf } from '../support/level.mjs';
import { ours } from '../support/said.mjs';
import { page } from '../support/site.mjs';
import { standIn } from '../support/stand-in.mjs';
import { openPage, until, visit } from '../support/visitor.mjs';

const EXIT = 'https://recipes.example/soup';

// Not in WebKit: its driver holds no key down, and finds no frame in a frame.
inEachBrowser('leaving', (it) => {
  it.answers['/page.html'] = page({ after: '<p class="words" style="height:3000px">Our address</p>' });
  it.answers['/finder.json'] = { body: JSON.stringify({ name: 'Lantern Cove', contact: { phone: '(555) 555-0142' }, exit: EXIT }) };

  test('nobody leaves who holds Shift to select, to scroll or to write; three presses alone leave', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    const { page: opened } = visitor;
    const asked = await standIn(opened);
    await visitor.start();
    const place = await visitor.placeOf(await visitor.hold(() => document.querySelector('.stage h2')), 'the question');
    const { x, y } = await opened.evaluate(() => {
      scrollTo({ top: 0, behavior: 'instant' });
      const { left, top } = document.querySelector('h1').getBoundingClientRect();
      return { x: left + 5, y: top + 5 };
    });
    const held = async (act) => {
      for (let press = 0; press < 4; press++) {
        await opened.keyboard.down('Shift');
        await act();
        await opened.keyboard.up('Shift');
      }
    };
    const inFrame = async () => visitor.page.evaluate((frame) => frame.getBoundingClientRect().top, visitor.element);
    const before = await inFrame();
    /** Turns the wheel, and waits until somebody has heard it. */
    const wheel = async (by, frame) => {
      const heard = () => {
        Reflect.set(self, 'turned', false);
        addEventListener('wheel', () => Reflect.set(self, 'turned', true), { once: true, capture: true });
      };
      const told = () => Reflect.get(self, 'turned');
      await (frame ? visitor.ask(heard) : opened.evaluate(heard));
      await opened.mouse.wheel(by);
      await until(() => (frame ? visitor.ask(told) : opened.evaluate(told)), 'the wheel');
    };
    const overFinder = async () => ({ x: place.x, y: place.y + (await inFrame()) - before });
    const click = async (at, options) => opened.mouse.click(at.x, at.y, options);
    /** @type {[string, boolean, () => Promise<unknown>][]} */
    const MEANT = [
      ['a click in the finder', true, async () => click(await overFinder())],
      ['an arrow', true, () => opened.keyboard.press('ArrowDown')],
      ['a capital letter', true, () => opened.keyboard.press('a')],
      ['Tab back', true, () => opened.keyboard.press('Tab')],
      [
        'a wheel over the finder',
        true,
        async () => {
          const at = await overFinder();
          await opened.mouse.move(at.x, at.y);
          await wheel({ deltaY: 5 }, true);
        },
      ],
      ['a click on the page', false, () => click({ x, y })],
      ['a double click on the page', false, () => click({ x, y }, { count: 2 })],
      [
        'a wheel over the page',
        false,
        async () => {
          await opened.mouse.move(x, y);
          await wheel({ deltaX: 5 });
        },
      ],
      ['an arrow on the page', false, () => opened.keyboard.press('ArrowRight')],
    ];
    for (const [what, within, act] of MEANT) {
      await opened.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await click(within ? await overFinder() : { x, y });
      await held(act);
      assert.ok(await opened.evaluate(() => Boolean(document.body)), what);
    }
    await opened.keyboard.press('Shift');
    await opened.keyboard.press('Escape');
    await opened.keyboard.press('Shift');
    await opened.keyboard.press('Shift');
    assert.ok(await opened.evaluate(() => Boolean(document.body)), 'a key between');
    assert.deepEqual(asked, []);
    await opened.keyboard.press('Shift');
    await until(() => asked.length > 0, 'the exit page');
  });

  // Builders put a page into a frame, with or without a sandbox that lets it lead the page around away.
  const SANDBOXES = {
    'without a sandbox': ['', 'away'],
    'that may lead the outer page away': ['allow-scripts allow-same-origin allow-top-navigation-by-user-activation', 'away'],
    'that may lead nothing away': ['allow-scripts allow-same-origin allow-popups', 'beside'],
    'that may lead nothing away, and whose windows are free': [
      'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
      'beside',
    ],
    'that may do nothing': ['allow-scripts allow-same-origin', 'inside'],
  };
  for (const [which, [sandbox, where]] of Object.entries(SANDBOXES)) {
    testIf(where !== 'inside' && !which.includes(','))(
      `in a frame of another site ${which}: the exit page comes ${where}, and the console says what to try`,
      async (t) => {
        // Another host, so that it is another site.
        const address = it.site.url('/page.html').replace('127.0.0.1', 'localhost');
        const attribute = sandbox && `sandbox="${sandbox}"`;
        it.answers['/outer.html'] = `<!doctype html><iframe ${attribute} src="${address}" style="width:900px;height:860px"></iframe>`;
        const opened = await openPage(t, it, it.site.url('/outer.html'));
        const asked = await standIn(opened);
        const middle = await until(() => opened.frames().find((one) => one.url() === address), 'the page in the frame');
        const ready = () => middle.evaluate(() => Boolean(document.querySelector('program-finder')?.shadowRoot?.querySelector('.ready')));
        await until(ready, 'the finder');
        await until(() => ours(opened).some((line) => line.includes('Quick exit')), 'the warning');
        const element = await middle.evaluateHandle(() => document.querySelector('program-finder').shadowRoot.querySelector('iframe'));
        const frame = await element.asElement().contentFrame();
        const exit = () => {
          const { left, top } = document.querySelector('.exit').getBoundingClientRect();
          return left > 0 && { x: left + 10, y: top + 10 };
        };
        // Where the page reads which page quick exit leads to, before anybody presses.
        await until(() => frame.evaluate(inside(() => document.querySelector('.exit').href.includes('soup'))), 'the configuration');
        const at = await until(() => frame.evaluate(inside(exit)), 'quick exit');
        const corner = (one) => {
          const { left, top } = one.getBoundingClientRect();
          return { left, top };
        };
        const inner = await middle.evaluate(corner, element);
        const outer = await opened.evaluate(() => {
          const { left, top } = document.querySelector('iframe').getBoundingClientRect();
          return { left, top };
        });
        await opened.mouse.click(outer.left + inner.left + at.x, outer.top + inner.top + at.y);
        if (where === 'away') return until(() => opened.url() === EXIT, 'the outer page to be led away');
        await until(() => asked.includes(EXIT), 'the exit page in the frame');
        assert.equal(opened.url(), it.site.url('/outer.html'));
        const windows = async () => (await opened.browserContext().pages()).length;
        if (where === 'beside') await until(async () => (await windows()) > 1, 'a window beside');
        else assert.equal(await windows(), 1);
      },
    );
  }
});
