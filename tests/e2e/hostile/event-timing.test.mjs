// Interfaces that measure a page hand out live elements: Event Timing that which was pressed, and others of its family
// what was painted or has moved. Where the browser runs the frame in the page's process, Chromium also hands out elements
// of the frame, sealed or not. A page that asks gets none. One that has kept the getters from before the loader gets the
// bare body of the frame, in which there is nothing to read.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from '../support/browsers.mjs';
import { PEOPLE } from '../support/people.mjs';
import { page } from '../support/site.mjs';
import { openPage, until, visit } from '../support/visitor.mjs';
import { say } from '../support/words.mjs';

/** @import { Hand } from '../support/visitor.mjs' */

/** The page's own script: notes every element of another document that it is handed, and what can be learned from it. */
const spy = () => {
  const NODES = [
    'PerformanceEventTiming.target',
    'LayoutShiftAttribution.node',
    'LargestContentfulPaint.element',
    'PerformanceElementTiming.element',
    'PerformanceContainerTiming.rootElement',
    'PerformanceContainerTiming.lastPaintedSubelement',
  ];
  // As they were before the loader came.
  const kept = NODES.flatMap((one) => {
    const [type, name] = one.split('.');
    const getter = Object.getOwnPropertyDescriptor(self[type]?.prototype ?? {}, name)?.get;
    return getter ? [(entry) => (entry instanceof self[type] ? getter.call(entry) : undefined)] : [];
  });
  const texts = (root) => {
    const found = [];
    const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest('script, style, title')) found.push(walker.currentNode.data);
    return found.join(' ').trim();
  };
  const about = (node) => {
    const { ownerDocument: its, shadowRoot } = node;
    const root = its.documentElement;
    return JSON.stringify({
      tag: node.localName,
      attributes: [...root.attributes, ...node.attributes].map(({ name, value }) => `${name}=${value}`),
      text: texts(root),
      inside: shadowRoot?.textContent,
      hit: its.elementFromPoint(60, 300)?.localName,
      focus: its.activeElement?.localName,
      selected: String(its.getSelection()),
      title: its.title,
      sizes: [root, node].flatMap((one) => [
        one.scrollWidth,
        one.scrollHeight,
        one.scrollTop,
        one.clientHeight,
        one.offsetHeight,
        one.getBoundingClientRect().top,
        one.getBoundingClientRect().height,
      ]),
      animations: its.getAnimations().length + node.getAnimations({ subtree: true }).length,
      form: its.forms.length + its.links.length,
    });
  };
  // `asked` the plain way, `kept` with the getters of before, and `own`, of the page's own document.
  self.seen = { asked: [], kept: [], own: [], entries: 0 };
  const note = (list, node) => {
    if (!(node instanceof Object) || !node.ownerDocument) return;
    if (node.ownerDocument === document) seen.own.push(node.localName);
    else list.push(about(node));
  };
  const dig = (value, depth = 0) => {
    if (!(value instanceof Object) || depth > 3) return;
    for (const getter of kept) note(seen.kept, getter(value));
    for (let proto = Object.getPrototypeOf(value); proto && proto !== Object.prototype; proto = Object.getPrototypeOf(proto)) {
      for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
        if (!get) continue;
        const found = Reflect.get(value, name);
        note(seen.asked, found);
        if (Array.isArray(found)) for (const one of found) dig(one, depth + 1);
        else if (found instanceof PerformanceEntry || found?.constructor?.name === 'LayoutShiftAttribution') dig(found, depth + 1);
      }
    }
  };
  self.looked = (list) =>
    list.getEntries().forEach((entry) => {
      seen.entries += 1;
      dig(entry);
    });
  for (const type of PerformanceObserver.supportedEntryTypes) {
    if (['resource', 'navigation', 'mark', 'measure'].includes(type)) continue;
    new PerformanceObserver(looked).observe({
      type,
      buffered: true,
      durationThreshold: 16,
      includeSoftNavigationObservations: true,
    });
  }
  // The browser measures presses where somebody listens.
  for (const type of ['pointerdown', 'touchstart', 'click', 'keydown']) addEventListener(type, () => {}, { passive: true });
};

const SPY = `<script>(${spy})()</script>`;
// The same without a seal that counts: a sandbox, and everything painted in its document.
const PLAIN =
  '<iframe class="plain" sandbox="allow-scripts" style="border:0;width:600px;height:400px" srcdoc="<body style=&quot;margin:0&quot;><label style=&quot;display:block;padding:60px&quot;><input type=radio>Every day</label><script>addEventListener(`click`,()=>{})</script>"></iframe>';
const PEOPLE_HERE = ['a child under 13', 'dangerous withdrawal'];

