// Where things are on a phone, and how they come and go: the head, the question, the ways not to answer, what is missing,
// and the start screen. In both languages, and with the widest letters that this machine has for "system-ui".

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { speak } from './support/languages.mjs';
import { FULL, testIf } from './support/level.mjs';
import { painted } from './support/looks.mjs';
import { FINDER, page } from './support/site.mjs';
import { mistake, startOver } from './support/tour.mjs';
import { visit } from './support/visitor.mjs';
import { DEMO, questionOf, say } from './support/words.mjs';

const { contact, ...unreachable } = DEMO;
const { logo, ...plain } = DEMO;
const HEAD = '<style>body { margin: 0 }</style>';
const ANSWERS = {
  '/page.html': page({ head: HEAD }),
  '/unreachable.html': page({ head: HEAD, finder: FINDER.replace('/finder.json', '/unreachable.json') }),
  '/plain.html': page({ head: HEAD, finder: FINDER.replace('/finder.json', '/plain.json') }),
  '/plain.json': { body: JSON.stringify(plain) },
  '/unreachable.json': { body: JSON.stringify(unreachable) },
};
const PHONES = [
  { width: 360, height: 740 },
  { width: 390, height: 664 },
];
/** As high as the bars may be together, and as far down as a question may begin. */
const HIGHEST_HEAD = 100;
const LOWEST_QUESTION = 160;
/** The most of a phone's screen that the safety screen on suicide may take, to its last button. */
const LONGEST_SAFETY = 755;
/** Answers that bring about every question. Where none is named, the visitor would rather not say. */
const ANSWERED = { who: 'me', danger: ['none'], concern: 'both', use: 'daily', substances: ['alcohol'], care: ['iop'] };
const OTHERWISE = { ...ANSWERED, concern: 'mental_health' };

/** From the start screen to the result: `look` is called on it and on each screen on the way. Then back to the start. */
const walk = async (visitor, answers, look) => {
  await look('start');
  let screen = await visitor.start();
  while (screen.at === 'question') {
    const name = questionOf(screen.heading);
    await look(name);
    await visitor.choose(answers[name] ?? 'skip');
    screen = await visitor.go();
  }
  await startOver(visitor);
};

/** Where the parts of a question are. */
const places = (visitor) =>
  visitor.ask(() => {
    const box = (one) => {
      const { top, bottom, left, right } = one.getBoundingClientRect();
      return { top, bottom, left, right, color: getComputedStyle(one).color, border: getComputedStyle(one).borderTopColor };
    };
    const all = (selector) => [...document.querySelectorAll(selector)].map(box);
    const [more, end] = [...all('.more'), ...all('.end')];
    return {
      head: all('.head')[0],
      question: all('.stage h2')[0],
      options: all('.options .option'),
      skips: all('.skips .option'),
      actions: all('.stage .actions')[0],
      // How much shows of what says that there is more below: the end of the answers hides it.
      more: more && { top: more.top, shown: Math.max(0, Math.min(more.bottom, end.top) - more.top) },
    };
  });

