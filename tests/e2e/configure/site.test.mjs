// `check` of a page: 26 sites with one thing broken in each get that one finding, with what to do; a site in order gets one line.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ROOT, TARGET } from '../support/site.mjs';
import { demoFile, serve } from './serve.mjs';

const LOADER = '/program-finder/program-finder.js';
const DAY = 20261130;
const frameOf = (end) =>
  `/program-finder/${readdirSync(join(ROOT, 'dist')).find((name) => name.startsWith('frame.en.') && name.endsWith(end))}`;
const PAGE = demoFile('/').toString();
const but = (piece, by) => {
  assert.ok(typeof piece === 'string' ? PAGE.includes(piece) : piece.test(PAGE), `the demo's page has ${piece}`);
  return { '/': { headers: { 'content-type': 'text/html' }, body: PAGE.replace(piece, by) } };
};
const SCRIPT = /<script[^>]*program-finder\.js[^>]*><\/script>/;
const config = (change) => {
  const data = JSON.parse(demoFile('/finder.json').toString());
  change(data);
  return { '/finder.json': { headers: { 'content-type': 'application/json' }, body: JSON.stringify(data, null, 2) } };
};
const onPage = (headers) => ({ '/': { headers: { 'content-type': 'text/html', ...headers }, body: PAGE } });
const csp = (value) => onPage({ 'content-security-policy': value });
const hash = () => `sha384-${createHash('sha384').update(demoFile(LOADER)).digest('base64')}`;

