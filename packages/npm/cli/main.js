#!/usr/bin/env node
// `npx program-finder COMMAND`.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILES = fileURLToPath(new URL('../files/', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const HELP = `program-finder ${version}

Usage: program-finder COMMAND

  copy DIR    Copy the folder with the finder's files to DIR, for example public/program-finder
  configure   Fill in your configuration on a page, with your finder beside it
  check       Say what is wrong in a configuration, or on a page with a finder
  import      Make drafts of programs from a spreadsheet, FindTreatment.gov or your website
  jsonld      Write your programs as schema.org data, which search engines read

program-finder COMMAND --help says more.
`;

const COPY = `Usage: program-finder copy DIR

Copies the finder's files, as they are, to DIR: a folder that your site serves, for example public/program-finder. Files of an
earlier version stay beside them, since visitors may still use them. Nothing else is written.
`;

/** Ends with what is wrong with the command line. */
const refuse = (/** @type {string} */ why) => {
  process.stderr.write(`program-finder: ${why}\n`);
  return 2;
};

const copy = (/** @type {string[]} */ words) => {
  if (words.includes('-h') || words.includes('--help')) return void process.stdout.write(COPY);
  const [to, ...more] = words;
  if (!to || more.length || to.startsWith('-')) return refuse(`copy wants one folder, and got ${words.join(' ') || 'none'}.\n\n${COPY}`);
  if (existsSync(to) && !statSync(to).isDirectory()) return refuse(`${to} is a file. Name a folder.`);
  const names = readdirSync(FILES).filter((name) => !name.endsWith('.d.ts'));
  mkdirSync(to, { recursive: true });
  for (const name of names) copyFileSync(join(FILES, name), join(to, name));
  const base = `/${to.replaceAll('\\', '/').replace(/^(\.\/)*(public|static|dist|www)\/|^\/+|\/+$/g, '')}/`;
  process.stdout.write(
    `${names.length} files are in ${to}. Where the site serves them as ${base}, say so:\n\n  import { setBase } from 'program-finder';\n  setBase('${base}');\n`,
  );
};

const out = (/** @type {string} */ text) => void process.stdout.write(text);
const err = (/** @type {string} */ text) => void process.stderr.write(text);
// What reads configurations is built into one module, and takes a moment to start.
const BUILT = ['check', 'import', 'jsonld'];

const [command, ...words] = process.argv.slice(2);
if (command === 'copy') process.exitCode = copy(words) ?? 0;
else if (command === 'configure') {
  const { run } = await import('./configure.js');
  process.exitCode = await run(words, new URL('../configure.html', import.meta.url), out, refuse);
} else if (BUILT.includes(command)) {
  const { commands } = await import(new URL('./commands.js', import.meta.url).href);
  process.exitCode = await commands[command](words, { out, err });
} else if (command === '--version') out(`${version}\n`);
else if (!command || command === '-h' || command === '--help') out(HELP);
else process.exitCode = refuse(`there is no command "${command}".\n\n${HELP}`);
