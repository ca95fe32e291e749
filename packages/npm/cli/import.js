// `program-finder import`: drafts of programs from what a provider has elsewhere, by the script that the configurator has.

import { namesOf } from '../../../www/configure/import/draft.js';
import { draftsOf } from '../../../www/configure/import/read.js';
import { bytesOf, guarded, optionsOf, Wrong } from './line.js';
import { reachOf } from './reach.js';

/** @import { Outline } from '../../../www/configure/controls.js' */
/** @import { To } from './line.js' */

const HELP = `Make drafts of programs from what you have elsewhere.

Usage: program-finder import WHAT

WHAT is one of these:
  programs.csv    a table with headings, of commas, semicolons or tabs: a spreadsheet that was saved as CSV or as text
  listing.json    the rows of your place in a listing of FindTreatment.gov
  page.html       the source of a page that has schema.org data in it, or that data alone (.json)
  https://…       the same on a server, which is fetched
  -               any of it from standard input

Prints one JSON object: "drafts", each a program as far as it is known; "name" and "contact" of the place; "suggested", what the
source says of the place as a whole, so that nobody but you knows for which program it is true; and "unused", what was not used or
was changed. It is no configuration: look at each draft, and put what is right under "programs" of your finder.json.
\`program-finder configure\` does the same on a page.

Exit codes: 0 there are drafts or ways of contact; 1 nothing was found; 2 a file or the command line cannot be read.
`;

/** A workbook of Excel or LibreOffice is a zip. */
const isWorkbook = (/** @type {Buffer} */ bytes) => bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

/** Text in whatever way spreadsheets write it: UTF-8, UTF-16 by its mark, or else the letters of older Windows. */
const decoded = (/** @type {Buffer} */ bytes) => {
  const wide = { '255,254': 'utf-16le', '254,255': 'utf-16be' }[String([...bytes.subarray(0, 2)])];
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const read = async (/** @type {string} */ what) => {
  if (/^https?:\/\//i.test(what)) {
    const { get, url } = reachOf(what);
    const { status, text } = await get(url);
    if (status === 200) return text;
    throw new Wrong(`${what} ${status ? `was answered with status ${status}` : `cannot be reached: ${text}`}. Check the address.`);
  }
  const bytes = await bytesOf(what);
  if (!isWorkbook(bytes)) return decoded(bytes);
  throw new Wrong(`${what} is a workbook. Save the sheet with your programs as CSV (File, Save as), and give that file.`);
};

/**
 * @param {Outline[]} fields Those of a program.
 * @param {string[]} words
 * @param {To} to
 */
export const run = (fields, words, to) =>
  guarded(to, async () => {
    const { help, files } = optionsOf('import', words, []);
    if (help) return (to.out(HELP), 0);
    const [what] = files;
    if (files.length !== 1)
      throw new Wrong(
        `import wants one file or address, such as programs.csv, or - for standard input, and got ${files.join(' ') || 'none'}.`,
      );
    const { from, programs, unused, name, contact, suggested } = draftsOf(await read(what), namesOf(fields));
    const place = what === '-' ? 'the standard input' : what;
    const found = programs.length > 0 || Object.keys(contact).length > 0;
    if (found) {
      to.out(`${JSON.stringify({ from, name, contact, drafts: programs, suggested, unused }, null, 2)}\n`);
      const count = programs.length === 1 ? 'One draft' : `${programs.length || 'No'} drafts`;
      to.err(`${count} from ${from} in ${place}. Look at each, and put what is right under "programs" of your finder.json.\n`);
    } else to.err(`Nothing to use was found in ${place}.\n`);
    for (const one of unused) to.err(`not used or changed: ${one}\n`);
    return found ? 0 : 1;
  });
