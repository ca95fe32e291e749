// The promise against those who would break it: session replay, autocapture and analytics tools as providers install
// them, at their most intrusive, on the page with the finder. Everything that they send is searched for everything that
// a visit shows, asks and finds. Controls: the same words without the seal are caught by each of them.

import assert from 'node:assert/strict';
import test, { after, before, describe } from 'node:test';
import { bundled } from '../trackers/bundle.mjs';
import { openCollector } from '../trackers/collector.mjs';
import { letters, Search } from '../trackers/marks.mjs';
import { controlFiles, controlPage, finderPage, known, MODES } from '../trackers/pages.mjs';
import { dataOf, marksOfData, visits } from '../trackers/people.mjs';
import { caught, control, visited } from '../trackers/run.mjs';
import { openTable } from '../trackers/table.mjs';
import { groupsIn, TOOLS, toolsIn } from '../trackers/tools.mjs';
import { inEachBrowser } from './support/browsers.mjs';
import { FULL, leftOut } from './support/level.mjs';
import { hashed } from './support/site.mjs';
import { until } from './support/visitor.mjs';

const VISITS = visits();
const DATA = dataOf(VISITS.find(({ name }) => name === 'a close call'));
const TABLE = openTable();
const TRIES = 3; // Pages at most, for a tool that is to show what it sees.
leftOut('all tools but two, visits by keys, by touch and in Spanish, Firefox, and Chromium with the frame in a process of its own');
/** Two recorders of different kinds, for a run that is not full: one notes changes of the page, one takes its whole layout. */
const SOME = ['rrweb', 'clarity'];
const some = (tools) => tools.filter((tool) => FULL || SOME.includes(tool));
/** The pages of visits: one window for each hand and language. */
const EVERY_PAGE = {
  desktop: { visits: VISITS.filter(({ hand, lang }) => hand !== 'touch' && !lang) },
  // The first script of the page is the loader: fingers.test.mjs tells why.
  phone: { visits: VISITS.filter(({ hand }) => hand === 'touch'), first: true },
  Spanish: { visits: VISITS.filter(({ lang }) => lang), lang: 'es' },
};
// An emergency has every kind of screen, and something of everything to be found.
const PAGES = FULL ? EVERY_PAGE : { desktop: { visits: VISITS.filter(({ name }) => name === 'an emergency') } };

inEachBrowser(
  'trackers',
  (it) => {
    if (!FULL && it.name !== 'chromium') return;
    const tools = some(toolsIn(it.name));
    const browser = it.own ? `${it.name}, own process` : it.name;
    let collector;
    let scripts;
    before(async () => {
      collector = await openCollector();
      Object.assign(it.site.answers, (scripts = await bundled(tools)), controlFiles(DATA), {
        '/empty.html': '<!doctype html><title>Empty</title>',
        // The visit in Spanish is in the stub form.
        [hashed('frame.es.html')]: { status: 404 },
      });
      TABLE.ran(browser, await it.browser.version());
    });
    after(async () => {
      await collector.close();
      TABLE.write();
      console.log(TABLE.lines().join('\n'));
    });

    // No part of a control is in a sandbox: in both process modes it is where the page is.
    describe('without the seal', { concurrency: 2, skip: it.own && 'the same as in the other process mode' }, () => {
      for (const tool of tools) {
        /** What the tool has seen by the end of a run of the control. */
        const seenIn = async (mode, run) => {
          it.site.answers[`/control/${run}.html`] = controlPage(collector, run, [tool], mode);
          const places = await control(it, collector, run, [tool], DATA);
          const search = new Search([...marksOfData(DATA), ...places]);
          const seen = () => letters(search.inAll(caught(collector, run, tool)));
          const all = () => [...TOOLS[tool].sees[mode]].every((letter) => seen().includes(letter));
          // Some parts of a recording arrive after later ones.
          const wanted = TOOLS[tool].sees[mode];
          await until(all, `${tool} to see ${wanted} in ${mode}`).catch(({ message }) => {
            throw new Error(`${message}; it saw ${seen() || 'nothing'}`);
          });
          return seen();
        };
        test(`${tool} catches what the same visit gives away`, async (t) => {
          for (const mode of Object.keys(MODES)) {
            // This shows that a tool is able to see. One that did not come up, or that lost something, has another page.
            let seen;
            for (let attempt = 1; seen === undefined; attempt++) {
              seen = await seenIn(mode, `${tool}-${mode}-${attempt}`).catch((error) => {
                if (attempt === TRIES) throw error;
                t.diagnostic(`once more, in ${mode}: ${error.message}`);
              });
            }
            TABLE.put(browser, tool, mode, seen);
          }
        });
      }
    });

    describe('in the frame', { concurrency: 1 }, () => {
      for (const group of groupsIn(it.name)
        .map(some)
        .filter(({ length }) => length)) {
        for (const [name, { visits, ...how }] of Object.entries(PAGES)) {
          test(`${group.join(', ')} catch nothing: ${name}`, async () => {
            const run = `${name}-${group[0]}`;
            it.site.answers[`/${run}.html`] = finderPage(collector, run, group, how);
            const { marks, before, planted, sent } = await visited(it, collector, run, group, visits);
            const unknown = new Search(marks).without(known(scripts, group));
            for (const tool of group) {
              const search = unknown.without(before.get(tool));
              assert.equal(letters(search.marks), 'QAVLRP', 'there is something of everything to be found');
              const found = search.certain(sent.get(tool));
              // What was put on the page is found, so what was in the frame would have been.
              const shown = search.in(Buffer.from(planted));
              assert.ok(shown.size > 0, 'an answer is put on the page');
              TABLE.put(browser, tool, 'finder', letters(found.filter((mark) => !shown.has(mark))));
              assert.deepEqual(found, [...shown], `${tool} has caught what was in the frame`);
            }
          });
        }
      }
    });
  },
  { processes: FULL },
);
