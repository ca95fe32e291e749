// Reads a configuration that somebody wrote by hand and that is not quite JSON, and knows at which line and column it is not.
// Also finds fields that are given twice, which a browser's own reader does not tell. Part of check.js: no visitor downloads
// it unless something is wrong.

/** @import { Configuration } from './messages.js' */

const DEEPEST = 100; // More would exhaust the stack.
const MOST_TOLD = 5;

const OPENING = '"“”„‟″\'‘’';
/** @type {Record<string, string>} */
const CLOSING = { '"': '"', "'": "'", '‘': "’‘'", '’': "’'" };
const CURLY = '“”‟″"';
/** @type {Record<string, string>} */
const ESCAPES = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** @typedef {{ at: number, found: string }} Slip What is not JSON at a place, and was read all the same. */

/** What stands at a place of a text where something else has to. */
class Fault extends Error {
  /**
   * @param {number} at
   * @param {string} found
   * @param {string} allowed
   */
  constructor(at, found, allowed) {
    super(`found ${found}, expected ${allowed}`);
    this.at = at;
  }
}

/**
 * Reads a text from a place on. Gives what came of it, and what was found on the way. Throws a `Fault`.
 * @param {string} text
 * @param {number} from
 */
const parse = (text, from) => {
  let at = from;
  /** @type {Slip[]} */
  const slips = [];
  /** @type {{ at: number, path: string }[]} */
  const twice = [];
  /** @type {Map<string, number>} */
  const starts = new Map();
  /** @type {(where: number, found: string) => void} */
  const slip = (where, found) => slips.push({ at: where, found });
  /** Where the last text began and ended that goes on over the end of its line. */
  let torn = { from: 0, to: -1 };
  /** @type {(allowed: string) => never} */
  const fault = (allowed) => {
    // What stands right behind such a text was meant to be outside of one: its own end is what is missing.
    if (torn.to >= 0 && !text.slice(torn.to, at).trim())
      throw new Fault(torn.from, 'a text that does not end on its line', 'a quotation mark at its end');
    const found = at >= text.length ? 'the end' : `"${text.slice(at, at + 20).split(/\s/)[0]}"`;
    throw new Fault(at, found, allowed);
  };

  /** Passes over spaces and comments. */
  const skip = () => {
    for (;;) {
      const comment = /(\/\/.*|\/\*[^]*?\*\/)/y;
      comment.lastIndex = at;
      if (comment.test(text)) {
        slip(at, 'a comment');
        at = comment.lastIndex;
      } else if (/[ \t\r\n\ufeff]/.test(text[at])) at++;
      else if (at < text.length && /\s|\u200b/.test(text[at])) slip(at++, 'a space that only looks like one');
      else return;
    }
  };

  const string = () => {
    const from = at;
    const open = text[at];
    const close = CLOSING[open] ?? CURLY;
    if (open !== '"') slip(at, `the quotation mark ${open} where " belongs`);
    let words = '';
    for (at++; !close.includes(text[at]); at++) {
      if (at >= text.length) {
        if (text.slice(from).includes('\n')) torn = { from, to: at };
        fault('a quotation mark');
      }
      const sign = text[at];
      if (sign === '\\') {
        const next = text[++at];
        const [code] = /^[0-9a-f]{4}/i.exec(text.slice(at + 1, at + 5)) ?? [''];
        if (next === 'u' && !code) fault('four digits after \\u');
        words += next === 'u' ? String.fromCharCode(parseInt(code, 16)) : (ESCAPES[next] ?? next);
        if (next === 'u') at += 4;
      } else {
        if (sign < ' ') slip(at, sign === '\n' ? 'a line break within quotation marks' : 'a sign within quotation marks that nobody sees');
        words += sign;
      }
    }
    if (open === '"' || text[at] !== '"') at++;
    else slip(at++, 'a quotation mark of another kind than the one before');
    if (text.slice(from, at).includes('\n')) torn = { from, to: at };
    return words;
  };

  /**
   * What stands between two brackets, each read by `one`, with a comma after all but the last.
   * @param {string} end
   * @param {() => void} one
   */
  const items = (end, one) => {
    at++;
    for (;;) {
      skip();
      while (text[at] === ',') {
        slip(at++, 'a comma too many');
        skip();
      }
      if (at >= text.length) fault(`${end} or another ${end === '}' ? 'field' : 'thing'}`);
      if (text[at] === end) break;
      one();
      skip();
      const comma = at;
      if (text[at] === ',') {
        at++;
        skip();
        if (text[at] === end) slip(comma, `a comma before ${end}`);
      } else if (text[at] !== end) {
        if (!OPENING.includes(text[at]) && !'{['.includes(text[at])) fault(`a comma or ${end}`);
        slip(at, 'no comma between two fields or things');
      }
    }
    at++;
  };

  /**
   * @param {string} path
   * @param {number} depth
   * @returns {unknown}
   */
  const value = (path, depth) => {
    skip();
    if (!path) starts.set(path, at);
    if (depth > DEEPEST) fault('less in one another');
    const sign = text[at] ?? ' ';
    if (sign === '{') {
      const record = {};
      items('}', () => {
        const start = at;
        const bare = /[\w$-]+(?=\s*:)/y;
        bare.lastIndex = at;
        let name;
        if (OPENING.includes(text[at])) name = string();
        else if (bare.test(text)) {
          name = text.slice(at, bare.lastIndex);
          slip(at, `the name ${name} without quotation marks`);
          at = bare.lastIndex;
        } else fault('a name in quotation marks');
        skip();
        if (text[at] !== ':') fault('a colon');
        at++;
        const here = path ? `${path}.${name}` : name;
        starts.set(here, start);
        if (Object.hasOwn(record, name)) twice.push({ at: start, path: here });
        // An assignment would take `__proto__` for something else.
        Object.defineProperty(record, name, { value: value(here, depth + 1), enumerable: true, configurable: true, writable: true });
      });
      return record;
    }
    if (sign === '[') {
      /** @type {unknown[]} */
      const list = [];
      items(']', () => {
        const here = `${path}[${list.length}]`;
        starts.set(here, at);
        list.push(value(here, depth + 1));
      });
      return list;
    }
    if (OPENING.includes(sign)) return string();
    const plain = /(true|false|null|-?\d+(\.\d+)?(e[+-]?\d+)?)(?![\w.])/iy;
    plain.lastIndex = at;
    if (!plain.test(text)) fault('a value: text in quotation marks, a number, true, false, a list or a group');
    const word = text.slice(at, plain.lastIndex);
    at = plain.lastIndex;
    if (/^[a-z]*[A-Z]/.test(word)) slip(at - word.length, `${word} where ${word.toLowerCase()} belongs`);
    return /^[a-z]/i.test(word) ? JSON.parse(word.toLowerCase()) : Number(word);
  };

  if (text.slice(0, from).trim()) slip(0, 'words before the first brace');
  const config = /** @type {Configuration} */ (value('', 0)); // It begins with a brace.
  skip();
  if (at < text.length) slip(at, 'words after the last brace');
  return { config, slips, twice, starts };
};

