// A page that attacks on purpose (attacks.js), while somebody uses the finder on it: two visits with other questions,
// answers and results look the same to each attack, and no word of them is in what it wrote down. Control: where there is no
// seal (control.js), each attack tells two visits apart.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inEachEngine } from '../support/browsers.mjs';
import { testIf } from '../support/level.mjs';
import { pairOfVisits } from '../support/sets.mjs';
import { page, ROOT } from '../support/site.mjs';
import { openPage, until, visit } from '../support/visitor.mjs';

/** @import { Hand } from '../support/visitor.mjs' */

const script = (name) => ({ body: readFileSync(join(ROOT, 'tests/e2e/hostile', name), 'utf8') });
const ATTACKS = '<script src="/attacks.js"></script>';
const MENU = '<button class="here">Menu</button>';
const SITE = {
  '/attacks.js': script('attacks.js'),
  '/control.js': script('control.js'),
  '/page.html': page({ head: ATTACKS, before: `<h1>Lantern Cove</h1>${MENU}` }),
  '/stub.html': { headers: { 'content-security-policy': "frame-src 'none'" }, body: page({ head: ATTACKS, before: MENU }) },
  '/control.html': `<!doctype html><meta charset="utf-8"><meta http-equiv="content-security-policy" content="style-src-attr 'report-sample'">
<title>Control</title><style>body { min-height: 3000px }</style>${ATTACKS}<script src="/control.js"></script><body>${MENU}`,
  '/control-frame.html': '<!doctype html><title>Control</title><script src="/control.js"></script><body>',
};
const [ONE, OTHER] = pairOfVisits();
const CONTROLS = [
  ['me', 'iop'],
  ['teen', 'php'],
];

// What an engine does not offer, keeps from every page, or tells only where the machine is slow.
const WITHOUT = {
  chromium: [],
  firefox: ['paint and layout timing', 'long frames', 'event timing'],
};

inEachEngine(
  'a page that attacks',
  (it) => {
    it.answers = structuredClone(SITE);
    const logs = (opened) => opened.evaluate(() => self.attackLogs());

    /** @type {Hand[]} */
    const HANDS = it.name === 'chromium' ? ['mouse', 'touch', 'keys'] : ['mouse'];
    const ways = HANDS.map((hand) => ({ address: hand === 'keys' ? '/page.html?still' : '/page.html', hand }));
    for (const { address, hand } of [...ways, { address: '/stub.html', hand: HANDS[0] }]) {
      // Each hand, form, engine and process has one: all of them together are a full run's.
      const form = address === '/stub.html' ? 'stub' : hand;
      const smoke = it.own ? ['touch'] : it.name === 'chromium' ? ['keys', 'stub'] : ['mouse'];
      testIf(smoke.includes(form))(
        `learns nothing of a visit by ${hand} (${address === '/stub.html' ? 'stub' : 'file'} form)`,
        async (t) => {
          const seen = [];
          for (const answers of [ONE, OTHER]) {
            const visitor = await visit(t, it, it.site.url(address), { hand, touch: hand === 'touch' });
            await until(() => visitor.page.evaluate(() => document.hasFocus()), 'the window to have focus');
            const said = new Set();
            const path = await visitor.complete(answers, async ({ at, words }) => {
              for (const line of words.split('\n').map((one) => one.trim())) if (line.split(' ').length > 2) said.add(line);
              await visitor.page.evaluate(() => self.probeAll());
              // Where a finger was used the start screen stands in for the question after focus was away.
              if (at === 'start' || (await visitor.look()).at !== 'start') return;
              await visitor.press('Continue', () => document.querySelector('.start .primary'));
              await until(async () => (await visitor.look()).at === at, 'the question');
            });
            await new Promise((go) => setTimeout(go, 300));
            const learned = await logs(visitor.page);
            for (const [name, lines] of Object.entries(learned)) {
              const text = lines.join('\n');
              assert.deepEqual(
                [...said].filter((words) => text.includes(words)),
                [],
                `${name} has read words`,
              );
            }
            seen.push({ path, learned });
            await visitor.page.close();
          }
          const [one, other] = seen;
          assert.equal(one.path.length, other.path.length);
          assert.notDeepEqual(one.path, other.path);
          assert.ok(Object.keys(one.learned).length >= 20);
          for (const name of Object.keys(one.learned)) assert.deepEqual(other.learned[name], one.learned[name], name);
        },
      );
    }

    // WebKit's driver reaches into no frame but the finder's.
    if (it.name === 'webkit') return;
    testIf(it.name === 'chromium' && !it.own)('control: without the seal each attack tells two visits apart', async (t) => {
      const seen = [];
      for (const answers of CONTROLS) {
        const opened = await openPage(t, it, it.site.url('/control.html'), { width: 1000, height: 900 });
        const frame = await until(() => opened.frames().find((one) => one.url().includes('/control-frame.html')), 'the frame');
        for (const [inside, place] of [
          [opened.mainFrame(), false],
          [frame, true],
        ]) {
          await until(() => inside.evaluate(() => Boolean(document.querySelector('section.control label'))), 'the questionnaire');
          for (const answer of answers) {
            for (const selector of [`label[data-value="${answer}"]`, '.control button']) {
              const at = await inside.evaluate((what) => {
                const { x, y, height } = document.querySelector(what).getBoundingClientRect();
                return { x: x + 20, y: y + height / 2 };
              }, selector);
              const box = place
                ? await opened.evaluate(() => document.querySelector('iframe.control').getBoundingClientRect().toJSON())
                : { x: 0, y: 0 };
              await opened.mouse.click(at.x + box.x, at.y + box.y);
              await new Promise((go) => setTimeout(go, 150));
              await opened.evaluate(() => self.probeAll());
            }
          }
        }
        await new Promise((go) => setTimeout(go, 300));
        seen.push(await logs(opened));
        await opened.close();
      }
      const blind = Object.keys(seen[0]).filter((name) => JSON.stringify(seen[0][name]) === JSON.stringify(seen[1][name]));
      const unexpected = blind.filter((name) => !WITHOUT[it.name].includes(name));
      assert.deepEqual(unexpected, [], unexpected.map((name) => `${name}: ${seen[0][name].join(', ').slice(0, 200)}`).join('\n'));
    });
  },
  { processes: true },
);
