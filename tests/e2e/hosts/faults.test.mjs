// Every way of not starting that is known, each with the one message that names its true cause. What other files try already is
// listed with the name of its test; the rest is tried here.

import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { inEachEngine } from '../support/browsers.mjs';
import { testIf } from '../support/level.mjs';
import { fallback, falls } from '../support/mounted.mjs';
import { ours } from '../support/said.mjs';
import { FALLBACK, FINDER, hashed, page, ROOT } from '../support/site.mjs';
import { openPage, until } from '../support/visitor.mjs';

const FILE = hashed('frame.en.html');
const STUB = hashed('frame.en.js');
const CHECK = hashed('check.js');
const csp = (value) => ({ headers: { 'content-security-policy': value }, body: page() });
const json = (body) => ({ '/finder.json': { body, headers: { 'content-type': 'application/json' } } });
const named = (config) => page({ finder: FINDER.replace('/finder.json', config) });

/** Tried elsewhere: the file and a part of the test's name. */
const ELSEWHERE = {
  'the loader is not there': ['mount', 'the loader is not there'],
  'the loader was changed': ['files', 'the loader, a byte of it changed'],
  'the loader was moved': ['hosts/address', 'and no folder is named'],
  'the loader was put into the page': ['hosts/address', 'put into the page itself'],
  'the folder named is another': ['hosts/address', 'another folder that is named later'],
  'the files are of another build': ['hosts/address', 'on a server with the old files alone'],
  'neither form is there': ['mount', 'neither form is there'],
  'both forms never come': ['files', 'both forms, never there'],
  'the file is cut off': ['mount', 'the end cut off'],
  'the file is cut off before the module': ['mount', 'cut off before the module'],
  'a byte of the module was changed': ['mount', 'a byte of the module'],
  'a byte of the style was changed': ['mount', 'a byte of the style'],
  "a byte of the shell's script was changed": ['mount', "a byte of the shell's script"],
  'the style was rewritten': ['hosts/rewritten', 'its style made smaller, and no other form'],
  'the stub is cut off': ['files', 'the stub, cut off in the module'],
  'the stub is plain text': ['files', 'the stub, as plain text'],
  'the page refuses both forms': ['mount', 'both forms refused by the policy of the page'],
  'the server refuses one, the page the other': ['mount', 'the file refused by its server, and the stub by the policy'],
  'the configuration is cut off': ['files', 'the configuration, cut off'],
  'the configuration never comes': ['files', 'the configuration, never there'],
  'the configuration is on another site': ['hosts/json', 'on another site that does not allow it'],
  'the configuration lacks a brace': ['hosts/json', 'a brace too few'],
  'a field is given twice': ['hosts/json', 'a field that is given twice is named'],
  'the element was taken away': ['hosts/rewritten', 'the element taken away'],
  'the element is not closed': ['hosts/rewritten', 'written as if it closed itself'],
  'the words of the other language do not come': ['files', "the other language's words"],
  'Trusted Types refuse the stub': ['policies', 'policies'],
};

