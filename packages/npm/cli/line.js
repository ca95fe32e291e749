// What the commands share: how they read their words and a file, and how they tell what cannot be done.

import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';

/** @typedef {{ out: (text: string) => unknown, err: (text: string) => unknown, day?: number }} To Where a command writes, and the day that it goes by. */

/** What was asked for cannot be done. */
export class Wrong extends Error {}

/**
 * The words behind a command's name: options that are there or not, options with a value, and files.
 * @param {string} command
 * @param {string[]} words
 * @param {string[]} flags
 * @param {string[]} valued
 */
export const optionsOf = (command, words, flags, valued = []) => {
  const known = [...flags, ...valued, 'help'].map((name) => `--${name}`);
  const options = Object.fromEntries([
    ...flags.map((name) => [name, /** @type {const} */ ({ type: 'boolean' })]),
    ...valued.map((name) => [name, /** @type {const} */ ({ type: 'string' })]),
    ['help', /** @type {const} */ ({ type: 'boolean', short: 'h' })],
  ]);
  const { values, positionals, tokens } = parseArgs({ args: words, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!known.includes(`--${name}`))
      throw new Wrong(`${command} has no option ${rawName}. There ${known.length > 1 ? 'are' : 'is'} ${known.join(', ')}.`);
    if (valued.includes(name) !== (value !== undefined)) {
      throw new Wrong(`${rawName} of ${command} wants ${valued.includes(name) ? 'a value behind it' : 'no value'}.`);
    }
  }
  const flag = (/** @type {string} */ name) => Boolean(values[name]);
  const value = (/** @type {string} */ name) => /** @type {string | undefined} */ (values[name]);
  return { flag, value, help: flag('help'), files: positionals };
};

/** The bytes of a file, or of the standard input. */
export const bytesOf = async (/** @type {string} */ file) => {
  try {
    return file === '-' ? await buffer(process.stdin) : readFileSync(file);
  } catch (error) {
    throw new Wrong(`${file} can't be read: ${/** @type {Error} */ (error).message}`);
  }
};

/** The text of a file, without the mark that some editors begin it with. */
export const textOf = async (/** @type {string} */ file) => new TextDecoder().decode(await bytesOf(file));

/**
 * Runs a command, and gives its exit code: 2 where what was asked for cannot be done.
 * @param {To} to
 * @param {() => Promise<number>} command
 */
export const guarded = async (to, command) => {
  try {
    return await command();
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    to.err(`error: ${error.message}\n`);
    return 2;
  }
};
