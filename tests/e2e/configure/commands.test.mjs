// The other commands of `npx program-finder`: import, jsonld and configure, as they are called.

import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { listening } from '../support/listening.mjs';
import { ROOT, TARGET } from '../support/site.mjs';
import { LISTINGS, PAGE, PROGRAMS, TABLE } from './sources.mjs';

const DEMO = JSON.parse(readFileSync(join(ROOT, 'www/demo/finder.json'), 'utf8'));
const CSV = TABLE.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');

describe('commands', () => {
  let folder;
  let command;
  let commands;
  /** Runs a command in this process: to start one takes longer than all that it does. */
  const run = async (/** @type {string[]} */ [name, ...words]) => {
    let [stdout, stderr] = ['', ''];
    const status = await commands[name](words, { out: (text) => (stdout += text), err: (text) => (stderr += text) });
    return { stdout, stderr, status };
  };
  const file = (name, bytes) => (writeFileSync(join(folder, name), bytes), join(folder, name));
  const read = async (...words) => {
    const { stdout, stderr, status } = await run(words);
    assert.equal(status, 0, stderr);
    return { ...JSON.parse(stdout), told: stderr };
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'commands-'));
    execFileSync(process.env.CARGO || 'cargo', ['xtask', 'check', '--help'], { cwd: ROOT, stdio: 'pipe' });
    command = join(TARGET, 'commands/commands.mjs');
    ({ commands } = await import(pathToFileURL(command).href));
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  it('import: drafts of a table in each way that spreadsheets write one, of a listing and of a page', async () => {
    const tabs = TABLE.map((row) => row.map((cell) => (/["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join(
      '\r\n',
    );
    const written = {
      'utf8.csv': CSV,
      'mark.csv': `\ufeff${CSV}`,
      'unicode.txt': Buffer.from(`\ufeff${tabs}`, 'utf16le'),
    };
    for (const [name, bytes] of Object.entries(written)) {
      const { drafts, unused, told } = await read('import', file(name, bytes));
      assert.deepEqual([drafts, unused], [PROGRAMS, []], name);
      assert.match(told, /^\d+ drafts from a table in .*Look at each/, name);
    }
    const old = await read('import', file('windows.csv', Buffer.from('Name,Level\r\nSe\xf1or group,IOP\r\n', 'latin1')));
    assert.deepEqual(old.drafts, [{ name: 'Señor group', level: 'iop' }]);
    const listing = await read('import', file('listing.json', JSON.stringify(LISTINGS[0].rows)));
    assert.deepEqual(
      listing.drafts.map(({ level }) => level),
      LISTINGS[0].levels,
    );
    assert.ok(listing.suggested.tracks.length && !listing.drafts.some(({ tracks }) => tracks));
    const page = await read('import', file('page.html', PAGE));
    const { stdout } = spawnSync('node', [command, 'import', '-'], { encoding: 'utf8', input: CSV });
    assert.deepEqual(JSON.parse(stdout).drafts, PROGRAMS, 'from the standard input');
    assert.equal(page.name, 'Lantern Cove');
    assert.match(page.told, /not used or changed: "Residential treatment" is left out/);
  });

  it('import: what it makes is no configuration before somebody made one of it', async () => {
    const { status, stdout } = await run(['import', file('programs.csv', CSV)]);
    assert.equal(status, 0);
    const { status: wrong, stdout: said } = await run(['check', file('draft.json', stdout)]);
    assert.equal(wrong, 1);
    assert.match(said, /drafts: found a field that is not known/);
  });

  it('import: reads an address that it is given, and says what came instead', async (t) => {
    const asked = [];
    const server = createServer((request, response) => {
      asked.push(request.url);
      response.writeHead(request.url === '/about' ? 200 : 404, { 'content-type': 'text/html' }).end(PAGE);
    });
    const base = `http://127.0.0.1:${await listening(server)}`;
    t.after(() => (server.close(), server.closeAllConnections()));
    assert.equal(JSON.parse((await run(['import', `${base}/about`])).stdout).name, 'Lantern Cove');
    assert.match((await run(['import', `${base}/none`])).stderr, /^error: http.*\/none was answered with status 404/);
    assert.deepEqual(asked, ['/about', '/none']);
  });

  it('jsonld: the programs and the ways of contact, as `import` reads them again', async () => {
    const { told, ...data } = await read('jsonld', join(ROOT, 'www/demo/finder.json'));
    assert.equal(told, '');
    assert.deepEqual([data['@type'], data.name], ['MedicalClinic', DEMO.name]);
    const { drafts, contact, name } = await read('import', file('data.json', JSON.stringify(data)));
    assert.equal(name, DEMO.name);
    assert.deepEqual(
      drafts,
      DEMO.programs.map(({ name, level }) => ({ name: name.en ?? name, level })),
    );
    const { phone, email, link, address } = DEMO.contact;
    assert.deepEqual(contact, { phone, email, link, address: { lines: address.lines } });
    const slots = DEMO.programs.find(({ schedule }) => schedule?.slots).schedule.slots;
    const hours = data.makesOffer.map(({ itemOffered }) => itemOffered.hoursAvailable).find(Boolean);
    assert.deepEqual(
      hours.map(({ opens, closes }) => [opens, closes]),
      slots.map(({ from, to }) => [from, to]),
    );
  });

  it('jsonld: what is wrong is said at its line and left out, and nothing in it ends its script', async () => {
    const config = {
      name: { en: 'A</script><b>', es: 'Centro' },
      contact: { phone: '(555) 555-0100', email: 'nobody' },
      programs: [
        { name: 'Right', level: 'iop', treats: ['substance_use'] },
        { name: 'Wrong', level: 'residential', treats: ['substance_use'] },
        { name: 'Half', level: 'php', treats: ['substance_use'], link: 'javascript:alert(1)' },
        7,
      ],
    };
    const name = file('wrong.json', JSON.stringify(config, null, 2));
    const { stdout, stderr, status } = await run(['jsonld', '--script', name]);
    assert.equal(status, 0);
    assert.equal(stdout.match(/<\/?script/g).length, 2);
    const [, text] = /^<script type="application\/ld\+json">\n([^]*)\n<\/script>\n$/.exec(stdout);
    const data = JSON.parse(text);
    assert.equal(data.name, config.name.en);
    assert.deepEqual(
      data.makesOffer.map(({ itemOffered: { name, url } }) => [name, url]),
      [
        ['Right', undefined],
        ['Half', undefined],
      ],
    );
    assert.ok(!('email' in data));
    for (const field of ['contact.email', 'programs[1].level', 'programs[2].link', 'programs[3]'])
      assert.ok(stderr.includes(`: ${field}: `), `${field} in ${stderr}`);
    assert.equal((await read('jsonld', '--lang', 'es', name)).name, 'Centro');
    const none = await run(['jsonld', file('empty.json', '{}')]);
    assert.deepEqual([none.status, none.stdout], [1, '']);
    assert.equal((await run(['jsonld', file('cut.json', '{')])).status, 1);
  });

  it('each tells a command line that it cannot read from what is wrong in a file', async () => {
    /** @type {[string[], RegExp, string?][]} */
    const cases = [
      [['import'], /^error: import wants one file or address/],
      [['import', 'a', 'b'], /^error: import wants one file or address.* a b/],
      [['import', '--all', 'a'], /^error: import has no option --all\. There is --help/],
      [['import', 'none.csv'], /^error: none\.csv can't be read/],
      [['import', file('book.xlsx', 'PK\x03\x04rest')], /^error: .*book\.xlsx is a workbook\. Save .* as CSV/],
      [['jsonld'], /^error: jsonld wants one FILE/],
      [['jsonld', '--lang', 'fr', 'a'], /^error: --lang of jsonld is en or es, and not fr/],
      [['jsonld', '--lang'], /^error: --lang of jsonld wants a value/],
      [['jsonld', '--script=yes', 'a'], /^error: --script of jsonld wants no value/],
      [['check', '--browser', '--wait', 'long', 'page.html'], /^error: --wait of check wants a number of seconds.* it got long/],
      [['check', '--wait', '9', 'page.html'], /goes with --browser/],
      [['check', '--browser', 'finder.json'], /^error: --browser looks at pages/],
    ];
    for (const [words, says] of cases) {
      const { stderr, status, stdout } = await run(words);
      assert.match(stderr, says);
      assert.deepEqual([status, stdout], [2, ''], words.join(' '));
    }
    for (const text of ['', 'a\tb\nc\td', '{"a": 1}', '<p>Hello']) {
      const { status, stdout } = await run(['import', file('other.txt', text)]);
      assert.deepEqual([status, stdout], [1, ''], text);
    }
    for (const name of ['check', 'import', 'jsonld'])
      assert.match((await run([name, '--help'])).stdout, new RegExp(`Usage: program-finder ${name} `));
  });

  it('configure: serves one page to this computer alone', async (t) => {
    const script = `
      import { run } from ${JSON.stringify(pathToFileURL(join(ROOT, 'packages/npm/cli/configure.js')).href)};
      const refuse = (why) => (process.stderr.write(why), 2);
      const file = new URL(${JSON.stringify(pathToFileURL(file('configure.html', '<p>Form')).href)});
      process.exitCode = await run(process.argv.slice(1), file, (text) => process.stdout.write(text), refuse);
    `;
    const words = (...more) => ['--input-type=module', '-e', script, '--', ...more];
    const server = spawn('node', words('--port', '0'), { stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => server.kill());
    const url = await new Promise((found) => createInterface(server.stdout).once('line', found));
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
    const answer = await fetch(url);
    assert.deepEqual([answer.headers.get('content-type'), await answer.text()], ['text/html; charset=utf-8', '<p>Form']);
    assert.equal((await fetch(new URL('/finder.json', url))).status, 404);
    const { port } = new URL(url);
    for (const [more, says] of [
      [['--port', port], /^port \d+ cannot be used \(EADDRINUSE\)/],
      [['--port', 'many'], /^--port of configure wants a number/],
      [['--port'], /and got none/],
      [['file'], /^configure has no option file/],
    ]) {
      const { status, stderr, stdout } = spawnSync('node', words(.../** @type {string[]} */ (more)), { encoding: 'utf8' });
      assert.match(stderr, /** @type {RegExp} */ (says));
      assert.deepEqual([status, stdout], [2, '']);
    }
  });
});
