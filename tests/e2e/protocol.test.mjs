// The protocol, as `cargo xtask protocol` writes it: it prints on either paper, and everybody can read it on a screen.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './support/browsers.mjs';
import { ROOT } from './support/site.mjs';

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
const INCH = 96;
const MARGINS = 30 / 25.4;

describe('the protocol', () => {
  let folder;
  let browser;
  let page;
  const told = [];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'protocol-'));
    const file = join(folder, 'protocol.html');
    execFileSync(process.env.CARGO || 'cargo', ['xtask', 'protocol', '--out', file], { cwd: ROOT });
    browser = await launch('chromium', { shell: true });
    page = await browser.newPage();
    page.on('console', (message) => told.push(message.text()));
    page.on('request', (request) => told.push(request.url()));
    // Its policy lets nothing run, and axe is not of the page.
    await page.setBypassCSP(true);
    await page.goto(pathToFileURL(file).href);
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true });
  });

  for (const [paper, width, height] of /** @type {const} */ ([
    ['letter', 8.5, 11],
    ['a4', 210 / 25.4, 297 / 25.4],
  ])) {
    it(`fits on ${paper}`, async () => {
      const room = Math.floor((width - MARGINS) * INCH);
      await page.setViewport({ width: room, height: 1000 });
      await page.emulateMediaType('print');
      const wide = await page.evaluate((most) => {
        const right = (found) => found.getBoundingClientRect().right + scrollX;
        return [...document.querySelectorAll('body *')]
          .filter((found) => right(found) > most + 1)
          .map((found) => found.outerHTML.slice(0, 80));
      }, room);
      assert.deepEqual(wide, []);
      // What has to stay together is not taller than a page, or it would be cut all the same.
      const tall = await page.$$eval(
        'article, tr, .sign, figure',
        (found, most) => found.filter((one) => one.getBoundingClientRect().height > most).map((one) => one.outerHTML.slice(0, 80)),
        Math.floor((height - 34 / 25.4) * INCH),
      );
      assert.deepEqual(tall, []);
      const pdf = Buffer.from(await page.pdf({ format: paper })).toString('latin1');
      const pages = Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)));
      assert.ok(pages >= 10 && pages <= 50, `${pages} pages`);
    });
  }

  for (const width of [320, 1280]) {
    it(`can be read on a screen of ${width} pixels, by everybody`, async () => {
      await page.emulateMediaType('screen');
      await page.setViewport({ width, height: 900 });
      // Tables and the drawing may be wider than a small screen; whatever is read line by line may not.
      const wide = await page.$$eval(
        ':is(p, li, h1, h2, h3, dl):not(table *)',
        (found, most) => found.filter((one) => one.getBoundingClientRect().right > most).map((one) => one.outerHTML.slice(0, 80)),
        width,
      );
      assert.deepEqual(wide, []);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(
        violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ html }) => html)
              .join(' ')
              .slice(0, 300)}`,
        ),
        [],
      );
    });
  }

  it('asks for nothing', () => {
    assert.deepEqual(told.slice(1), []);
  });
});
