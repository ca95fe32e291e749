// What check predicts of a page is what came of it in browsers: every row of the table that policies.test.mjs tries in three engines.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { predicted } from '../../../packages/npm/cli/policy.js';
import { FILE, LOADER, POLICIES, STUB } from '../support/policies.mjs';
import { openSite, page } from '../support/site.mjs';

describe('check predicts', () => {
  let site;
  before(async () => {
    site = await openSite();
  });
  after(() => site?.close());

  const get = async (path) => {
    const answer = await fetch(site.url(path));
    return { url: answer.url, status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
  };

  for (const [name, { page: headers = {}, all = {}, files = {}, html = page(), gives, webkit }] of Object.entries(POLICIES)) {
    it(name, async () => {
      const of = (what) => (typeof what === 'function' ? what(site) : what);
      for (const path of [LOADER, FILE, STUB, '/finder.json']) site.answers[path] = { headers: { ...all, ...files[path] } };
      site.answers['/page.html'] = { headers: { ...all, ...of(headers) }, body: of(html) };
      const facts = {
        page: await get('/page.html'),
        metas: [],
        nonce: /nonce="(\w+)"/.exec(of(html))?.[1],
        loader: site.url(LOADER),
        config: site.url('/finder.json'),
        frame: await get(FILE),
        stub: await get(STUB),
      };
      for (const [engine, expected] of [
        [{}, gives],
        [{ selfInSandbox: false }, webkit ?? gives],
      ]) {
        const { form, why, remedy } = predicted(facts, engine);
        assert.equal(form, Array.isArray(expected) ? 'fallback' : expected, `${JSON.stringify(engine)}: ${why.join('; ')}`);
        // The words that the finder's own message has are in this one too.
        if (Array.isArray(expected))
          for (const words of expected) assert.ok(`${why.join(' ')} ${remedy}`.includes(words), `${words} in ${why.join(' ')} ${remedy}`);
      }
    });
  }
});
