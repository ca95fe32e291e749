// Whether the finder is on a page, in which form, and that it works; or that the provider's own words stand for it.

import assert from 'node:assert/strict';
import { PEOPLE } from './people.mjs';
import { ours } from './said.mjs';
import { until } from './visitor.mjs';
import { say } from './words.mjs';

const CHILD = PEOPLE['a child under 13'];

/** The form of the frame that is shown. */
export const form = (visitor) => visitor.page.evaluate((frame) => (frame.hasAttribute('srcdoc') ? 'stub' : 'file'), visitor.element);

/** That visitors see the provider's own words instead. */
export const fallback = async (opened) => {
  const seen = () =>
    opened.evaluate(() => {
      const words = document.querySelector('.fallback');
      const { x, y, width, height } = words.getBoundingClientRect();
      const hit = document.elementFromPoint(x + width / 2, y + height / 2);
      return words.checkVisibility() && words.contains(hit) && !words.closest('program-finder').shadowRoot?.querySelector('iframe');
    });
  await until(seen, 'the fallback');
  assert.deepEqual(await opened.evaluate(() => [...document.querySelectorAll('.fallback a')].map((link) => link.getAttribute('href'))), [
    'tel:+15555550142',
    'tel:988',
  ]);
};

/** That, with one message in the console that says these words. */
export const falls = async (opened, ...words) => {
  await fallback(opened);
  const told = () => ours(opened, 'error').filter((text) => text.includes('Visitors see'));
  // A driver may tell what the console says only when it is asked something.
  await until(async () => (await opened.evaluate(() => {}), told().length), 'a message');
  const [message, ...more] = told();
  assert.deepEqual(more, [], 'one message');
  for (const word of words) assert.ok(message.includes(word), `"${word}" is not in: ${message}`);
};

/** That a visit works, from start to result. */
export const works = async (visitor) => {
  await visitor.arrive(CHILD.answers);
  assert.equal((await visitor.look()).heading, say('result.heading.child'));
};
