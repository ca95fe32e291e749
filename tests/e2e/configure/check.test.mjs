// `check` of a configuration, as providers run it: every message says what to mend, at the line and column of it, and is the one
// of the browser's console.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT, TARGET } from '../support/site.mjs';
import { WRONG } from './wrong.mjs';

const DEMO = join(ROOT, 'www/demo/finder.json');

describe('check of a configuration', () => {
  let folder;
  let command;
  const run = (...words) => spawnSync('node', [command, 'check', ...words], { encoding: 'utf8', cwd: folder });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-'));
    execFileSync(process.env.CARGO || 'cargo', ['xtask', 'check', DEMO], { cwd: ROOT, stdio: 'pipe' });
    command = join(TARGET, 'commands/commands.mjs');
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  it('says of each wrong one what to mend, at its line and column', () => {
    assert.equal(WRONG.length, 40);
    const names = WRONG.map(([what], index) => `${index}-${String(what).replaceAll(' ', '-')}.json`);
    WRONG.forEach(([, text], index) => writeFileSync(join(folder, names[index]), text));
    const { stdout, status } = run('--json', ...names);
    assert.equal(status, 1);
    const { files } = JSON.parse(stdout);
    const found = files.map(({ findings }) => findings.map(({ line, column, message }) => ({ line, column, message })));
    WRONG.forEach(([what, , [line, column], says], index) => {
      const [first] = found[index];
      const told = JSON.stringify(found[index], null, 2);
      assert.equal(found[index].length, 1, `${what}: ${told}`);
      assert.ok(first.message.includes(says), `${what}: ${told}`);
      assert.deepEqual([first.line, first.column], [line, column], `${what}: ${told}`);
      assert.match(first.message, /expected|belongs|can't be read|Correct it/, `${what} says what to do`);
    });
  });

  it('prints a line for each, as compilers do, and the messages of the console', async () => {
    const text = WRONG.find(([what]) => what === 'a level that is none')[1];
    writeFileSync(join(folder, 'finder.json'), text);
    const { stdout, status } = run('finder.json');
    assert.equal(status, 1);
    const [line, sum] = stdout.split('\n');
    assert.equal(sum, 'One thing is wrong in finder.json.');
    const script = readdirSync(join(ROOT, 'dist')).find((name) => /^check\..*js$/.test(name));
    const { check } = await import(pathToFileURL(join(ROOT, 'dist', script)).href);
    const warned = [];
    const { warn } = console;
    console.warn = (...words) => warned.push(words.join(' '));
    try {
      await check(JSON.parse(text), 'site.example', text);
    } finally {
      console.warn = warn;
    }
    assert.deepEqual(warned, [`program-finder: ${line.replace(/^finder\.json:10:7: /, '')}`]);
  });

  it('says one line of a right one, also of one that begins with a byte order mark', () => {
    const { stdout, status } = run(DEMO);
    assert.equal(stdout, `Nothing is wrong in ${DEMO}.\n`);
    assert.equal(status, 0);
    writeFileSync(join(folder, 'bom.json'), '\ufeff{"name":"A","contact":{"phone":"(555) 555-0100"},"programs":[]}');
    assert.equal(run('bom.json').status, 0);
  });

  it('tells a file that is not there, and a wrong command line, from what is wrong in a file', () => {
    /** @type {[string[], RegExp][]} */
    const cases = [
      [['none.json'], /^error: none\.json can't be read/],
      [[], /^error: check wants a FILE/],
      [['--jsno', 'finder.json'], /^error: check has no option --jsno/],
    ];
    for (const [words, says] of cases) {
      const { stderr, status, stdout } = run(...words);
      assert.match(stderr, says);
      assert.deepEqual([status, stdout], [2, '']);
    }
    assert.match(run('--help').stdout, /^Say what is wrong in a configuration/);
  });
});
