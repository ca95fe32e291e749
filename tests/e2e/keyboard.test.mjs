// The keyboard alone: every path, every option, every stop of Tab; what shows focus, and what keys do not do.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { FULL, leftOut } from './support/level.mjs';
import { feature, LOOKS } from './support/looks.mjs';
import { PEOPLE } from './support/people.mjs';
import { readResult } from './support/result.mjs';
import { FINDER, page } from './support/site.mjs';
import { before, stops } from './support/stops.mjs';
import { tour, VISITS } from './support/tour.mjs';
import { becomes, change, until, visit } from './support/visitor.mjs';
import { answerWords, DEMO, questionOf, SWITCH, say, voiced } from './support/words.mjs';

leftOut('how focus shows in dark and in forced colors');
const { theme, ...config } = DEMO;
const ANSWERS = {
  // In the finder's own colors, which follow the visitor's device.
  '/auto.html': page({ finder: FINDER.replace('/finder.json', '/plain.json') }),
  '/plain.json': { body: JSON.stringify(config) },
  '/page.html': page({
    before: '<a class="before" href="#top">Lantern Cove</a>',
    after: '<p><a class="after" href="#end">Address</a></p>',
  }),
};

const chosen = (screen) => screen.options.filter((option) => option.chosen).map((option) => option.words);

