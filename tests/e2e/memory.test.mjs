// What a visitor has answered does not stay in memory: at the end the module's is overwritten, all of it.

import assert from 'node:assert/strict';
import test from 'node:test';
import { fileWith } from './support/altered.mjs';
import { inEachEngine } from './support/browsers.mjs';
import { NAME } from './support/inside.mjs';
import { FULL, leftOut } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { hashed, page } from './support/site.mjs';
import { until, visit } from './support/visitor.mjs';
import { answerWords } from './support/words.mjs';

leftOut('Chromium with the frame in a process of its own');

const FILE = hashed('frame.en.html');
const { answers } = PEOPLE['mental health: little gets done on any day'];

// In the frame: keeps hold of the memory of every module that it starts, and ends a visit in each way.
const WATCH = `self.memories = [];
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    memories.push(Object.values(made.instance.exports).find((one) => one instanceof WebAssembly.Memory));
    return made;
  };
  self.ways = {
    'quick exit': () => self.${NAME}.querySelector('.exit').click(),
    'leaving the page': () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })),
    'coming back': () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    'an error of the module': () => dispatchEvent(new ErrorEvent('error', { error: new Error('for this test') })),
  };`;

/** Does these, and then looks at once. Of each memory: its size, how many bytes are not zero, which words are in it. */
const look = (visitor, words, ...acts) =>
  visitor.ask(
    (words, acts) => {
      for (const act of acts) self.ways[act]();
      return self.memories.map(({ buffer }) => {
        const bytes = new Uint8Array(buffer);
        const text = new TextDecoder('latin1').decode(bytes);
        return {
          size: bytes.length,
          left: bytes.filter((byte) => byte !== 0).length,
          found: words.filter((word) => text.includes(word)),
        };
      });
    },
    words,
    acts,
  );

inEachEngine(
  'memory',
  (it) => {
    it.answers = { '/page.html': page(), [FILE]: { change: () => fileWith({ before: WATCH }) } };
    // Pieces of the answers as the last screen says them. The allocator gives freed memory out again, so few stay whole.
    const said = Object.entries(answers)
      .map(([question, answer]) => answerWords(question, answer, 'self'))
      .join(' ');
    const words = Buffer.from(said).toString('latin1').match(/.{8}/g);

    const atTheEnd = async (t) => {
      const visitor = await visit(t, it, it.site.url('/page.html'));
      await visitor.complete(answers);
      // Control: now they are there to be found.
      const [memory, ...more] = await look(visitor, words);
      assert.deepEqual(more, []);
      assert.ok(memory.found.length > 0, 'an answer is found');
      assert.ok(memory.left > 10_000, `${memory.left} bytes`);
      return visitor;
    };
    const empty = ({ size, left, found }) => {
      assert.ok(size > 100_000);
      assert.equal(left, 0, `${left} bytes are left, of them ${found}`);
    };

    for (const how of ['quick exit', 'leaving the page', 'an error of the module']) {
      test(`${how} leaves no byte of it`, async (t) => {
        const visitor = await atTheEnd(t);
        // At once: by the next task the page may have taken the frame away.
        const after = await look(visitor, words, how);
        assert.equal(after.length, 1);
        empty(after[0]);
      });
    }

    test('come back to, the finder begins anew with another memory, and the first stays empty', async (t) => {
      const visitor = await atTheEnd(t);
      await look(visitor, words, 'leaving the page', 'coming back');
      await until(() => visitor.ask(() => self.memories.length === 2), 'the module');
      assert.equal((await visitor.look()).at, 'start');
      await visitor.complete(answers);
      const [first, second] = await look(visitor, words);
      empty(first);
      assert.ok(second.found.length > 0);
    });
  },
  { processes: FULL },
);
