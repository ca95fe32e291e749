// A configuration that is not quite JSON, and one that cannot be fetched: what was meant is read, and one message says where it
// is not right, or why it did not come.

import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { givenTwice, readSlips } from '../../../www/slips.js';
import { inEachEngine } from '../support/browsers.mjs';
import { falls } from '../support/mounted.mjs';
import { allSaid, ours } from '../support/said.mjs';
import { page } from '../support/site.mjs';
import { becomes, openPage, visit } from '../support/visitor.mjs';

const RIGHT = { name: 'Lantern Cove', contact: { phone: '(555) 555-0142' }, programs: [] };
const TEXT = JSON.stringify(RIGHT, null, 2);
const put = (from, to) => {
  assert.ok(TEXT.includes(from), from);
  return TEXT.replace(from, () => to);
};

// The text, and where the message says that it is not JSON.
const SLIPS = {
  'a comma before a brace': [put('555-0142"', '555-0142",'), 'line 4, column 30: found a comma before }'],
  'a comma before a bracket': [put('[]', '[,]'), 'line 6, column 16'],
  'two commas': [put('Cove",', 'Cove",,'), 'line 2, column 26: found a comma too many'],
  'no comma': [put('Cove",', 'Cove"'), 'line 3, column 3: found no comma'],
  'a comment at the end of a line': [put('Cove",', 'Cove", // our name'), 'line 2, column 27: found a comment'],
  'a comment over lines': [put('{', '/* Our\n finder */ {'), 'line 1, column 1: found words before the first brace'],
  'curly quotation marks': [put('"Lantern Cove"', '“Lantern Cove”'), 'line 2, column 11: found the quotation mark “'],
  'quotation marks of another language': [put('"Lantern Cove"', '„Lantern Cove“'), 'line 2, column 11: found the quotation mark „'],
  'single quotation marks': [put('"Lantern Cove"', "'Lantern Cove'"), "line 2, column 11: found the quotation mark '"],
  'a name without quotation marks': [put('"name"', 'name'), 'line 2, column 3: found the name name without'],
  'a space that is none': [put('  "name"', '\u00a0 "name"'), 'line 2, column 1: found a space that only looks like one'],
  'a notice of the server first': [`<br />\n<b>Notice</b>: undefined\n${TEXT}`, 'line 1, column 1: found words before the first brace'],
  'a name for it first': [`const config = ${TEXT};`, 'words before the first brace'],
  'words after it': [`${TEXT};`, 'line 7, column 2: found words after the last brace'],
  'a break within quotation marks': [put('Lantern Cove', 'Lantern\nCove'), 'line 2, column 19: found a line break within quotation marks'],
};
// What cannot be meant for sure.
const FAULTS = {
  'no value': [put('"Lantern Cove"', ''), 'line 2, column 11: found ","'],
  'a brace too few': [TEXT.slice(0, -2), 'line 6, column 17: found the end'],
  'half a pair of quotation marks at the end': ['{"name": "Lantern', 'line 1, column 18: found the end, expected a quotation mark'],
  'no colon': [put('"name":', '"name"'), 'expected a colon'],
  'a word for a value': [put('"Lantern Cove"', 'yes'), 'line 2, column 11: found "yes,"'],
  'a list': [`[${TEXT}]`, 'braces'],
  nothing: ['', 'braces'],
  'a web page': ['<!doctype html><style>p { color: red }</style>', 'web page'],
};

describe('what is not quite JSON', () => {
  for (const [what, [text, where]] of Object.entries(SLIPS)) {
    test(`${what}: what was meant is read, and it is said where`, () => {
      assert.throws(() => JSON.parse(text));
      const { config, slips } = readSlips(text, 'finder.json');
      const { name, ...rest } = config;
      assert.equal(name.replace('\n', ' '), RIGHT.name);
      assert.deepEqual(rest, { contact: RIGHT.contact, programs: RIGHT.programs });
      assert.ok(slips.includes(where), slips);
      assert.match(slips, /^finder\.json is not quite JSON, and was read all the same\./);
    });
  }
  for (const [what, [text, where]] of Object.entries(FAULTS)) {
    test(`${what}: nothing is read, and it is said where`, () => {
      assert.throws(
        () => readSlips(text, 'finder.json'),
        ({ message }) => message.startsWith("finder.json can't be read as JSON.") && message.includes(where),
      );
    });
  }
  test('what is JSON is read as it is', () => {
    const odd = '{"a\\u0041\\n": [1.5e3, -0, true, null, "\\"}"], "__proto__": {"b": ""}}';
    assert.deepEqual(JSON.stringify(readSlips(odd, '').config), JSON.stringify(JSON.parse(odd)));
  });
  test('a field that is given twice is found wherever it is', () => {
    const lines = givenTwice('{"a": 1, "b": [{"c": 1, "c": 2}],\n "a": {"a": 1}}');
    assert.deepEqual(
      lines.map((line) => line.split(':')[0]),
      ['b[0].c', 'a'],
    );
    assert.ok(lines[1].includes('line 2, column 2'), lines[1]);
    assert.deepEqual(givenTwice(TEXT), []);
  });
});

inEachEngine('a configuration in the browser', (it) => {
  it.answers['/page.html'] = page();
  const serve = (t, answer) => {
    it.answers['/finder.json'] = answer;
    t.after(() => delete it.answers['/finder.json']);
    return it.site.url('/page.html');
  };
  const name = (visitor) => visitor.ask(() => document.querySelector('.provider').textContent);

  for (const what of ['a comma before a brace', 'curly quotation marks', 'a comment over lines', 'a notice of the server first']) {
    test(`${what}: the finder works, and one message says where`, async (t) => {
      const [body, where] = SLIPS[what];
      const visitor = await visit(t, it, serve(t, { body }));
      await becomes(() => name(visitor), RIGHT.name);
      await visitor.start();
      await allSaid(visitor.page);
      const told = ours(visitor.page);
      assert.equal(told.length, 1, told.join('\n'));
      assert.ok(told[0].includes(where) && told[0].includes(it.site.url('/finder.json')), told[0]);
    });
  }

  test('a mark of UTF-8 before it is nothing', async (t) => {
    const visitor = await visit(t, it, serve(t, { body: `\ufeff${TEXT}` }));
    await becomes(() => name(visitor), RIGHT.name);
    await visitor.start();
    assert.deepEqual(ours(visitor.page), []);
  });

  test('a brace too few: the words inside, and one message that says where', async (t) => {
    const [body, where] = FAULTS['a brace too few'];
    await falls(await openPage(t, it, serve(t, { body })), it.site.url('/finder.json'), where);
  });

  test('a field that is given twice is named, and the last one is used', async (t) => {
    const visitor = await visit(t, it, serve(t, { body: put('"programs"', '"name": "Pier Nine", "programs"') }));
    await becomes(() => name(visitor), 'Pier Nine');
    await becomes(
      () => ours(visitor.page).map((line) => line.split('(')[0].trim()),
      ['program-finder: name: found a field that is given twice'],
    );
  });

  test('on another site that does not allow it, that is the cause that is named', async (t) => {
    const other = await it.open({ '/finder.json': { body: TEXT } });
    t.after(other.close);
    const url = other.url('/finder.json');
    it.answers['/other.html'] = page({
      finder: `<program-finder config="${url}"><p class="fallback">Call us: <a href="tel:+15555550142">(555) 555-0142</a>, <a href="tel:988">988</a></p></program-finder>`,
    });
    await falls(await openPage(t, it, it.site.url('/other.html')), url, 'Access-Control-Allow-Origin');
  });
});
