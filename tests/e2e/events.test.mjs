// Where a provider has asked for events, they are the same, in kind, number and order, whatever is answered and whatever
// comes of it: over safety screens, presses on crisis lines, results, changes, restarts and exits.

import assert from 'node:assert/strict';
import { inEachBrowser } from './support/browsers.mjs';
import { testIf } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { pairOfVisits } from './support/sets.mjs';
import { page } from './support/site.mjs';
import { change, meet, openPage, until } from './support/visitor.mjs';
import { DEMO, say } from './support/words.mjs';

const [ONE, OTHER] = pairOfVisits();
const VISITS = {
  'nothing in danger': ONE,
  'somebody else, nothing in danger': OTHER,
  'an emergency': PEOPLE['an emergency'].answers,
  'a plan for suicide': PEOPLE['a plan for suicide, told in the middle'].answers,
  'dangerous withdrawal': PEOPLE['dangerous withdrawal'].answers,
  'a child': PEOPLE['a child under 13'].answers,
  'not enough to say': PEOPLE['not enough to say'].answers,
};
// What is told of a visit that presses every link there is, changes an answer, begins again, and leaves.
const CONTACTS = ['phone', 'text', 'email', 'link', 'map'];
const contact = (channel) => ({ pf: 1, type: 'contact', channel });
const event = (name) => ({ pf: 1, type: 'event', name });
const TOLD = [
  { pf: 1, type: 'ready' },
  { pf: 1, type: 'exit-page', address: DEMO.exit },
  event('started'),
  event('finished'),
  ...CONTACTS.map(contact),
  // The answer looked at again leads to the same result, and a second visit to the same.
  ...CONTACTS.map(contact),
  event('started'),
  { pf: 1, type: 'exit' },
];
const EVERY_WAY = {
  phone: '(555) 555-0100',
  text: '555-555-0101',
  email: 'hello@example.org',
  link: 'https://example.org/contact',
  address: { lines: ['1 Main Street'], map: 'https://example.org/map' },
};

inEachBrowser(
  'events',
  (it) => {
    Object.assign(it.answers, {
      '/page.html': page({ finder: '<program-finder config="/events.json"><p class="fallback">Call us</p></program-finder>' }),
      '/events.json': { body: JSON.stringify({ ...DEMO, events: true, contact: EVERY_WAY }) },
    });

    /** Presses every link of the screen, unfolded. None leads anywhere: what opens is for links.test.mjs. */
    const pressLinks = async (visitor) => {
      await visitor.ask(() => document.querySelectorAll('.stage details').forEach((one) => (one.open = true)));
      const link = (place) => [...document.querySelectorAll('.stage a')].filter((one) => one.checkVisibility())[place];
      const count = await visitor.ask(() => [...document.querySelectorAll('.stage a')].filter((one) => one.checkVisibility()).length);
      for (let at = 0; at < count; at++) await visitor.press(`link ${at + 1}`, link, at);
      return count;
    };
    const wayOn = (visitor) =>
      visitor.turn(() => visitor.press('the way on', () => document.querySelector('.stage .actions button')), 'the way on');

    const toldOf = async (t, answers) => {
      const opened = await openPage(t, it, it.site.url('/page.html'), {
        prepare: (page) =>
          page.evaluateOnNewDocument(() => {
            if (self !== top) return;
            // Quick exit takes the page away. What was told stays to be read.
            const note = (list, what) => (localStorage[list] = JSON.stringify([...JSON.parse(localStorage[list] ?? '[]'), what]));
            addEventListener('message', ({ data }) => note('messages', data));
            for (const name of ['ready', 'open', 'close', 'started', 'finished', 'contact']) {
              addEventListener(`program-finder-${name}`, (/** @type {CustomEvent} */ { detail }) =>
                note('events', [name, detail?.channel].join(' ').trim()),
              );
            }
          }),
      });
      const visitor = await meet(opened);
      await visitor.ask(() =>
        document.body.addEventListener('click', (press) => /** @type {Element} */ (press.target).closest('a') && press.preventDefault()),
      );
      let [safety, links] = [0, 0];
      const path = await visitor.complete(answers, async ({ at }) => {
        if (at === 'start' || at === 'question') return;
        if (at === 'safety') safety += 1;
        links += await pressLinks(visitor);
      });
      await change(
        visitor,
        path.findLast((step) => !['safety', 'result'].includes(step)),
      );
      for (let screen = await visitor.look(); screen.at !== 'result'; screen = await visitor.look()) await wayOn(visitor);
      links += await pressLinks(visitor);
      await visitor.press(
        'Start over',
        (words) => [...document.querySelectorAll('.stage button')].find((one) => one.innerText.trim() === words),
        say('nav.restart'),
      );
      await until(async () => (await visitor.look()).at === 'start', 'the start screen');
      await visitor.start();
      await opened.setRequestInterception(true);
      opened.on('request', (request) =>
        request.url().startsWith('https:')
          ? request.respond({ status: 200, contentType: 'text/html', body: '<title>Elsewhere</title>' })
          : request.continue(),
      );
      for (let press = 0; press < 3; press++) await opened.keyboard.press('Shift');
      await until(() => opened.url().startsWith('https:'), 'the exit page');
      const reader = await opened.browserContext().newPage();
      await reader.goto(it.site.url('/first.html'));
      const [messages, events] = await reader.evaluate(() => ['messages', 'events'].map((list) => JSON.parse(localStorage[list])));
      return { messages, events, safety, links };
    };

    for (const [name, answers] of Object.entries(VISITS)) {
      testIf(
        it.own || it.name === 'firefox' ? name === 'a child' : ['nothing in danger', 'an emergency', 'not enough to say'].includes(name),
      )(`${name}: the same is told as of any other visit`, async (t) => {
        const { messages, events, safety, links } = await toldOf(t, answers);
        assert.ok(links > 10, `${links} links were pressed`);
        assert.equal(safety > 0, /emergency|suicide/.test(name), 'the safety screen has come where it should');
        assert.deepEqual(messages, TOLD);
        assert.deepEqual(
          events,
          TOLD.slice(0, -1)
            .filter(({ type }) => type !== 'exit-page')
            .map((one) => [one.name ?? one.type, one.channel].join(' ').trim()),
        );
      });
    }
  },
  { processes: true },
);
