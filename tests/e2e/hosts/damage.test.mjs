// Configurations and catalogs as a network, an editor or a server may spoil them, drawn at random and alike on every run: a finder
// that starts has a whole safety screen, in whatever words; one that does not leaves the provider's own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { inEachEngine } from '../support/browsers.mjs';
import { FULL, leftOut, testIf } from '../support/level.mjs';
import { fileOf, hashed, page } from '../support/site.mjs';
import { becomes, meet, openPage, until } from '../support/visitor.mjs';
import { DEMO, placeOf } from '../support/words.mjs';

const DRAWS = { seed: 14, numRuns: FULL ? 80 : 10 };
leftOut('of damaged configurations and catalogs all but a few');

const TEXT = JSON.stringify({ ...DEMO, logo: undefined }, null, 1);
/** What stands in a text that was pasted, translated, wrapped or attacked. */
const PIECES = [
  '',
  ' ',
  '\u202e',
  '\u0000',
  '\ufffd',
  'Ã©',
  '"',
  ',',
  '}',
  '{{name}}',
  '{provider}',
  '<b>',
  '</script><script>alert(1)</script>',
  '&amp;',
  'x'.repeat(4000),
  'Lebensgefahr'.repeat(30),
  'مرحبا',
  '📞',
  '😀'.repeat(200),
  '\n\n',
  'null',
  '%s',
  '^|[]@',
];
const place = fc.double({ min: 0, max: 0.999, noNaN: true });
const at = (text, share) => Math.floor(text.length * share);
/** Between the quotation marks of a value. */
const inValue = (text, share) => {
  const found = text.indexOf('": "', at(text, share));
  return found < 0 ? at(text, share) : found + 4;
};
/** @type {Record<string, (text: string, share: number, piece: string) => string>} */
const WAYS = {
  'cut off': (text, share) => text.slice(0, at(text, share)),
  'a piece missing': (text, share, piece) => text.slice(0, at(text, share)) + text.slice(at(text, share) + piece.length + 1),
  'something put in anywhere': (text, share, piece) => text.slice(0, at(text, share)) + piece + text.slice(at(text, share)),
  'something put into a value': (text, share, piece) => {
    const to = inValue(text, share);
    return text.slice(0, to) + JSON.stringify(piece).slice(1, -1) + text.slice(to);
  },
  'a value of another kind': (text, share) => {
    const to = inValue(text, share) - 1;
    return text.slice(0, to) + ['[]', '{}', '7', 'true', 'null'][Math.floor(share * 100) % 5] + text.slice(text.indexOf('"', to + 1) + 1);
  },
  'every value the same': (text, _, piece) => text.replaceAll(/: "[^"]*"/g, () => `: ${JSON.stringify(piece)}`),
  'letters read as another encoding': (text) => Buffer.from(text.replaceAll('e', 'é')).toString('latin1'),
};
const damage = fc.record({ how: fc.constantFrom(...Object.keys(WAYS)), share: place, piece: fc.constantFrom(...PIECES) });
const damages = () => fc.sample(damage, DRAWS);

