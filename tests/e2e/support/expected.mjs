// What a result screen has to say for a decision that was made natively. Nothing is decided here: each value of the
// decision is looked up in the catalog, apart from the code that paints it.

import { answerWords, QUESTIONS, say, voiced } from './words.mjs';

const heading = ({ state, levels }) =>
  ({
    child: 'result.heading.child',
    not_enough: 'result.heading.not_enough',
    one_level: `result.heading.${levels[0]}`,
    at_least: `result.heading.at_least.${levels[0]}`,
    two_levels: `result.heading.close.${levels.join('_')}`,
  })[state];

/** The parts of the result, in the shape of `onScreen` in parity.test.mjs. */
export const expected = ({ outcome, suggestion, programs }, answers, config) => {
  const { audience, dangers, first_step: first, state, levels } = suggestion;
  const reason = ({ rule, because }) => [
    voiced(`why.${rule}`, audience),
    because.map(({ question, answer }) => say('result.said', { answer: answerWords(question, answer, audience) })),
  ];
  const provider = config.name;
  const card = ({ name, kind, fits, mismatches }, direction) => [
    name,
    direction ? say(`programs.${direction}`) : '',
    say(`kind.${kind}`),
    fits.map((fit) => say(['dual_diagnosis', 'adolescent', 'eating', 'perinatal'].includes(fit) ? `programs.track.${fit}` : `fit.${fit}`)),
    mismatches.map((wrong) => say(`mismatch.${wrong}`)),
  ];
  const cards = new Map([
    ...[...programs.fitting, ...programs.other, ...programs.aftercare].map((program) => [program.program, card(program)]),
    ...programs.nearest.map(({ direction, program }) => [program.program, card(program, direction)]),
  ]);
  const suggested = say(heading(suggestion));
  const firstTitle = first ? say(`step.${first.step}.title`) : '';
  return {
    path: outcome.path,
    heading: dangers.length ? say('result.heading.emergency') : firstTitle || suggested,
    dangers: dangers.map((danger) => voiced(`safety.title.${danger}`, audience)),
    suggestion: suggested,
    pair: state === 'two_levels' ? levels.map((level) => say(`level.${level}.name`)) : [],
    first: firstTitle,
    adds: [...suggestion.today, ...suggestion.later].map((add) => say(`add.${add}.title`)),
    firstReasons: first ? first.reasons.map(reason) : [],
    reasons: suggestion.reasons.map(reason),
    held: suggestion.held_down_by.map((question) => voiced(`held.${question}`, audience)),
    changes: suggestion.changes.map(({ question, answer, level }) =>
      say(`whatif.${level}`, { question: say(`${question}.name`), answer: answerWords(question, answer, audience) })),
    missing: programs.missing.map((level) => {
      const other = programs.other.some((program) => program.level === level) ? 'program.none.treats' : 'programs.none';
      return say(level === 'day_and_night' ? 'programs.none.day_and_night' : other, { provider, level: say(`level.${level}.short`) });
    }),
    programs: suggestion.program_order.map((program) => cards.get(program)),
    asksWhen: suggestion.asks_when,
    answers: outcome.path.map((question) => {
      // In the order in which the options are asked, whatever the order of the presses.
      const given = QUESTIONS.get(question).filter((option) => [answers[question]].flat().includes(option));
      return [say(`${question}.name`), answerWords(question, given, audience)];
    }),
  };
};
