// Tells what a text is that was pasted, and makes drafts of it. No text makes this fail.

import { dataIn, fromLinked, isLinked } from './linked.js';
import { fromListing, rowsOf } from './samhsa.js';
import { fromTable } from './table.js';

/** @import { Draft, Names } from './draft.js' */

/** More than any list of programs. */
const LONGEST = 5_000_000;
const MOST_PROGRAMS = 60;

/**
 * @param {string} text
 * @param {Names} names
 * @returns {Draft & { from: string }}
 */
export const draftsOf = (text, names) => {
  const none = (/** @type {string} */ why) => ({ from: 'nothing', programs: [], contact: {}, unused: [why] });
  const clean = text.replace(/^\ufeff/, '').trim();
  if (!clean) return none('There is nothing to read. Paste cells of a spreadsheet, a listing, or the source of a page.');
  if (clean.length > LONGEST) return none('It is too long. Paste the listing of your own place only.');
  const done = (/** @type {string} */ from, /** @type {Draft} */ draft) => {
    if (draft.programs.length > MOST_PROGRAMS)
      draft.unused.push(`Of ${draft.programs.length} programs the first ${MOST_PROGRAMS} are used.`);
    return { from, ...draft, programs: draft.programs.slice(0, MOST_PROGRAMS) };
  };
  if (/^[[{]/.test(clean)) {
    let data;
    try {
      data = JSON.parse(clean);
    } catch {
      return none('It begins like JSON and cannot be read as such. Copy all of it, from the first brace to the last.');
    }
    const rows = rowsOf(data);
    if (rows) return done('a listing of FindTreatment.gov', fromListing(rows));
    if (isLinked(data)) return done('schema.org data', fromLinked(data));
    return none('This JSON is neither a listing of FindTreatment.gov nor schema.org data. A finder.json is opened above.');
  }
  if (clean.startsWith('<')) {
    const found = dataIn(clean);
    if (!found.length) return none('This page has no schema.org data in it.');
    return done('the source of a page', fromLinked(found));
  }
  return done('a table', fromTable(clean, names));
};
