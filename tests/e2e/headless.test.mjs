// The core without a screen, as other programs use it: no browser, the same questions, the same words, and for every set
// of answers the decision that the command-line tool prints.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { placed, xtask } from './support/native.mjs';
import { answerSets } from './support/sets.mjs';
import { ROOT, TARGET } from './support/site.mjs';
import { DEMO, QUESTIONS, TEXT } from './support/words.mjs';

const FOLDER = join(TARGET, 'headless');
const SETS = answerSets();

/** Answers as a session is asked, past every danger, and gives the questions that came. */
const answerAll = (session, answers) => {
  const path = [];
  const dangers = [];
  for (let now = session.current(); now.at !== 'result'; now = session.current()) {
    if (now.at === 'danger') {
      dangers.push(...now.dangers.map(({ danger }) => danger));
      session.goOn();
    } else {
      path.push(now.question.id);
      session.answer(answers[now.question.id]);
    }
  }
  return { path, dangers };
};

describe('the core without a screen', () => {
  let core;
  const start = (config) => core.Session.start(TEXT, config);

  before(async () => {
    xtask('build', '--headless', '--debug');
    core = await import(pathToFileURL(join(FOLDER, 'headless.mjs')).href);
  });

  it('decides as the command-line tool does, whole sets and answer by answer', () => {
    const native = placed(SETS, '--config', join(ROOT, 'www/demo/finder.json'));
    SETS.forEach((answers, at) => {
      const wanted = JSON.stringify(native[at]);
      assert.equal(JSON.stringify(core.decide(answers, DEMO)), wanted);
      const session = start(DEMO);
      const { path, dangers } = answerAll(session, answers);
      const decision = session.decision();
      assert.equal(JSON.stringify(decision), wanted, JSON.stringify(answers));
      assert.deepEqual(path, decision.outcome.path);
      assert.deepEqual([...new Set(dangers)].sort(), [...decision.suggestion.dangers].sort(), 'every danger was shown at once');
      const given = session.answers();
      assert.equal(JSON.stringify(core.decide(given, DEMO)), wanted, 'its own answers lead to the same');
      session.free();
    });
  });

  it('asks each question in the words of the audience, with its options', () => {
    const audiences = { me: 'self', me_teen: 'teen', my_teen: 'child', other_adult: 'other' };
    for (const [who, audience] of Object.entries(audiences)) {
      const session = start();
      session.answer(who);
      const { question } = session.current();
      assert.equal(question.id, 'danger');
      assert.equal(question.ask, TEXT[`danger.ask.${audience}`]);
      assert.equal(question.hint, TEXT['danger.hint'] ?? TEXT[`danger.hint.${audience}`] ?? '');
      assert.deepEqual(
        question.options.map(({ id }) => id),
        QUESTIONS.get('danger'),
      );
      for (const { id, words, chosen } of question.options) {
        assert.equal(words, TEXT[`danger.${id}.${audience}`] ?? TEXT[`danger.${id}`]);
        assert.equal(chosen, false);
      }
      assert.ok(question.many && question.options.some(({ alone }) => alone) && question.options.some(({ unknown }) => unknown));
      assert.match(question.progress, /\d/);
    }
  });

  it('says at once whom to reach where somebody is in danger', () => {
    const session = start();
    session.answer('me');
    const { at, dangers } = session.answer(['suicide_now', 'medical']);
    assert.equal(at, 'danger');
    assert.deepEqual(
      dangers.map(({ danger }) => danger),
      ['medical', 'suicide'],
    );
    for (const { title, text, lines } of dangers) {
      assert.ok(title && text && lines.some(({ address }) => address === 'tel:911'));
      for (const { words, address } of lines) assert.ok(words && /^(tel|sms|https):/.test(address), address);
    }
    assert.throws(() => session.answer('me'), /answer: .*expected a session that stands at a question/);
    assert.equal(session.back().question.id, 'danger');
    assert.deepEqual(
      session
        .current()
        .question.options.filter(({ chosen }) => chosen)
        .map(({ id }) => id),
      ['medical', 'suicide_now'],
    );
  });

  it('goes back, and changes an answer from the result', () => {
    const session = start(DEMO);
    assert.equal(session.back().question.id, 'who', 'there is nothing before the first question');
    const answers = SETS.find((answers) => answers.who === 'me' && placed([answers])[0].suggestion.dangers.length === 0);
    answerAll(session, answers);
    assert.throws(() => session.change('nothing'), /"nothing" is no question that was asked/);
    assert.equal(session.change('who').question.id, 'who');
    assert.equal(session.back().at, 'result', 'a change can be taken back');
    session.change('who');
    session.answer('child');
    assert.equal(session.current().at, 'result');
    assert.equal(session.decision().suggestion.state, 'child');
    assert.throws(() => session.goOn(), /goOn: /);
  });

  it('sorts programs by when somebody can come', () => {
    const session = start(DEMO);
    const calm = { ...SETS[0], who: 'me', danger: ['none'] };
    answerAll(session, calm);
    const orders = ['daytime', 'evenings', 'weekends', 'video'].map((time) => {
      session.available([time]);
      return session.decision().suggestion.program_order;
    });
    for (const order of orders) assert.deepEqual([...order].sort(), [...orders[0]].sort());
    assert.throws(() => session.available(['at night']), /at night.*daytime, evenings, weekends, video/);
  });

  it('names what is wrong and stays where it stood', () => {
    const session = start({ name: 'A', contact: { phone: '12' } });
    assert.ok(session.problems().some((problem) => problem.includes('contact.phone') && problem.includes('"12"')));
    for (const { wrong, named } of [
      { wrong: 'nobody', named: 'nobody' },
      { wrong: [], named: 'list' },
      { wrong: ['me'], named: 'list' },
      { wrong: 7, named: '7' },
      { wrong: null, named: 'nothing' },
      { wrong: undefined, named: 'nothing' },
    ]) {
      assert.throws(
        () => session.answer(wrong),
        (/** @type {Error} */ error) => error.message.includes('who') && error.message.includes(named) && error.message.includes('me_teen'),
        String(wrong),
      );
      assert.equal(session.current().question.id, 'who');
    }
    assert.throws(() => core.decide({ mind: 'terrible' }), /mind.*terrible.*nearly_always/s);
    assert.throws(() => core.decide('me'), /answers/);
  });

  it('is exported as its types say', () => {
    const types = readFileSync(join(FOLDER, 'headless.d.mts'), 'utf8');
    const functions = [...types.matchAll(/^export function (\w+)\(/gm)].map(([, name]) => name);
    const classes = [...types.matchAll(/^export class (\w+) \{([\s\S]*?)^\}/gm)];
    assert.deepEqual(Object.keys(core).sort(), [...functions, ...classes.map(([, name]) => name)].sort());
    const [[, , body]] = classes;
    const members = (start) => [...body.matchAll(start)].map(([, name]) => name).sort();
    const own = Object.getOwnPropertyNames(core.Session.prototype).filter((name) => name !== 'constructor' && !name.startsWith('__'));
    assert.deepEqual(members(/^ {4}(\w+)\(/gm), own.sort());
    assert.ok(body.includes('private constructor()'), 'start() makes one');
    assert.deepEqual(members(/^ {4}static (\w+)\(/gm), ['start']);
    assert.ok(!/: any\b/.test(types), 'nothing is of any type');
    // The tool that writes them indents in its own way.
    const plain = (text) => text.replace(/\s+/g, ' ');
    assert.ok(plain(types).includes(plain(readFileSync(join(ROOT, 'src/api/types.d.ts'), 'utf8'))), 'and with the types of what is given');
  });
});
