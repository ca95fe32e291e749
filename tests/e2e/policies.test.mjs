// Headers that a provider's site may send, on the page or on every file, each alone and as strict as they are met with:
// the finder is there in one of its forms and works, or the provider's words are, with one message that names what to
// change.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { falls, form, works } from './support/mounted.mjs';
import { csp, FILE, LOADER, POLICIES, STUB } from './support/policies.mjs';
import { record } from './support/record.mjs';
import { page } from './support/site.mjs';
import { meet, openPage, until } from './support/visitor.mjs';

inEachEngine('under host policies', (it) => {
  for (const [name, { page: headers = {}, all = {}, files = {}, html = page(), gives, webkit }] of Object.entries(POLICIES)) {
    test(name, async (t) => {
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
      record(['policies', name, it.name], Array.isArray(expected) ? 'fallback' : expected);
    });
  }

  test('what a message says is allowed then helps: frame-src with the address of the folder', async (t) => {
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
