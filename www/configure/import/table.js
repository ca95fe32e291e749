// Programs from a spreadsheet: cells that were copied (tabs), or a file with commas or semicolons.

import Papa from 'papaparse';
import { nearest } from './nearest.js';

/** @import { Draft, Names } from './draft.js' */

/** The columns, with other headings that people give them. */
const COLUMNS = /** @type {Record<string, string[]>} */ ({
  name: ['name', 'program', 'program name', 'title', 'group'],
  level: ['level', 'level of care', 'care', 'type'],
  treats: ['treats', 'concern', 'what it treats'],
  days: ['days', 'days a week', 'days per week', 'days/week'],
  hours: ['hours', 'hours a week', 'hours per week', 'hours/week'],
  meets: ['meets', 'meetings', 'schedule', 'when', 'times of meetings'],
  times: ['times', 'time of day', 'times of the week'],
  setting: ['setting', 'where', 'format'],
  ages: ['ages', 'age', 'age range', 'who can come'],
  tracks: ['tracks', 'track', 'made for', 'population', 'populations'],
  services: ['services', 'service'],
  approach: ['approach', 'approaches', 'method'],
  languages: ['languages', 'language'],
  payers: ['payers', 'payer', 'insurance', 'who pays'],
  accepts: ['accepts', 'medicines accepted', 'medicines'],
  town: ['town', 'city', 'location'],
  states: ['states', 'states by video'],
  link: ['link', 'page', 'url', 'web page', 'website'],
  note: ['note', 'notes', 'comment', 'comments'],
  checked: ['checked', 'last checked', 'reviewed'],
  withdrawal_care: ['withdrawal care', 'withdrawal_care', 'detox'],
  prescriber: ['prescriber'],
  transport: ['transport', 'rides', 'transportation'],
  child_care: ['child care', 'child_care', 'childcare'],
  wheelchair: ['wheelchair', 'accessible'],
});

const LISTS = ['treats', 'setting', 'tracks', 'services', 'approach', 'languages', 'accepts', 'times'];
const YES_NO = ['withdrawal_care', 'prescriber', 'transport', 'child_care', 'wheelchair'];
/** What an empty sheet begins with. */
export const HEADINGS = [
  'Name',
  'Level',
  'Treats',
  'Meets',
  'Days',
  'Hours',
  'Times',
  'Setting',
  'Ages',
  'Tracks',
  'Services',
  'Approach',
  'Languages',
  'Payers',
  'Town',
  'Link',
  'Note',
  'Checked',
];