inEachBrowser(
  'what measures the page',
  (it) => {
    it.answers['/page.html'] = page({ head: SPY });
    it.answers['/own.html'] = page({ head: SPY, before: '<button class="own" style="padding:40px">Menu</button>' });
    it.answers['/plain.html'] = page({ head: SPY, before: PLAIN, finder: '', script: '' });

    /** @type {Hand[]} */
    const hands = it.name === 'chromium' ? ['touch', 'mouse', 'keys'] : ['mouse', 'keys'];
    for (const hand of hands) {
      test(`tells nothing of a visit by ${hand}`, async (t) => {
        const traces = [];
        for (const name of PEOPLE_HERE) {
          const visitor = await visit(t, it, it.site.url('/page.html'), {
            hand,
            touch: hand === 'touch',
            width: hand === 'touch' ? 600 : 1000,
          });
          await visitor.complete(PEOPLE[name].answers);
          await visitor.pressWords(say('nav.restart'));
          // Entries come after the picture that they are about.
          await visitor.page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
          const seen = await visitor.page.evaluate(() => ({
            ...self.seen,
            supported: PerformanceObserver.supportedEntryTypes.length,
          }));
          assert.deepEqual(seen.asked, [], 'a page that asks is handed nothing of the frame');
          for (const one of new Set(seen.kept)) {
            const { tag, text, inside, hit, selected, animations, form } = JSON.parse(one);
            assert.deepEqual(
              { tag, text, inside, hit, selected, animations, form },
              { tag: 'body', text: '', inside: undefined, hit: 'body', selected: '', animations: 0, form: 0 },
            );
          }
          traces.push([...new Set(seen.kept)]);
        }
        assert.deepEqual(traces[0], traces[1], 'and what it has kept tells one visit from the other by nothing');
        assert.ok(
          traces.every((trace) => trace.length <= 1),
          `one and the same at every press: ${traces.flat().join('\n')}`,
        );
      });
    }

    test("still tells of the page's own elements", async (t) => {
      const opened = (await visit(t, it, it.site.url('/own.html'))).page;
      await opened.evaluate(() => scrollTo(0, 0));
      // Painting takes its time after such a press, so that there is an entry of it.
      await opened.evaluate(() =>
        document.querySelector('.own').addEventListener('click', () => {
          for (const end = performance.now() + 60; performance.now() < end; );
        }),
      );
      await opened.click('.own');
      await until(() => opened.evaluate(() => seen.own.includes('button')), "an entry of the page's own button");
      const [getter] = await opened.evaluate(() => {
        const { get, set, configurable, enumerable } = Object.getOwnPropertyDescriptor(PerformanceEventTiming.prototype, 'target');
        return [[get.name, get.length, set === undefined, configurable, enumerable, 'prototype' in get]];
      });
      assert.deepEqual(getter, ['get target', 0, true, true, true, false], 'a getter like any other');
      const refused = await opened.evaluate(() => {
        try {
          return String(PerformanceEventTiming.prototype.target);
        } catch (error) {
          return error.name;
        }
      });
      assert.equal(refused, 'TypeError');
      // What a page changes later does not get around it.
      const turned = await opened.evaluate(() => {
        const got = [];
        const { call, apply } = Function.prototype;
        Function.prototype.call = Function.prototype.apply = function () {
          got.push(this);
          return document.body;
        };
        const descriptor = Object.getOwnPropertyDescriptor(Node.prototype, 'ownerDocument');
        Object.defineProperty(Node.prototype, 'ownerDocument', { ...descriptor, get: () => document });
        Reflect.apply = (what) => {
          got.push(what);
        };
        for (const entry of performance.getEntriesByType('first-input')) void (/** @type {PerformanceEventTiming} */ (entry).target);
        Object.assign(Function.prototype, { call, apply });
        return got.length;
      });
      assert.equal(turned, 0);
    });

    test('control: where there is no seal it tells', async (t) => {
      const touch = it.name === 'chromium';
      const opened = await openPage(t, it, it.site.url('/plain.html'), { touch });
      const { x, y } = await opened.evaluate(() => document.querySelector('.plain').getBoundingClientRect().toJSON());
      for (let presses = 0; presses < 4; presses++) {
        if (touch) await opened.touchscreen.tap(x + 80, y + 70);
        else await opened.mouse.click(x + 80, y + 70);
        await opened.evaluate(() => new Promise((done) => setTimeout(done, 200)));
      }
      const { asked, kept } = await opened.evaluate(() => seen);
      // Only Chromium hands it out, and only where the frame has no process of its own.
      if (it.name === 'chromium' && !it.own) {
        assert.ok(
          asked.some((one) => one.includes('Every day')),
          asked.join('\n') || 'nothing was handed out',
        );
        assert.ok(kept.some((one) => one.includes('Every day')));
      } else assert.deepEqual([...asked, ...kept], []);
    });
  },
  { processes: true },
);
