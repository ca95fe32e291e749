// What is wrong in the text of a configuration, each with its line and column: for whoever keeps the file. The command-line tool
// and the configurator have it; visitors get neither.

import { placeOf, readSlips, startsOf, twiceIn } from './slips.js';

/**
 * What names the problems of a configuration: their messages, and the fields that those are about, each one a line
 * (src/api/check.rs).
 * @typedef {{
 *   problems(config: object, today: number, host: string): string,
 *   fields(config: object, today: number, host: string): string,
 * }} Reader
 */

/** @typedef {{ field: string, message: string, line: number, column: number }} Finding */

/** Which day it is, as the number that its digits make. */
export const today = (now = new Date()) => now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();

/** The field that a field or a thing of a list is in; nothing for the outermost. */
const outer = (/** @type {string} */ path) => path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));

/**
 * The problems of a configuration, by field.
 * @param {Reader} reader
 * @param {object} config
 * @param {number} [day]
 * @param {string} [host]
 */
export const problemsOf = (reader, config, day = today(), host = '') => {
  const fields = reader.fields(config, day, host).split('\n');
  const messages = reader.problems(config, day, host).split('\n');
  const problems = messages.map((message, index) => ({ field: fields[index], message })).filter(({ message }) => message);
  // A field that was written wrong is named as one that is not known, and as one that is missing. The first is the cause.
  const meant = new Set();
  for (const { field, message } of problems) {
    const name = / found a field that is not known, expected "([^"]*)", perhaps\./.exec(message)?.[1];
    if (name) meant.add(`${outer(field)}.${name}: found nothing`.replace(/^\./, ''));
  }
  return problems.filter(({ message }) => !meant.has(message.split(',')[0]));
};

/**
 * Reads the text of a configuration, and finds all that is wrong in it. Of what is missing, the place is that of the group that it
 * is missing from. Without `config` the text could not be read.
 * @param {Reader} reader
 * @param {string} text
 * @param {string} what What the text is called.
 * @param {number} [day]
 * @returns {{ config?: Record<string, any>, findings: Finding[] }}
 */
export const findingsOf = (reader, text, what, day = today()) => {
  /** @type {Finding[]} */
  const findings = [];
  /** @type {(field: string, message: string, at: number) => void} */
  const note = (field, message, at) => findings.push({ field, message, ...placeOf(text, at) });
  let config;
  try {
    config = JSON.parse(text);
  } catch {}
  if (!config || typeof config !== 'object' || Array.isArray(config)) {
    try {
      const read = readSlips(text, what);
      config = read.config;
      note('', read.slips, read.at);
    } catch (error) {
      const { message, at } = /** @type {Error & { at?: number }} */ (error);
      note('', message, at ?? 0);
      return { findings };
    }
  }
  for (const { at, path, message } of twiceIn(text)) note(path, message, at);
  const starts = startsOf(text);
  for (const { field, message } of problemsOf(reader, config, day)) {
    let path = field === 'configuration' ? '' : field;
    while (path && !starts.has(path)) path = outer(path);
    note(field, message, starts.get(path) ?? 0);
  }
  return { config, findings };
};