const plain = (/** @type {string} */ text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Things of a cell: parted by semicolons, bars or breaks, or else by commas. */
const parted = (/** @type {string} */ cell) =>
  (/[;|\n]/.test(cell) ? cell.split(/[;|\n]/) : cell.split(',')).map((one) => one.trim()).filter(Boolean);

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `18:00` of `6 pm`, `6:00 PM` or `18:00`. @returns {string | undefined} */
const clock = (/** @type {string} */ text) => {
  const [, hour, minute = '00', half] = /^(\d{1,2})(?:[:.](\d\d))?\s*([ap])?\.?m?\.?$/i.exec(text.trim()) ?? [];
  if (hour === undefined) return undefined;
  let number = Number(hour);
  if (half && (number < 1 || number > 12)) return undefined;
  if (half) number = (number % 12) + (/p/i.test(half) ? 12 : 0);
  return number <= 24 && Number(minute) < 60 ? `${String(number).padStart(2, '0')}:${minute}` : undefined;
};

/** The days of `Mon, Wed and Thu` or `Mon-Thu`. @returns {string[] | undefined} */
const daysOf = (/** @type {string} */ text) => {
  const found = /** @type {string[]} */ ([]);
  for (const part of text
    .toLowerCase()
    .split(/[,/&+]|\band\b|\s(?=[a-z])/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [from, to] = part.split(/\s*[-–]\s*|\s+to\s+/).map((one) => DAYS.indexOf(one.replace(/s$/, '').slice(0, 3)));
    if (from < 0 || (to !== undefined && to < from)) return undefined;
    found.push(...DAYS.slice(from, (to ?? from) + 1));
  }
  return found.length ? found : undefined;
};

/** The meetings of `Mon 18:00-21:00; Wed 6-9 pm`. @returns {{ day: string, from: string, to: string }[] | undefined} */
const meetingsOf = (/** @type {string} */ text) => {
  const slots = [];
  for (const part of text
    .split(/[;\n|]/)
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [, days, times] = /^([^\d]+?)\s*(\d.*)$/.exec(part) ?? [];
    if (!days) return undefined;
    let [begin, end, more] = times.split(/\s*(?:[-–]|\bto\b|\buntil\b)\s*/);
    // "6-9 pm" means both.
    if (end && /[ap]\.?m/i.test(end) && !/[ap]\.?m/i.test(begin)) begin += /[ap]\.?m\.?/i.exec(end)?.[0];
    const [from, to, which] = [clock(begin), clock(end ?? ''), daysOf(days)];
    if (!from || !to || !which || more !== undefined) return undefined;
    for (const day of which) slots.push({ day, from, to });
  }
  return slots.length ? slots : undefined;
};

/** A number, or from one to another: `3`, `3-5`, `3 to 5`. */
const spanOf = (/** @type {string} */ text) => {
  const ends = text.split(/\s*(?:[-–]|\bto\b)\s*/).map((one) => Number(one.replace(',', '.')));
  if (!text || ends.some((end) => !Number.isFinite(end)) || ends.length > 2) return undefined;
  return ends.length === 1 ? ends[0] : { from: ends[0], to: ends[1] };
};

/** `{ from: 18 }` of `18+`; `{ from: 13, to: 17 }` of `13-17`. */
const agesOf = (/** @type {string} */ text) => {
  const [, from, to] = /^(\d+)\s*(?:[-–]|to)\s*(\d+)$/.exec(text) ?? [];
  if (from) return { from: Number(from), to: Number(to) };
  const [, low] = /^(\d+)\s*(?:\+|and (?:up|over|older))$/i.exec(text) ?? [];
  if (low) return { from: Number(low) };
  const [, high] = /^(?:up to|under|to)\s*(\d+)$/i.exec(text) ?? [];
  return high ? { to: Number(high) - (/^under/i.test(text) ? 1 : 0) } : undefined;
};

const dateOf = (/** @type {string} */ text) => {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (year) return [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
};

/** A payer: a way to pay, with its plans in brackets and whether it is in network; or words. */
const payerOf = (/** @type {string} */ text, /** @type {Names} */ names) => {
  const [, way, inside] = /^([^(]+)\((.*)\)$/.exec(text) ?? [text, text];
  const id = names.payer?.(String(way).trim());
  if (!id) return text;
  if (inside === undefined) return id;
  const parts = inside.split(/\s*[/,]\s*/).filter(Boolean);
  const network = parts.find((one) => /^(in|out of) network$/i.test(one));
  const plans = parts.filter((one) => one !== network);
  return { payer: id, ...(plans.length && { plans }), ...(network && { in_network: /^in/i.test(network) }) };
};

/** A column of a heading. */
const columnOf = (/** @type {string} */ heading) => {
  const words = plain(heading);
  const all = Object.entries(COLUMNS).flatMap(([name, headings]) => headings.map((one) => /** @type {const} */ ([plain(one), name])));
  const meant = nearest(
    words,
    all.map(([one]) => one),
  );
  return all.find(([one]) => one === meant)?.[1];
};

/**
 * Drafts of programs, one for each row. What a cell holds that cannot be read is said, and left out.
 * @param {string} text
 * @param {Names} names
 * @returns {Draft}
 */
export const fromTable = (text, names) => {
  const clean = text.replace(/^\ufeff/, '').trimEnd();
  // Cells that were copied, also where the first row has one cell alone.
  const [start] = clean.split(/\r?\n/);
  const delimiter = start.includes('\t') || (clean.includes('\t') && !/[,;|]/.test(start)) ? '\t' : '';
  const { data } = Papa.parse(clean, { delimiter, delimitersToGuess: [';', ',', '\t', '|'], skipEmptyLines: 'greedy' });
  const [head = [], ...rows] = /** @type {string[][]} */ (data).map((row) => row.map((cell) => String(cell).trim()));
  const columns = head.map(columnOf);
  /** @type {Draft} */
  const draft = { programs: [], contact: {}, unused: [] };
  if (!columns.includes('name')) {
    draft.unused.push('The first row has no heading "Name". Copy the headings along with the programs.');
    return draft;
  }
  head.forEach((heading, index) => {
    const before = columns.indexOf(columns[index]);
    if (heading && !columns[index]) draft.unused.push(`The column "${heading}" is not used.`);
    else if (before < index && columns[index]) {
      draft.unused.push(`The column "${heading}" is not used: "${head[before]}" is read as the same.`);
      columns[index] = undefined;
    }
  });
  rows.forEach((row, index) => {
    /** @type {Record<string, any>} */
    const program = {};
    const place = row[columns.indexOf('name')] || `row ${index + 2}`;
    const lost = (/** @type {string} */ what, /** @type {string} */ cell) => draft.unused.push(`${place}: ${what} "${cell}" is not used.`);
    const schedule = /** @type {Record<string, any>} */ ({});
    row.forEach((cell, at) => {
      const name = columns[at];
      if (cell && !head[at]) lost('a cell without a heading,', cell);
      if (!name || !cell) return;
      const put = (/** @type {any} */ value) => (value === undefined ? lost(head[at], cell) : (program[name] = value));
      if (LISTS.includes(name)) {
        const ids = [];
        for (const one of parted(cell)) {
          const id = names[name]?.(one);
          if (id) ids.push(id);
          else lost(head[at], one);
        }
        if (ids.length) (name === 'times' ? schedule : program)[name] = ids;
      } else if (name === 'level') put(names.level?.(cell));
      else if (name === 'days' || name === 'hours') {
        const span = spanOf(cell);
        if (span === undefined) lost(head[at], cell);
        else schedule[name] = span;
      } else if (name === 'meets') {
        const slots = meetingsOf(cell);
        if (slots) schedule.slots = slots;
        else lost(head[at], cell);
      } else if (name === 'ages') put(agesOf(cell));
      else if (name === 'checked') put(dateOf(cell));
      else if (name === 'payers') put(parted(cell).map((one) => payerOf(one, names)));
      else if (name === 'states') put(parted(cell).map((one) => one.toUpperCase()));
      else if (YES_NO.includes(name)) put(/^(y|yes|true|x|1)$/i.test(cell) ? true : /^(n|no|false|0)$/i.test(cell) ? false : undefined);
      else if (name === 'link') {
        const address = cell.replace(/^http:/, 'https:');
        if (address !== cell) draft.unused.push(`${place}: the address was given with http:, and is written with https:.`);
        put(address);
      } else put(cell);
    });
    if (Object.keys(schedule).length) program.schedule = schedule;
    draft.programs.push(program);
  });
  if (!draft.programs.length) draft.unused.push('There is no row below the headings.');
  return draft;
};
