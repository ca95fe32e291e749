// What a result screen has to say for a decision that was made natively. Nothing is decided here: each value of the
// decision is looked up in the catalog, apart from the code that paints it.

import { answerWords, QUESTIONS, say, voiced } from './words.mjs';

const LEVELS = ['outpatient', 'iop', 'php', 'day_and_night'];

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
  const emergency = outcome.first_steps.includes('emergency');
  /** A list of reasons. An answer is quoted where it is first named; a reason that has no other quotes them again. */
  const reasons = (list) => {
    const quoted = new Set();
    return list.map(({ rule, because }) => {
      const fresh = because
        .map(({ question, answer }) => ({ question, answer: answer.filter((option) => !quoted.has(`${question}.${option}`)) }))
        .filter(({ answer }) => answer.length);
      const quotes = (fresh.length ? fresh : because).map(({ question, answer }) => {
        for (const option of answer) quoted.add(`${question}.${option}`);
        const words = answerWords(question, answer, audience);
        return [words, say('result.edit.name', { answer: words, question: say(`${question}.name`) })];
      });
      return [voiced(`why.${rule}`, audience), quotes];
    });
  };
  const provider = config.name;
  // Where all programs are at the one level that is suggested, none of them says which.
  const leveled = levels.length > 1 || state === 'at_least' || state === 'not_enough';
  const kindOf = ({ level }, direction) => (!level ? say('kind.aftercare') : leveled || direction ? say(`level.${level}.short`) : '');
  const card = (program, direction) => [
    program.name,
    direction ? say(`programs.${direction}`) : '',
    kindOf(program, direction),
    program.fits.map((fit) =>
      say(['dual_diagnosis', 'adolescent', 'eating', 'perinatal'].includes(fit) ? `programs.track.${fit}` : `fit.${fit}`),
    ),
    program.mismatches.map((wrong) => say(`mismatch.${wrong}`)),
  ];
  const cards = new Map([
    ...[...programs.fitting, ...programs.other, ...programs.aftercare].map((program) => [program.program, card(program)]),
    ...programs.nearest.map(({ direction, program }) => [program.program, card(program, direction)]),
  ]);
  const order = suggestion.program_order.map((program) => cards.get(program));
  const suggested = say(heading(suggestion));
  const firstTitle = first ? say(`step.${first.step}.title`) : '';
  const known = state !== 'not_enough' && state !== 'child';
  // With two levels, a change that leads to the higher of them is one that raises the level all the same.
  const moved = (up) =>
    suggestion.changes
      .filter(({ level }) => up === LEVELS.indexOf(level) > LEVELS.indexOf(outcome.level))
      .map(({ question }) => say(`${up ? 'raise' : 'lower'}.${question}`));
  const rests = outcome.rests_on;
  const restsOn = say(`result.rests.${['none', 'one'][rests.length] ?? 'together'}`, {
    list: rests.map((question) => say(`${question}.name`)).join(', '),
  });
  return {
    path: outcome.path,
    heading: emergency ? say('result.heading.emergency') : firstTitle || suggested,
    dangers: dangers.map((danger) => voiced(`safety.title.${danger}`, audience)),
    suggestion: suggested,
    pair: state === 'two_levels' ? levels.map((level) => say(`level.${level}.short`)) : [],
    first: firstTitle,
    firstWords: first ? first.words.map((key) => voiced(key, audience)) : [],
    // In danger one place has them all, and it is not the first.
    adds: (emergency ? outcome.add_ons : [...suggestion.today, ...suggestion.later]).map((add) => say(`add.${add}.title`)),
    firstReasons: first && !emergency ? reasons(first.reasons) : [],
    reasons: reasons(suggestion.reasons.slice(0, 3)),
    folded: reasons(suggestion.reasons.slice(3)),
    // In danger nothing is said of what could change the level.
    held: emergency ? [] : suggestion.held_down_by.map((question) => voiced(`held.${question}`, audience)),
    rests: known && suggestion.reasons.length && !emergency ? restsOn : '',
    raise: emergency ? [] : moved(true),
    lower: emergency ? [] : moved(false),
    settles: outcome.settled_by.length && !emergency ? voiced(`${outcome.settled_by[0]}.ask`, audience) : '',
    missing: programs.missing.map((level) => {
      const other = programs.other.some((program) => program.level === level) ? 'program.none.treats' : 'programs.none';
      return say(level === 'day_and_night' ? 'programs.none.day_and_night' : other, {
        provider,
        level: say(`level.${level}.short`),
      });
    }),
    programs: order.slice(0, 3),
    more: order.slice(3),
    asksWhen: suggestion.asks_when,
    answers: outcome.path.map((question) => {
      // In the order in which the options are asked, whatever the order of the presses.
      const given = QUESTIONS.get(question).filter((option) => [answers[question]].flat().includes(option));
      return [say(`${question}.name`), answerWords(question, given, audience)];
    }),
  };
};
