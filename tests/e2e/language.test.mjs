// The other language: at any step, with the step and the answers kept.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { fileWith } from './support/altered.mjs';
import { inEachBrowser } from './support/browsers.mjs';
import { ours } from './support/said.mjs';
import { FINDER, hashed, page, ROOT } from './support/site.mjs';
import { tour } from './support/tour.mjs';
import { until, visit } from './support/visitor.mjs';
import { DEMO, SWITCH, say, TEXT } from './support/words.mjs';

const ES = JSON.parse(readFileSync(join(ROOT, 'www/text/es.json'), 'utf8'));

/** Sentences of the one catalog that the other has in other words, and that nothing is filled into. */
const only = (text, other) =>
  Object.entries(text)
    .filter(([key, words]) => words !== other[key] && words.split(' ').length > 3 && !words.includes('{'))
    .map(([, words]) => words);
const ENGLISH = only(TEXT, ES);
const SPANISH = only(ES, TEXT);

const chosen = (screen) => screen.options.filter((option) => option.chosen).map((option) => option.words);

inEachBrowser('the other language', (it) => {
  it.answers = {
    '/page.html': page(),
    '/element.html': page({ finder: FINDER.replace('<program-finder', '<program-finder lang="es"') }),
    '/around.html': page().replace('<html lang="en">', '<html lang="es-MX">'),
    '/configured.html': page({ finder: FINDER.replace('/finder.json', '/es.json') }),
    '/es.json': { body: JSON.stringify({ ...DEMO, language: 'es' }) },
    '/unknown.html': page({ finder: FINDER.replace('<program-finder', '<program-finder lang="tlh"') }),
  };

  const shown = (visitor) => visitor.ask(() => document.body.innerText);
  const left = async (visitor, sentences) => {
    const words = await shown(visitor);
    return sentences.filter((sentence) => words.includes(sentence));
  };
  const turnTo = (visitor, label, heading) =>
    visitor.pressWords(label).then(() => until(async () => (await visitor.look()).heading === heading, `"${heading}"`));

  test('a press changes it at any step; step, answers and focus stay, and nothing of the old language is left', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.start();
    await visitor.choose('other_adult');
    await visitor.go();
    await visitor.choose(['withdrawal_now']);
    const before = it.site.requests.length;
    await turnTo(visitor, SWITCH, ES['danger.ask.other']);
    let screen = await visitor.look();
    assert.deepEqual(chosen(screen), [ES['danger.withdrawal_now'] ?? ES['danger.withdrawal_now.other']]);
    assert.equal(screen.focus, TEXT['language.name']);
    assert.deepEqual(await visitor.ask(() => [document.documentElement.lang, document.title]), ['es', ES['frame.title']]);
    assert.deepEqual(await left(visitor, ENGLISH), []);
    // The catalog is all that was asked for, by the page, whatever the answers are.
    assert.deepEqual(
      it.site.requests.slice(before).map(({ path }) => path),
      [hashed('text.es.json')],
    );

    screen = await visitor.go();
    assert.equal(screen.heading, ES['safety.title.withdrawal.other'] ?? ES['safety.title.withdrawal']);
    screen = await visitor.turn(() => visitor.press('the way on', () => document.querySelector('.safety .actions button')), 'going on');
    assert.equal(screen.heading, ES['concern.ask.other']);
    // And back again, from where the visit is now.
    await turnTo(visitor, TEXT['language.name'], say('concern.ask.other'));
    assert.deepEqual(await left(visitor, SPANISH), []);
    assert.equal(await visitor.ask(() => document.documentElement.lang), 'en');
    assert.deepEqual(ours(visitor.page), []);
  });

  test('a result in Spanish is Spanish from top to bottom', async (t) => {
    const visitor = await visit(t, it, it.site.url('/element.html'));
    await visitor.start();
    // For a child under 13, who is in no danger. By the places of the options: the helpers know English words only.
    for (const place of [4, 5]) {
      await visitor.press('an option', (at) => document.querySelectorAll('.stage .option')[at], place);
      await visitor.go();
    }
    assert.equal((await visitor.look()).heading, ES['result.heading.child']);
    assert.deepEqual(await left(visitor, ENGLISH), []);
  });

  for (const [how, address, heading] of [
    ['the element says so', '/element.html', ES['start.title']],
    ['the page around it is in Spanish', '/around.html', ES['start.title']],
    ['the configuration says so', '/configured.html', ES['start.title']],
    ['of a language that the finder does not speak it makes English', '/unknown.html', TEXT['start.title']],
  ]) {
    test(`Spanish from the start: ${how}`, async (t) => {
      const visitor = await visit(t, it, it.site.url(address));
      await until(async () => (await visitor.look()).heading === heading, heading);
      assert.equal(
        await visitor.page.evaluate((frame) => frame.title, visitor.element),
        (heading === ES['start.title'] ? ES : TEXT)['frame.title'],
      );
    });
  }

  if (it.name !== 'chromium') return; // What follows is long, and the same everywhere.
  test('at every step: place, answers, focus and scroll stay, and every word is in the language that it is said to be in', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { height: 500 });
    const state = () =>
      visitor.ask(() => ({
        chosen: [...document.querySelectorAll('.stage input')].map((input) => input.checked),
        error: Boolean(document.querySelector('.error-summary')),
        shape: [...document.querySelectorAll('.stage *')].map((element) => element.localName).join(' '),
      }));
    const scroll = () => visitor.ask(() => document.scrollingElement.scrollTop);
    let steps = 0;
    await tour(visitor, async (name) => {
      steps += 1;
      await visitor.ask(() => (document.scrollingElement.scrollTop = 60));
      const [was, top, heading] = [await state(), await scroll(), (await visitor.look()).heading];
      const turn = () => visitor.press('the other language', () => document.querySelector('.switch'));
      await turn();
      await until(() => visitor.ask(() => document.documentElement.lang === 'es'), 'Spanish');
      assert.deepEqual(await state(), was, name);
      assert.ok(await visitor.ask(() => document.activeElement.matches('.switch')), `${name}: focus is elsewhere`);
      // What stands above may be a line or two longer; what is read stays in its place, or the end comes sooner.
      const [now, end] = await visitor.ask(() => [
        document.scrollingElement.scrollTop,
        document.scrollingElement.scrollHeight - document.scrollingElement.clientHeight,
      ]);
      assert.ok(Math.abs(now - Math.min(top, end)) <= 60, `${name} is scrolled from ${top} to ${now}`);
      assert.deepEqual(await left(visitor, ENGLISH), [], name);
      // What is not in Spanish is the provider's own, or the button for English, and says so.
      const strange = await visitor.ask(
        (spanish) => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const { data, parentElement } = walker.currentNode;
            if (
              !data.trim() ||
              parentElement.closest('script') ||
              (parentElement.closest('[lang]') ?? document.documentElement).lang === 'es'
            )
              continue;
            if (spanish.includes(data.trim())) found.push(data);
          }
          return found;
        },
        Object.values(ES).filter((words) => !Object.values(TEXT).includes(words)),
      );
      assert.deepEqual(
        strange.filter((words) => words !== TEXT['language.name']),
        [],
        `${name}: said to be English`,
      );
      await turn();
      await until(() => visitor.ask(() => document.documentElement.lang === 'en'), 'English');
      assert.equal((await visitor.look()).heading, heading);
    });
    assert.ok(steps > 25);
  });
});

// The driver shows pages of this machine alone, which count as safe. What a page without https lacks is taken away.
inEachBrowser('the other language without https', (it) => {
  it.answers = {
    '/page.html': page(),
    [hashed('frame.en.html')]: {
      body: fileWith({ before: "Object.defineProperty(crypto, 'subtle', { value: undefined });" }),
    },
  };

  test('is not offered, since no browser can check its words there; the finder works', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    assert.equal((await visitor.start()).heading, say('who.ask.self'));
    assert.equal(await visitor.ask(() => document.querySelector('.switch').getClientRects().length), 0);
  });
});
