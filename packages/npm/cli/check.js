// `program-finder check`: says what is wrong in a configuration, by line and column, or on a page with a finder.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { findingsOf, today } from '../../../www/findings.js';
import { checkSite } from './site.js';

/** @import { Finding, Reader } from '../../../www/findings.js' */
/** @import { SiteFinding } from './site.js' */

export const HELP = `Say what is wrong in a configuration, by line and column, or on a page with a finder.

Usage: program-finder check [--json] WHAT...

WHAT is one of these:
  finder.json       a configuration, or - for standard input. The messages are those of the browser's console.
  page.html         a page in a folder, with all that it names: as a plain server would send it
  https://…         a page on a server. It and what it names are fetched: the loader, the frame, the configuration

Of a page it says whether the finder starts under its policies, whether all files are of one build, what is wrong in the
configuration, whether your number and the crisis lines stand in for it, and who else watches the page.

Options:
      --json   One JSON object: for each its findings, each with a message; of a configuration with field, line and column
  -h, --help   This text

Exit codes: 0 nothing is wrong; 1 something is; 2 a file or the command line cannot be read.
`;

/** What was asked for cannot be done. */
class Wrong extends Error {}

const optionsOf = (/** @type {string[]} */ words) => {
  const options = { json: false, help: false, files: /** @type {string[]} */ ([]) };
  for (const word of words) {
    if (word === '--json') options.json = true;
    else if (word === '-h' || word === '--help') options.help = true;
    else if (word.startsWith('-') && word !== '-') throw new Wrong(`check has no option ${word}. There are --json and --help.`);
    else options.files.push(word);
  }
  if (!options.help && !options.files.length)
    throw new Wrong('check wants a FILE, such as finder.json, the address of a page, or - for standard input.');
  return options;
};

const read = async (/** @type {string} */ file) => {
  try {
    const text = file === '-' ? await textOf(process.stdin) : readFileSync(file, 'utf8');
    return text.replace(/^\ufeff/, ''); // As browsers do.
  } catch (error) {
    throw new Wrong(`${file} can't be read: ${/** @type {Error} */ (error).message}`);
  }
};

const isPage = (/** @type {string} */ file) => (/^(https?|file):/i.test(file) ? !/\.json([?#]|$)/.test(file) : /\.html?$/i.test(file));

/** A line for a finding: where it is, and what it is. */
const line = (/** @type {string} */ file, /** @type {Finding | SiteFinding} */ one) =>
  'check' in one ? `${file}: ${one.check}: ${one.message}\n` : `${file}:${one.line}:${one.column}: ${one.message}\n`;

/**
 * Runs the command with the words behind its name. Gives the exit code.
 * @param {Reader} reader
 * @param {string[]} words
 * @param {{ out: (text: string) => unknown, err: (text: string) => unknown, day?: number }} to
 */
export const run = async (reader, words, { out, err, day }) => {
  try {
    const { json, help, files } = optionsOf(words);
    if (help) return (out(HELP), 0);
    const told = [];
    for (const file of files) {
      if (isPage(file)) {
        const { findings, notes, form } = await checkSite(reader, file, day ?? today());
        told.push({ file, findings, notes, form });
        continue;
      }
      const text = await read(file);
      const name = file === '-' ? 'The standard input' : basename(file);
      told.push({ file, findings: findingsOf(reader, text, name, day).findings });
    }
    const count = told.reduce((sum, { findings }) => sum + findings.length, 0);
    if (json) out(`${JSON.stringify({ files: told }, null, 2)}\n`);
    else {
      for (const { file, findings } of told) for (const finding of findings) out(line(file, finding));
      const where = files.length === 1 ? files[0] : `${files.length} files`;
      out(count ? `${count === 1 ? 'One thing is' : `${count} things are`} wrong in ${where}.\n` : `Nothing is wrong in ${where}.\n`);
    }
    return count ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    err(`error: ${error.message}\n`);
    return 2;
  }
};
