// The simulator, as `cargo xtask simulator` writes it: opened from a file, it says what `cargo xtask place` prints.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './support/browsers.mjs';
import { ROOT } from './support/site.mjs';
import { QUESTIONS } from './support/words.mjs';

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const TEXT = JSON.parse(readFileSync(join(ROOT, 'www/text/en.json'), 'utf8'));
const DEMO = join(ROOT, 'www/demo/finder.json');

const xtask = (...words) =>
  execFileSync(process.env.CARGO || 'cargo', ['xtask', ...words], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 });

describe('the simulator', () => {
  let folder;
  let browser;
  let page;
  let told; // Errors and messages of the page, and every request that it makes.

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    xtask('simulator', '--debug', '--out', join(folder, 'simulator.html'));
    browser = await launch('chromium', { shell: true });
    page = await browser.newPage();
    told = [];
    page.on('pageerror', (error) => told.push(error.message));
    page.on('console', (message) => told.push(message.text()));
    page.on('request', (request) => told.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'simulator.html')).href);
    await page.waitForFunction(() => document.getElementById('json').textContent);
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  const words = (selector) => page.$eval(selector, (found) => found.textContent);
  const json = async (id) => JSON.parse(await words(`#${id}`));
  // Without scrolling and hit-testing: what is behind the closed parts of the page can be pressed as well.
  const press = (selector) => page.$eval(selector, (found) => found.click());
  const answer = (question, option) => press(`#q-${question} input[value="${option}"]`);
  const shown = () => page.$$eval('fieldset:not([hidden])', (fields) => fields.map((field) => field.id.slice(2)));
  const put = (text) =>
    page.$eval(
      '#config',
      (field, value) => {
        field.value = value;
        field.dispatchEvent(new Event('input'));
      },
      text,
    );

  /** Every case of the page: its answers and its outcome, as the page writes them. */
  const everyCase = () =>
    page.$eval('#case', (choice) =>
      [...choice.options]
        .filter(({ value }) => value)
        .map(({ value }) => {
          choice.value = value;
          choice.dispatchEvent(new Event('change'));
          const read = (id) => document.getElementById(id).textContent;
          return { answers: JSON.parse(read('answers')), outcome: read('json') };
        }),
    );

  const assertSame = (cases, ...options) => {
    assert.ok(cases.length >= 60, `only ${cases.length} cases`);
    const file = join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify(cases.map(({ answers }) => answers)));
    const printed = JSON.parse(xtask('place', file, ...options));
    cases.forEach(({ answers, outcome }, at) => {
      assert.equal(outcome, JSON.stringify(printed[at], null, 2), JSON.stringify(answers));
    });
  };

  it('says for every case what the command prints, to the letter', async () => {
    assertSame(await everyCase());
  });

  it('matches a pasted configuration as the command does', async () => {
    await put(readFileSync(DEMO, 'utf8'));
    const cases = await everyCase();
    assertSame(cases, '--config', DEMO);
    assert.ok(cases.some(({ outcome }) => JSON.parse(outcome).programs.fitting.length > 1));
    await put('');
  });

  it('says so where a configuration is no JSON, and goes on without it', async () => {
    await press('#clear');
    await put('{"name": ');
    assert.match(await words('#config-said'), /^This is not JSON: /);
    assert.deepEqual((await json('json')).programs.fitting, []);
    await press('#demo');
    assert.equal(await words('#config-said'), 'It is used.');
    assert.equal(await page.$eval('#config', (field) => field.value), readFileSync(DEMO, 'utf8'));
    await put('');
  });

  it('shows the questions that are asked, the next one, and the words of the voice', async () => {
    await press('#clear');
    const next = () => words('fieldset.next legend');
    assert.equal(await next(), `1. ${TEXT['who.ask.self']}`);
    await answer('who', 'my_teen');
    assert.equal(await next(), `2. ${TEXT['danger.ask.child']}`);
    await answer('danger', 'medical');
    await answer('danger', 'suicide_now');
    assert.deepEqual((await json('answers')).danger, ['medical', 'suicide_now']);
    assert.match(await words('#status'), new RegExp(`^${TEXT['step.emergency.title']}`));
    await answer('danger', 'none');
    assert.deepEqual(await json('answers'), { who: 'my_teen', danger: ['none'] });
    await answer('concern', 'mental_health');
    await answer('heavy', 'none');
    const path = await page.$$eval('.path a', (links) => links.map((link) => link.hash.slice(3)));
    assert.deepEqual(path, (await json('json')).outcome.path);
    assert.deepEqual(path, await shown());
    const asked = await shown();
    assert.ok(asked.includes('mind') && !asked.includes('substances'), asked.join());
    await press('#all');
    assert.equal((await shown()).length, QUESTIONS.size);
    assert.match(await words('#q-substances .mark'), /Not asked/);
    await answer('substances', 'alcohol');
    assert.ok(!(await json('json')).outcome.path.includes('substances'));
    await press('#all');
    assert.ok(!(await shown()).includes('substances'));
    await page.select('#voice', 'teen');
    assert.match(await words('#q-danger legend'), new RegExp(TEXT['danger.ask.teen'].replace('?', '\\?')));
    await page.select('#voice', '');
    await press('#q-concern .again');
    assert.equal((await json('json')).outcome.next, 'concern');
  });

  it('names each rule that fired with its reason, its answers and its sources', async () => {
    await press('#clear');
    const said = { who: 'me', danger: 'none', concern: 'substances', substances: 'alcohol', use: 'daily', withdrawal: 'severe' };
    for (const [question, option] of Object.entries(said)) await answer(question, option);
    const { outcome } = await json('json');
    const rules = await page.$$eval('.rule', (found) => found.map((rule) => rule.textContent));
    assert.equal(rules.length, outcome.fired.length);
    outcome.fired.forEach(({ rule, sources }, at) => {
      assert.ok(rules[at].startsWith(rule), `${rule} in ${rules[at]}`);
      assert.ok(rules[at].includes(TEXT[`why.${rule}`] ?? TEXT[`why.${rule}.self`]), rule);
      assert.ok(sources.length && rules[at].includes('Conditions and sources'), rule);
    });
    assert.match(await words('.steps'), new RegExp(TEXT['step.medical.title']));
  });

  it('has nothing for an accessibility checker to find', async () => {
    await press('#demo');
    for (const details of await page.$$('details')) await details.evaluate((found) => (found.open = true));
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      [],
    );
  });

  it('asks for nothing, and the browser has nothing to say', () => {
    assert.deepEqual(told.slice(1), []);
    assert.match(told[0], /^file:.*simulator\.html$/);
  });
});
