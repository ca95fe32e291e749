// More than two languages: a menu in place of the button. The third is made of English by the build, so that what is not
// taken from a catalog shows.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { ours } from './support/said.mjs';
import { page } from './support/site.mjs';
import { becomes, visit } from './support/visitor.mjs';
import { say, TEXT } from './support/words.mjs';

const THIRD = 'Éñglísh';
// What no other language says: sentences of some words, with nothing filled in.
const ENGLISH = Object.values(TEXT).filter((words) => words.split(' ').length > 3 && !words.includes('{'));

inEachBrowser('three languages', (it) => {
  it.answers = { '/page.html': page({ script: '<script src="/three-languages/program-finder.js" async></script>' }) };

  const state = (visitor) =>
    visitor.ask(() => ({
      lang: document.documentElement.lang,
      shown: document.querySelector('.switch').value,
      named: document.querySelector('.switch').ariaLabel,
      focused: document.activeElement === document.querySelector('.switch'),
      chosen: [...document.querySelectorAll('.stage input')].map((input) => input.checked),
    }));
  /** Goes to the menu with Tab, and so many languages down in it, as it is done without a mouse. */
  const down = async (visitor, presses) => {
    await visitor.tabTo('the menu', await visitor.hold(() => document.querySelector('.switch')));
    for (let press = 0; press < presses; press++) await visitor.page.keyboard.press('ArrowDown');
  };

  test('are in a menu, each named in its own words, and at any step the answers stay', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { hand: 'keys' });
    await visitor.start();
    await visitor.choose('other_adult');
    await visitor.go();
    await visitor.choose(['withdrawal_now']);
    const names = () =>
      visitor.ask(() => [...document.querySelectorAll('.switch option')].map((option) => [option.lang, option.textContent]));
    assert.deepEqual(await names(), [
      ['en', 'English'],
      ['es', 'Español'],
      ['qps', THIRD],
    ]);
    const { chosen, ...first } = await state(visitor);
    assert.deepEqual([first.lang, first.shown, chosen.filter(Boolean).length], ['en', 'en', 1]);

    await down(visitor, 1);
    await becomes(async () => (await state(visitor)).lang, 'es');
    assert.deepEqual(await state(visitor), { lang: 'es', shown: 'es', named: 'Idioma', focused: true, chosen });
    await down(visitor, 1);
    await becomes(async () => (await state(visitor)).lang, 'qps');
    assert.deepEqual(await state(visitor), { lang: 'qps', shown: 'qps', named: 'Láñgúágé', focused: true, chosen });
    const words = await visitor.ask(() => document.body.innerText);
    assert.deepEqual(
      ENGLISH.filter((sentence) => words.includes(sentence)),
      [],
      'what the code does not take from the catalog',
    );
    assert.deepEqual(ours(visitor.page), []);
  });

  test('of several that are chosen one after the other the last is spoken', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await down(visitor, 2);
    await becomes(async () => (await state(visitor)).lang, 'qps');
    assert.equal((await state(visitor)).shown, 'qps');
  });

  test('the page begins in the third, and the menu has room on a phone', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), {
      width: 360,
      height: 664,
      prepare: (page) =>
        page.evaluateOnNewDocument(() => addEventListener('DOMContentLoaded', () => (document.documentElement.lang = 'qps'))),
    });
    assert.equal(await visitor.ask(() => document.documentElement.lang), 'qps');
    const places = await visitor.ask(() => {
      const place = (selector) => document.querySelector(selector).getBoundingClientRect().toJSON();
      return { menu: place('.switch'), exit: place('.exit'), wide: innerWidth };
    });
    assert.ok(
      places.menu.height >= 44 && places.menu.right <= places.exit.left && places.exit.right <= places.wide,
      JSON.stringify(places),
    );
    assert.notEqual((await visitor.look()).heading, say('start.title'));
  });
});
