// The gallery of screens: every one that it names is there, painted by the finder itself, in each language.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inEachBrowser } from './support/browsers.mjs';
import { FULL, leftOut } from './support/level.mjs';
import { xtask } from './support/native.mjs';
import { allSaid } from './support/said.mjs';
import { openPage, until } from './support/visitor.mjs';

leftOut('most screens of the gallery');

inEachBrowser('the gallery', (it) => {
  let folder;
  const file = () => join(folder, 'screens.html');
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'gallery-'));
    xtask('gallery', ...(FULL ? [] : ['--debug']), '--out', file());
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  test('shows each kind of screen as it is named, and asks for nothing', async (t) => {
    const asked = [];
    const page = await openPage(t, it, pathToFileURL(file()).href, {
      prepare: (opening) => opening.on('request', (request) => asked.push(request.url())),
    });
    const articles = await page.evaluate(() =>
      [...document.querySelectorAll('article')].map((one) => one.closest('section').querySelector('h2').textContent),
    );
    assert.ok(articles.length > 30, `${articles.length}`);
    // In an ordinary run the first of each kind, and the last of all.
    const some = articles.map((kind, at) => FULL || articles.indexOf(kind) === at || at === articles.length - 1);
    const seen = new Set();
    for (const [at, is] of some.entries()) {
      if (!is) continue;
      // Each time anew: what comes into view above it may move it away.
      const rooms = () =>
        page.evaluate((at) => {
          const article = document.querySelectorAll('article')[at];
          article.scrollIntoView({ behavior: 'instant', block: 'start' });
          const rooms = /** @type {any[]} */ ([...article.querySelectorAll('.room')]);
          return rooms.map(({ dataset, screen, lang }) => ({
            shown: dataset.shown,
            lang,
            name: screen.name,
            heading: screen.headings[lang],
          }));
        }, at);
      await until(async () => (await rooms()).every(({ shown }) => shown), `screen ${at}`);
      const both = await rooms();
      assert.equal(both.length, 2);
      for (const { shown, lang, name, heading } of both) {
        if (heading) assert.equal(shown, heading, `${name}, ${lang}`);
        seen.add(shown);
      }
    }
    assert.ok(seen.size >= some.filter(Boolean).length, [...seen].join('\n'));
    assert.deepEqual(
      asked.filter((url) => !/^(data|blob|about):|screens\.html$/.test(url)),
      [],
    );
    await allSaid(page);
    assert.deepEqual(
      page.said.filter(({ text }) => !text.startsWith('heard ')),
      [],
    );
    // Frames that are far away are gone, and none has taken the page's focus.
    const { frames, focus } = await page.evaluate(() => ({
      frames: document.querySelectorAll('iframe').length,
      focus: document.activeElement.tagName,
    }));
    assert.ok(frames < 20, `${frames}`);
    assert.equal(focus, 'BODY');
  });
});
