// `program-finder check`: says what is wrong in a configuration, by line and column, or on a page with a finder.

import { basename } from 'node:path';
import { findingsOf, today } from '../../../www/findings.js';
import { openBrowser, PATIENCE } from './browser.js';
import { guarded, optionsOf, textOf, Wrong } from './line.js';
import { checkSite } from './site.js';

/** @import { Finding, Reader } from '../../../www/findings.js' */
/** @import { To } from './line.js' */
/** @import { SiteFinding } from './site.js' */

export const HELP = `Say what is wrong in a configuration, by line and column, or on a page with a finder.

Usage: program-finder check [--json] [--browser] WHAT...

WHAT is one of these:
  finder.json       a configuration, or - for standard input. The messages are those of the browser's console.
  page.html         a page in a folder, with all that it names: as a plain server would send it
  https://…         a page on a server. It and what it names are fetched: the loader, the frame, the configuration

Of a page it says whether the finder starts under its policies, whether all files are of one build, what is wrong in the
configuration, whether your number and the crisis lines stand in for it, and who else watches the page.

Options:
      --json              One JSON object: for each its findings, each with a message; of a configuration with field, line and column
      --browser           Open the page in an installed Chrome, Chromium, Edge or Firefox as well: whether the finder got ready,
                          and what its console said. It wants puppeteer-core, which drives it: npm install --no-save puppeteer-core
      --browser-at NAME   The same in this browser: its path, or its name as it is called, such as firefox
      --wait SECONDS      How long the page may take to load in it, and then the finder: ${PATIENCE} unless given
  -h, --help              This text

Exit codes: 0 nothing is wrong; 1 something is; 2 a file or the command line cannot be read, or there is no browser.
`;

const isPage = (/** @type {string} */ file) => (/^(https?|file):/i.test(file) ? !/\.json([?#]|$)/.test(file) : /\.html?$/i.test(file));

/** A line for a finding: where it is, and what it is. */
const line = (/** @type {string} */ file, /** @type {Finding | SiteFinding} */ one) =>
  'check' in one ? `${file}: ${one.check}: ${one.message}\n` : `${file}:${one.line}:${one.column}: ${one.message}\n`;

/**
 * Runs the command with the words behind its name. Gives the exit code.
 * @param {Reader} reader
 * @param {string[]} words
 * @param {To} to
 */
export const run = (reader, words, to) =>
  guarded(to, async () => {
    const { flag, value, help, files } = optionsOf('check', words, ['json', 'browser'], ['browser-at', 'wait']);
    if (help) return (to.out(HELP), 0);
    if (!files.length) throw new Wrong('check wants a FILE, such as finder.json, the address of a page, or - for standard input.');
    const [json, program] = [flag('json'), value('browser-at')];
    const driven = flag('browser') || program !== undefined;
    const wait = value('wait');
    if (wait !== undefined && (!driven || !/^\d{1,3}$/.test(wait) || !Number(wait)))
      throw new Wrong(`--wait of check wants a number of seconds, up to 999, and goes with --browser; it got ${wait}.`);
    const data = files.find((file) => driven && !isPage(file));
    if (data) throw new Wrong(`--browser looks at pages, and ${data} is none. Name the page, or leave --browser out.`);
    const eyes = driven ? await openBrowser(program, wait ? Number(wait) : undefined) : undefined;
    const told = [];
    try {
      for (const file of files) {
        if (isPage(file)) {
          const { findings, notes, form } = await checkSite(reader, file, to.day ?? today());
          const seen = await eyes?.see(file, findings);
          told.push({ file, findings: [...findings, ...(seen?.findings ?? [])], notes, form, browser: seen?.browser });
          continue;
        }
        const name = file === '-' ? 'The standard input' : basename(file);
        told.push({ file, findings: findingsOf(reader, await textOf(file), name, to.day).findings });
      }
    } finally {
      await eyes?.close();
    }
    const count = told.reduce((sum, { findings }) => sum + findings.length, 0);
    if (json) to.out(`${JSON.stringify({ files: told }, null, 2)}\n`);
    else {
      for (const { file, findings, browser } of told) {
        for (const finding of findings) to.out(line(file, finding));
        if (browser) to.out(`${file}: the finder ${browser.ready ? 'got' : 'did not get'} ready in ${browser.name}.\n`);
      }
      const where = files.length === 1 ? files[0] : `${files.length} files`;
      to.out(count ? `${count === 1 ? 'One thing is' : `${count} things are`} wrong in ${where}.\n` : `Nothing is wrong in ${where}.\n`);
    }
    return count ? 1 : 0;
  });
