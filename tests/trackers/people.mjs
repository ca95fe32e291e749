// Who visits, and with what hand, so that every kind of result is there to be caught; and what a visit gives away.

import { placed } from '../e2e/support/native.mjs';
import { answerSets } from '../e2e/support/sets.mjs';
import { QUESTIONS, say, TEXT, voiced } from '../e2e/support/words.mjs';

const VOICES = { me: 'self', me_teen: 'teen', my_teen: 'child', other_adult: 'other', child: 'child' };

const WANTED = {
  'a clear outpatient': {
    hand: 'mouse',
    is: ({ level, certainty, first_steps }) => level === 'outpatient' && certainty === 'one' && !first_steps.length,
  },
  'a close call': {
    hand: 'keys',
    is: ({ level, certainty, first_steps }) => level === 'iop' && certainty === 'two' && !first_steps.length,
  },
  'an emergency': { hand: 'mouse', is: ({ first_steps }) => first_steps.includes('emergency') },
  'a 24-hour result': {
    hand: 'touch',
    is: ({ level, first_steps }) => level === 'day_and_night' && !first_steps.includes('emergency'),
  },
  'in Spanish': {
    hand: 'mouse',
    lang: 'es',
    is: ({ level, add_ons, first_steps }) => level === 'iop' && add_ons.length && !first_steps.length,
  },
};

/** The visits: name, hand, language, all answers, and what the engine says natively of each. */
export const visits = () => {
  const sets = answerSets();
  const outcomes = placed(sets).map(({ outcome }) => outcome);
  return Object.entries(WANTED).map(([name, { is, ...how }]) => {
    // The longest of them, which shows the most.
    const found = outcomes.map((outcome, at) => ({ outcome, answers: sets[at] })).filter(({ outcome }) => is(outcome));
    if (!found.length) throw new Error(`no set of answers leads to ${name}`);
    return { name, ...how, ...found.reduce((most, one) => (one.outcome.path.length > most.outcome.path.length ? one : most)) };
  });
};

/** What the control is made of: the questions, answers and result of a visit. */
export const dataOf = ({ answers, outcome }) => {
  const voice = VOICES[answers.who];
  return {
    steps: outcome.path.map((name) => ({
      name,
      question: voiced(`${name}.ask`, voice),
      options: QUESTIONS.get(name).map((option) => ({ name: option, words: voiced(`${name}.${option}`, voice) })),
      chosen: QUESTIONS.get(name).indexOf([answers[name]].flat()[0]),
    })),
    result: {
      heading: say(`result.heading.${outcome.level}`),
      level: say(`level.${outcome.level}.what`),
      rules: outcome.fired.map(({ rule }) => `rule:${rule}`),
    },
  };
};

/** The marks of what such data holds. */
export const marksOfData = ({ steps, result }) => [
  ...steps.map(({ question }) => ({ letter: 'Q', text: question })),
  ...steps.flatMap(({ options }) => options.map(({ words }) => ({ letter: 'A', text: words }))),
  ...steps.flatMap(({ name, options }) => options.map((option) => ({ letter: 'V', text: `${name}.${option.name}` }))),
  ...[result.heading, result.level].map((text) => ({ letter: 'L', text })),
  ...result.rules.map((text) => ({ letter: 'R', text })),
];

/** The marks of the names that a visit goes by inside the engine; none of them is on a screen. */
export const marksOfNames = ({ answers, outcome }) => {
  const given = outcome.path.flatMap((question) => [answers[question]].flat().map((option) => [question, option]));
  return [
    ...outcome.fired.map(({ rule }) => ({ letter: 'R', text: rule, whole: true })),
    ...outcome.path.map((text) => ({ letter: 'Q', text, whole: true })),
    ...given.flatMap(([question, option]) => [
      { letter: 'V', text: option, whole: true },
      { letter: 'V', text: `${question}.${option}` },
      { letter: 'V', text: `"${question}":"${option}"` },
    ]),
    ...[outcome.level, outcome.certainty, ...outcome.first_steps, ...outcome.add_ons]
      .filter(Boolean)
      .map((text) => ({ letter: 'L', text, whole: true })),
    ...Object.keys(TEXT)
      .filter((key) => /^(result\.heading|level)\./.test(key))
      .map((text) => ({ letter: 'L', text })),
  ];
};

/** The marks of what stands on a screen. */
export const marksOfScreen = (screen) => {
  const lines = (screen.words ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (screen.at === 'question') {
    const options = screen.options.map(({ words }) => words);
    return [
      ...options.map((text) => ({ letter: 'A', text })),
      ...lines.filter((line) => !options.includes(line)).map((text) => ({ letter: 'Q', text })),
    ];
  }
  return screen.at === 'start' ? [] : lines.map((text) => ({ letter: 'L', text }));
};
