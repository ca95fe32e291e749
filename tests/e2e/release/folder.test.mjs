// The folder that is shipped: its manifest, its loader and its files are of one build, and what is written down of the element for
// editors and types is what the loader has. Needs no browser.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'node:test';
import { Ajv } from 'ajv';
import { ROOT } from '../support/site.mjs';

/** @import { ProgramFinderAttributes, ProgramFinderEvents, ProgramFinderProperty } from '../../../www/program-finder.js' */

const DIST = join(ROOT, 'dist');
const NPM = join(ROOT, 'packages/npm');
const read = (folder, name) => readFileSync(join(folder, name), 'utf8');
const manifest = JSON.parse(read(DIST, 'manifest.json'));
const loader = read(DIST, manifest.loader);

test('the manifest lists every file of the folder but itself, with its size and its hash', () => {
  const names = readdirSync(DIST).filter((name) => name !== 'manifest.json');
  assert.deepEqual(Object.keys(manifest.files).sort(), names.sort());
  for (const [name, { size, sha384 }] of Object.entries(manifest.files)) {
    const bytes = readFileSync(join(DIST, name));
    assert.equal(bytes.length, size, name);
    assert.equal(createHash('sha384').update(bytes).digest('base64'), sha384, name);
  }
});

test('the loader has two names and one content, and the manifest its integrity', () => {
  const [, version] = /^version = "(.*)"$/m.exec(read(ROOT, 'Cargo.toml'));
  assert.equal(manifest.version, version);
  assert.equal(manifest.pinned, `program-finder.${version}.js`);
  assert.equal(read(DIST, manifest.pinned), loader);
  assert.equal(manifest.integrity, `sha384-${manifest.files[manifest.pinned].sha384}`);
});

test('only names that never mean other bytes are kept for ever', () => {
  const kept = Object.keys(manifest.files).filter((name) => manifest.files[name].immutable);
  const hashed = Object.keys(manifest.files).filter((name) => /\.[0-9a-f]{8}\./.test(name));
  assert.deepEqual(kept.sort(), [...hashed, manifest.pinned].sort());
  assert.ok(hashed.length >= 7);
});

test('the loader asks for files of its own build, each of which is there', () => {
  const builds = new Set(loader.match(/\.[0-9a-f]{8}\./g));
  assert.deepEqual([...builds], [`.${manifest.build}.`]);
  const { files, build } = manifest;
  for (const lang of ['en', 'es']) {
    for (const name of [`frame.${lang}.${build}.html`, `frame.${lang}.${build}.js`, `text.${lang}.${build}.json`])
      assert.ok(files[name], name);
  }
  assert.ok(files[`check.${build}.js`]);
});

test('the rules of the manifest are those that the engine has', () => {
  const rules = read(ROOT, `docs/rules/${manifest.rules.version}.txt`);
  assert.equal(manifest.rules.fingerprint, createHash('sha256').update(rules).digest('hex'));
});

test('whoever imports the loader or the package on a server gets nothing, and no error', () => {
  for (const file of [join(DIST, manifest.loader), join(NPM, 'index.js')]) {
    const code = `import(${JSON.stringify(file)}).then(() => new Promise((go) => setTimeout(go, 20))).then(() => console.log(typeof programFinderBase))`;
    assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8', stdio: 'pipe' }), 'undefined\n');
  }
});

test('what editors are told of the element is what it has', () => {
  const told = JSON.parse(read(NPM, 'custom-elements.json'));
  const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('custom-elements-manifest/schema.json'), 'utf8'));
  const validate = new Ajv({ strict: false }).compile(schema);
  assert.ok(/** @type {any} */ (validate)(told), JSON.stringify(validate.errors));
  const [element] = told.modules[0].declarations;
  const names = (list) => list.map(({ name }) => name).sort();
  const [, observed] = /observedAttributes\s*=\s*(\[[^\]]*\])/.exec(loader);
  assert.deepEqual(names(element.attributes), JSON.parse(observed).sort());
  /** @type {Record<keyof ProgramFinderEvents, true>} */
  const events = {
    'program-finder-ready': true,
    'program-finder-open': true,
    'program-finder-close': true,
    'program-finder-started': true,
    'program-finder-finished': true,
    'program-finder-contact': true,
  };
  assert.deepEqual(names(element.events), Object.keys(events).sort());
  /** @type {Record<ProgramFinderProperty, true>} */
  const properties = { '--program-finder-height': true, '--program-finder-radius': true };
  assert.deepEqual(names(element.cssProperties), Object.keys(properties).sort());
  for (const one of [...element.attributes, ...element.events, ...element.cssProperties]) assert.ok(one.description, one.name);
});
