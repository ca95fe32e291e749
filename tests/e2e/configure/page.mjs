// The configurator in a browser, for its tests.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import { pathToFileURL } from 'node:url';
import { BROWSERS, launch } from '../support/browsers.mjs';
import { FULL } from '../support/level.mjs';
import { ROOT } from '../support/site.mjs';

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
// What is wrong to a checker, and what it is in doubt about as well.
const RULES = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], iframes: false };

// What a checker is in doubt about: it cannot tell a ground that is mixed of two colors, which are near one another here; and the
// frame of the preview is the finder itself, which has tests of its own.
const DECIDED = ['color-contrast', 'frame-tested'];

/** Runs for each browser asked for that has a driver of this kind. `it.open()` opens the page anew. */
export const inConfigurator = (title, define) => {
  let folder;
  const file = () => join(folder, 'configure.html');
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'configure-'));
    execFileSync(process.env.CARGO || 'cargo', ['xtask', 'configure', ...(FULL ? [] : ['--debug']), '--out', file()], {
      cwd: ROOT,
      stdio: 'pipe',
    });
  });
  after(() => folder && rmSync(folder, { recursive: true }));
  for (const name of BROWSERS.filter((one) => one !== 'webkit')) {
    describe(`${title}, ${name}`, () => {
      const it = { name, file, browser: undefined, open: undefined };
      before(async () => {
        it.browser = await launch(name, { shell: true });
      });
      after(() => it.browser?.close());
      it.open = async (t, { url = pathToFileURL(file()).href, width = 1280, height = 900 } = {}) => {
        const page = await it.browser.newPage();
        t.after(() => page.close({ runBeforeUnload: false }));
        await page.setViewport({ width, height });
        const told = [];
        page.on('pageerror', (error) => told.push(error.message));
        page.on('console', (message) => told.push(message.text()));
        page.on('request', (request) => told.push(request.url()));
        // What is saved is looked at here, and not in a folder of downloads.
        await page.evaluateOnNewDocument(() => {
          const make = URL.createObjectURL;
          URL.createObjectURL = (blob) => {
            /** @type {any} */ (self).savedBlob = blob;
            return make.call(URL, blob);
          };
          addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);
        });
        await page.goto(url);
        await page.waitForSelector('[data-ready]', { timeout: 20_000 });
        return new Configurator(page, told);
      };
      define(it);
    });
  }
};

class Configurator {
  constructor(page, told) {
    this.page = page;
    this.told = told;
  }
  ask(what, ...more) {
    return this.page.evaluate(what, ...more);
  }
  /** Presses without looking where it is. */
  press(id) {
    return this.ask((id) => document.getElementById(id).click(), id);
  }
  /** Opens a text by the box for it. */
  paste(text) {
    return this.ask((text) => {
      document.querySelector('#paste').value = text;
      document.getElementById('open-text').click();
    }, text);
  }
  words(id) {
    return this.ask((id) => document.getElementById(id)?.textContent, id);
  }
  /** The configuration as it would be saved. */
  async saved() {
    await this.press('save-file');
    return this.ask(() => /** @type {any} */ (self).savedBlob.text());
  }
  /** The zip as it would be saved. */
  async zip() {
    const base64 = await this.ask(
      () =>
        new Promise((done) => {
          const reader = new FileReader();
          reader.onload = () => done(String(reader.result).split(',')[1]);
          reader.readAsDataURL(/** @type {any} */ (self).savedBlob);
        }),
    );
    return new Uint8Array(Buffer.from(base64, 'base64'));
  }
  /** The messages beside fields, with the path of the field that each stands at. */
  problems() {
    return this.ask(() =>
      [...document.querySelectorAll('#problems [data-field]')].map((one) => ({ field: one.dataset.field, message: one.textContent })),
    );
  }
  shown() {
    return this.page.waitForSelector('.screen[data-shown]', { timeout: 20_000 });
  }
  async inspect() {
    await this.ask(AXE);
    const { violations, incomplete } = await this.ask(
      (rules) => axe.run(document, { ...rules, rules: { 'target-size': { enabled: true } } }),
      RULES,
    );
    const lines = (all) =>
      all.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`));
    return [...lines(violations), ...lines(incomplete.filter(({ id }) => !DECIDED.includes(id)))];
  }
  /** Goes to an element by Tab alone. */
  async tabTo(id, most = 400) {
    for (let step = 0; step < most; step++) {
      const at = await this.ask(() => document.activeElement?.id);
      if (at === id) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${id} is not reached by Tab`);
  }
}
