// The module in each form of the frame, put together as the frame does it. Needs no browser.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';
import { fileOf, hashed } from './support/site.mjs';

const FORMS = ['frame.en.html', 'frame.es.html', 'frame.en.js', 'frame.es.js'];

/** What www/frame/payload.js makes of a form's last script. */
const moduleOf = async (form) => {
  const frame = readFileSync(fileOf(hashed(form)), 'utf8');
  const [handed] = /PF_WASM\("[^]*?\)(?=\s*(?:<\/script>|$))/.exec(frame);
  Object.assign(globalThis, { self: globalThis, addEventListener: () => {} });
  const glue = {};
  const payload = await import(`../../www/frame/payload.js?${form}`);
  const started = new Promise((go) => {
    glue.start = async (bytes) => {
      go(bytes);
      return new WebAssembly.Memory({ initial: 1 });
    };
  });
  globalThis.PF_CORE(glue, '');
  vm.runInThisContext(handed);
  await payload.load();
  return started;
};

test('each form of the frame hands over one and the same module, which is sound', async () => {
  const modules = [];
  for (const form of FORMS) modules.push(await moduleOf(form));
  for (const bytes of modules) assert.deepEqual(bytes, modules[0]);
  const exported = WebAssembly.Module.exports(await WebAssembly.compile(modules[0]));
  assert.ok(exported.some(({ kind }) => kind === 'memory') && exported.length > 5);
});
