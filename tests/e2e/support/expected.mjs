// What a result screen has to say for an outcome that the engine gave natively, written down a second time, apart
// from the code that paints it.

import { answerWords, QUESTIONS, say, voiced } from './words.mjs';

const VOICES = { me: 'self', me_teen: 'teen', my_teen: 'child', other_adult: 'other', child: 'child' };
const LEVELS = ['outpatient', 'iop', 'php', 'day_and_night'];
const TODAY = ['safety_plan', 'domestic_violence', 'naloxone'];
const MOST_CHANGES = 4;

const pairOf = ({ certainty, range, level }) => {
  if (certainty !== 'close_call') return undefined;
  if (range.low !== range.high) return [range.low, range.high];
  const below = LEVELS[LEVELS.indexOf(level) - 1];
  return below && [below, level];
};

const suggestionOf = (outcome) => {
  if (!outcome.level) return 'result.heading.child';
  if (outcome.certainty === 'not_enough') return 'result.heading.not_enough';
  const pair = pairOf(outcome);
  return pair ? `result.heading.close.${pair.join('_')}` : `result.heading.${outcome.level}`;
};

/** The parts of the result, in the shape of `onScreen` in parity.test.mjs. */
export const expected = ({ outcome, programs }, answers, config) => {
  const voice = VOICES[answers.who];
  const has = (step) => outcome.first_steps.includes(step);
  const step = ['medical', 'check'].find(has);
  const reason = ({ rule, because }) => [
    voiced(`why.${rule}`, voice),
    because.map(({ question, answer }) => say('result.said', { answer: answerWords(question, answer, voice) })),
  ];
  const provider = config.name;
  const card = ({ name, kind, fits, mismatches }, direction) => [
    name,
    direction ? say(`programs.${direction}`) : '',
    say(`kind.${kind}`),
    fits.map((fit) => say(['dual_diagnosis', 'adolescent'].includes(fit) ? `programs.track.${fit}` : `fit.${fit}`)),
    mismatches.map((wrong) => say(`mismatch.${wrong}`)),
  ];
  const suggestion = say(suggestionOf(outcome));
  const adds = (wanted) => outcome.add_ons.filter((add) => TODAY.includes(add) === wanted).map((add) => say(`add.${add}.title`));
  return {
    path: outcome.path,
    heading: has('emergency') ? say('result.heading.emergency') : step ? say(`step.${step}.title`) : suggestion,
    suggestion,
    pair: outcome.certainty === 'not_enough' ? [] : (pairOf(outcome) ?? []).map((level) => say(`level.${level}.name`)),
    first: step ? say(`step.${step}.title`) : '',
    adds: [...adds(true), ...adds(false)],
    firstReasons: step ? outcome.fired.filter((rule) => rule.step === step).map(reason) : [],
    reasons: outcome.level ? outcome.fired.filter((rule) => rule.floor === outcome.level).map(reason) : [],
    held: outcome.certainty === 'not_enough' ? [] : outcome.held_down_by.map((question) => voiced(`held.${question}`, voice)),
    changes: outcome.would_change.slice(0, MOST_CHANGES).map(({ question, answer, level }) =>
      say(`whatif.${level}`, { question: say(`${question}.name`), answer: answerWords(question, answer, voice) })),
    missing: programs.missing.map((level) =>
      say(level === 'day_and_night' ? 'programs.none.day_and_night' : 'programs.none', { provider, level: say(`level.${level}.short`) })),
    programs: [
      ...programs.fitting.map((program) => card(program)),
      ...programs.nearest.map(({ direction, program }) => card(program, direction)),
      ...programs.aftercare.map((program) => card(program)),
    ],
    answers: outcome.path.map((question) => {
      // In the order in which the options are asked, whatever the order of the presses.
      const given = QUESTIONS.get(question).filter((option) => [answers[question]].flat().includes(option));
      return [say(`${question}.name`), answerWords(question, given, voice)];
    }),
  };
};