/**
 * The line and column of a place in a text, both counted from one.
 * @param {string} text
 * @param {number} at
 */
export const placeOf = (text, at) => {
  const lines = text.slice(0, at).split(/\r\n|[\r\n]/);
  return { line: lines.length, column: lines[lines.length - 1].length + 1 };
};

/**
 * "line 3, column 5".
 * @param {string} text
 * @param {number} at
 */
const sayPlace = (text, at) => {
  const { line, column } = placeOf(text, at);
  return `line ${line}, column ${column}`;
};

/** Why a text cannot be read as JSON, and from which of its letters on. */
class Unreadable extends Error {
  /**
   * @param {string} message
   * @param {number} at
   */
  constructor(message, at) {
    super(message);
    this.at = at;
  }
}

/**
 * Reads a text that is no JSON. Gives the configuration that was meant, and in `slips` where it is not JSON; or throws an error
 * that says where it cannot be read. `what` is what the text is called.
 * @param {string} text
 * @param {string} what
 */
export const readSlips = (text, what) => {
  const start = text.indexOf('{');
  const page = /^\s*<(!|html|head|body)/i.test(text);
  if (page) throw new Unreadable(`${what} can't be read as JSON. It is a web page, so the file is probably not at that address.`, 0);
  if (start < 0 || text.trim()[0] === '[') throw new Unreadable(`${what} can't be read as JSON. It has to be one object in braces.`, 0);
  try {
    const { config, slips } = parse(text, start);
    const places = slips.slice(0, MOST_TOLD).map(({ at, found }) => `${sayPlace(text, at)}: found ${found}`);
    if (slips.length > MOST_TOLD) places.push(`${slips.length - MOST_TOLD} more`);
    return {
      config,
      at: slips[0]?.at ?? 0,
      slips: `${what} is not quite JSON, and was read all the same. Correct it: other programs refuse it. ${places.join('; ')}.`,
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    throw new Unreadable(
      `${what} can't be read as JSON. At ${sayPlace(text, error.at)}: ${error.message}. Look there, and just before, for a comma, quotation mark or brace that is missing or too many.`,
      error.at,
    );
  }
};

/**
 * Where each field and each thing of a list begins in a text, by its path as in `programs[0].name`. Of a field given twice the last
 * place; of a text that cannot be read, none.
 * @param {string} text
 * @returns {Map<string, number>}
 */
export const startsOf = (text) => {
  try {
    return parse(text, text.indexOf('{')).starts;
  } catch {
    return new Map();
  }
};

/**
 * Each field that is given twice: where, and in words.
 * @param {string} text
 */
export const twiceIn = (text) => {
  try {
    const { twice } = parse(text, text.indexOf('{'));
    return twice.map(({ at, path }) => ({
      at,
      path,
      message: `${path}: found a field that is given twice (${sayPlace(text, at)}), expected each field once. The last one is used.`,
    }));
  } catch {
    return []; // It is said elsewhere what it is.
  }
};

/**
 * One line for each field that is given twice.
 * @param {string} text
 */
export const givenTwice = (text) => twiceIn(text).map(({ message }) => message);
