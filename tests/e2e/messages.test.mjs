// Whatever crosses the frame's message channel, in either direction: nothing breaks, nothing is let through.

import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { inEachBrowser } from './support/browsers.mjs';
import { PEOPLE } from './support/people.mjs';
import { page } from './support/site.mjs';
import { meet, openPage, ours, until, visit } from './support/visitor.mjs';
import { say } from './support/words.mjs';

const CHILD = PEOPLE['a child under 13'];

// The same draws in every run: a failure can be looked at again.
const DRAWS = { numRuns: 400, seed: 20261121 };
const TYPES = ['ready', 'failed', 'stopped', 'open', 'close', 'exit', 'language', 'event', 'contact', 'init', 'opened', 'closed'];

/** Values of any shape, and messages of ours with fields of any shape. */
const anything = fc.anything({ withNullPrototype: false, withBigInt: true, withDate: true, withTypedArray: true });
const message = fc.record(
  { pf: fc.oneof(fc.constant(1), anything), type: fc.oneof(fc.constantFrom(...TYPES), anything), text: anything, lang: anything, config: anything, other: anything, name: anything, channel: anything, why: anything, exit: anything },
  { requiredKeys: ['pf'] },
);

/** Messages that mean nothing: those that mean something to the other side have been taken out. */
const drawn = (meant) =>
  fc
    .sample(fc.oneof(message, anything), DRAWS)
    .filter((one) => !(one?.pf === 1 && meant(one)))
    // As text that the browser reads, since a test can pass it only what JSON can say.
    .map((one) => fc.stringify(one));

/** Posts each of them, as `post` does, and gives how many could be: some values cannot be copied at all. */
const post = (values) =>
  values.filter((source) => {
    try {
      // A function of its own for each: what is drawn may shadow nothing here.
      self.pfTarget.postMessage(new Function(`return ${source}`)(), '*');
      return true;
    } catch {
      return false;
    }
  }).length;

/** Waits until all that was posted before has been heard. */
const heard = (visitor) => visitor.page.evaluate(() => new Promise((done) => setTimeout(done, 50)));

inEachBrowser('messages', (it) => {
  Object.assign(it.answers, {
    '/page.html': page({ script: '<script src="/program-finder/program-finder.js"></script>' }),
    '/loud.html': page({ finder: '<program-finder config="/loud.json"><p class="fallback">Call us</p></program-finder>' }),
    '/loud.json': { body: '{"name": "Lantern Cove", "events": true}' },
    '/other.html': page({ after: '<iframe id="other" srcdoc="<p>Another frame of the page"></iframe>' }),
  });

  test('the page can say anything to the frame, at any point of a visit, and the visit goes on', async (t) => {
    // Opened and closed are the loader's to say, and change what is on screen; so is a catalog.
    const values = drawn(({ type, text, lang }) => /^(opened|closed)$/.test(type) || (type === 'language' && typeof lang === 'string' && text && typeof text === 'object'));
    const visitor = await visit(t, it, it.site.url('/page.html'));
    const say_all = async () => {
      await visitor.page.evaluate((frame) => { self.pfTarget = frame.contentWindow; }, visitor.element);
      assert.ok((await visitor.page.evaluate(post, values)) > values.length / 3);
      await heard(visitor);
    };
    await say_all();
    await visitor.complete(CHILD.answers, say_all);
    assert.equal((await visitor.look()).heading, say('result.heading.child'));
    assert.deepEqual(ours(visitor.page, 'error'), []);
  });

  test('the frame can say anything to the page, and the page does only what is on the list', async (t) => {
    const values = drawn(({ type }) => /^(ready|failed|stopped|exit|language|open|close)$/.test(type));
    const opened = await openPage(t, it, it.site.url('/loud.html'), {
      prepare: (page) =>
        page.evaluateOnNewDocument(() => {
          if (self !== top) return;
          self.pfSeen = [];
          addEventListener('error', ({ message }) => self.pfSeen.push(`error: ${message}`));
          addEventListener('unhandledrejection', ({ reason }) => self.pfSeen.push(`rejection: ${reason}`));
          for (const name of ['ready', 'open', 'close', 'started', 'finished', 'contact', 'exit', 'event']) {
            addEventListener(`program-finder-${name}`, ({ detail }) => self.pfSeen.push({ name, channel: detail?.channel }));
          }
        }),
    });
    const visitor = await meet(opened);
    const before = await opened.evaluate(() => [location.href, document.title, document.body.innerHTML.length]);
    await visitor.ask(() => { self.pfTarget = parent; });
    assert.ok((await visitor.ask(post, values)) > values.length / 3);
    await heard(visitor);
    const seen = await opened.evaluate(() => self.pfSeen);
    assert.deepEqual(seen.filter((one) => typeof one === 'string'), [], 'no error in the page');
    // The fields of what is drawn are never a name or a channel that there is.
    assert.deepEqual(seen.filter((one) => one.name !== 'ready'), []);
    assert.deepEqual(await opened.evaluate(() => [location.href, document.title, document.body.innerHTML.length]), before);
    await visitor.complete(CHILD.answers);
  });

  test('what another frame of the page says is nothing, to the loader and to the frame', async (t) => {
    const opened = await openPage(t, it, it.site.url('/other.html'));
    const visitor = await meet(opened);
    await visitor.start();
    const screen = await visitor.look();
    const other = await until(() => opened.frames().find((frame) => frame.parentFrame() === opened.mainFrame() && frame !== visitor.frame), 'the other frame');
    await other.evaluate((types) => {
      const windows = [parent, ...Array.from({ length: parent.frames.length }, (_, at) => parent.frames[at])];
      for (const to of windows) for (const type of types) to.postMessage({ pf: 1, type, lang: 'es', text: {}, config: {} }, '*');
    }, TYPES);
    await heard(visitor);
    assert.deepEqual(await visitor.look(), screen);
    assert.equal(opened.url(), it.site.url('/other.html'));
    assert.deepEqual(ours(opened, 'error'), []);
  });

  test('a configuration of any shape starts a finder, or leaves the words of the page', async (t) => {
    const part = fc.jsonValue({ maxDepth: 2 });
    const fields = ['name', 'contact', 'programs', 'theme', 'language', 'exit', 'directory', 'events'];
    const record = fc.record(Object.fromEntries(fields.map((field) => [field, part])), { requiredKeys: [] });
    const shapes = [null, [], ...fc.sample(record, { numRuns: 8, seed: DRAWS.seed })];
    for (const shape of shapes) {
      it.answers['/loud.json'] = { body: JSON.stringify(shape) };
      const opened = await openPage(t, it, it.site.url('/loud.html'));
      const state = () =>
        opened.evaluate(() => {
          const root = document.querySelector('program-finder').shadowRoot;
          if (root?.querySelector('.ready iframe')) return 'ready';
          return root && !root.querySelector('iframe') && 'fallback';
        });
      const came = await until(state, `a finder for ${JSON.stringify(shape)}`);
      if (came === 'ready') assert.equal((await (await meet(opened)).start()).at, 'question', JSON.stringify(shape));
      else assert.equal(ours(opened, 'error').filter((text) => text.includes('Visitors see')).length, 1);
      await opened.close();
    }
    it.answers['/loud.json'] = { body: '{"name": "Lantern Cove", "events": true}' };
  });
});