/** What is broken, the answers of the site, the check that finds it, and a part of what it says. @type {[string, () => Record<string, any>, string, RegExp][]} */
const BROKEN = [
  ['the page is not there', () => ({ '/': { status: 404 } }), 'page', /status 404/],
  [
    'the page is sent as text',
    () => ({ '/': { headers: { 'content-type': 'text/plain' }, body: PAGE } }),
    'page',
    /sent as text\/plain.*send text\/html/,
  ],
  ['an editor took the element out', () => but(/<program-finder[^]*<\/program-finder>/, ''), 'page', /no <program-finder>/],
  ['the script is missing', () => but(SCRIPT, ''), 'loader', /No script on the page is the loader/],
  ['scripts were combined', () => but(SCRIPT, '<script src="/cache/autoptimize_1234.js"></script>'), 'loader', /combined/],
  ['the folder was not uploaded', () => ({ [LOADER]: { status: 404 } }), 'loader', /status 404/],
  [
    'every address gives the start page',
    () => ({ [LOADER]: { headers: { 'content-type': 'text/html' }, body: '<p>Hello' } }),
    'loader',
    /sent as text\/html/,
  ],
  [
    'Rocket Loader',
    () => but(SCRIPT, `<script type="2a9f0c1b7d-text/javascript" src="${LOADER}" async></script>`),
    'loader',
    /Cloudflare Rocket Loader.*data-cfasync/,
  ],
  [
    'WP Rocket',
    () => but(SCRIPT, `<script type="rocketlazyloadscript" data-rocket-src="${LOADER}"></script>`),
    'loader',
    /WP Rocket.*nowprocket/,
  ],
  ['LiteSpeed', () => but(SCRIPT, `<script type="litespeed/javascript" data-src="${LOADER}"></script>`), 'loader', /LiteSpeed/],
  [
    'a cookie banner',
    () => but(SCRIPT, `<script type="text/plain" data-cookieconsent="statistics" src="${LOADER}"></script>`),
    'loader',
    /cookie banner.*data-cookieconsent="ignore"/,
  ],
  [
    'an integrity of another version',
    () => but(SCRIPT, `<script src="${LOADER}" integrity="sha384-AAAA" async></script>`),
    'loader',
    /integrity of the script is not that of/,
  ],
  [
    'an integrity on a name that stays',
    () => but(SCRIPT, `<script src="${LOADER}" integrity="${hash()}" async></script>`),
    'loader',
    /next update would be refused/,
  ],
  [
    'neither form of the frame',
    () => ({ [frameOf('.html')]: { status: 404 }, [frameOf('.js')]: { status: 404 } }),
    'policy',
    /frame is not on the server.*Upload/,
  ],
  ['a policy that allows no frame', () => csp("default-src 'none'; script-src 'self'; connect-src 'self'"), 'policy', /frame-src/],
  ['a policy that allows no script', () => csp("script-src 'none'"), 'policy', /refuses the loader/],
  ['a policy that allows no fetching', () => csp("connect-src 'none'"), 'policy', /finder\.json can't be fetched.*connect-src/],
  ['a page that is isolated', () => onPage({ 'cross-origin-embedder-policy': 'require-corp' }), 'policy', /Cross-Origin-Resource-Policy/],
  ['the configuration is not there', () => ({ '/finder.json': { status: 404 } }), 'configuration', /status 404.*config attribute/],
  [
    'the configuration is no JSON',
    () => ({ '/finder.json': '{ "name": ' }),
    'configuration',
    /finder\.json:1:11: .* can't be read as JSON/,
  ],
  ['a program of no level', () => config((data) => (data.programs[0].level = 'residential')), 'configuration', /programs\[0\]\.level/],
  [
    'a program that was long not looked at',
    () => config((data) => (data.programs[1].checked = '2026-01-01')),
    'configuration',
    /more than 180 days ago/,
  ],
  ['no number in the words', () => but(/<a [^>]*href="tel:\+1[^>]*>([^<]*)<\/a>/g, '$1'), 'words', /calls you/],
  ['no lifeline in the words', () => but(/<a [^>]*href="tel:988"[^>]*>988<\/a>/g, '988'), 'words', /no link to 988/],
  ['another number in the words', () => config((data) => (data.contact.phone = '(555) 555-0199')), 'words', /is not contact\.phone/],
  [
    'events beside an advertiser',
    () => ({
      ...but('</head>', '<script src="https://connect.facebook.net/en_US/fbevents.js"></script></head>'),
      ...config((data) => (data.events = true)),
    }),
    'trackers',
    /Meta Pixel.*"events" to false/,
  ],
];

describe('check of a page', () => {
  let folder;
  let check;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'site-'));
    execFileSync(process.env.CARGO || 'cargo', ['xtask', 'check', '--help'], { cwd: ROOT, stdio: 'pipe' });
    const { commands } = await import(pathToFileURL(join(TARGET, 'commands/commands.mjs')).href);
    check = commands.check;
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  const run = async (...words) => {
    let [out, err] = ['', ''];
    const code = await check(words, { out: (text) => (out += text), err: (text) => (err += text), day: DAY });
    return { code, out, err };
  };

  it('says one line of a site in order, on a server and in a folder', async (t) => {
    const base = await serve(t, demoFile);
    assert.deepEqual(await run(`${base}/`), { code: 0, out: `Nothing is wrong in ${base}/.\n`, err: '' });
    cpSync(join(ROOT, 'www/demo'), folder, { recursive: true });
    cpSync(join(ROOT, 'dist'), join(folder, 'program-finder'), { recursive: true });
    const page = join(folder, 'index.html');
    assert.deepEqual(await run(page), { code: 0, out: `Nothing is wrong in ${page}.\n`, err: '' });
    writeFileSync(join(folder, 'finder.json'), '{}');
    assert.equal((await run(page)).code, 1);
  });

  it('has 26 broken ones', () => assert.equal(BROKEN.length, 26));

  for (const [what, answers, kind, says] of BROKEN) {
    it(`finds it where ${what}`, async (t) => {
      const replaced = answers();
      const base = await serve(t, (path) => (path in replaced ? replaced[path] : demoFile(path)));
      const { code, out } = await run('--json', `${base}/`);
      const [{ findings }] = JSON.parse(out).files;
      assert.equal(findings.length, 1, JSON.stringify(findings, null, 2));
      assert.equal(findings[0].check, kind);
      assert.match(findings[0].message, says);
      assert.equal(code, 1);
    });
  }
});
