// The lines to paste for each kind of website, as the configurator gives them: pasted as its steps say, and opened until the finder is
// ready, with nothing in the console.

import assert from 'node:assert/strict';
import test from 'node:test';
import { KINDS, STYLE_SHEET } from '../../../www/configure/snippets.js';
import { inEachEngine } from '../support/browsers.mjs';
import { form } from '../support/mounted.mjs';
import { allSaid, ours } from '../support/said.mjs';
import { meet, openPage, until } from '../support/visitor.mjs';
import { DEMO } from '../support/words.mjs';

/** @import { Answer } from '../support/site.mjs' */

const CONFIG = { body: JSON.stringify({ ...DEMO, logo: undefined }), headers: { 'content-type': 'application/json' } };
const HERE = { folder: '/program-finder/', config: '/finder.json', display: '', level: '' };
const READY = "addEventListener('program-finder-ready', () => parent.postMessage('the finder is ready', '*'));";
const page = (body, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A site</title>${head}</head><body><h1>A site</h1>${body}</body></html>`;
const block = (lines) => `<!-- wp:html -->\n<div class="wp-block-html">${lines}</div>\n<!-- /wp:html -->`;
const styleless = (lines) => {
  const without = lines.replace(/ style="display:block;min-height:680px"/, '');
  assert.notEqual(without, lines);
  return without;
};

/**
 * What a site is that has followed the steps: its page, and what else it answers. `space` is the address of another web space, which
 * has the folder and the configuration too.
 * @type {Record<string, (paste: (options?: object) => string, space: string) => { body: string, more?: Record<string, Answer>, policy?: string }>}
 */
const SITES = {
  html: (paste) => ({ body: page(paste()) }),
  wordpress: (paste) => ({ body: page(block(paste())) }),
  wix: (paste, space) => {
    const address = paste({ folder: `${space}/program-finder/` }).trim();
    return {
      body: page(`<script>onmessage = ({ data }) => (document.title = data)</script><iframe src="${address}" height="680"></iframe>`),
    };
  },
  squarespace: (paste, space) => ({
    body: page(`<div class="sqs-block-code">${paste({ folder: `${space}/program-finder/`, config: `${space}/finder.json` })}</div>`),
  }),
  policy: (paste) => ({
    body: page(styleless(KINDS[0].paste(DEMO, HERE)), '<link rel="stylesheet" href="/page.css">'),
    policy: `default-src 'none'; style-src 'self'; base-uri 'none'; ${paste().trim()}`,
    more: { '/page.css': { headers: { 'content-type': 'text/css' }, body: STYLE_SHEET } },
  }),
};

test('each kind of website is tried', () => {
  assert.deepEqual(
    KINDS.map(({ id }) => id),
    Object.keys(SITES),
  );
  for (const { id, name, steps, paste } of KINDS) assert.ok(name && steps.length && paste, id);
});

inEachEngine('the lines to paste', (it) => {
  test('make a finder on every kind of website', async (t) => {
    const headers = { ...CONFIG.headers, 'access-control-allow-origin': '*' };
    const space = await it.open({
      '/finder.json': { ...CONFIG, headers },
      '/program-finder/finder.json': CONFIG,
      '/program-finder/program-finder.js': { change: (loader) => READY + loader },
    });
    t.after(space.close);
    for (const { id, paste } of KINDS) {
      const { body, policy, more = {} } = SITES[id]((options = {}) => paste(DEMO, { ...HERE, ...options }), space.url(''));
      const answer = { headers: { 'content-type': 'text/html', ...(policy && { 'content-security-policy': policy }) }, body };
      const site = await it.open({ '/page.html': answer, '/finder.json': CONFIG, ...more });
      t.after(site.close);
      const opened = await openPage(t, it, site.url('/page.html'));
      if (id === 'wix') await until(() => opened.evaluate(() => document.title === 'the finder is ready'), `${id}: the finder`);
      else assert.equal(await form(await meet(opened)), 'file', id);
      // On a page whose finder is in a frame of another site WebKit's driver hears nothing.
      if (id !== 'wix') await allSaid(opened);
      // There the provider is asked to try whether quick exit leaves the outer page, too.
      const told = ours(opened).filter((text) => id !== 'wix' || !text.includes('In a frame of another site.'));
      assert.deepEqual(told, [], id);
      const errors = opened.said.filter(({ type }) => type === 'error').map(({ text }) => text);
      assert.deepEqual(errors, [], id);
    }
  });
});
