// The frame's file with more code in it, and the policy that it is shipped with: its hash of the script is brought up to
// date, and nothing else.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { source, withName } from './inside.mjs';
import { fileOf, hashed } from './site.mjs';

/** With its first script as `change` makes it. What is there for the policy's sake alone can be `light`: it is spared the module. */
export const changedFile = (change, { light = false } = {}) => {
  const text = withName(readFileSync(fileOf(hashed('frame.en.html')), 'utf8'));
  const [, shell, rest] = /<script>([^]*?)<\/script>([^]*)$/.exec(text);
  const changed = change(shell);
  assert.notEqual(changed, shell, 'the script is changed');
  const page = text.replace(shell, () => changed).replace(source(shell), () => source(changed));
  assert.ok(page.includes(source(changed)), 'the policy names the script');
  return light ? page.replace(rest, '</body></html>') : page;
};

/**
 * With this code `before` or `after` the first script's own.
 * @param {{ before?: string, after?: string, light?: boolean }} code
 */
export const fileWith = ({ before = '', after = '', light }) => changedFile((shell) => before + shell + after, { light });
