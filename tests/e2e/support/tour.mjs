// Every kind of screen once, by a few visits one after the other on the same page.

import { PEOPLE } from './people.mjs';
import { becomes, until } from './visitor.mjs';
import { questionOf, say } from './words.mjs';

/** Who goes, in this order. What an earlier visit has shown, a later one passes by. */
export const VISITS = [
  'not enough to say', // Asked almost everything.
  'an emergency', // Two dangers at once; care first.
  'a plan for suicide, told in the middle',
  'dangerous withdrawal',
  'mental health: little gets done on any day', // A clear result.
  'both: cocaine every day, and most days undone', // A close call.
  'somebody about an adult they love', // A close call with care day and night.
  'a child under 13', // No level.
];

/** Presses Continue with nothing chosen. */
export const mistake = async (visitor) => {
  await visitor.press('Continue', () => document.querySelector('.stage .primary'));
  await until(() => visitor.ask(() => Boolean(document.querySelector('.error-summary'))), 'the error summary');
};

/** Unfolds or folds whatever there is on the screen. How much there is. Once one of its filters was used, it stays unfolded. */
const unfold = (visitor, open) =>
  visitor.ask((open) => {
    const all = [...document.querySelectorAll('details')].filter((one) => one.checkVisibility());
    for (const one of all) {
      one.open = open;
      one.querySelector('input')?.click();
    }
    return all.length;
  }, open);

/**
 * Goes from the start screen through all of them, and calls `seen(name, visitor)` on each screen that differs from those
 * before it in more than words: each question, some of them with an error, each safety screen and each kind of result.
 * A test that only wants some of the `visits` names them; one that chooses for itself wants none `missed`; one that is about
 * the visitor's own `presses`, and not only about what is there, says so.
 */
export const tour = async (visitor, seen, { visits = VISITS, missed = true, presses = false } = {}) => {
  const met = new Set();
  const look = async (name) => {
    if (met.has(name)) return;
    met.add(name);
    await seen(name, visitor);
    // What a press unfolds is a screen of its own, once on each kind of them.
    const kind = `${name.split(':')[0]}, unfolded`;
    if (!met.has(kind) && (await unfold(visitor, true))) {
      met.add(kind);
      await seen(kind, visitor);
      await unfold(visitor, false);
    }
  };
  await look('start');
  for (const name of visits) {
    const go = (/** @type {Parameters<typeof visitor.complete>} */ ...way) => (presses ? visitor.complete(...way) : visitor.arrive(...way));
    await go(PEOPLE[name].answers, async (screen) => {
      if (screen.at === 'start') return;
      if (screen.at !== 'question') return look(`${screen.at}: ${name}`);
      const question = questionOf(screen.heading);
      await look(question);
      // A question of which one answer is chosen, and of which several are.
      if (missed && ['who', 'danger'].includes(question) && !met.has(`${question}, missed`)) {
        await mistake(visitor);
        await look(`${question}, missed`);
      }
    });
    await startOver(visitor);
  }
};

/** From a result back to the start screen. */
export const startOver = async (visitor) => {
  await visitor.pressWords(say('nav.restart'));
  await becomes(async () => (await visitor.look()).at, 'start', 'Start over leads to the start screen');
};
