// The promise: nothing leaves the browser, nothing is stored, and the page around the frame learns nothing of the
// answers. Each check has a control that leaks on purpose and has to be caught.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { FULL, testIf } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { pairOfVisits } from './support/sets.mjs';
import { hashed } from './support/site.mjs';
import { change, meet, openPage, until } from './support/visitor.mjs';
import { DEMO } from './support/words.mjs';

/** @import { Setup } from './support/browsers.mjs' */

const [ONE, OTHER] = pairOfVisits();
const EMERGENCY = PEOPLE['an emergency'].answers;
const CHILD = PEOPLE['a child under 13'].answers;

const ANSWERS = { '/events.json': { body: JSON.stringify({ ...DEMO, events: true }) } };

/** What the frame says of itself and of the configuration, to the letter. */
const BEFORE_ANY_ANSWER = ['{"pf":1,"type":"ready"}', JSON.stringify({ pf: 1, type: 'exit-page', address: DEMO.exit })];

/** Whether the driver tells what a window asks for. Where it does not, the site's own list has to do. */
const watchable = (it) => it.name !== 'webkit';

/**
 * Opens the watching page; brings the loader; gives the visitor and what the page was like before.
 * @param {any} t
 * @param {Setup} it
 * @param {{ config?: string }} [options]
 */
const watched = async (t, it, { config } = {}) => {
  const asked = [];
  const page = await openPage(t, it, it.site.url('/hosts/watcher.html'), {
    prepare: (page) => watchable(it) && page.on('request', (request) => asked.push(request.url())),
  });
  if (config) await page.evaluate((name) => document.querySelector('program-finder').setAttribute('config', name), config);
  const state = () => page.evaluate(() => state());
  const before = await state();
  // What the window does while it comes up is not the finder's.
  await page.bringToFront();
  await until(() => page.evaluate(() => document.hasFocus()), 'the window to have focus');
  await page.evaluate(() => {
    trace.length = 0;
    return bring();
  });
  const visitor = await meet(page);
  // meet() may have scrolled to the finder; that is the visitor, not the finder.
  await page.evaluate(() => scrollTo(0, 0));
  return { page, visitor, asked, state, before };
};

/** Long enough for what was begun to show. */
const settle = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 300)));