/** What is wrong with what is on screen, in words; nothing where it is whole. */
const wrong = (visitor) =>
  visitor.ask(() => {
    const shown = [...document.querySelectorAll('a, button, h2, p')].filter(
      (one) => one.checkVisibility() && !one.matches('.status,.provider,.reach'),
    );
    const empty = shown.filter(
      (one) => !one.innerText.trim() && !one.getAttribute('aria-label') && !one.matches(':empty:is(.hint,.error)'),
    );
    const tel = (number) =>
      [...document.querySelectorAll(`[href="tel:${number}"]`)].some((one) => one.checkVisibility() && one.innerText.includes(number));
    const frame = document.scrollingElement;
    return [
      ...empty.map((one) => `${one.localName}.${one.className} is empty`),
      ...['911', '988'].filter((number) => !tel(number)).map((number) => `${number} is not there`),
      ...(document.querySelector('.exit')?.innerText.trim() ? [] : ['quick exit is not there']),
      ...(frame.scrollWidth > frame.clientWidth ? ['it is wider than the frame'] : []),
      ...(/undefined|\[object|NaN/.test(frame.innerText) ? ['words of a program'] : []),
    ];
  });

/** Answers of somebody in danger, by scripts. */
const toDanger = async (visitor) => {
  await until(() => visitor.ask(() => !document.querySelector('.start .primary').disabled), 'Start');
  await visitor.ask(() => document.querySelector('.start .primary').click());
  await until(async () => (await visitor.look()).at === 'question', 'a question');
  for (const [question, option] of [
    ['who', 'me'],
    ['danger', 'suicide_now'],
  ]) {
    const shown = (await visitor.look()).options.map(({ words }) => words);
    await visitor.ask((at) => document.querySelectorAll('.option')[at].click(), placeOf(question, option, shown));
    await visitor.ask(() => document.querySelector('.stage .primary').click());
  }
  assert.equal((await visitor.look()).at, 'safety');
};

inEachEngine('what was damaged', (it) => {
  testIf(it.name === 'chromium')('a configuration: a whole safety screen, or the words of the page', async (t) => {
    it.answers['/page.html'] = page();
    const opened = await openPage(t, it, it.site.url('/page.html'));
    await meet(opened);
    let started = 0;
    for (const [number, { how, share, piece }] of damages().entries()) {
      const what = `${number}: ${how}, at ${share}, ${JSON.stringify(piece.slice(0, 30))}`;
      it.answers[`/damaged-${number}.json`] = { body: WAYS[how](TEXT, share, piece), headers: { 'content-type': 'application/json' } };
      await opened.evaluate((name) => document.querySelector('program-finder').setAttribute('config', name), `/damaged-${number}.json`);
      const state = () =>
        opened.evaluate(() => {
          const { shadowRoot } = document.querySelector('program-finder');
          return shadowRoot.querySelector('.ready iframe') ? 'ready' : !shadowRoot.querySelector('iframe') && 'fallback';
        });
      if ((await until(state, what)) === 'fallback') {
        assert.ok(await opened.evaluate(() => document.querySelector('.fallback').checkVisibility()), what);
        continue;
      }
      started += 1;
      const visitor = await meet(opened);
      assert.deepEqual(await wrong(visitor), [], `${what}: the start screen`);
      await toDanger(visitor);
      assert.deepEqual(await wrong(visitor), [], `${what}: the safety screen`);
      assert.equal(await opened.title(), 'Lantern Cove', 'no markup of it runs');
    }
    assert.ok(started > 2, `${started} started`);
  });

  testIf(it.name === 'chromium')('the other language: as it should be, or the words before it stay, all of them', async (t) => {
    it.answers['/page.html'] = page();
    const path = hashed('text.es.json');
    const right = readFileSync(fileOf(path), 'utf8');
    t.after(() => delete it.answers[path]);
    const opened = await openPage(t, it, it.site.url('/page.html'));
    const visitor = await meet(opened);
    await toDanger(visitor);
    const before = (await visitor.look()).words;
    const asked = () => it.site.requests.filter((one) => one.path === path).length;
    const press = () => visitor.ask(() => document.querySelector('.switch').click());
    const spoilt = [
      ...damages().map(({ how, share, piece }) => ({ body: WAYS[how](right, share, piece) })),
      { status: 404 },
      { status: 200, body: '<!doctype html>Sign in' },
      { body: right.replace(/^"./, (start) => `${start}x`) },
      { body: JSON.stringify(readFileSync(fileOf('/program-finder/program-finder.js'), 'utf8')) },
    ].filter((answer) => answer.body !== right);
    for (const answer of spoilt) {
      it.answers[path] = answer;
      const count = asked();
      await press();
      await until(() => asked() > count, 'the catalog to be asked for');
      await opened.evaluate(() => new Promise((done) => setTimeout(done, 60)));
      assert.equal((await visitor.look()).words, before);
      assert.deepEqual(await wrong(visitor), []);
    }
    delete it.answers[path];
    await press();
    await becomes(() => visitor.ask(() => document.documentElement.lang), 'es');
    assert.deepEqual(await wrong(visitor), []);
  });
});
