// Whole visits on the demo's page, by mouse, from the start screen to the result and what it says.

import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { openDemo } from './support/demo.mjs';
import { QUICK, testIf } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { readResult } from './support/result.mjs';
import { ours } from './support/said.mjs';
import { stripWatcher } from './support/strip.mjs';
import { could, visit } from './support/visitor.mjs';
import { answerWords, DEMO, say, TEXT, voiced } from './support/words.mjs';

const CONTACT = [
  { words: say('contact.call', { phone: '(555) 555-0142' }), href: 'tel:+15555550142' },
  { words: say('contact.text', { phone: '(555) 555-0143' }), href: 'sms:+15555550143' },
  { words: say('contact.email'), href: 'mailto:hello@lanterncove.example.com' },
  { words: say('contact.link'), href: 'https://lanterncove.example.com/contact' },
  { words: say('contact.map'), href: 'https://maps.example.com/lantern-cove' },
];

const FAMILIES = new Set(Object.keys(TEXT).map((key) => key.split('.')[0]));

/** What is never on a screen: the name of a text, a placeholder, or a value that is none. */
const leftovers = (words = '') => [
  ...(words.match(/\{\w+\}|\bundefined\b|\bnull\b|\bNaN\b/g) ?? []),
  ...(words.match(/\b[a-z]+(\.[a-z_]+)+/g) ?? []).filter((name) => FAMILIES.has(name.split('.')[0])),
];

/** The questions whose answers are quoted so. Every one of them has to have been given. */
const quoted = (quotes, { answers, voice }) => {
  const names = new Set();
  for (const quote of quotes) {
    const name = Object.keys(answers).find((question) => {
      const given = [answers[question]].flat();
      const parts = given.flatMap((one, place) => [given.slice(place), [one]]).concat([given]);
      return parts.some((part) => {
        const answer = answerWords(question, part, voice);
        return quote.words === answer && quote.name === say('result.edit.name', { answer, question: say(`${question}.name`) });
      });
    });
    assert.ok(name, `"${quote.words}" is no answer that was given`);
    names.add(name);
  }
  return [...names].sort();
};

const sayVoiced = (key, voice) => key && voiced(key, voice);

/** In a run that is not full: who goes in every engine, and who is told much what another is. */
const SOME = ['both: cocaine every day, and most days undone', 'an emergency'];
const TWICE = ['a plan for suicide, told in the middle', 'dangerous withdrawal', 'a teen'];

