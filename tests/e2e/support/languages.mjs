// The languages, real ones and pretended ones, and how a frame is told to speak one at any moment: as the loader does it,
// with a message that carries the catalog. Step, answers and focus stay (language.test.mjs holds that). A frame takes the
// catalogs of its own build alone, so pretended ones ask for a frame that has been told of them: `PRETENDING`.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unpacked, words } from '../../../www/frame/words.js';
import { changedFile } from './altered.mjs';
import { fileOf, hashed } from './site.mjs';
import { becomes } from './visitor.mjs';

/** The file with the catalog of a language. */
const file = (lang) => readFileSync(fileOf(hashed(`text.${lang}.json`)), 'utf8');
const packed = (lang) => JSON.parse(file(lang));

/** A catalog with every sentence changed: each in brackets again, in as many wordings as it had (www/frame/words.js). */
const changed = (catalog, change) => {
  const [seeds, ...sentences] = catalog.split('^');
  const each = (sentence) => {
    const [before, ways, after] = sentence.split(/[[\]]/);
    return ways === undefined
      ? change(sentence)
      : `[${ways
          .split('|')
          .map((way) => change(before + way + after))
          .join('|')}]`;
  };
  return [seeds, ...sentences.map(each)].join('^');
};

/** Changes the words of a sentence, and leaves what is filled in for the core to find. */
const outside = (sentence, change) =>
  sentence
    .split(/(\{\w+\})/)
    .map((part, at) => (at % 2 ? part : change(part)))
    .join('');

const ACCENTS = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', y: 'ý', n: 'ñ', c: 'ç', A: 'Å', E: 'É', I: 'Í', O: 'Ö', U: 'Û' };
const accented = (words) => words.replace(/[A-Za-z]/g, (letter) => ACCENTS[letter] ?? letter);

/** In Hebrew letters, one for one: they run from right to left, and digits in them from left to right. */
const mirrored = (words) =>
  words.replace(/[a-z]/gi, (letter) => String.fromCharCode(0x5d0 + ((letter.toLowerCase().charCodeAt(0) - 97) % 27)));

/** A sentence lengthened with words of an ordinary length until it has at least so many characters. */
const atLeast = (sentence, length) => {
  let longer = sentence;
  while (longer.length < length) longer += ' wörtér óf mány kínds';
  return longer;
};

/** Each has the tag that it is shown under, and its catalog. */
export const LANGUAGES = {
  en: { lang: 'en', text: packed('en') },
  es: { lang: 'es', text: packed('es') },
  // Marks around it, accents, and half as long again: what is cut off or stands in the code shows at once.
  accents: {
    lang: 'en-x-accents',
    text: changed(packed('en'), (words) =>
      `«${outside(words, accented)} ${'~'.repeat(Math.ceil(words.length * 0.4))}»`.replace(/~{8}/g, '$& '),
    ),
  },
  // Right to left. As a translator writes it: a telephone number is isolated, or its parts would change places.
  mirror: {
    lang: 'he',
    text: changed(packed('en'), (words) => outside(words, mirrored).replace(/\{phone\}|\d[\d-]{6,}\d/g, '\u2066$&\u2069')),
  },
  // Every question as long as 240 characters, and every other sentence as long as 160.
  long: {
    lang: 'en-x-long',
    text: changed(packed('en'), (words) => (words === '' ? words : atLeast(words, words.endsWith('?') ? 240 : 160))),
  },
};

/** A catalog as it travels. A real one to the letter, as it is in its file: written anew, keys that are numbers come first. */
const written = ({ lang, text }) => (['en', 'es'].includes(lang) ? file(lang) : JSON.stringify(text));

const known = (language) => {
  const [lang, json] = [language.lang, written(language)];
  return [lang, [json.length, createHash('sha256').update(json).digest('base64'), lang]];
};

/** Answers of a site: its frame knows the pretended languages too. */
export const PRETENDING = {
  [hashed('frame.en.html')]: {
    body: changedFile((shell) => {
      const told = /\{\s*"?en"?:\s*\[\d+,\s*"[\w+/=]{44}",\s*"\w+"\],\s*"?es"?:\s*\[\d+,\s*"[\w+/=]{44}",\s*"[\wñ]+"\]\s*\}/;
      return shell.replace(told, () => JSON.stringify(Object.fromEntries(Object.values(LANGUAGES).map(known))));
    }),
  },
};

/** Lets the frame speak a language. */
export const speak = async (visitor, name) => {
  const { lang, text } = LANGUAGES[name];
  // The frame takes what it has asked for. What the loader would bring is held back meanwhile.
  await visitor.page.evaluate(() => {
    self.pfFetch = self.fetch;
    self.fetch = () => new Promise(() => {});
  });
  await visitor.ask(() => document.querySelector('.switch').click());
  await visitor.page.evaluate((frame, message) => frame.contentWindow.postMessage(message, '*'), visitor.element, {
    pf: 1,
    type: 'language',
    lang,
    text: written({ lang, text }),
  });
  await becomes(
    () => visitor.ask(() => [document.documentElement.lang, document.querySelector('.exit').innerText]),
    [lang, words(unpacked(text), 'exit.label')],
    `the frame speaks "${name}"`,
  );
  await visitor.page.evaluate(() => {
    self.fetch = self.pfFetch;
  });
};
