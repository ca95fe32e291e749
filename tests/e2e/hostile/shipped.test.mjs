// The tests reach into the frame by a name that their own site adds to it (support/inside.mjs). What is shipped has no
// such name, no other way to open the root, and differs from what is tested in nothing else.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { NAME, source, withName } from '../support/inside.mjs';
import { fileOf, hashed } from '../support/site.mjs';

for (const file of ['frame.en.html', 'frame.es.html', 'frame.en.js', 'frame.es.js']) {
  test(`${file} paints into a closed root that nothing keeps`, () => {
    const text = readFileSync(fileOf(hashed(file)), 'utf8');
    assert.deepEqual(text.match(/\.attachShadow\([^)]*\)/g), ['.attachShadow({mode:"closed"})']);
    assert.ok(!text.includes(NAME) && !text.includes('shadowrootmode'), 'no other way in');
    const tested = withName(text);
    const [shell] = /<script>([^]*?)<\/script>/.exec(tested)?.slice(1) ?? [''];
    const before = /<script>([^]*?)<\/script>/.exec(text)?.[1] ?? '';
    const back = tested
      .replace(/\(self\.rootForTests=([\w.]+\.attachShadow\(\{mode:"closed"\}\))\)/, '$1')
      .replace(source(shell), () => source(before));
    assert.equal(back, text, 'but for the name, and the hash that covers it');
  });
}
