// Many files of tests in one run: each browser is started once for all of them, and none waits for another. The files are
// those of PROGRAM_FINDER_FILES, such as "exit,hostile/left". `cargo xtask test` runs this one; a file alone is run by
// its own name.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gather, runGathered } from './browsers.mjs';
import { nowIn } from './level.mjs';
import { ROOT } from './site.mjs';

const names = (process.env.PROGRAM_FINDER_FILES || '').split(',').filter(Boolean);
if (!names.length) throw new Error('PROGRAM_FINDER_FILES names no file');
gather();
for (const name of names) {
  const file = join(ROOT, 'tests/e2e', `${name}.test.mjs`);
  nowIn(file);
  await import(pathToFileURL(file).href);
}
runGathered();
