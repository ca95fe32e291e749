// Where the loader finds its files: beside itself under every name that it is served by, in the folder that the page names, and
// never in another build's. Where nobody can tell, one message says how to.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { inEachEngine } from '../support/browsers.mjs';
import { withName } from '../support/inside.mjs';
import { falls, works } from '../support/mounted.mjs';
import { ours } from '../support/said.mjs';
import { FINDER, fileOf, hashed, page } from '../support/site.mjs';
import { meet, openPage, until } from '../support/visitor.mjs';
import { LISTENER } from '../support/webkit.mjs';

const LOADER = '/program-finder/program-finder.js';
const CODE = readFileSync(fileOf(LOADER), 'utf8');
const { build, pinned, version } = JSON.parse(readFileSync(fileOf('/program-finder/manifest.json'), 'utf8'));

const script = (src, more = '') => `<script ${more} src="${src}" async></script>`;
const based = (base) => FINDER.replace('<program-finder', `<program-finder base="${base}"`);
const SCRIPT = { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: LISTENER + CODE };

/** Names that servers, plugins and minifiers give it, in its own folder. */
const NAMES = {
  'with a version': pinned,
  'with a version, minified': `program-finder.${version}.min.js`,
  minified: 'program-finder.min.js',
  'with a query': 'program-finder.js?ver=6.5&x=/a/b.js',
};

/** An optimizer's ways. What they leave in the page, and the script at its new place. */
const MOVED = {
  'in a cache, under its name': '/cache/min/1/program-finder.js',
  'in a cache, under another': '/cache/a1b2.js',
};

/** The address of the folder as people write it. */
const BASES = ['/program-finder/', '/program-finder', 'program-finder', './program-finder/'];

inEachEngine('where the files are', (it) => {
  const opens = async (t, answers) => {
    const site = await it.open(answers);
    t.after(site.close);
    return { site, opened: await openPage(t, it, site.url('/page.html')) };
  };
  /** That each finder of the page is there, with a file of the build. */
  const starts = async ({ site, opened }) => {
    const ready = () =>
      opened.evaluate(() => [...document.querySelectorAll('program-finder')].every((finder) => finder.shadowRoot?.querySelector('.ready')));
    await until(ready, 'the finders');
    assert.ok(site.requests.some(({ path }) => path === hashed('frame.en.html')));
    assert.deepEqual(ours(opened), []);
  };

  for (const [how, name] of Object.entries(NAMES)) {
    // Held back and evaluated later, it has no address of its own and has to know the tag.
    const late = `<script type="text/plain" class="late" src="/program-finder/${name}"></script><script>addEventListener('load', () =>
      fetch(document.querySelector('.late').src).then((answer) => answer.text()).then((code) => (0, eval)(code)))</script>`;
    test(`${how}: beside the script, also where that is evaluated late`, async (t) => {
      const { pathname } = new URL(name, 'http://site/program-finder/');
      for (const tag of [script(`/program-finder/${name}`), late]) {
        await starts(await opens(t, { '/page.html': page({ script: tag }), [pathname]: SCRIPT }));
      }
    });
  }

  for (const [how, path] of Object.entries(MOVED)) {
    test(`moved ${how}: in the folder that the page names, in each way to write it`, async (t) => {
      const finder = BASES.map(based).join('');
      await starts(await opens(t, { '/page.html': page({ script: script(path), finder }), [path]: SCRIPT }));
    });

    test(`moved ${how}, and no folder is named: one message says how to name it`, async (t) => {
      const { opened } = await opens(t, { '/page.html': page({ script: script(path) }), [path]: SCRIPT });
      await falls(opened, 'base');
    });
  }

  test('put into the page itself: one message, unless the page names the folder, for one finder or for all', async (t) => {
    const inline = `<script>addEventListener('load', () => { ${(LISTENER + CODE).replaceAll('</script', '<\\/script')} })</script>`;
    const { opened } = await opens(t, { '/page.html': page({ script: inline }) });
    await falls(opened, 'base="/program-finder/"', 'moved');
    for (const parts of [
      { script: inline, finder: based('/program-finder/') },
      { script: `<script>programFinderBase = '/program-finder/'</script>${inline}` },
      { script: `<script>programFinderBase = '/wrong/'</script>${inline}`, finder: based('/program-finder/') },
    ]) {
      await starts(await opens(t, { '/page.html': page(parts) }));
    }
  });

  test('a folder of another origin is named', async (t) => {
    const other = await it.open();
    t.after(other.close);
    const { site, opened } = await opens(t, { '/page.html': page({ finder: based(other.url('/program-finder/')) }) });
    await starts({ site: other, opened });
    assert.ok(!site.requests.some(({ path }) => path === hashed('frame.en.html')));
  });

  test('another folder that is named later begins anew from there', async (t) => {
    const { site, opened } = await opens(t, { '/page.html': page({ finder: based('/nowhere/') }) });
    await falls(opened, 'base', '/nowhere/');
    await opened.evaluate(() => document.querySelector('program-finder').setAttribute('base', '/program-finder/'));
    await works(await meet(opened));
    assert.ok(site.requests.some(({ path }) => path.startsWith('/nowhere/')));
  });

  // The build before this one, as it is told apart: by what stands in the names of its files.
  const BEFORE = '00000000';
  const old = (path) => path.replace(build, BEFORE);
  const FILES = ['frame.en.html', 'frame.en.js', 'text.es.json', 'check.js'].map(hashed);
  /** Answers of a server on which the build before still is, or of a cache that has kept it. */
  const stored = (path) => (path.includes('frame') ? withName(readFileSync(fileOf(path), 'utf8')) : readFileSync(fileOf(path)));
  const kept = Object.fromEntries(FILES.map((path) => [old(path), { body: stored(path) }]));
  const asked = (site) => site.requests.map(({ path }) => path).filter((path) => /[0-9a-f]{8}\.\w+$/.test(path));

  test('an old loader and a new folder, uploaded over the old one: the old files', async (t) => {
    const { site, opened } = await opens(t, { '/page.html': page(), [LOADER]: { body: CODE.replaceAll(build, BEFORE) }, ...kept });
    const visitor = await meet(opened);
    await visitor.press('the other language', () => document.querySelector('.switch'));
    await until(() => asked(site).some((path) => path.includes('text.es')), 'the catalog');
    await works(await meet(await openPage(t, it, site.url('/page.html'))));
    assert.deepEqual([...new Set(asked(site))].sort(), [old(hashed('frame.en.html')), old(hashed('text.es.json'))].sort());
  });

  test('a new loader and a cache that has kept the old files: the new ones', async (t) => {
    const { site, opened } = await opens(t, { '/page.html': page(), ...kept });
    await works(await meet(opened));
    assert.deepEqual(asked(site), [hashed('frame.en.html')]);
  });

  test('a new loader on a server with the old files alone: one message that names the new ones', async (t) => {
    const gone = Object.fromEntries(FILES.map((path) => [path, { status: 404 }]));
    const { opened } = await opens(t, { '/page.html': page(), ...kept, ...gone });
    await falls(opened, hashed('frame.en.html'), hashed('frame.en.js'));
  });
});
