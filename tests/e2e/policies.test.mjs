// Headers that a provider's site may send, on the page or on every file, each alone and as strict as they are met with:
// the finder is there in one of its forms and works, or the provider's words are, with one message that names what to
// change.

import assert from 'node:assert/strict';
import { inEachEngine } from './support/browsers.mjs';
import { FULL, testIf } from './support/level.mjs';
import { falls, form, works } from './support/mounted.mjs';
import { csp, FILE, LOADER, POLICIES, STUB } from './support/policies.mjs';
import { record } from './support/record.mjs';
import { page } from './support/site.mjs';
import { meet, openPage, until } from './support/visitor.mjs';

/** What is tried in every engine in a run that is not full, beside what WebKit takes otherwise. */
const SOME = [
  'nothing',
  'a nonce and strict-dynamic',
  "trusted-types program-finder; frame-src 'none'",
  'on every file: X-Frame-Options: DENY',
  "on every file: default-src 'self'",
  'Cross-Origin-Embedder-Policy: require-corp alone',
];

/** What leaves the finder as it is, much as another does. */
const ALIKE = [
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
  "default-src 'self' 'unsafe-inline'",
  'on every file: X-Frame-Options: SAMEORIGIN',
  "on every file: frame-ancestors 'self'",
  'Cross-Origin-Opener-Policy: same-origin',
  'on every file: Cross-Origin-Resource-Policy: same-origin',
  'Permissions-Policy: nothing at all',
  'on every file: Referrer-Policy: no-referrer, nosniff',
];

inEachEngine('under host policies', (it) => {
  for (const [name, { page: headers = {}, all = {}, files = {}, html = page(), gives, webkit }] of Object.entries(POLICIES)) {
    testIf(SOME.includes(name) || webkit || (it.name === 'chromium' && !ALIKE.includes(name)))(name, async (t) => {
      const site = await it.open();
      t.after(site.close);
      const of = (what) => (typeof what === 'function' ? what(site) : what);
      for (const path of [LOADER, FILE, STUB, '/finder.json']) site.answers[path] = { headers: { ...all, ...files[path] } };
      site.answers['/page.html'] = { headers: { ...all, ...of(headers) }, body: of(html) };
      const opened = await openPage(t, it, site.url('/page.html'));
      const expected = (it.name === 'webkit' && webkit) || gives;
      if (Array.isArray(expected)) await falls(opened, ...expected);
      else {
        const visitor = await meet(opened);
        assert.equal(await form(visitor), expected);
        await works(visitor);
      }
      // The documentation has the whole table or none.
      if (FULL) record(['policies', name, it.name], Array.isArray(expected) ? 'fallback' : expected);
    });
  }

  testIf(it.name === 'chromium')('what a message says is allowed then helps: frame-src with the address of the folder', async (t) => {
    const site = await it.open();
    t.after(site.close);
    const strict = "default-src 'none'; script-src 'self'; connect-src 'self'";
    site.answers['/page.html'] = { headers: csp(strict), body: page() };
    const opened = await openPage(t, it, site.url('/page.html'));
    const told = () => opened.said.map(({ text }) => /"(frame-src [^"]+)"/.exec(text)?.[1]).find(Boolean);
    await until(async () => (await opened.evaluate(() => {}), told()), 'the message');
    site.answers['/page.html'] = { headers: csp(`${strict}; ${told()}`), body: page() };
    await works(await meet(await openPage(t, it, site.url('/page.html'))));
  });
});
