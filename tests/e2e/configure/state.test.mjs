// The configuration that the configurator holds: what is opened is what is saved, and every change can be taken back. Without a browser.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { State, steps, written } from '../../../www/configure/state.js';

const names = fc.constantFrom('name', 'contact', 'programs', 'phone', 'zebra', '__proto__', 'schedule', '$schema', 'a b', '');
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    tie('list'),
    tie('group'),
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  group: fc.array(fc.tuple(names, tie('value')), { maxLength: 5 }).map((fields) => {
    const group = {};
    for (const [name, value] of fields) Object.defineProperty(group, name, { value, enumerable: true, configurable: true, writable: true });
    return group;
  }),
}));
const paths = fc
  .array(fc.oneof(fc.constantFrom('name', 'contact', 'programs', 'phone', 'zebra'), fc.nat(3)), { minLength: 1, maxLength: 4 })
  .map((path) => ['contact', ...path]);
const changes = fc.array(fc.tuple(paths, fc.oneof(fc.constant(undefined), values.value)), { maxLength: 60 });

test('what is opened is what is saved: every field, in its order', () => {
  fc.assert(
    fc.property(values.group, (config) => {
      const state = new State();
      const text = `${JSON.stringify(config, null, 2)}\n`;
      state.replace(JSON.parse(text));
      assert.equal(state.text, text);
    }),
    { seed: 15 },
  );
});

test('every change can be taken back, up to 50, and done again', () => {
  fc.assert(
    fc.property(values.group, changes, (config, list) => {
      const state = new State();
      state.replace(config);
      const texts = [state.text];
      for (const [path, value] of list) {
        state.rest();
        state.set(path, value);
        texts.push(state.text);
      }
      const reached = Math.min(list.length, 50);
      for (let step = 0; step < reached; step++) {
        state.undo();
        assert.equal(state.text, texts[texts.length - 2 - step]);
      }
      for (let step = 0; step < reached; step++) state.redo();
      assert.equal(state.text, texts.at(-1));
    }),
    { seed: 15 },
  );
});

test('typing in one field is one step, and an emptied group goes with its last field', () => {
  const state = new State();
  state.replace({ name: 'A', programs: [{ ages: { from: 18 } }] });
  for (const typed of ['B', 'Be', 'Ben']) state.set(['name'], typed);
  state.undo();
  assert.equal(state.data.name, 'A');
  state.set(['programs', 0, 'ages', 'from'], undefined);
  assert.deepEqual(state.data.programs, [{}]);
  state.set(['contact', 'address', 'lines'], ['a']);
  state.set(['contact', 'address', 'lines'], undefined);
  assert.ok(!('contact' in state.data));
});

test('a path is written as problems name it', () => {
  for (const path of ['name', 'programs[0].schedule.slots[12].from', 'theme.tokens.color-bg']) assert.equal(written(steps(path)), path);
});
