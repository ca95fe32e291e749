// What is written down of the loader for others, in www/program-finder.d.ts, is what the loader has: no attribute, event,
// property or message is in one of them alone. The lists here are typed by those declarations, so `tsc` refuses a list that
// lacks a name or has one too many; the tests hold the same lists against the scripts. Needs no browser.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { FROM_FRAME, TO_FRAME } from './support/messages.mjs';
import { ROOT } from './support/site.mjs';

/** @import { Finder, Host } from '../../www/frame/core.js' */
/** @import { Channel, ProgramFinderAttributes, ProgramFinderElement } from '../../www/program-finder.js' */
/** @import { ProgramFinderEvents, ProgramFinderProperty } from '../../www/program-finder.js' */

/** A file, without its block comments: a type in one is no list. */
const read = (path) => readFileSync(join(ROOT, path), 'utf8').replace(/\/\*\*[^]*?\*\//g, '');
/** What only those download whose configuration has mistakes. */
const CHECK = ['check.js', 'slips.js'];
const scripts = (folder) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.js') && !CHECK.includes(name));
const LOADER = [...scripts('www'), 'program-finder.css'].map((name) => read(`www/${name}`)).join('\n');
const FRAME = scripts('www/frame')
  .map((name) => read(`www/frame/${name}`))
  .join('\n');

/** What a pattern finds in a text, each once. A name that is looked for in vain would make every comparison true. */
const found = (text, pattern) => {
  const names = [...text.matchAll(pattern)].map(([, name]) => name);
  assert.ok(names.length, `nothing is like ${pattern}`);
  return [...new Set(names)].sort();
};
/** The names in a list of the script. */
const listed = (text, start) => {
  const [list] = text.split(start)[1]?.match(/\[[^\]]*\]/) ?? [];
  assert.ok(list, `there is no list after "${start}"`);
  return found(list, /'([^']+)'/g);
};
const names = (list) => Object.keys(list).sort();

/** @type {Record<keyof ProgramFinderAttributes, true>} */
const ATTRIBUTES = { base: true, config: true, lang: true, display: true, 'heading-level': true };
/** @type {Record<keyof ProgramFinderEvents, true>} */
const EVENTS = {
  'program-finder-ready': true,
  'program-finder-open': true,
  'program-finder-close': true,
  'program-finder-started': true,
  'program-finder-finished': true,
  'program-finder-contact': true,
};
/** @type {Record<Channel, true>} */
const CHANNELS = { phone: true, text: true, email: true, link: true, map: true };
/** @type {Record<ProgramFinderProperty, true>} */
const PROPERTIES = { '--program-finder-height': true, '--program-finder-radius': true };
/**
 * What the element has beside what every element has.
 * @type {Record<Exclude<keyof ProgramFinderElement, keyof HTMLElement>, true>}
 */
const MEMBERS = {};
/** @type {Record<keyof Host, true>} */
const HOST = {
  lang: true,
  level: true,
  today: true,
  site: true,
  settle: true,
  text: true,
  post: true,
  keep: true,
  focus: true,
  home: true,
  top: true,
  say: true,
  warn: true,
  wrong: true,
};
/** @type {Record<keyof Finder, true>} */
const FINDER = { start: true, introduce: true, repaint: true, act: true, enter: true, destroy: true };

test('the attributes that are declared begin a finder anew, and no other is read', () => {
  assert.deepEqual(listed(LOADER, 'observedAttributes ='), names(ATTRIBUTES));
  const asked = found(LOADER, /\belement\.getAttribute\('([^']+)'\)/g);
  for (const name of asked) assert.ok(name in ATTRIBUTES, name);
  // Of `lang` the property is read.
  assert.deepEqual([...asked, 'lang'].sort(), names(ATTRIBUTES));
});

test('the events that are declared are all that the element tells', () => {
  const steps = listed(LOADER, 'EVENTS =');
  const told = [...found(LOADER, /\btell\('([^']+)'/g), ...steps, ...found(LOADER, /type === '(\w+)'[^;]*\btell\(type,/g)];
  assert.deepEqual(told.map((name) => `program-finder-${name}`).sort(), names(EVENTS));
  assert.deepEqual(listed(LOADER, 'CHANNELS ='), names(CHANNELS));
  assert.deepEqual([listed(FRAME, 'EVENTS ='), listed(FRAME, 'CHANNELS =')], [steps, names(CHANNELS)]);
});

test('the properties of CSS that are declared are all that the element reads', () => {
  assert.deepEqual(found(LOADER, /var\((--[\w-]+)/g), names(PROPERTIES));
});

test('the element has no property or method of its own that pages could use', () => {
  const [body] = LOADER.split('class extends HTMLElement {')[1].split(/^ {4}\}/m);
  const callbacks = ['connectedCallback', 'disconnectedCallback', 'connectedMoveCallback', 'attributeChangedCallback'];
  const own = found(body, /^ {6}(?:get |set |async )?(\w+)(?:\(| =|;)/gm).filter((name) => !callbacks.includes(name));
  assert.deepEqual(own, names(MEMBERS));
});

const HEARD = /(?<![\w.])type === '([\w-]+)'/g; // A type that is not a property of something else.

test('each message is sent by one side and heard by the other', () => {
  assert.deepEqual(found(FRAME, /\bsend\(\{ type: '([\w-]+)'/g), names(FROM_FRAME));
  assert.deepEqual(found(LOADER, HEARD), names(FROM_FRAME));
  assert.deepEqual(found(LOADER, /\bsay\(\{ type: '([\w-]+)'/g), names(TO_FRAME));
  assert.deepEqual(found(FRAME, HEARD), names(TO_FRAME));
});

test("what the frame's scripts know of the core is what the core has", () => {
  const [members] = read('src/web/wire.rs').split('extern "C" {')[1].split('\n}');
  assert.deepEqual(found(members, /\bfn (\w+)\(this/g), names(HOST));
  const [methods] = read('src/web/finder.rs').split('impl Finder {')[1].split('\n}');
  assert.deepEqual(found(methods, /\bpub fn (\w+)\((?:&self|self)/g), names(FINDER));
});
