// The commands that are built: they read configurations by the finder's own reader, and texts by the configurator's scripts.

import * as check from './check.js';
import * as bring from './import.js';
import * as jsonld from './jsonld.js';

/** @import { Outline } from '../../../www/configure/controls.js' */
/** @import { Reader } from '../../../www/findings.js' */
/** @import { To } from './line.js' */

/** @typedef {(words: string[], to: To) => Promise<number>} Command */

/**
 * Each by its name.
 * @param {Reader} reader
 * @param {{ fields: Outline[] }} outline
 * @returns {Record<string, Command>}
 */
export const commandsOf = (reader, { fields }) => ({
  check: (words, to) => check.run(reader, words, to),
  import: (words, to) => bring.run(fields.find(({ name }) => name === 'programs')?.fields ?? [], words, to),
  jsonld: (words, to) => jsonld.run(reader, words, to),
});
