// How the finder looks: beside each pair of colors its contrast, by the figures that the frame itself goes by.

import { element } from './element.js';

/** @import { State } from './state.js' */

const HEX = /^#([0-9a-f]{3}){1,2}$/i;
const NAMES = ['light', 'dark'];

/**
 * What the frame's script (www/frame/theme.js) goes by: a foreground, a background and the contrast that they want; the parts of a
 * color; the contrast of two.
 * @typedef {{
 *   pairs: [front: string, back: string, least?: number][],
 *   parts: (hex: string) => number[],
 *   contrast: (one: number[], other: number[]) => number,
 * }} Figures
 */

/**
 * A table of every pair of colors that is read on one another.
 * @param {State} state
 * @param {Figures} figures
 * @param {Record<string, string>[]} usual The finder's own colors: light, and dark.
 * @param {(token: string) => string} labelOf
 */
export const contrasts = (state, { pairs, parts, contrast }, usual, labelOf) => {
  const box = element('div', { className: 'contrasts' });
  const show = () => {
    const mode = state.get(['theme', 'mode']);
    const modes = NAMES.map((name, index) => ({ name, index })).filter(({ name }) => !NAMES.includes(mode) || mode === name);
    const colorOf = (/** @type {string} */ name, /** @type {number} */ index) => {
      const given = state.get(['theme', 'tokens', `color-${name}`]);
      return HEX.test(given) ? given : usual[index][name];
    };
    const rows = pairs.flatMap(([front, back, least = 4.5]) =>
      modes.map(({ name, index }) => {
        const [on, under] = [colorOf(front, index), colorOf(back, index)];
        return { front, back, least, name, on, under, found: contrast(parts(on), parts(under)) };
      }),
    );
    const faint = rows.filter(({ found, least }) => found < least).length;
    /** A spot of the one color on the other. */
    const sample = (/** @type {string} */ on, /** @type {string} */ under) => {
      const spot = element('span');
      spot.style.backgroundColor = on;
      const made = element('span', { className: 'sample', 'aria-hidden': 'true' }, spot);
      made.style.backgroundColor = under;
      return made;
    };
    box.replaceChildren(
      element(
        'p',
        { className: faint ? 'problem' : 'help' },
        faint
          ? `${faint === 1 ? 'One pair is' : `${faint} pairs are`} too faint. The finder makes such words darker or lighter until they can be read.`
          : 'Every pair can be read.',
      ),
      element(
        'details',
        { open: faint > 0 },
        element('summary', {}, 'Contrast of every pair'),
        element(
          'table',
          {},
          element(
            'thead',
            {},
            element(
              'tr',
              {},
              ['Words', 'On', 'Look', 'Contrast', 'Wanted'].map((words) => element('th', { scope: 'col' }, words)),
            ),
          ),
          element(
            'tbody',
            {},
            rows.map(({ front, back, least, name, on, under, found }) =>
              element(
                'tr',
                { className: found < least ? 'faint' : '' },
                element('th', { scope: 'row' }, sample(on, under), ' ', labelOf(front)),
                [labelOf(back), name, `${found.toFixed(1)} : 1`, `at least ${least}`].map((words) => element('td', {}, words)),
              ),
            ),
          ),
        ),
      ),
    );
  };
  return { box, show };
};
