// The crisis line and quick exit, which have to be on every screen, at the same place.

import assert from 'node:assert/strict';
import { say } from './words.mjs';

/** What it says: on a phone in fewer words. */
const wordsOf = (short) => ({
  ask: say(short ? 'strip.ask.short' : 'strip.ask'),
  links: [
    { words: say(short ? 'strip.call988.short' : 'strip.call988'), href: 'tel:988' },
    { words: say(short ? 'strip.text988.short' : 'strip.text988'), href: 'sms:988' },
    { words: say('strip.call911'), href: 'tel:911' },
  ],
});

const see = (visitor) =>
  visitor.ask(() => {
    const box = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map(Math.round).join(' ');
    };
    const reached = (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    };
    const strip = document.querySelector('.crisis');
    const links = [...strip.querySelectorAll('a')];
    return {
      short: matchMedia('(max-width: 30rem)').matches,
      ask: strip.querySelector('p').innerText.trim(),
      links: links.map((link) => ({ words: link.innerText.trim(), href: link.getAttribute('href') })),
      // First in reading order: nothing that says anything stands before it.
      first: document.body.innerText.trim().startsWith(strip.innerText.trim()),
      reached: [...links, document.querySelector('.exit')].every(reached),
      places: [strip, ...links, document.querySelector('.exit')].map(box),
    };
  });

/** Looks at the strip on each screen; they all have to be like the first. */
export const stripWatcher = () => {
  let before;
  return async (screen, visitor) => {
    const now = await see(visitor);
    assert.deepEqual({ ask: now.ask, links: now.links }, wordsOf(now.short));
    assert.ok(now.first, `the crisis line is not first on ${screen.at} "${screen.heading}"`);
    assert.ok(now.reached, `the crisis line or quick exit is covered on ${screen.at} "${screen.heading}"`);
    assert.deepEqual(now.places, before ?? now.places, `the crisis line has moved on ${screen.at} "${screen.heading}"`);
    before = now.places;
  };
};
