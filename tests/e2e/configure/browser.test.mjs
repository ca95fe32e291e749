// `check --browser`: a page that is opened in an installed browser, with what it did there.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { BROWSERS } from '../support/browsers.mjs';
import { FULL, leftOut } from '../support/level.mjs';
import { ROOT, TARGET } from '../support/site.mjs';
import { demoFile, serve } from './serve.mjs';

const DAY = 20261130;
const PAGE = demoFile('/').toString();
const html = (body, headers = {}) => ({ headers: { 'content-type': 'text/html', ...headers }, body });
/** Something of the page's own that keeps the element from ever being one, and says nothing. */
const HINDERED = PAGE.replace('<head>', '<head><script>customElements.define = () => {}; console.log("Hello of the page")</script>');

/** The path of each browser asked for that can be driven so: the first is what the command finds by itself. */
const NAMES = { chromium: undefined, firefox: 'firefox-esr' };

leftOut('`check --browser` in Firefox');

describe('check in a browser', { concurrency: 1 }, () => {
  let check;
  let folder;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'seen-'));
    execFileSync(process.env.CARGO || 'cargo', ['xtask', 'check', '--help'], { cwd: ROOT, stdio: 'pipe' });
    ({ check } = (await import(pathToFileURL(join(TARGET, 'commands/commands.mjs')).href)).commands);
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  const run = async (...words) => {
    let [out, err] = ['', ''];
    const code = await check(words, { out: (text) => (out += text), err: (text) => (err += text), day: DAY });
    return { code, out, err };
  };

  for (const name of BROWSERS.filter((one) => one === 'chromium' || (FULL && one in NAMES))) {
    it(`says of each page whether the finder got ready, and what its console said, in ${name}`, async (t) => {
      const site = {
        '/hindered': html(HINDERED),
        '/policy': html(PAGE, { 'content-security-policy': "frame-src 'none'; script-src 'self'" }),
        '/mistake': html(PAGE.replaceAll('finder.json', 'wrong.json')),
        '/wrong.json': JSON.stringify({ ...JSON.parse(demoFile('/finder.json').toString()), events: 'often', logo: 'none.svg' }),
      };
      const base = await serve(t, (path) => site[path] ?? demoFile(path));
      // A page in a folder is served as a plain server would: one with a space in its name too.
      mkdirSync(join(folder, name));
      cpSync(join(ROOT, 'www/demo'), join(folder, name), { recursive: true });
      cpSync(join(ROOT, 'dist'), join(folder, name, 'program-finder'), { recursive: true });
      const page = join(folder, name, 'a page.html');
      writeFileSync(page, readFileSync(join(folder, name, 'index.html')));
      const which = NAMES[name] ? ['--browser-at', NAMES[name]] : ['--browser'];
      const targets = [page, `${base}/`, `${base}/policy`, `${base}/mistake`];
      const { code, out, err } = await run('--json', ...which, ...targets);
      assert.deepEqual([code, err], [1, '']);
      const [inFolder, right, policy, mistake] = JSON.parse(out).files;
      // It never gets ready: there is no use in waiting long.
      const [hindered] = JSON.parse((await run('--json', '--wait', '3', ...which, `${base}/hindered`)).out).files;
      for (const one of [inFolder, right]) {
        assert.deepEqual(one.findings, [], one.file);
        assert.deepEqual([one.browser.ready, one.browser.form, one.form], [true, 'file', 'file'], one.file);
        assert.match(one.browser.name, new RegExp(`^${name === 'firefox' ? 'firefox' : 'Chrom'}.* \\d`, 'i'));
      }
      assert.deepEqual([hindered.browser.ready, hindered.form], [false, 'file'], 'nothing but a browser finds this');
      assert.deepEqual(
        hindered.findings.map((one) => one.check),
        ['browser'],
      );
      assert.match(hindered.findings[0].message, /did not get ready.*Hello of the page/);
      // The cause was found before: it is told once.
      assert.deepEqual([policy.browser.ready, policy.findings.map((one) => one.check)], [false, ['policy']]);
      assert.ok(policy.browser.console.some((words) => words.startsWith('program-finder: ')));
      // What the configuration's check said is not told again; that a picture is not there only the browser knows.
      assert.equal(mistake.browser.ready, true);
      assert.deepEqual(
        mistake.findings.map((one) => one.check),
        ['configuration', 'browser'],
        JSON.stringify(mistake, null, 2),
      );
      assert.match(mistake.findings[1].message, /The console says "program-finder: logo/);
    });
  }

  it('says in words what it saw, and how it gets a browser', { skip: !BROWSERS.includes('chromium') }, async (t) => {
    const base = await serve(t, demoFile);
    const { code, out } = await run('--browser', `${base}/`);
    assert.equal(code, 0);
    assert.match(out, /^http.*: the finder got ready in Chrom\w+ [\d.]+\.\nNothing is wrong in http.*\.\n$/);
    for (const [given, says] of [
      [join(folder, 'none'), /^error: The browser .*none does not start: /],
      ['no-such-browser', /^error: There is no program no-such-browser\./],
    ])
      assert.match((await run('--browser-at', /** @type {string} */ (given), `${base}/`)).err, /** @type {RegExp} */ (says));
  });
});