/** @type {Record<string, { answers: Record<string, any>, words: string[] }>} */
const FAULTS = {
  'the configuration is not there': {
    answers: { '/page.html': named('/nowhere.json') },
    words: ['/nowhere.json', '404', 'config attribute'],
  },
  'the server of the configuration failed': {
    answers: { '/page.html': page(), '/finder.json': { status: 500, body: '{}' } },
    words: ['500'],
  },
  'the configuration asks for a password': {
    answers: { '/page.html': page(), '/finder.json': { status: 403, body: '{}' } },
    words: ['403'],
  },
  'a web page stands for the configuration': {
    answers: { '/page.html': page(), ...json('<!doctype html><title>Sign in</title>') },
    words: ['/finder.json', 'web page'],
  },
  'the configuration is empty': { answers: { '/page.html': page(), ...json('') }, words: ['/finder.json', 'braces'] },
  'the configuration is a list': { answers: { '/page.html': page(), ...json('[]') }, words: ['/finder.json', 'braces'] },
  'the configuration is a number': { answers: { '/page.html': page(), ...json('7') }, words: ['/finder.json', 'braces'] },
  'the configuration is null': { answers: { '/page.html': page(), ...json('null') }, words: ['/finder.json', 'braces'] },
  'the configuration is a page of letters too long': {
    answers: { '/page.html': page(), ...json(JSON.stringify({ name: 'x'.repeat(2 ** 18) })) },
    words: ['too long', '262144'],
  },
  'the address of the configuration is no address': { answers: { '/page.html': named('http://[') }, words: ['URL'] },
  'the address of the configuration is of another kind': {
    answers: { '/page.html': named('file:///C:/finder.json') },
    words: ['file:///C:/finder.json', 'http'],
  },
  'the configuration is led to another site': {
    answers: { '/page.html': page(), '/finder.json': { status: 302, headers: { location: 'http://localhost:9/finder.json' }, body: '' } },
    words: ['/finder.json', 'connect-src'],
  },
  'the page lets nothing be fetched': {
    answers: { '/page.html': csp("default-src 'self' 'unsafe-inline'; connect-src 'none'") },
    words: ['/finder.json', 'connect-src'],
  },
  'the script of JSON inside is cut off': {
    answers: {
      '/page.html': page({
        finder: FINDER.replace(' config="/finder.json"', '').replace(
          FALLBACK,
          `${FALLBACK}<script type="application/json">{"name": "Lan</script>`,
        ),
      }),
    },
    words: ['The script inside <program-finder>', 'line 1'],
  },
  'no file names what is wrong either': {
    answers: { '/page.html': named('/nowhere.json'), [CHECK]: { status: 404 } },
    words: ['/nowhere.json', 'was answered with status 404'],
  },
  'both forms are there as a download': {
    answers: {
      '/page.html': page(),
      [FILE]: { headers: { 'content-disposition': 'attachment', 'content-type': 'application/octet-stream' } },
      [STUB]: { headers: { 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' } },
    },
    words: [FILE, STUB],
  },
  'both forms are a page that says that nothing is there': {
    answers: { '/page.html': page(), [FILE]: { body: '<!doctype html>Not found' }, [STUB]: { body: '<!doctype html>Not found' } },
    words: [FILE, STUB],
  },
  'both forms lead to a page to sign in': {
    answers: {
      '/page.html': page(),
      [FILE]: { status: 302, headers: { location: '/signin.html' }, body: '' },
      '/signin.html': '<!doctype html>Sign in',
      [STUB]: { status: 302, headers: { location: '/signin.html' }, body: '' },
    },
    words: [FILE, STUB],
  },
};
const SOME = ['the configuration is not there', 'the configuration is null', 'both forms are a page that says that nothing is there'];

test('at least thirty ways are tried, and those that are tried elsewhere are there', () => {
  assert.ok(Object.keys(ELSEWHERE).length + Object.keys(FAULTS).length >= 40);
  for (const [what, [file, name]] of Object.entries(ELSEWHERE)) {
    const text = readFileSync(join(ROOT, 'tests/e2e', `${file}.test.mjs`), 'utf8');
    assert.ok(text.replaceAll("\\'", "'").includes(name), `${what}: ${file} has no test of "${name}"`);
  }
});

inEachEngine('one message', (it) => {
  for (const [what, { answers, words }] of Object.entries(FAULTS)) {
    testIf(it.name === 'chromium' && SOME.includes(what))(`${what}: the words inside, and the one cause`, async (t) => {
      Object.assign(it.answers, answers);
      t.after(() => {
        for (const path of Object.keys(answers)) delete it.answers[path];
      });
      await falls(await openPage(t, it, it.site.url('/page.html')), ...words);
    });
  }

  testIf(false)('opened from a folder, by a double click: the words inside, and the one cause', async (t) => {
    if (it.name === 'webkit') return t.skip('its driver opens no file');
    const folder = mkdtempSync(join(tmpdir(), 'opened-'));
    t.after(() => rmSync(folder, { recursive: true }));
    for (const name of readdirSync(join(ROOT, 'dist'))) copyFileSync(join(ROOT, 'dist', name), join(folder, name));
    writeFileSync(join(folder, 'finder.json'), '{"name": "Lantern Cove"}');
    const body = page({ script: '<script src="program-finder.js" async></script>', finder: FINDER.replace('/finder.json', 'finder.json') });
    writeFileSync(join(folder, 'page.html'), body);
    const opened = await openPage(t, it, String(pathToFileURL(join(folder, 'page.html'))));
    await fallback(opened);
    await until(async () => (await opened.evaluate(() => {}), ours(opened, 'error').length), 'a message');
    assert.match(ours(opened, 'error')[0], /finder\.json.*http/);
  });
});
