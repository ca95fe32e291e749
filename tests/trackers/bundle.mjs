// Each tool as one script for a page, as a provider's own build would make it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../e2e/support/site.mjs';

const FOLDER = join(ROOT, 'tests/trackers/tools');

/** The scripts of these tools, as answers of a site by path. */
export const bundled = async (names) => {
  const { outputFiles } = await build({
    entryPoints: names.map((name) => join(FOLDER, `${name}.js`)),
    outdir: '/tools',
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"', global: 'self' },
  });
  return Object.fromEntries(
    outputFiles.map(({ path, contents }) => [path.slice(path.indexOf('/tools/')), { body: Buffer.from(contents) }]),
  );
};

/** The version of a package that is installed. */
export const versionOf = (name) => JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
