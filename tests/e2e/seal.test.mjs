// The seal, and whether its breaking is noticed: the same checks on the frame as it is built, where they have to pass,
// and on copies with one thing broken, where they have to fail.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { bundled } from '../trackers/bundle.mjs';
import { openCollector } from '../trackers/collector.mjs';
import { letters, Search } from '../trackers/marks.mjs';
import { finderPage } from '../trackers/pages.mjs';
import { visits } from '../trackers/people.mjs';
import { visited } from '../trackers/run.mjs';
import { fileWith } from './support/altered.mjs';
import { inEachBrowser } from './support/browsers.mjs';
import { NAME, withName } from './support/inside.mjs';
import { sealed } from './support/seal.mjs';
import { fileOf, hashed, page } from './support/site.mjs';
import { meet, openPage, until } from './support/visitor.mjs';

const LOADER = '/program-finder/program-finder.js';
const FILE = hashed('frame.en.html');
const STUB = hashed('frame.en.js');

/** A copy of a shipped file with one thing changed; an error if there is nothing to change. */
const changed = (path, from, to) => {
  const shipped = readFileSync(fileOf(path), 'utf8');
  const text = path === LOADER ? shipped : withName(shipped);
  const found = text.match(from);
  if (!found) throw new Error(`${path} has no ${from}`);
  return { body: text.replace(from, () => to(found[0])) };
};
const without = (path, directive) => changed(path, new RegExp(`${directive} [^;"\`]*(?:; )?`), () => '');

const FAULTS = {
  'without default-src': () => ({ [FILE]: without(FILE, 'default-src') }),
  'without script-src': () => ({ [FILE]: without(FILE, 'script-src') }),
  'without style-src': () => ({ [FILE]: without(FILE, 'style-src') }),
  'without base-uri': () => ({ [FILE]: without(FILE, 'base-uri') }),
  'without form-action': () => ({ [FILE]: without(FILE, 'form-action') }),
  "without 'wasm-unsafe-eval'": () => ({ [FILE]: changed(FILE, / 'wasm-unsafe-eval'/, () => '') }),
  "with 'unsafe-eval'": () => ({ [FILE]: changed(FILE, /'wasm-unsafe-eval'/, () => "'unsafe-eval'") }),
  'with images': () => ({ [FILE]: changed(FILE, /base-uri/, () => 'img-src *; base-uri') }),
  'with requests': () => ({ [FILE]: changed(FILE, /base-uri/, () => 'connect-src *; base-uri') }),
  'without a policy': () => ({ [FILE]: changed(FILE, /<meta http-equiv[^>]*>/, () => '') }),
  'with allow-same-origin': () => ({ [LOADER]: changed(LOADER, /allow-scripts /, () => 'allow-scripts allow-same-origin ') }),
  'with allow-forms': () => ({ [LOADER]: changed(LOADER, /allow-scripts /, () => 'allow-scripts allow-forms ') }),
  'with a referrer': () => ({ [LOADER]: changed(LOADER, /"no-referrer"(?!>)/, () => '"origin"') }),
};
const STUB_FAULTS = {
  'without default-src': () => ({ [LOADER]: without(LOADER, 'default-src') }),
  'without script-src': () => ({ [LOADER]: without(LOADER, 'script-src') }),
  'without base-uri': () => ({ [LOADER]: without(LOADER, 'base-uri') }),
  'without form-action': () => ({ [LOADER]: changed(LOADER, /; form-action 'none'/, () => '') }),
};

inEachBrowser(
  'the seal',
  (it) => {
    const STUB_ONLY = { '/page.html': { headers: { 'content-security-policy': "frame-src 'none'" }, body: page() } };
    const FILE_ONLY = { '/page.html': page(), [STUB]: { status: 404 } };

    /** The seal's fault, or undefined if there is none. A finder that does not come up has one. */
    const faultOf = async (t, answers) => {
      const site = await it.open(answers);
      t.after(site.close);
      const opened = await openPage(t, it, site.url('/page.html'));
      const there = (selector) =>
        opened.evaluate((what) => Boolean(document.querySelector('program-finder').shadowRoot?.querySelector(what)), selector);
      await until(
        async () => (await there('.ready iframe')) || opened.said.some(({ text }) => text.includes('Visitors see')),
        'the finder or the fallback',
      );
      if (!(await there('.ready iframe'))) return new Error('the finder has not come up');
      return sealed(await meet(opened)).then(
        () => undefined,
        (error) => error,
      );
    };

    test('is as designed, in the file form and in the stub form', async (t) => {
      assert.ifError(await faultOf(t, FILE_ONLY));
      assert.ifError(await faultOf(t, STUB_ONLY));
    });

    for (const { form, faults, only } of [
      { form: 'file', faults: FAULTS, only: FILE_ONLY },
      { form: 'stub', faults: STUB_FAULTS, only: STUB_ONLY },
    ]) {
      for (const [what, broken] of Object.entries(faults)) {
        test(`${what} (${form} form), the check fails`, async (t) => {
          const fault = await faultOf(t, { ...only, ...broken() });
          assert.ok(fault && !/waited in vain/.test(fault.message), `it has to be noticed: ${fault}`);
        });
      }
    }

    // A frame whose own script turns against its visitor: its policy lets it run, so what it gives away has to be found.
    const LEAKS = {
      'posts an answer to the page': "e=>parent.postMessage(e.target.closest('label').innerText,'*')",
      'posts it encoded': "e=>parent.postMessage({v:btoa(unescape(encodeURIComponent(e.target.closest('label').innerText)))},'*')",
      'tells it as a message of ours': "e=>parent.postMessage({pf:1,type:'event',name:e.target.closest('label').innerText},'*')",
    };
    for (const [what, code] of Object.entries(LEAKS)) {
      test(`a frame that ${what} is found out by the probe of trackers.test.mjs`, async (t) => {
        const collector = await openCollector();
        t.after(collector.close);
        const answers = {
          ...(await bundled(['probe'])),
          '/leak.html': finderPage(collector, 'leak', ['probe']),
          '/empty.html': '<!doctype html>',
          [FILE]: { body: fileWith({ after: `;self.${NAME}.addEventListener('change',${code});` }) },
        };
        const site = await it.open(answers);
        t.after(site.close);
        const visit = visits().find(({ name }) => name === 'a clear outpatient');
        const { marks, planted, sent } = await visited({ browser: it.browser, site }, collector, 'leak', ['probe'], [visit]);
        const search = new Search(marks);
        const found = [...search.inAll(sent.get('probe'))].filter((mark) => !search.in(Buffer.from(planted)).has(mark));
        assert.ok(letters(found).includes('A'), 'the answer is found');
      });
    }
  },
  { processes: true },
);