inEachBrowser('the keyboard', (it) => {
  it.answers = structuredClone(ANSWERS);
  const open = (t, options) => visit(t, it, it.site.url('/page.html'), options);

  // Firefox goes some of the ways: what is asked is the same, and what a key does is the browsers' own.
  const people = it.name === 'chromium' ? Object.keys(PEOPLE) : ['an emergency', 'a child under 13'];
  for (const name of people) {
    test(`alone is enough, from the page's own link to the result and to quick exit: ${name}`, async (t) => {
      const { answers, suggestion } = PEOPLE[name];
      const visitor = await open(t, { hand: 'keys' });
      await before(visitor, '.before');
      await visitor.complete(answers);
      assert.equal((await readResult(visitor)).suggestion, say(suggestion));
      // An answer is changed, and taken back.
      await change(visitor, 'who');
      await visitor.back();
      await visitor.pressWords(SWITCH);
      await becomes(() => visitor.ask(() => document.documentElement.lang), 'es');
      // Everything that can be pressed on the result is a stop of Tab.
      await before(visitor, '.before');
      const passed = await stops(visitor);
      const all = await visitor.ask(
        () =>
          [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]:not(.gate)')].filter((one) =>
            one.checkVisibility(),
          ).length,
      );
      assert.equal(passed.length, all);
      for (const href of ['tel:988', 'sms:988?&body=AYUDA', 'tel:911'])
        assert.ok(
          passed.some((stop) => stop.href === href),
          href,
        );
      await before(visitor, '.before');
      const exit = await visitor.hold(() => document.querySelector('.exit'));
      await visitor.tabTo('quick exit', exit);
    });
  }

  test('Tab and Shift with Tab lead into the finder and out of it at both ends, on a question and on a result', async (t) => {
    const visitor = await open(t);
    const leads = async () => {
      await before(visitor, '.before');
      const passed = await stops(visitor);
      await until(() => visitor.page.evaluate(() => document.activeElement.className === 'after'), 'focus on the page after the finder');
      await visitor.withShift('Tab');
      await until(() => visitor.ask(() => document.hasFocus()), 'focus in the finder again');
      for (let press = 0; press < passed.length; press++) await visitor.withShift('Tab');
      await until(() => visitor.page.evaluate(() => document.activeElement.className === 'before'), 'focus on the page before the finder');
      // Focus goes down the screen as the words do.
      const tops = passed.filter((stop) => !stop.sticks).map((stop) => stop.top);
      assert.deepEqual(
        tops,
        [...tops].sort((a, b) => a - b),
      );
    };
    await leads();
    await visitor.approach();
    await visitor.start();
    await leads();
    await visitor.approach();
    await visitor.choose('child');
    await visitor.go();
    await visitor.choose(['none']);
    await visitor.go();
    await leads();
  });

  test('every option can be reached with arrows or Tab and chosen with a key or a press, and none leaves the question', async (t) => {
    const visitor = await open(t);
    const asked = new Set();
    const visits = it.name === 'chromium' ? VISITS.slice(0, 6) : ['a child under 13'];
    await tour(
      visitor,
      async (name) => {
        const screen = await visitor.look();
        if (screen.at !== 'question') return;
        asked.add(questionOf(screen.heading));
        const words = screen.options.map((option) => option.words);
        const stays = async (expected, how) => {
          await becomes(async () => chosen(await visitor.look()), expected, `${name}: ${how}`);
          assert.equal((await visitor.look()).heading, screen.heading, `${name}: ${how} leaves the question`);
        };
        const inputs = (at) => visitor.hold((at) => document.querySelectorAll('.stage input')[at], at);
        if (screen.options[0].type === 'radio') {
          await visitor.tabTo('the first option', await inputs(0));
          await visitor.page.keyboard.press(' ');
          await stays([words[0]], 'Space');
          for (const next of words.slice(1)) {
            await visitor.page.keyboard.press('ArrowDown');
            await stays([next], 'an arrow');
          }
          await visitor.page.keyboard.press('ArrowDown');
          await stays([words[0]], 'an arrow at the end');
          for (const [at, one] of words.entries()) {
            await visitor.press(one, (at) => document.querySelectorAll('.stage .option')[at], at);
            await stays([one], 'a press');
          }
        } else {
          for (const [at, one] of words.entries()) {
            await visitor.tabTo(one, await inputs(at));
            await visitor.page.keyboard.press(' ');
            await becomes(async () => chosen(await visitor.look()).includes(one), true, `${name}: Space on "${one}"`);
            await visitor.page.keyboard.press(' ');
            await stays([], 'Space again');
            await visitor.press(one, (at) => document.querySelectorAll('.stage .option')[at], at);
            await stays([one], 'a press');
            await visitor.press(one, (at) => document.querySelectorAll('.stage .option')[at], at);
            await stays([], 'a press again');
          }
        }
      },
      { visits, missed: false },
    );
    assert.ok(asked.size >= (it.name === 'chromium' ? 14 : 2), [...asked].join(' '));
  });

  test('no letter, digit or mark does anything on any screen', async (t) => {
    const visitor = await open(t);
    const state = async () => {
      const { heading, focus, at, status, words, ...rest } = await visitor.look();
      return {
        heading,
        focus,
        at,
        status,
        words,
        chosen: chosen(rest),
        scroll: await visitor.ask(() => document.documentElement.scrollTop),
      };
    };
    let screens = 0;
    await tour(
      visitor,
      async (name) => {
        // On the heading, where focus is, and on a control: a link, which no character presses.
        for (const selector of [undefined, '.exit']) {
          if (selector) await visitor.ask((selector) => document.querySelector(selector).focus(), selector);
          const was = await state();
          for (const key of "abcdefghijklmnopqrstuvwxyz0123456789/?.,;'-=[]") await visitor.page.keyboard.press(key);
          assert.deepEqual(await state(), was, name);
          screens += 1;
        }
      },
      { visits: it.name === 'chromium' ? VISITS : ['a child under 13'] },
    );
    assert.ok(screens > 8);
  });

  test('Back leads from the result to the first question, and each answer is as it was', async (t) => {
    const { answers, voice } = PEOPLE['not enough to say'];
    const visitor = await open(t);
    const path = (await visitor.complete(answers)).filter((step) => step in answers);
    for (const question of path.reverse()) {
      const screen = await visitor.back();
      assert.equal(questionOf(screen.heading), question);
      assert.equal(screen.focus, 'heading');
      assert.equal(chosen(screen).join(', '), answerWords(question, answers[question], question === 'who' ? 'self' : voice));
    }
    const screen = await visitor.look();
    assert.equal(screen.heading, voiced('who.ask', 'self'));
    assert.ok(!screen.buttons.includes(say('nav.back')));
  });

  // Firefox's driver sets no look, and does not bring focus back into a frame that fills the window.
  for (const [look, features] of it.name === 'chromium' ? Object.entries(LOOKS).slice(0, FULL ? undefined : 1) : []) {
    test(`each stop of Tab shows that it has focus, and nothing covers it, on a screen of 320 by 480: ${look}`, async (t) => {
      const visitor = await visit(t, it, it.site.url('/auto.html'), { width: 320, height: 480 });
      await feature(visitor, features);
      const visits = look === 'light' ? VISITS : ['an emergency'];
      let count = 0;
      await tour(
        visitor,
        async (name) => {
          // From the very beginning of the document.
          await visitor.ask(() => {
            document.activeElement.blur();
            document.querySelector('.crisis').tabIndex = -1;
            document.querySelector('.crisis').focus({ preventScroll: true });
          });
          for (const stop of await stops(visitor)) {
            count += 1;
            const where = `${name}: "${stop.name}"`;
            assert.ok(stop.width >= 2, `${where} has an outline of ${stop.width} px`);
            assert.ok(stop.contrast >= 3, `${where}: its outline has a contrast of ${stop.contrast.toFixed(2)}`);
            assert.ok(stop.covered <= (stop.high ? 4 : 0), `${where} is covered`);
          }
          await visitor.ask(() => document.querySelector('.crisis').removeAttribute('tabindex'));
          await visitor.approach();
        },
        { visits },
      );
      assert.ok(count > 100, `${count} stops`);
    });
  }
});
