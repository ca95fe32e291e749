// The configurator: from a file and from a server, without a request; every problem at its field; nothing lost; from nothing to a zip by
// the keyboard alone; and what is in the zip is a finder that works.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { unzipSync } from 'fflate';
import { FULL, leftOut } from '../support/level.mjs';
import { ROOT } from '../support/site.mjs';
import { until } from '../support/visitor.mjs';
import { inConfigurator } from './page.mjs';
import { serve } from './serve.mjs';
import { WRONG } from './wrong.mjs';

const DEMO = readFileSync(join(ROOT, 'www/demo/finder.json'), 'utf8');
const same = (text) => `${JSON.stringify(JSON.parse(text), null, 2)}\n`;

leftOut('axe on the configurator in the dark');

inConfigurator('the configurator', (it) => {
  test('asks for nothing, from a file and from a server, and the browser has nothing to say', async (t) => {
    const base = await serve(t, (path) =>
      path === '/configure.html' ? readFileSync(it.file()) : path === '/favicon.ico' ? '' : undefined,
    );
    for (const url of [undefined, `${base}/configure.html`]) {
      const page = await it.open(t, { url });
      await page.press('open-demo');
      await page.shown();
      await page.press('save-zip');
      // The page itself; of one from a file not every driver tells. And pictures in a browser's own controls.
      const told = page.told.filter((one) => !/^(data|blob):|favicon|configure\.html$/.test(one));
      assert.deepEqual(told, []);
    }
  });

  test('shows the real finder, and any result of a made-up visitor', async (t) => {
    const page = await it.open(t);
    await page.press('open-demo');
    await page.shown();
    const headings = new Set();
    for (const one of ['0/0', '2/0', '9/0']) {
      await page.page.select('#case', one);
      await page.page.waitForSelector(`.screen[data-shown="${one}"]`, { timeout: 20_000 });
      headings.add(await page.ask(() => document.querySelector('.screen iframe').title));
    }
    assert.ok(headings.size > 1, [...headings].join());
    const focus = await page.ask(() => document.activeElement?.tagName);
    assert.notEqual(focus, 'IFRAME', 'the form keeps its focus');
  });

  test('has a way into its preview that no frame of a visitor has', () => {
    const frames = readdirSync(join(ROOT, 'dist')).filter((name) => name.startsWith('frame.'));
    assert.ok(frames.length >= 4);
    for (const name of frames) assert.doesNotMatch(readFileSync(join(ROOT, 'dist', name), 'utf8'), /showResult/, name);
    assert.match(readFileSync(it.file(), 'utf8'), /showResult/);
  });

  test('has nothing for an accessibility checker to find, narrow and wide', async (t) => {
    const page = await it.open(t, { width: 320 });
    await page.press('open-demo');
    await page.press('f-programs[3]-more');
    await page.press('f-partners[0]-more');
    await page.ask(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const looks = it.name === 'chromium' && FULL ? ['light', 'dark'] : ['light'];
    for (const width of [320, 1280]) {
      await page.page.setViewport({ width, height: 900 });
      for (const value of looks) {
        if (it.name === 'chromium') await page.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
        assert.deepEqual(await page.inspect(), [], `${width}, ${value}`);
      }
      const over = await page.ask(() => {
        const wide = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= wide) return [];
        const all = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > wide + 1);
        return all.slice(0, 5).map((one) => `${one.tagName}.${one.className} ${one.id}`);
      });
      assert.deepEqual(over, [], `${width}: this sticks out`);
    }
    const nameless = await page.ask(() =>
      [...document.querySelectorAll('input, select, textarea')].filter((one) => !one.labels?.length && !one.ariaLabel).map((one) => one.id),
    );
    assert.deepEqual(nameless, []);
    const twice = await page.ask(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });
    assert.deepEqual(twice, [], 'no id is there twice');
  });

  test('says each problem at the field that it names, and leads there', async (t) => {
    const page = await it.open(t);
    for (const [what, text] of WRONG) {
      await page.paste(text);
      const opened = await page.ask(() => document.querySelector('#paste').value === '');
      if (!opened) continue;
      for (const { field, message } of await page.problems()) {
        await page.ask((field) => document.querySelector(`#problems [data-field="${CSS.escape(field)}"]`).click(), field);
        const { at, said } = await page.ask((words) => {
          const place = document.activeElement.closest('[data-path]');
          const beside = [...document.querySelectorAll('.problem:not([hidden]) span')].filter((one) =>
            words.toLowerCase().endsWith(one.textContent.toLowerCase()),
          );
          return { at: place?.dataset.path, said: beside.length };
        }, message);
        // What this page has no field for is told in the list alone.
        const known = !/not known|given twice/.test(message);
        if (!known) continue;
        assert.ok(at && (field.startsWith(at) || at.startsWith(field)), `${what}: ${field} leads to ${at}`);
        assert.ok(said > 0 || field === 'configuration', `${what}: "${message}" stands beside its field`);
      }
    }
  });

  test('keeps what it does not know, and the order of everything', async (t) => {
    const page = await it.open(t);
    const odd = JSON.parse(DEMO);
    const config = {
      zebra: [1, { a: null }],
      programs: odd.programs,
      name: { es: 'Centro', en: 'Center', fr: 'Centre' },
      contact: odd.contact,
      theme: { tokens: { 'color-bg': 'white', other: 1 } },
    };
    Object.assign(config.programs[0], { level: 'residential', capacity: 12, tracks: ['kids', 'veterans'], checked: 'May' });
    for (const text of [DEMO, JSON.stringify(config), '{}', '{"programs": "none", "contact": 5, "partners": [null, "x"]}']) {
      await page.paste(text);
      assert.equal(await page.saved(), same(text));
    }
    // A change, and back.
    await page.paste(JSON.stringify(config));
    await page.ask(() => {
      const input = document.querySelector('#f-contact\\.phone');
      input.focus();
      input.value = '(555) 555-0199';
      input.dispatchEvent(new Event('input'));
    });
    const changed = JSON.parse(await page.saved());
    assert.deepEqual(changed, { ...config, contact: { ...config.contact, phone: '(555) 555-0199' } });
    await page.press('undo');
    assert.equal(await page.saved(), same(JSON.stringify(config)));
    await page.press('redo');
    assert.deepEqual(JSON.parse(await page.saved()), changed);
  });

  test('changes nothing where a text cannot be read, keeps the text, and says where', async (t) => {
    const page = await it.open(t);
    await page.paste(DEMO);
    const steps = Array.from({ length: 40 }, (_, index) => Math.floor(((index + 1) * (DEMO.length - 20)) / 41));
    for (const cut of steps) {
      const text = DEMO.slice(0, cut);
      await page.paste(text);
      const { kept, said } = await page.ask(() => ({
        kept: document.querySelector('#paste').value,
        said: document.getElementById('open-problem').textContent,
      }));
      assert.equal(kept, text, `cut at ${cut}`);
      assert.match(said, /At line \d+, column \d+: found .* Nothing was changed\.$/, `cut at ${cut}`);
    }
    assert.equal(await page.saved(), same(DEMO));
  });

  test('brings in what somebody has looked at, and nothing else', async (t) => {
    const page = await it.open(t);
    await page.ask(() => {
      document.querySelector('#bring').value = 'Name\tLevel\tMeets\nEvening IOP\tIOP\tMon, Wed, Thu 6-9 pm\nNight care\tresidential\t';
      document.getElementById('bring-read').click();
    });
    assert.match(await page.words('bring-found'), /^2 drafts from a table/);
    assert.match(await page.ask(() => document.querySelector('.unused').textContent), /"residential" is not used/);
    await page.press('draft-0-add');
    await page.press('bring-add');
    const { programs } = JSON.parse(await page.saved());
    const slots = ['mon', 'wed', 'thu'].map((day) => ({ day, from: '18:00', to: '21:00' }));
    assert.deepEqual(programs, [{ name: 'Evening IOP', level: 'iop', schedule: { slots } }]);
  });

  test('a logo that is chosen is in the preview and in the zip, and one that is not is told', async (t) => {
    const page = await it.open(t);
    const folder = mkdtempSync(join(tmpdir(), 'logo-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const give = async (name, bytes) => {
      writeFileSync(join(folder, name), bytes);
      const input = await page.page.$('#logo-file');
      await input.uploadFile(join(folder, name));
    };
    const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60"><rect width="60" height="60" fill="#f0f"/></svg>';
    /** Whether the picture is to be seen in the preview, unless that is just made anew. */
    const seen = () => look().catch(() => undefined);
    const look = async () => {
      const picture = await (await page.page.$('.screen iframe')).screenshot({ encoding: 'base64' });
      return page.ask(async (picture) => {
        const image = new Image();
        image.src = `data:image/png;base64,${picture}`;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        for (let at = 0; at < data.length; at += 4) if (data[at] > 240 && data[at + 1] < 20 && data[at + 2] > 240) return true;
        return false;
      }, picture);
    };
    await page.paste(JSON.stringify({ ...JSON.parse(DEMO), logo: 'logo.svg' }));
    await page.shown();
    assert.match(await page.words('take-logo'), /not in the zip.*logo\.svg/);
    await until(async () => (await seen()) === false, 'a preview without a logo');
    await give('notes.png', 'no picture');
    await page.page.waitForSelector('#logo-problem:not([hidden])');
    assert.equal(JSON.parse(await page.saved()).logo, 'logo.svg', 'what is no picture changes nothing');
    await give('Our mark (1).svg', SVG);
    await page.page.waitForFunction(() => document.querySelector('#f-logo').value === 'Our-mark-1.svg');
    await until(seen, 'the logo in the preview');
    assert.equal(await page.ask(() => document.getElementById('take-logo').hidden && document.getElementById('logo-problem').hidden), true);
    await page.press('save-zip');
    const files = unzipSync(await page.zip());
    for (const name of ['Our-mark-1.svg', 'program-finder/Our-mark-1.svg']) assert.equal(Buffer.from(files[name]).toString(), SVG, name);
    // As it is unpacked: the loader finds it, and so has nothing to say.
    const asked = [];
    const base = await serve(t, (path) => (asked.push(path), path === '/favicon.ico' ? '' : files[path.slice(1)]));
    const visitor = await it.browser.newPage();
    t.after(() => visitor.close());
    const told = [];
    visitor.on('console', (message) => told.push(message.text()));
    await visitor.goto(`${base}/example-page.html`);
    await until(() => asked.includes('/Our-mark-1.svg'), 'the logo to be asked for');
    await visitor.goto(`${base}/program-finder/finder.html`);
    await until(() => asked.includes('/program-finder/Our-mark-1.svg'), 'the logo to be asked for');
    assert.deepEqual(told, []);
    // Another name, and it is that of another file.
    await page.ask(() => {
      const input = document.querySelector('#f-logo');
      input.value = 'other.png';
      input.dispatchEvent(new Event('input'));
    });
    assert.match(await page.words('take-logo'), /other\.png/);
    await page.press('save-zip');
    assert.ok(!Object.keys(unzipSync(await page.zip())).some((name) => /other|mark/.test(name)));
  });

  test('by the keyboard alone from nothing to a zip, whose files are a finder that works', async (t) => {
    const page = await it.open(t);
    const { keyboard } = page.page;
    const type = async (id, words) => {
      await page.tabTo(id);
      const outline = await page.ask(() => getComputedStyle(document.activeElement).outlineStyle);
      assert.notEqual(outline, 'none', `${id} shows that it has focus`);
      await keyboard.type(words);
    };
    const press = async (id, key) => (await page.tabTo(id), keyboard.press(key));
    await type('f-name', 'Cedar Bend');
    await type('f-contact.phone', '(555) 555-0100');
    await press('f-programs-add', 'Enter');
    await type('f-programs[0].name', 'Evening IOP');
    await type('f-programs[0].level', 'In');
    await press('f-programs[0].treats', ' ');
    for (const day of ['mon', 'wed', 'thu']) await press(`f-programs[0].schedule-add-${day}`, 'Enter');
    await press('save-zip', 'Enter');
    assert.deepEqual(await page.problems(), []);
    const files = unzipSync(await page.zip());
    const text = (name) => Buffer.from(files[name]).toString('utf8');
    const config = JSON.parse(text('finder.json'));
    assert.equal(config.contact.phone, '(555) 555-0100');
    assert.deepEqual(
      config.programs.map(({ name, level, treats, schedule }) => [name, level, treats, schedule.slots.length]),
      [['Evening IOP', 'iop', ['substance_use'], 3]],
    );
    const site = { ...files, 'page.html': Buffer.from(`<!doctype html><html lang="en"><title>A page</title>${text('paste-this.html')}`) };
    const base = await serve(t, (path) => (path === '/favicon.ico' ? '' : site[path.slice(1)]));
    for (const name of ['page.html', 'example-page.html']) {
      const visitor = await it.browser.newPage();
      t.after(() => visitor.close());
      const told = [];
      visitor.on('console', (message) => told.push(message.text()));
      await visitor.goto(`${base}/${name}`);
      await visitor.waitForFunction(() => document.querySelector('program-finder').shadowRoot?.querySelector('.ready'), {
        timeout: 20_000,
      });
      assert.deepEqual(told, [], name);
      const fallback = await visitor.$eval('program-finder', (finder) => finder.textContent);
      assert.match(fallback, /\(555\) 555-0100.*988.*911/s);
      assert.equal(await visitor.$eval('program-finder a', (link) => link.getAttribute('href')), 'tel:+15555550100');
    }
  });
});
