// The English catalog, and the way back from words on a screen, in either language, to the names of questions and options.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './site.mjs';

const catalog = (lang) => JSON.parse(readFileSync(join(ROOT, `www/text/${lang}.json`), 'utf8'));

/** Every sentence by its key. */
export const TEXT = catalog('en');
const SPANISH = catalog('es');
const CATALOGS = [TEXT, SPANISH];
/** What the switch says in English: the name of the other language. */
export const SWITCH = SPANISH['language.name'];

/** The demo's configuration. */
export const DEMO = JSON.parse(readFileSync(join(ROOT, 'www/demo/finder.json'), 'utf8'));

const VOICES = ['self', 'teen', 'child', 'other'];
const NOT_OPTIONS = ['ask', 'hint', 'name', 'error'];

/** Each question's name with the names of its options, in the catalog's order. */
export const QUESTIONS = new Map();
for (const key of Object.keys(TEXT)) {
  const [question, ask, voice] = key.split('.');
  // What is asked is worded for each audience; other sentences may be called so, too.
  if (ask === 'ask' && VOICES.includes(voice)) QUESTIONS.set(question, []);
}
for (const key of Object.keys(TEXT)) {
  const [question, option] = key.split('.');
  const options = QUESTIONS.get(question);
  if (options && !NOT_OPTIONS.includes(option) && !options.includes(option)) options.push(option);
}

/** A sentence with its placeholders filled. An unknown key is an error in the test. */
export const say = (key, values = {}) => {
  if (!(key in TEXT)) throw new Error(`www/text/en.json has no "${key}"`);
  return TEXT[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
};

/** The sentence in the wording for an audience, or the one that serves all. */
export const voiced = (key, voice, values) => say(`${key}.${voice}` in TEXT ? `${key}.${voice}` : key, values);

/** The question that asks these words. */
export const questionOf = (words) => {
  for (const name of QUESTIONS.keys()) {
    if (VOICES.some((voice) => CATALOGS.some((text) => text[`${name}.ask.${voice}`] === words))) return name;
  }
  throw new Error(`no question asks "${words}"`);
};

/** What an answer is called on a screen: the words of each of its options. */
export const answerWords = (question, answer, voice) =>
  [answer]
    .flat()
    .map((option) => voiced(`${question}.${option}`, voice))
    .join(', ');

/** The place of an option among the words shown. */
export const placeOf = (question, option, shown) => {
  const keys = [`${question}.${option}`, ...VOICES.map((voice) => `${question}.${option}.${voice}`)];
  const words = CATALOGS.flatMap((text) => keys.map((key) => text[key]));
  const place = shown.findIndex((label) => words.includes(label));
  if (place < 0) throw new Error(`"${question}" shows no option "${option}", but: ${shown.join(' | ')}`);
  return place;
};
