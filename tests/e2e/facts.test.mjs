// What a provider says of its programs, and how long it is believed: in the browser, with the calendar of the device.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { readResult } from './support/result.mjs';
import { allSaid, ours } from './support/said.mjs';
import { FINDER, page } from './support/site.mjs';
import { becomes, visit } from './support/visitor.mjs';
import { DEMO } from './support/words.mjs';

const DAY = 24 * 60 * 60 * 1000;
/** The day that many days from today, as it is written in a configuration, by the same calendar as the visitor's. */
const day = (shift) => {
  const date = new Date(Date.now() + shift * DAY);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => `${part}`.padStart(2, '0')).join('-');
};
const ANSWERS = {
  who: 'me',
  danger: ['none'],
  concern: 'substances',
  suicide: ['none'],
  use: 'some',
  substances: ['alcohol'],
  withdrawal: 'none',
  longest: 'month',
  led_to: ['none'],
  body: ['none'],
  home: 'supportive',
  care: ['none'],
};
const LONG = 'Programwithanamethathasnoplaceatwhichitcouldbebrokenbutgoesonandonforaverylongtimeindeed'.repeat(3);
const program = (name, more) => ({ name, level: 'outpatient', treats: ['substance_use'], ...more });
const config = {
  ...DEMO,
  contact: { phone: '555-0142 (front desk)', text: 'Text 555-555-0143' },
  programs: [
    program('fresh', { openings: 'now', checked: day(-2) }),
    program('stale', { openings: 'now', checked: day(-20) }),
    program('to come', { openings: 'waitlist', checked: day(20) }),
    program(LONG, { note: `<b>${LONG}</b> https://lanterncove.example.com/${LONG}`, town: LONG, payers: [LONG] }),
    program('mind', { treats: 'mental_health' }),
  ],
};

inEachEngine('what a provider says of its programs', (it) => {
  it.answers = {
    '/page.html': page({ finder: FINDER.replace('/finder.json', '/config.json') }),
    '/config.json': { body: JSON.stringify(config) },
  };

  test('openings are told while they are fresh, and otherwise named in the console', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.arrive(ANSWERS);
    const { programs } = await readResult(visitor);
    const open = programs.filter((one) => one.facts.some((fact) => fact.startsWith('Open spots as of '))).map((one) => one.name);
    assert.deepEqual(open, ['fresh']);
    await allSaid(visitor.page);
    const warned = ours(visitor.page, 'warn').concat(ours(visitor.page, 'warning'));
    for (const place of [1, 2])
      assert.ok(
        warned.some((text) => text.includes(`programs[${place}].openings: found openings checked on`)),
        `${warned}`,
      );
    assert.equal(programs.at(-1).name, 'mind');
    assert.deepEqual(programs.at(-1).mismatches, ['Treats mental health only']);
  });

  // The window of WebKit's driver is never as narrow as a phone.
  if (it.name === 'webkit') return;
  test('a number that is not whole is words, and a long word makes nothing wider than the screen', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { width: 360, height: 740 });
    await visitor.arrive(ANSWERS);
    const dialed = await visitor.ask(() => [...document.querySelectorAll('.result .contact a')].map((link) => link.getAttribute('href')));
    assert.deepEqual(
      dialed,
      ['sms:+15555550143', 'tel:+18006624357'].filter((address) => dialed.includes(address)),
    );
    assert.ok(dialed.includes('sms:+15555550143'));
    assert.ok(await visitor.ask(() => document.body.innerText.includes('555-0142 (front desk)')));
    await becomes(() => visitor.ask(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, 'sideways');
    const wide = await visitor.ask(
      () => [...document.querySelectorAll('.programs *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length,
    );
    assert.equal(wide, 0, 'something is cut off');
  });
});