inEachEngine('a visit to the demo', (it) => {
  let demo;
  before(async () => {
    demo = await openDemo();
  });
  after(() => demo?.close());
  for (const [name, person] of Object.entries(PEOPLE)) {
    testIf(it.name === 'chromium' && !QUICK ? !TWICE.includes(name) : SOME.includes(name))(name, async (t) => {
      const { voice, answers } = person;
      const visitor = await visit(t, it, demo.frame);
      const strip = stripWatcher();
      const seen = [];
      const path = await visitor.complete(answers, async (screen) => {
        await strip(screen, visitor);
        seen.push(...leftovers(screen.words));
        if (screen.at !== 'start') assert.equal(screen.focus, 'heading', `focus is not on the heading "${screen.heading}"`);
      });
      assert.deepEqual(path.slice(0, 2), ['who', 'danger']);
      assert.deepEqual(
        person.never.filter((question) => path.includes(question)),
        [],
        `asked: ${path.join(' ')}`,
      );
      const questions = path.filter((step) => step in answers);
      assert.ok(questions.length <= 15, 'nobody is asked more than fifteen questions');
      assert.equal(new Set(questions).size, questions.length, 'no question is asked twice');
      assert.deepEqual(
        path.filter((_step, at) => path[at + 1] === 'safety'),
        person.safetyAfter ? [person.safetyAfter] : [],
      );
      assert.deepEqual(seen, [], 'a screen shows something that is no sentence');

      const week = await visitor.ask(() => document.querySelectorAll('.week').length);
      assert.equal(
        week,
        Object.keys(person.programs).length > 0 && !person.safetyAfter ? 1 : 0,
        'asked beside programs, and not in an emergency',
      );
      for (const time of person.could ?? []) await could(visitor, say(`week.${time}`));
      const result = await readResult(visitor);
      // One main heading, and it is what comes first.
      assert.equal(result.headings, 1);
      assert.equal(result.heading, say(person.heading ?? person.first ?? person.suggestion));
      assert.equal(result.suggestion, say(person.suggestion));
      assert.equal(result.first, sayVoiced(person.first, voice));
      assert.equal(result.safety, sayVoiced(person.safety, voice));
      const order = [result.tops.safety, result.tops.first, result.tops.suggestion].filter((top) => top != null);
      assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
        'what comes first stands above the level',
      );
      if (person.pair)
        assert.deepEqual(
          result.pair,
          person.pair.map((key) => say(key)),
        );
      const { words } = result;
      for (const key of [person.text, 'result.sub']) {
        if (key) assert.ok(words.includes(voiced(key, voice)), `the result does not say ${key}`);
      }

      // Why: each reason quotes what was answered.
      const why = result.reasons.filter(({ isFirst }) => !isFirst).flatMap(({ said }) => said);
      const before = result.reasons.filter(({ isFirst }) => isFirst).flatMap(({ said }) => said);
      const open = result.reasons.filter(({ isFirst, folded }) => !isFirst && !folded).length;
      assert.ok(open <= 3, `${open} reasons are told at once`);
      assert.deepEqual(quoted(why, person), [...person.said].sort(), 'answers quoted for the level');
      assert.deepEqual(quoted(before, person), [...(person.firstSaid ?? [])].sort(), 'answers quoted for the first step');
      assert.deepEqual([...result.adds].sort(), person.adds.map((key) => say(key)).sort());

      // The demo's own programs, with what does not fit about each.
      for (const [program, mismatches] of Object.entries(person.programs)) {
        const shown = result.programs.find((one) => one.name === program);
        assert.ok(shown, `"${program}" is not shown, but: ${result.programs.map((one) => one.name).join(', ')}`);
        assert.deepEqual(
          shown.mismatches,
          mismatches.map((key) => say(key)),
          program,
        );
        const { link } = DEMO.programs.find((one) => one.name === program);
        assert.deepEqual(shown.links, [{ words: say('programs.link', { program }), href: link }]);
      }
      const first = result.programs.filter(({ folded }) => !folded).length;
      assert.equal(
        first,
        person.safety ? 0 : Math.min(3, result.programs.length),
        'three programs at first, in danger none, the others folded',
      );
      for (const { name } of result.programs)
        assert.ok(
          DEMO.programs.some((one) => one.name === name),
          name,
        );
      if (person.only) assert.equal(result.programs.length, Object.keys(person.programs).length);

      assert.deepEqual(result.contact, CONTACT);
      assert.deepEqual(
        result.answers,
        questions.map((question) => [say(`${question}.name`), answerWords(question, answers[question], voice)]),
      );
      // Whose tool it is, which rules it goes by, and where other places are.
      const about = [
        TEXT['about.private'],
        say('about.owner', { provider: DEMO.name }),
        say('programs.elsewhere.named', { directory: DEMO.directory.name }),
      ];
      for (const sentence of about) assert.ok(words.includes(sentence), sentence);
      // Which they are, and since when, tests/record.rs holds against the tables.
      const day = String.raw`\d{4}-\d\d-\d\d`;
      const version = say('about.version', { version: String.raw`\d+\.\d+\.\d+`, date: day, checked: day });
      assert.match(words, new RegExp(version));
      assert.ok(
        result.links.some(({ href }) => href === DEMO.directory.url),
        'the directory can be opened',
      );
      assert.deepEqual(ours(visitor.page), [], 'the console is quiet');
    });
  }
});
