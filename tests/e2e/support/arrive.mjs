// From the start screen to a result by a script in the frame, for tests of what a visit leads to: real presses take most of
// the time of a test. Whatever tests pressing itself, or what a page learns of it, goes by `complete`.

import assert from 'node:assert/strict';
import { pictured, until } from './visitor.mjs';
import { placeOf, questionOf } from './words.mjs';

/** @import { Visitor } from './visitor.mjs' */

/**
 * Gives the screens seen, and calls `seen` on each, as `complete` does.
 * @param {Visitor} visitor
 * @param {Record<string, string | string[]>} answers
 * @param {(screen: any, visitor: Visitor) => unknown} [seen]
 */
export const arrive = async (visitor, answers, seen) => {
  const path = [];
  let screen = await visitor.look();
  await seen?.(screen, visitor);
  await visitor.ask(() => document.querySelector('.start .primary').click());
  await until(async () => (screen = await visitor.look()).at !== 'start', 'the first question');
  for (;;) {
    const name = screen.at === 'question' ? questionOf(screen.heading) : screen.at;
    path.push(name);
    // Whoever looks sees it as it stays: a long screen is laid out to its end a moment after it is shown.
    if (seen || screen.at === 'result') {
      await visitor.ask(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      await visitor.ask(pictured);
    }
    await seen?.(screen, visitor);
    if (path.length > 40) throw new Error(`no end: ${path.join(' ')}`);
    if (screen.at === 'result') break;
    if (screen.at === 'question' && !(name in answers))
      throw new Error(`"${name}" is asked, and there is no answer to it; so far: ${path.join(' ')}`);
    const shown = screen.options.map((option) => option.words);
    const places = screen.at === 'question' ? [answers[name]].flat().map((option) => placeOf(name, option, shown)) : [];
    const before = screen.heading;
    await visitor.ask(
      (places, on) => {
        const options = [...document.querySelectorAll('.stage .option')];
        for (const place of places) if (!options[place].querySelector('input').checked) options[place].click();
        document.querySelector(on).click();
      },
      places,
      screen.at === 'safety' ? '.safety .actions button' : '.stage .primary',
    );
    screen = await visitor.look();
    assert.notEqual(screen.heading, before, 'a press leads on at once');
  }
  return path;
};
