// The command-line tool, for what the engine says natively.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './site.mjs';

/** Runs `cargo xtask` with these words, and gives what it prints. */
export const xtask = (...words) =>
  execFileSync(process.env.CARGO || 'cargo', ['xtask', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** What the engine says of each set of answers. */
export const placed = (sets, ...options) => {
  const folder = mkdtempSync(join(tmpdir(), 'answers-'));
  try {
    const file = join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify(sets));
    return JSON.parse(xtask('place', file, ...options));
  } finally {
    rmSync(folder, { recursive: true });
  }
};
