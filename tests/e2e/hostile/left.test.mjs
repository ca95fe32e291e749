// What the web leaves a page that attacks, and no frame can close: docs/privacy.md says it, engine by engine. This holds that
// it is as it says there, and no more: an engine that closes one of these, or opens another, is noticed.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from '../support/browsers.mjs';
import { PEOPLE } from '../support/people.mjs';
import { page } from '../support/site.mjs';
import { visit } from '../support/visitor.mjs';
import { say } from '../support/words.mjs';

const MENU = '<button class="here" style="position:absolute;left:0;top:0">Menu</button>';
const HEARD = [
  'pointerdown',
  'pointerup',
  'pointerover',
  'pointermove',
  'mouseover',
  'mousemove',
  'mousedown',
  'click',
  'touchstart',
  'touchmove',
  'keydown',
  'keyup',
];
const settle = () => new Promise((go) => setTimeout(go, 200));

inEachBrowser(
  'what is left to a page that attacks',
  (it) => {
    it.answers['/page.html'] = page({ head: '<style>body { margin: 0 }</style>', before: `${MENU}<h1>Lantern Cove</h1>` });

    /** A visitor before the first question, on a page that notes what it hears at that place, or of keys. */
    const begun = async (t, options) => {
      const visitor = await visit(t, it, it.site.url('/page.html'), options);
      await visitor.start();
      const option = await visitor.hold(() => document.querySelectorAll('.stage .option')[2]);
      const { x, y } = await visitor.placeOf(option, 'an option');
      await settle();
      await visitor.page.evaluate((types) => {
        self.pfHeard = [];
        const note = (what) => self.pfHeard.includes(what) || self.pfHeard.push(what);
        for (const type of types)
          addEventListener(
            type,
            (/** @type {any} */ event) => {
              const points = event.touches ? [...event.touches] : [event];
              for (const { clientX, clientY } of points)
                note(event.key ? `${type} ${event.key}` : `${type} ${Math.round(clientX)} ${Math.round(clientY)}`);
            },
            { capture: true, passive: true },
          );
      }, HEARD);
      return { visitor, x, y, at: `${Math.round(x)} ${Math.round(y)}`, heard: () => visitor.page.evaluate(() => self.pfHeard) };
    };
    const places = (heard, at) =>
      heard
        .filter((line) => line.endsWith(at))
        .map((line) => line.split(' ')[0])
        .sort();
    const chosen = (visitor) => visitor.ask(() => document.querySelectorAll('.stage input')[2].checked);

    test('a press in the open: nothing', async (t) => {
      const { visitor, x, y, at, heard } = await begun(t);
      await visitor.page.mouse.click(x, y);
      await settle();
      assert.deepEqual(places(await heard(), at), []);
      assert.equal(await chosen(visitor), true);
    });

    // The finder does not watch what lies over it: Chromium alone can tell a frame, and there presses were lost in a frame that
    // asks to be told and has just been moved.
    test('an element that is laid over the frame, clear as glass, hears a press on it', async (t) => {
      const { visitor, x, y, at, heard } = await begun(t);
      await visitor.page.evaluate((left) => {
        document.body.append(Object.assign(document.createElement('div'), { className: 'over' }));
        document.querySelector('.over').style.cssText = `position:fixed;inset:0 auto 0 ${left - 1}px;width:2px;opacity:0`;
      }, x);
      await settle();
      await visitor.page.mouse.click(x, y);
      await settle();
      assert.ok(places(await heard(), at).includes('pointerdown'));
      assert.equal(await chosen(visitor), false, 'it does not come to the frame');
    });

    test('one that is taken away as soon as it is touched hears that one press; the next comes to the finder', async (t) => {
      const { visitor, x, y, at, heard } = await begun(t);
      await visitor.page.evaluate(() => {
        const over = document.body.appendChild(document.createElement('div'));
        over.style.cssText = 'position:fixed;inset:0;opacity:0';
        over.addEventListener('pointerdown', () => over.remove());
      });
      await settle();
      await visitor.page.mouse.click(x, y);
      await settle();
      assert.ok(places(await heard(), at).includes('pointerdown'));
      assert.equal(await chosen(visitor), false, 'it does not come to the frame');
      await visitor.page.evaluate(() => (self.pfHeard.length = 0));
      await visitor.page.mouse.click(x, y);
      await settle();
      assert.deepEqual(places(await heard(), at), []);
      assert.equal(await chosen(visitor), true);
    });

    test('a page that takes focus between two keys hears the second', async (t) => {
      const { visitor, heard } = await begun(t, { hand: 'keys' });
      await visitor.page.evaluate(() => document.querySelector('.here').focus());
      await visitor.page.keyboard.press('ArrowDown');
      assert.ok((await heard()).includes('keydown ArrowDown'));
    });

    if (it.name !== 'chromium') return; // Its driver alone has fingers, a pen and a clipboard.
    test('a second finger, while the first rests on the page', async (t) => {
      const { visitor, x, y, at, heard } = await begun(t, { touch: true });
      const session = await visitor.page.createCDPSession();
      const touch = (type, ...points) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })) });
      await touch('touchStart', [20, 10]);
      await touch('touchStart', [20, 10], [x, y]);
      await touch('touchEnd', [20, 10]);
      await touch('touchEnd');
      await settle();
      assert.ok(places(await heard(), at).includes('touchstart'));
      assert.equal(await chosen(visitor), false, 'it does not come to the frame');
    });

    test('a pen', async (t) => {
      const { visitor, x, y, at, heard } = await begun(t);
      const session = await visitor.page.createCDPSession();
      const pen = (type, more) => session.send('Input.dispatchMouseEvent', { type, x, y, pointerType: 'pen', ...more });
      await pen('mouseMoved');
      await pen('mousePressed', { button: 'left', clickCount: 1 });
      await pen('mouseReleased', { button: 'left', clickCount: 1 });
      await settle();
      assert.deepEqual(places(await heard(), at), it.own ? [] : ['pointerover']);
      assert.equal(await chosen(visitor), true);
    });

    test('the clipboard', async (t) => {
      const visitor = await visit(t, it, it.site.url('/page.html'));
      await visitor.page.browserContext().overridePermissions(it.site.url('/').slice(0, -1), ['clipboard-read']);
      await visitor.complete(PEOPLE['a child under 13'].answers);
      await visitor.page.evaluate(() => {
        self.pfChanged = 0;
        navigator.clipboard.addEventListener?.('clipboardchange', () => (self.pfChanged += 1));
      });
      await visitor.pressWords(say('keep.copy'));
      await settle();
      const before = await visitor.page.evaluate(() => self.pfChanged);
      await visitor.page.evaluate(() => document.querySelector('.here').focus());
      await settle();
      const read = await visitor.page.evaluate(() =>
        navigator.clipboard.readText().then(
          (text) => text.length,
          (error) => error.name,
        ),
      );
      assert.ok(before > 0, 'the page hears that something was copied');
      assert.ok(read > 500, 'and reads it, where the visitor has let it');
    });
  },
  { processes: true },
);