inEachBrowser('places', (it) => {
  it.answers = structuredClone(ANSWERS);
  const all = it.name === 'chromium';

  for (const size of all ? PHONES : PHONES.slice(0, 1)) {
    const phone = { ...size, touch: all };

    testIf(size === PHONES[0])(
      `the head is low, the question begins high, and the ways not to answer stand apart: ${size.width} by ${size.height}`,
      async (t) => {
        const visitor = await visit(t, it, it.site.url('/page.html'), phone);
        let [questions, pairs] = [0, 0];
        for (const answers of [ANSWERED, OTHERWISE])
          await walk(visitor, answers, async (name) => {
            for (const lang of ['es', 'en']) {
              await speak(visitor, lang);
              const where = `${name}, ${lang}`;
              const { head, question, options, skips } = await places(visitor);
              assert.ok(head.bottom - head.top <= HIGHEST_HEAD + 0.5, `${where}: the head is ${head.bottom - head.top} px high`);
              if ((await visitor.look()).at !== 'question') continue;
              questions += 1;
              assert.ok(question.top <= LOWEST_QUESTION + 0.5, `${where}: the question begins at ${question.top}`);
              assert.ok(options.length >= 2 && skips.length <= 2, where);
              for (const skip of skips) {
                assert.ok(
                  options.every((option) => option.bottom < skip.top),
                  `${where}: no answer stands below`,
                );
                assert.ok(
                  options.every((option) => option.color !== skip.color && option.border !== skip.border),
                  `${where}: quieter`,
                );
              }
              if (skips.length < 2) continue;
              pairs += 1;
              assert.ok(Math.abs(skips[0].top - skips[1].top) < 1 && skips[0].right < skips[1].left, `${where}: side by side`);
            }
          });
        assert.ok(questions >= 20 && pairs >= 16, `${questions} questions, ${pairs} pairs`);
      },
    );

    testIf(all && size === PHONES[0])(
      `every answer is in view, or it is said that there are more below: ${size.width} by ${size.height}`,
      async (t) => {
        const visitor = await visit(t, it, it.site.url('/page.html'), phone);
        let [told, whole] = [0, 0];
        for (const answers of [ANSWERED, OTHERWISE])
          await walk(visitor, answers, async (name) => {
            if ((await visitor.look()).at !== 'question') return;
            for (const lang of ['es', 'en']) {
              await speak(visitor, lang);
              await visitor.ask(() => (document.scrollingElement.scrollTop = 0));
              const { options, skips, actions, more } = await places(visitor);
              const last = [...options, ...skips].at(-1).bottom;
              if (last <= more.top) {
                whole += 1;
                assert.ok(more.shown < 1, `${name}, ${lang}: all is in view, and more is told of`);
              } else if (last > actions.top) {
                told += 1;
                assert.ok(more.shown >= 20, `${name}, ${lang}: ${more.shown} px of the words "${say('nav.more')}" show`);
              }
              await visitor.ask(() => (document.scrollingElement.scrollTop = 1e6));
              await painted(visitor);
              const below = await places(visitor);
              assert.ok(
                below.more.shown < 1 && [...below.options, ...below.skips].at(-1).bottom <= below.actions.top,
                `${name}, ${lang}: at the end nothing hides the last answer`,
              );
            }
          });
        assert.ok(told >= 2 && whole >= 2, `${told} told, ${whole} whole`);
      },
    );
  }

  testIf(all)('a safety screen has one thing to do first, in view, and the one on suicide fits on a phone', async (t) => {
    const first = {
      medical: 'tel:911',
      withdrawal_now: 'tel:911',
      suicide_now: 'tel:988',
      harm_others: 'tel:911',
      being_hurt: 'tel:911',
    };
    for (const who of FULL ? ['me', 'me_teen', 'my_teen', 'other_adult'] : ['me', 'my_teen']) {
      const visitor = await visit(t, it, it.site.url('/page.html'), { ...PHONES[0], touch: all });
      await visitor.start();
      await visitor.choose(who);
      await visitor.go();
      for (const [danger, address] of Object.entries(first)) {
        await visitor.choose(['none']);
        await visitor.choose([danger]);
        assert.equal((await visitor.go()).at, 'safety');
        for (const lang of ['es', 'en']) {
          await speak(visitor, lang);
          const where = `${danger}, ${who}, ${lang}`;
          const { calls, end } = await visitor.ask(() => ({
            calls: [...document.querySelectorAll('.danger .call')].map((call) => {
              const { bottom } = call.getBoundingClientRect();
              return {
                href: call.getAttribute('href'),
                bottom,
                filled: getComputedStyle(call).backgroundColor !== 'rgba(0, 0, 0, 0)',
              };
            }),
            end: document.querySelector('.safety .actions button').getBoundingClientRect().bottom + document.scrollingElement.scrollTop,
          }));
          assert.deepEqual(
            calls.filter(({ filled }) => filled).map(({ href }) => href),
            [address],
            `${where}: one thing stands out`,
          );
          assert.ok(calls[0].filled && calls[0].bottom <= PHONES[0].height, `${where}: it is the first, and in view`);
          if (danger === 'suicide_now') assert.ok(end <= LONGEST_SAFETY + 0.5, `${where}: ${end} px`);
        }
        await visitor.back();
      }
    }
  });

  test('after a press a new question has a mark, and after a key the ring that everything has', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    const shown = () =>
      visitor.ask(() => {
        const heading = document.activeElement;
        const style = getComputedStyle(heading);
        return {
          heading: heading.matches('h2'),
          ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
          mark: parseFloat(style.borderInlineStartWidth),
        };
      });
    await visitor.start();
    assert.deepEqual(await shown(), { heading: true, ring: 0, mark: 4 });
    await visitor.choose('me');
    await visitor.turn(() => visitor.page.keyboard.press('Enter'), 'Enter');
    const { heading, ring } = await shown();
    assert.ok(heading && ring >= 2, `a ring of ${ring} px`);
    await visitor.choose(['none']);
    await visitor.go();
    assert.deepEqual(await shown(), { heading: true, ring: 0, mark: 4 });
  });

  test('what was missing is no longer called so once an answer is chosen, and nothing else changes', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.start();
    const errors = () =>
      visitor.ask(() =>
        [...document.querySelectorAll('.error, .error-summary')].filter((one) => one.checkVisibility()).map((one) => one.innerText),
      );
    const described = () =>
      visitor.ask(() => {
        const group = document.querySelector('fieldset');
        return document.getElementById(group.getAttribute('aria-describedby')).innerText.trim();
      });
    for (const [question, answer] of Object.entries({ who: 'me', danger: ['none'] })) {
      const hint = await described();
      await mistake(visitor);
      assert.equal((await errors()).length, 2, question);
      assert.ok((await described()).endsWith(say(`${question}.error`)));
      await visitor.choose(answer);
      assert.deepEqual(await errors(), [], question);
      assert.equal(await described(), hint);
      const { options, focus } = await visitor.look();
      assert.equal(options.filter((option) => option.chosen).length, 1, question);
      assert.ok(await visitor.ask(() => document.activeElement.matches('input:checked')), `focus is on "${focus}"`);
      // Nor is it there in the other language.
      await speak(visitor, 'es');
      assert.deepEqual(await errors(), [], question);
      await speak(visitor, 'en');
      await visitor.go();
    }
    assert.equal(questionOf((await visitor.look()).heading), 'concern');
  });

  test('the start screen: what there is to get, Start and the number to call on the first screen of a phone', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { ...PHONES[0], touch: all });
    const seen = () =>
      visitor.ask(() => {
        const bottom = (selector) => document.querySelector(selector)?.getBoundingClientRect().bottom;
        const link = document.querySelector('.reach a');
        return {
          start: bottom('.start .primary'),
          call: bottom('.reach a'),
          words: link?.innerText,
          href: link?.getAttribute('href'),
          folded: !document.querySelector('.start details').open,
        };
      });
    for (const lang of ['es', 'en']) {
      await speak(visitor, lang);
      const { start, call, words, href, folded } = await seen();
      assert.ok(start < call && call <= 640, `${lang}: ${start}, ${call}`);
      assert.ok(words.includes(DEMO.contact.phone.slice(-8)) && folded, words);
      assert.equal(href, 'tel:+15555550142');
    }
    assert.equal((await seen()).words, say('start.call', { phone: '(555) 555-0142' }));
    await visitor.press('who offers it', () => document.querySelector('.start summary'));
    const { words } = await visitor.look();
    for (const part of [say('start.exit'), say('start.who', { provider: DEMO.name })]) assert.ok(words.includes(part), part);
  });

  test('nothing on the start screen moves when the number arrives, and without one no room is kept', async (t) => {
    if (all) {
      // Without a logo: the name makes room for it when the picture is there. What moves is not told of in a closed root,
      // only that something does.
      const visitor = await visit(t, it, it.site.url('/plain.html'));
      const moved = () =>
        visitor.ask(
          () =>
            new Promise((done) => {
              let found = 0;
              new PerformanceObserver((list) => (found += list.getEntries().length)).observe({
                type: 'layout-shift',
                buffered: true,
              });
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(found))));
            }),
        );
      assert.equal(await moved(), 0);
      await visitor.ask(() =>
        document.querySelector('.start').prepend(Object.assign(self.document.createElement('p'), { textContent: 'Control' })),
      );
      assert.ok((await moved()) > 0, 'control: what does move is counted');
    }
    const visitor = await visit(t, it, it.site.url('/page.html'));
    const high = (visitor) =>
      visitor.ask(
        () =>
          document.querySelector('.start details').getBoundingClientRect().top -
          document.querySelector('.start .primary').getBoundingClientRect().bottom,
      );
    const gap = await high(visitor);
    const bare = await visit(t, it, it.site.url('/unreachable.html'));
    assert.equal(await bare.ask(() => document.querySelectorAll('.start a').length), 0);
    assert.ok((await high(bare)) <= gap);
  });
});
