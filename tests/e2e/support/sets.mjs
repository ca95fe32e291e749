// Sets of answers: the cases that clinicians read (tests/cases), and many more that are drawn at random, always the same
// ones.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placed } from './native.mjs';
import { ROOT } from './site.mjs';
import { QUESTIONS } from './words.mjs';

/** The questions where several options can be chosen, and the options that stand alone in them. */
const SEVERAL = ['danger', 'suicide', 'signs', 'substances', 'led_to', 'body', 'care'];
const ALONE = ['none', 'unsure', 'skip'];

/** What is taken where a case does not say: nothing that asks for anything. */
const OTHERWISE = {
  who: 'me',
  danger: ['none'],
  concern: 'unsure',
  suicide: ['none'],
  mind: 'little',
  signs: ['none'],
  use: 'none',
  heavy: 'none',
  substances: ['cannabis'],
  withdrawal: 'none',
  longest: 'month',
  led_to: ['none'],
  body: ['none'],
  home: 'supportive',
  care: ['none'],
  recent: 'no',
  after: 'better',
};

/** The answers of a file of cases. Of TOML it knows what these files use: tables, names, strings and lists of strings. */
const casesOf = (file) => {
  let otherwise = {};
  let into = {};
  const cases = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, table] = /^\[+(.*?)\]+$/.exec(line) ?? [];
    if (table === 'otherwise') into = otherwise = {};
    else if (table === 'case.answers') cases.push((into = {}));
    else if (table) into = {};
    const [, name, value] = /^(\w+) = (["[].*)$/.exec(line) ?? [];
    if (name) into[name] = JSON.parse(value);
  }
  return cases.map((answers) => ({ ...otherwise, ...answers }));
};

const cases = () => {
  const folder = join(ROOT, 'tests/cases');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.toml'))
    .sort()
    .flatMap((name) => casesOf(join(folder, name)));
};

/** A small generator of numbers below 1, the same in every run (mulberry32). */
const generator = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const drawn = (count) => {
  const random = generator(988);
  const one = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, () => {
    // Half of the visitors answer most questions mildly, as most visitors do.
    const mild = random() < 0.5;
    const answers = {};
    for (const [question, options] of QUESTIONS) {
      const alone = SEVERAL.includes(question) && options.filter((option) => ALONE.includes(option));
      if (mild && random() < 0.6) answers[question] = OTHERWISE[question];
      else if (!alone) answers[question] = one(options);
      else {
        const some = options.filter((option) => !alone.includes(option) && random() < 0.35);
        answers[question] = some.length ? some : [one(alone)];
      }
    }
    return answers;
  });
};

/** All of them, each with an answer to every question. */
export const answerSets = () => [...cases(), ...drawn(120)].map((answers) => ({ ...OTHERWISE, ...answers }));

/** Two visits of equally many steps, with other questions, other answers and another result. */
export const pairOfVisits = () => {
  const sets = answerSets();
  const visits = placed(sets)
    .map(({ outcome }, at) => ({ answers: sets[at], ...outcome }))
    .filter(({ first_steps, level }) => level && !first_steps.includes('emergency'));
  const one = visits.find(({ path }) => path.length === 12);
  const unlike = ({ path, level, answers }) =>
    path.length === one.path.length && path.join() !== one.path.join() && level !== one.level && answers.who !== one.answers.who;
  return [one, visits.find(unlike)].map(({ answers }) => answers);
};
