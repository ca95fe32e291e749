// Browsers write down what stands in forms, to bring it back after a crash. Of the finder nothing may be in the
// profile's folder: while it runs, after it has crashed, and after it was closed.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { describe } from 'node:test';
import { BROWSERS, launch } from './support/browsers.mjs';
import { FULL, leftOut } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { foundIn, unpacked } from './support/profile.mjs';
import { openSite, page } from './support/site.mjs';
import { change, meet, until } from './support/visitor.mjs';
import { answerWords, say } from './support/words.mjs';

/** @import { Page } from './support/visitor.mjs' */

leftOut('Chromium with the frame in a process of its own');

const { answers } = PEOPLE['mental health: little gets done on any day'];

// Long enough for the browsers to have written what they write: Chromium does so after some seconds.
const WRITTEN = 5000;
const pause = (time) => new Promise((go) => setTimeout(go, time));

// What a questionnaire of the careless kind would leave behind: the control.
const CARELESS = `<!doctype html><form><input name="marker-text"><label><input type="radio" name="marker-pick" value="marker-value">Yes</label></form>`;

// The names of buttons on the result: with an answer in them they are in no file that the browser has loaded.
const SAID = Object.entries(answers).map(([question, answer]) =>
  say('result.edit.name', { answer: answerWords(question, answer, 'self'), question: say(`${question}.name`) }),
);

describe('on disk', { concurrency: 2 }, () => {
  for (const name of BROWSERS) {
    // WebKit under its driver keeps nothing at all, whatever a page does: there is no control.
    if (name === 'webkit') continue;
    for (const [own, end] of /** @type {[boolean, string][]} */ ([
      [false, 'closed'],
      [false, 'killed'],
      [true, 'closed'],
      [true, 'killed'],
    ])) {
      if (own && (name !== 'chromium' || !FULL)) continue;
      test(`${name}${own ? ', the frame in a process of its own' : ''}, ${end}: nothing of the answers is in the profile`, async (t) => {
        const profile = mkdtempSync(join(tmpdir(), 'profile-'));
        const site = await openSite({
          '/page.html': page(),
          '/careless.html': `<iframe sandbox="allow-scripts" src="/form.html"></iframe>`,
          '/form.html': CARELESS,
        });
        const browser = await launch(name, { profile, own });
        t.after(async () => {
          await browser.close().catch(() => {});
          await site.close();
          rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
        });
        // Not a window of its own: such windows keep nothing by themselves.
        const control = await browser.newPage();
        await control.goto(site.url('/careless.html'));
        const form = await (await control.$('iframe')).contentFrame();
        const field = await form.$('input');
        await field.type('marker-typed');
        await (await form.$('[type=radio]')).click();
        const opened = /** @type {Page} */ (await browser.newPage());
        await opened.setViewport({ width: 1000, height: 900 });
        await opened.goto(site.url('/page.html'));
        const visitor = await meet(opened);
        const names = new Set();
        await visitor.complete(answers, async () => {
          for (const one of await visitor.ask(() =>
            [...document.querySelectorAll('[name], [id]')].flatMap((element) => [element.id, element.getAttribute('name')]),
          )) {
            if (one && one.length > 4) names.add(one);
          }
        });
        // Back to a question, and another answer to it: it stands in a form now.
        await change(visitor, 'mind');
        await visitor.choose('most_days');
        for (const one of await visitor.ask(() => [...document.querySelectorAll('input')].map((input) => input.name))) names.add(one);
        // Names are the same for every question, and stand in the file that the cache holds; ids are random. Neither may
        // be where a browser notes what stands in forms.
        const marks = [...names].filter((one) => !['viewport', 'referrer', 'color-scheme', 'robots'].includes(one));
        assert.ok(marks.includes('choice'), `${marks}`);
        const left = () => [...foundIn(profile, SAID), ...foundIn(profile, marks).filter((one) => /session/i.test(one))];

        await until(() => foundIn(profile, ['marker-typed']).length, 'what the careless form leaves');
        await pause(WRITTEN);
        assert.deepEqual(left(), [], 'while it runs');
        if (end === 'closed') await browser.close();
        else {
          const gone = new Promise((done) => browser.process().once('exit', done));
          browser.process().kill('SIGKILL');
          await gone;
        }
        assert.ok(foundIn(profile, ['marker-typed']).length, 'control: the careless form is found');
        assert.ok(
          foundIn(profile, ['marker-pick']).some((one) => /session/i.test(one)),
          'and its choice',
        );
        assert.deepEqual(left(), [], `after it was ${end}`);
      });
    }
  }
});

test('what Firefox compresses can be read', () => {
  // "ab", fifteen letters from two back, and then "c".
  const block = Buffer.from([0x2b, 0x61, 0x62, 2, 0, 0x10, 0x63]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(18);
  assert.equal(String(unpacked(Buffer.concat([Buffer.from('mozLz40\0'), length, block]))), `${'ab'.repeat(8)}ac`);
});