inEachEngine(
  'silence',
  (it) => {
    it.answers = structuredClone(ANSWERS);
    test('no frame asks the network for anything after the finder is there', async (t) => {
      const { page, visitor, asked } = await watched(t, it);
      await settle(page);
      const [before, served] = [asked.length, it.site.requests.length];
      // What there is to load is this, and nothing else.
      const addresses = watchable(it) ? asked : it.site.requests.map(({ path }) => it.site.url(path));
      const paths = [
        ...new Set(
          addresses
            .map((url) => new URL(url))
            .filter((url) => url.protocol !== 'data:')
            .map((url) => url.pathname),
        ),
      ];
      assert.deepEqual(paths.filter((path) => path !== '/favicon.ico').sort(), [
        '/finder.json',
        '/hosts/watcher.html',
        '/logo.svg',
        hashed('frame.en.html'),
        '/program-finder/program-finder.js',
      ]);
      await visitor.complete(EMERGENCY);
      await settle(page);
      assert.deepEqual(asked.slice(before), []);
      assert.deepEqual(it.site.requests.slice(served), []);

      // Control: one request of the page's is seen by both.
      await page.evaluate(() => fetch('/control').catch(() => {}));
      if (watchable(it)) assert.equal(asked.length, before + 1);
      assert.equal(it.site.requests.length, served + 1);
      // Control: the frame itself could not send one.
      const refused = await visitor.ask(() =>
        fetch('https://example.com/?answer=1', { mode: 'no-cors' }).then(
          () => 'sent',
          () => 'refused',
        ),
      );
      assert.equal(refused, 'refused');
    });

    testIf(!it.own)('title, address, history, storage, names and styles of the page are what they were', async (t) => {
      const { page, visitor, state, before } = await watched(t, it);
      await visitor.complete(EMERGENCY);
      await settle(page);
      const now = await state();
      // The loader defines an element, and not one name of the window's.
      assert.equal(await page.evaluate(() => typeof customElements.get('program-finder')), 'function');
      for (const [what, was] of Object.entries(before)) assert.deepEqual(now[what], was, what);

      // Control: each of these would have been noticed.
      await page.evaluate(async () => {
        document.title += ' (3)';
        localStorage.setItem('level', 'iop');
        sessionStorage.setItem('step', '4');
        document.cookie = 'level=iop';
        window.finder = {};
        document.body.style.overflow = 'hidden';
        history.pushState({}, '', '#step4');
        await caches.open('finder');
        await new Promise((done) => (indexedDB.open('finder').onsuccess = done));
      });
      const leaked = await state();
      const noticed = Object.keys(before).filter((what) => JSON.stringify(leaked[what]) !== JSON.stringify(before[what]));
      assert.deepEqual(noticed.sort(), [
        'address',
        'body',
        'bodyStyle',
        'caches',
        'cookies',
        'databases',
        'history',
        'historyState',
        'local',
        'names',
        'session',
        'title',
      ]);
    });

    testIf(!it.own && it.name !== 'webkit')('nothing moves: one height for the whole visit, and no shift of the page', async (t) => {
      const { page, visitor } = await watched(t, it);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const first = await page.evaluate(() => sizes);
      assert.equal(first.length, 2);
      await visitor.complete(PEOPLE['not enough to say'].answers);
      await settle(page);
      assert.deepEqual(await page.evaluate(() => sizes), first);
      assert.equal(await page.evaluate(() => shifts), 0);
      assert.deepEqual(await page.evaluate(() => [scrollX, scrollY]), [0, 0], 'the page has not scrolled by itself');
    });

    /** All that a page has seen of a visit. */
    const traceOf = async (t, answers, config) => {
      const { page, visitor } = await watched(t, it, { config });
      const path = await visitor.complete(answers);
      await settle(page);
      const [trace, messages] = await page.evaluate(() => [trace, messages]);
      return { path, trace, messages, page, visitor };
    };

    test('different answers leave the same trace on the page: events, messages, their order and their size', async (t) => {
      const one = await traceOf(t, ONE);
      const other = await traceOf(t, OTHER);
      assert.equal(one.path.length, other.path.length, 'both are equally many steps');
      assert.notDeepEqual(one.path, other.path);
      assert.deepEqual(one.messages, BEFORE_ANY_ANSWER);
      assert.deepEqual(other.messages, one.messages);
      assert.deepEqual(other.trace, one.trace);
      assert.ok(
        one.trace.some((line) => line.startsWith('program-finder-ready')),
        'the page does watch',
      );
      // Even a visit of another length, with a safety screen, looks the same.
      for (const answers of FULL || it.own ? [EMERGENCY, CHILD] : [CHILD]) {
        const short = await traceOf(t, answers);
        assert.deepEqual(short.trace, one.trace);
        await short.page.close();
      }
      // Control: one message more, as large as the answer it could carry, is noticed.
      await other.visitor.ask(() => parent.postMessage({ pf: 1, type: 'event', name: 'iop' }, '*'));
      await settle(other.page);
      assert.notDeepEqual(await other.page.evaluate(() => trace), one.trace);
    });

    testIf(it.name === 'chromium' && !it.own)('where the provider asks for events, they are the same for every outcome', async (t) => {
      const [one, other] = [await traceOf(t, ONE, '/events.json'), await traceOf(t, OTHER, '/events.json')];
      assert.deepEqual(one.messages, [
        ...BEFORE_ANY_ANSWER,
        '{"pf":1,"type":"event","name":"started"}',
        '{"pf":1,"type":"event","name":"finished"}',
      ]);
      assert.deepEqual(other.messages, one.messages);
      assert.deepEqual(other.trace, one.trace);
      assert.deepEqual(
        one.trace.filter((line) => line.startsWith('program-finder-')),
        ['program-finder-ready PROGRAM-FINDER', 'program-finder-started PROGRAM-FINDER', 'program-finder-finished PROGRAM-FINDER'],
      );
      // A change of an answer, and seeing the result again, is not told.
      await change(one.visitor, 'home');
      await one.visitor.choose('unsafe');
      await one.visitor.go();
      await settle(one.page);
      assert.deepEqual(await one.page.evaluate(() => messages), one.messages);
    });
  },
  { processes: true },
);
