// The programs of a result: how the visitor sorts them by their week and narrows them, in place and never before the result.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { speak } from './support/languages.mjs';
import { testIf } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { readResult } from './support/result.mjs';
import { page } from './support/site.mjs';
import { becomes, change, could, unfold as unfoldWords, until, visit } from './support/visitor.mjs';
import { say } from './support/words.mjs';

const EMERGENCY = PEOPLE['an emergency'];
const CLOSE = PEOPLE['both: cocaine every day, and most days undone'];

inEachEngine('the programs of a result', (it) => {
  it.answers = { '/page.html': page() };

  const shown = async (visitor) => (await readResult(visitor)).programs.map(({ name }) => name);
  const filters = (visitor) =>
    visitor.ask(() =>
      [...document.querySelectorAll('.narrow .option')].map((one) => [one.innerText.trim(), one.querySelector('input').checked]),
    );
  const counted = (visitor) => visitor.ask(() => document.querySelector('.narrow .count').innerText);
  const unfold = (visitor) => visitor.press('the filters', () => document.querySelector('.narrow summary'));
  const toggle = (visitor, words) =>
    visitor.press(
      `the filter "${words}"`,
      (wanted) => [...document.querySelectorAll('.narrow .option')].find((one) => one.innerText.trim() === wanted),
      words,
    );
  const resultOf = async (t, { answers }, options) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), options);
    await visitor.complete(answers, async () => {
      if ((await visitor.look()).at !== 'result')
        assert.equal(await visitor.ask(() => document.querySelectorAll('.narrow').length), 0, 'nothing is narrowed before the result');
    });
    return visitor;
  };

  test('are narrowed by what tells them apart: of one kind either will do, of two kinds both are wanted', async (t) => {
    const visitor = await resultOf(t, CLOSE);
    const all = await shown(visitor);
    assert.ok(all.length > 5);
    await unfold(visitor);
    const names = (await filters(visitor)).map(([words]) => words);
    for (const name of [
      say('track.lgbtq'),
      say('track.veterans'),
      say('approach.twelve_step'),
      say('setting.video'),
      say('language.es'),
      'Medicaid',
    ])
      assert.ok(names.includes(name), `${name}: ${names}`);
    assert.ok(!names.includes(say('language.en')), 'the language of the page goes without saying');
    const place = () => visitor.ask(() => document.scrollingElement.scrollTop);

    // Brought into view first, as a visitor would.
    await visitor.ask(
      (words) =>
        (document.scrollingElement.scrollTop +=
          [...document.querySelectorAll('.narrow .option')].find((one) => one.innerText.trim() === words).getBoundingClientRect().top -
          400),
      say('track.lgbtq'),
    );
    const before = await place();
    await toggle(visitor, say('track.lgbtq'));
    await becomes(() => shown(visitor), ['Open Water IOP']);
    assert.equal(await counted(visitor), say('programs.shown', { count: 1, total: all.length }));
    assert.equal(await visitor.ask(() => document.querySelector('.status').textContent), await counted(visitor), 'it is said, too');
    assert.ok(
      await visitor.ask(() => document.querySelector('.narrow').open && document.activeElement.matches('.narrow input:checked')),
      'focus stays on what was pressed',
    );
    assert.equal(await place(), before, 'and so does the screen');

    await toggle(visitor, say('track.veterans'));
    await becomes(
      () => shown(visitor),
      all.filter((name) => ['Open Water IOP', 'Weekend IOP'].includes(name)),
      'one group or the other',
    );
    await toggle(visitor, say('approach.twelve_step'));
    await becomes(() => shown(visitor), ['Weekend IOP'], 'and in that way');
    await toggle(visitor, say('track.veterans'));
    await becomes(() => shown(visitor), [], 'nobody has both');
    assert.equal(await counted(visitor), say('programs.none_left'));
    // Another language keeps what was chosen.
    await speak(visitor, 'es');
    assert.deepEqual((await filters(visitor)).filter(([, on]) => on).length, 2);
    await speak(visitor, 'en');
    await toggle(visitor, say('approach.twelve_step'));
    await toggle(visitor, say('track.lgbtq'));
    await becomes(() => shown(visitor), all, 'all of them again');
  });

  testIf(it.name === 'chromium')('Enter on a filter does nothing, and a changed answer forgets the filters', async (t) => {
    const visitor = await resultOf(t, CLOSE);
    const all = await shown(visitor);
    await unfold(visitor);
    await toggle(visitor, say('track.lgbtq'));
    await becomes(() => shown(visitor), ['Open Water IOP']);
    await visitor.page.keyboard.press('Enter');
    assert.deepEqual([await shown(visitor), (await visitor.look()).at], [['Open Water IOP'], 'result']);
    const question = say('home.name');
    await change(visitor, 'home');
    const screen = await visitor.go();
    assert.equal(screen.status, say('result.same', { question }), 'nothing was changed, and that is said');
    assert.deepEqual(await shown(visitor), all);
    assert.ok((await filters(visitor)).every(([, on]) => !on));
  });

  testIf(it.name === 'chromium')('what is unfolded stays so, by a filter, a time or the other language, and so does focus', async (t) => {
    const visitor = await resultOf(t, EMERGENCY);
    const later = say('result.programs.later');
    const open = () =>
      visitor.ask(() =>
        [...document.querySelectorAll('.result details')].filter((one) => one.open).map((one) => one.querySelector('summary').textContent),
      );
    await unfoldWords(visitor, later);
    await unfoldWords(visitor, say('result.answers'));
    await unfold(visitor);
    const before = [...(await open())].sort();
    await toggle(visitor, (await filters(visitor))[0][0]);
    await until(async () => (await filters(visitor)).some(([, on]) => on), 'the filter');
    assert.deepEqual([...(await open())].sort(), before);
    assert.ok(await visitor.ask(() => document.activeElement.matches('.narrow input:checked')), 'focus stays on what was pressed');
    await speak(visitor, 'es');
    assert.equal((await open()).length, before.length);
    await speak(visitor, 'en');
    assert.deepEqual([...(await open())].sort(), before);

    const other = await resultOf(t, CLOSE);
    const program = (name) =>
      other.ask(
        (name) =>
          [...document.querySelectorAll('.program')].find((one) => one.querySelector('h4').textContent === name).querySelector('details')
            .open,
        name,
      );
    const name = (await shown(other))[0];
    await other.press('more about it', () => document.querySelector('.program summary'));
    assert.ok(await program(name));
    await could(other, say('week.evenings'));
    await until(() => other.ask(() => document.querySelectorAll('.week input:checked').length), 'the time');
    assert.ok(await program(name), 'it is known by its name');
  });

  testIf(it.name === 'chromium')('are sorted by when the visitor could come, in place, and each says how it fits', async (t) => {
    const visitor = await resultOf(t, CLOSE);
    const times = () =>
      visitor.ask(() =>
        [...document.querySelectorAll('.week .option')].map((one) => [one.innerText.trim(), one.querySelector('input').checked]),
      );
    const [day, evening, weekend, video] = ['daytime', 'evenings', 'weekends', 'video'].map((time) => say(`week.${time}`));
    assert.deepEqual(
      await times(),
      [day, evening, weekend, video].map((words) => [words, false]),
      'nothing is said of the week before',
    );
    assert.equal(await visitor.ask(() => document.querySelector('.week legend').innerText), say('week.question.self'));
    const all = await shown(visitor);
    const fitsOf = async (name) => (await readResult(visitor)).programs.find((program) => program.name === name);
    assert.deepEqual((await fitsOf('Morning IOP')).mismatches, [say('mismatch.no_dual_diagnosis')]);
    // Filters stay as they were chosen, though the programs change places.
    await unfold(visitor);
    await toggle(visitor, 'Medicaid');
    const narrowed = await until(async () => (await shown(visitor)).length < all.length && shown(visitor), 'fewer programs');

    await could(visitor, evening);
    await becomes(times, [
      [day, false],
      [evening, true],
      [weekend, false],
      [video, false],
    ]);
    assert.ok(await visitor.ask(() => document.activeElement.matches('.week input:checked')), 'focus stays on what was pressed');
    assert.equal(await visitor.ask(() => document.querySelector('.status').textContent), await counted(visitor));
    assert.deepEqual(
      (await filters(visitor)).filter(([, on]) => on),
      [['Medicaid', true]],
    );
    const sorted = await shown(visitor);
    assert.notDeepEqual(sorted, narrowed, 'in another order');
    assert.deepEqual([...sorted].sort(), [...narrowed].sort(), 'the same programs');
    await toggle(visitor, 'Medicaid');
    await becomes(async () => (await shown(visitor)).length, all.length);
    assert.deepEqual((await fitsOf('Evening IOP')).fits, [say('fit.evenings')]);
    assert.deepEqual((await fitsOf('Morning IOP')).mismatches, [say('mismatch.no_dual_diagnosis'), say('mismatch.daytime')]);

    // Another language, and an answer given again, keep it.
    await speak(visitor, 'es');
    assert.deepEqual(
      (await times()).map(([, on]) => on),
      [false, true, false, false],
    );
    await speak(visitor, 'en');
    await change(visitor, 'home');
    await visitor.go();
    assert.deepEqual(
      (await times()).map(([, on]) => on),
      [false, true, false, false],
    );
    await could(visitor, evening);
    await becomes(() => shown(visitor), all, 'taken back, in the first order again');
    assert.deepEqual((await fitsOf('Evening IOP')).fits, []);
  });
});
