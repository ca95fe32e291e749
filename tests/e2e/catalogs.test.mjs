// Which words the frame takes: the catalogs of its own build, to the letter, and no others. Needs no browser.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { catalogOf } from '../../www/frame/catalog.js';
import { unpacked, words } from '../../www/frame/words.js';
import { fileOf, hashed, ROOT } from './support/site.mjs';

/** @import { Known } from '../../www/frame/core.js' */

const LANGUAGES = ['en', 'es'];
const NAMES = { en: 'English', es: 'Español' };
const VOICES = ['self', 'teen', 'child', 'other'];
const TEXTS = Object.fromEntries(LANGUAGES.map((lang) => [lang, readFileSync(fileOf(hashed(`text.${lang}.json`)), 'utf8')]));
/** @type {Known} */
const KNOWN = Object.fromEntries(
  LANGUAGES.map((lang) => [lang, [TEXTS[lang].length, createHash('sha256').update(TEXTS[lang]).digest('base64'), NAMES[lang]]]),
);

test('the frame is told of just the catalogs that are shipped beside it', () => {
  for (const form of ['frame.en.html', 'frame.es.html', 'frame.en.js', 'frame.es.js']) {
    const frame = readFileSync(fileOf(hashed(form)), 'utf8');
    const told = [...frame.matchAll(/\[(\d+),"([\w+/]{43}=)","(\w+|Español)"\]/g)].map(([, size, hash, name]) => [
      Number(size),
      hash,
      name,
    ]);
    assert.deepEqual(
      told,
      LANGUAGES.map((lang) => KNOWN[lang]),
      form,
    );
  }
});

test('each catalog is taken under its own tag, and nothing that is nearly one', async () => {
  for (const lang of LANGUAGES) {
    const text = TEXTS[lang];
    assert.deepEqual(await catalogOf(KNOWN, lang, text), unpacked(JSON.parse(text)));
    const places = [...text.matchAll(/\^([^"{}^]{30,})/g)].map(({ index }) => index + 5).filter((_, at) => at % 20 === 0);
    const changed = places.map((at) => text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1));
    const others = [
      ...changed,
      `${text} `,
      text.slice(1),
      `${text}${text}`,
      '',
      '{}',
      'null',
      'w'.repeat(text.length),
      JSON.parse(text),
      null,
      5,
      undefined,
    ];
    assert.ok(others.length > 20);
    for (const other of others) assert.equal(await catalogOf(KNOWN, lang, other), undefined);
    for (const tag of [
      ...LANGUAGES.filter((one) => one !== lang),
      'EN',
      'es-MX',
      'not a language',
      '',
      '__proto__',
      'constructor',
      'toString',
      5,
      null,
      undefined,
      [lang],
      {},
    ]) {
      assert.equal(await catalogOf(KNOWN, tag, text), undefined, String(tag));
    }
  }
});

test('a text of another size is refused before anything is done with it', async () => {
  let touched = 0;
  const { encode } = TextEncoder.prototype;
  TextEncoder.prototype.encode = function (text) {
    touched += 1;
    return encode.call(this, text);
  };
  try {
    assert.equal(await catalogOf(KNOWN, 'en', 'w'.repeat(2 ** 24)), undefined);
    assert.equal(touched, 0);
    await catalogOf(KNOWN, 'en', 'w'.repeat(TEXTS.en.length));
    assert.equal(touched, 1, 'control: one of that size is looked at');
  } finally {
    TextEncoder.prototype.encode = encode;
  }
});

test('every sentence that is shipped is found by its key, in the wording of each audience', () => {
  for (const lang of LANGUAGES) {
    const all = JSON.parse(readFileSync(join(ROOT, `www/text/${lang}.json`), 'utf8'));
    const catalog = unpacked(JSON.parse(TEXTS[lang]));
    const voiced = (key) => VOICES.map((voice) => all[`${key}.${voice}`]);
    let found = 0;
    for (const key of Object.keys(all)) {
      // Not all reasons are shipped, nor all names (xtask/src/build/catalog.rs).
      if (/^why\.|^language\.name$|^level\.\w+\.name$|^kind\.(?!aftercare$)\w+$|^compare\.sleep\.outpatient$/.test(key)) continue;
      // Forms for numbers have a test of their own, below.
      if (key.includes('@')) continue;
      const plain = key.slice(0, key.lastIndexOf('.'));
      const four = VOICES.includes(key.slice(plain.length + 1)) ? voiced(plain) : [undefined];
      if (four.includes(undefined)) for (const voice of [0, 1, 2, 3, undefined]) assert.equal(words(catalog, key, voice), all[key], key);
      else four.forEach((sentence, voice) => assert.equal(words(catalog, plain, voice), sentence, `${plain}, ${VOICES[voice]}`));
      found += 1;
    }
    assert.ok(found > 700);
  }
});

test('each sentence that counts has every form of its language, and each number gets its own', () => {
  const numbers = [...Array(200).keys()].flatMap((whole) => [whole, whole + 0.25, whole + 0.5]).map(String);
  for (const lang of LANGUAGES) {
    const all = JSON.parse(readFileSync(join(ROOT, `www/text/${lang}.json`), 'utf8'));
    const catalog = unpacked(JSON.parse(TEXTS[lang]));
    const rules = new Intl.PluralRules(lang);
    const counted = new Set(Object.keys(all).flatMap((key) => (key.includes('@') ? key.split('@')[0] : [])));
    assert.ok(counted.size > 1);
    for (const key of counted) {
      for (const number of numbers) {
        const sentence = all[`${key}@${rules.select(Number(number))}`];
        assert.ok(sentence, `${lang}.json has no ${key}@${rules.select(Number(number))}, which is the form for ${number}`);
        assert.equal(words(catalog, `${key}@${number}`, 0, lang), sentence);
      }
    }
    // One that has no forms is the same for every number.
    assert.equal(words(catalog, 'exit.label@3', 0, lang), all['exit.label']);
  }
  // Polish has three for whole numbers.
  const polish = ['#', 'one@{n} dzień@few@{n} dni@many@{n} dni [a|b|c|d]@other@{n} dnia'];
  const said = ['1', '2', '5', '22', '1.5'].map((number) => words(polish, `days@${number}`, 1, 'pl'));
  assert.deepEqual(said, ['{n} dzień', '{n} dni', '{n} dni b', '{n} dni', '{n} dnia']);
});
