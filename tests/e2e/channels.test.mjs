// What the page around the frame can find out without being told: it asks after every step, in every way that it has.
// Two visits of equally many steps, with other questions, answers and results, have to look the same to it.

import assert from 'node:assert/strict';
import { inEachEngine } from './support/browsers.mjs';
import { FULL, leftOut, testIf } from './support/level.mjs';
import { pairOfVisits } from './support/sets.mjs';
import { page } from './support/site.mjs';
import { until, visit } from './support/visitor.mjs';

leftOut('Chromium with the frame in a process of its own');

const [ONE, OTHER] = pairOfVisits();

// Collects what reporting brings, too: violations of the page's own policy, which the stub form inherits.
const REPORTING =
  "frame-src 'none'; img-src 'none'; style-src 'self' 'report-sample'; script-src * 'wasm-unsafe-eval' 'report-sample'; report-uri /report";
const FORMS = { file: undefined, stub: { 'content-security-policy': "frame-src 'none'" } };

/** All that the page can ask. Run there. */
const ask = () => {
  const finder = document.querySelector('program-finder');
  const frame = finder.shadowRoot.querySelector('iframe');
  const box = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x, y, width, height];
  };
  const tried = (reach) => {
    try {
      return String(reach());
    } catch (error) {
      return error.name;
    }
  };
  const inside = frame.contentWindow;
  return {
    history: history.length,
    active: document.activeElement.tagName,
    focus: document.hasFocus(),
    // That somebody does something is seen, in every engine. What, is not.
    activated: navigator.userActivation?.hasBeenActive,
    frames: [window.length, inside.length],
    boxes: [finder, frame, document.documentElement].map(box),
    scroll: [scrollX, scrollY, document.documentElement.scrollHeight],
    title: document.title,
    attributes: [...frame.attributes].map(({ name, value }) => `${name}=${value}`.length),
    styles: getComputedStyle(frame).cssText.length,
    entries: performance
      .getEntriesByType('resource')
      .map(({ name }) => name.replace(/^http:\/\/[^/]+/, ''))
      .filter((name) => !name.startsWith('/favicon'))
      .sort(), // Which of two that are asked for at once is there first is chance.
    selection: String(getSelection()),
    found: tried(() => window.find?.('Continue')),
    reached: ['document', 'name', 'origin', 'frameElement', 'performance', 'finder', 'history', 'visualViewport', 'navigation'].map(
      (name) => tried(() => inside[name]),
    ),
    location: tried(() => inside.location.href),
    closed: inside.closed,
    stored: [localStorage.length, sessionStorage.length, document.cookie],
  };
};

/** Whether an element of the frame's with this id takes focus: the page leads the frame to it by its fragment. Run there. */
const probe = async (id) => {
  const frame = document.querySelector('program-finder').shadowRoot.querySelector('iframe');
  document.querySelector('.here').focus();
  frame.contentWindow.location.replace(`${frame.src || 'about:srcdoc'}#${id}`);
  await new Promise((go) => setTimeout(go, 50));
  return document.activeElement.tagName;
};

inEachEngine(
  'what a page can find out',
  (it) => {
    for (const [form, headers] of Object.entries(FORMS)) {
      testIf(it.name === 'chromium' || form === 'file')(`after every step, the same for other answers (${form} form)`, async (t) => {
        it.site.answers['/page.html'] = { headers, body: page() };
        const traceOf = async (answers) => {
          const visitor = await visit(t, it, it.site.url('/page.html'));
          await until(() => visitor.page.evaluate(() => document.hasFocus()), 'the window to have focus');
          const trace = [];
          const path = await visitor.complete(answers, async () => trace.push(await visitor.page.evaluate(ask)));
          return { path, trace, visitor };
        };
        const one = await traceOf(ONE);
        const other = await traceOf(OTHER);
        assert.equal(one.path.length, other.path.length);
        assert.notDeepEqual(one.path, other.path);
        assert.deepEqual(other.trace, one.trace);
        // And within a visit, but for the first press and where focus is, from beginning to end.
        const still = ({ active, activated, focus, ...rest }) => rest;
        for (const now of one.trace) assert.deepEqual(still(now), still(one.trace[0]));
        // Controls: outside the closed root a child frame would be seen; anywhere, a name in the history.
        await other.visitor.ask(() => {
          self.document.body.append(document.createElement('iframe'));
          location.hash = 'iop';
        });
        const leaked = await other.visitor.page.evaluate(ask);
        assert.notDeepEqual(leaked.frames, one.trace[0].frames);
        assert.notEqual(leaked.history, one.trace[0].history);
      });
    }

    testIf(it.name === 'chromium')('no element of the frame takes focus by its id', async (t) => {
      it.site.answers['/page.html'] = page({ after: '<button class="here">Menu</button>' });
      const visitor = await visit(t, it, it.site.url('/page.html'));
      const { page: opened } = visitor;
      const seen = new Set();
      await visitor.complete(ONE, async () => {
        for (const id of await visitor.ask(() => [...document.querySelectorAll('[id]')].map((one) => one.id))) seen.add(id);
      });
      const now = await visitor.ask(() => [...document.querySelectorAll('[id]')].map((one) => one.id));
      for (const id of ['level', 'result', 'question', ...now, ...[...seen].slice(0, 10)])
        assert.equal(await opened.evaluate(probe, id), 'BUTTON', id);
      // Within a closed root no id is found. Control: outside it Chromium and Firefox tell of a heading that takes focus and
      // has an id; WebKit does not.
      await visitor.ask(() => (document.querySelector('.stage h2').id = 'inside'));
      assert.equal(await opened.evaluate(probe, 'inside'), 'BUTTON');
      await visitor.ask(() => {
        const heading = Object.assign(self.document.createElement('h2'), { id: 'leak', tabIndex: -1, textContent: 'IOP' });
        self.document.documentElement.append(heading);
      });
      assert.equal(await opened.evaluate(probe, 'leak'), it.name === 'webkit' ? 'BUTTON' : 'PROGRAM-FINDER');
    });

    testIf(it.name === 'chromium')('what the page has itself reported is the same for other answers', async (t) => {
      const reportsOf = async (answers) => {
        const site = await it.open({
          '/page.html': { headers: { 'content-security-policy': REPORTING }, body: page() },
          '/report': { body: '' },
        });
        t.after(site.close);
        const visitor = await visit(t, it, site.url('/page.html'));
        await visitor.complete(answers);
        await new Promise((go) => setTimeout(go, 500));
        const reports = () =>
          site.requests
            .filter(({ path }) => path === '/report')
            .map(({ sent }) => {
              const report = JSON.parse(sent)['csp-report'];
              return [report['effective-directive'] ?? report['violated-directive'], report['script-sample'] ?? ''].join(' ');
            })
            .sort();
        return { visitor, reports };
      };
      const one = (await reportsOf(ONE)).reports();
      const other = await reportsOf(OTHER);
      assert.deepEqual(other.reports(), one);
      // Control: an inline style of the frame's is reported to the page, with its first characters, but for WebKit.
      await other.visitor.ask(() => document.querySelector('.stage h2').setAttribute('style', 'color:red/*iop*/'));
      await new Promise((go) => setTimeout(go, 1000));
      if (it.name !== 'webkit') assert.notDeepEqual(other.reports(), one);
    });
  },
  { processes: FULL },
);
