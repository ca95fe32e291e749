// A release that is made twice, in two places, from what is committed: the same bytes. Needs no browser, and minutes.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { FULL, leftOut } from '../support/level.mjs';
import { ROOT } from '../support/site.mjs';

leftOut('a release that is made twice');

/** The bytes of a release of a fresh clone of that commit in a folder of its own, by the names of its files. */
const released = (t, commit) => {
  const folder = mkdtempSync(join(tmpdir(), 'release-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync('git', ['clone', '--quiet', '--no-checkout', ROOT, join(folder, 'clone')]);
  execFileSync('git', ['checkout', '--quiet', '--detach', commit], { cwd: join(folder, 'clone') });
  // The tools of the lock file are the same ones.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'clone/node_modules'));
  execFileSync(process.env.CARGO || 'cargo', ['xtask', 'release', '--out', join(folder, 'out')], {
    cwd: join(folder, 'clone'),
    env: { ...process.env, CARGO_TARGET_DIR: join(folder, 'target') },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const names = readdirSync(join(folder, 'out')).filter((name) => /\.(zip|tgz)$/.test(name));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, 'out', name))]));
};

test('two clones, two target folders: the zip and the npm package are the same to the byte', { skip: !FULL }, (t) => {
  // Named once: it takes minutes, in which somebody may commit.
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim();
  const [one, other] = [released(t, commit), released(t, commit)];
  assert.deepEqual(Object.keys(one).length, 2);
  assert.deepEqual(Object.keys(one), Object.keys(other));
  for (const name of Object.keys(one)) assert.ok(one[name].equals(other[name]), name);
});
