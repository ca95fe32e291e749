// What is wrong, beside the fields that it is about and in a list above them. The finder's own reader finds it.

import { problemsOf } from '../findings.js';
import { button, element } from './element.js';
import { idOf } from './form.js';
import { steps } from './state.js';

/** @import { Reader } from '../findings.js' */
/** @import { State } from './state.js' */

const outer = (/** @type {string} */ path) => path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
const first = (/** @type {string} */ words) => words[0].toUpperCase() + words.slice(1);

/** What a problem says, without the path: its place says that. */
const said = (/** @type {string} */ field, /** @type {string} */ message) =>
  first(message.startsWith(`${field}: `) ? message.slice(field.length + 2) : message);

/**
 * @param {State} state
 * @param {Reader} reader
 * @param {HTMLElement} form
 * @param {(path: (string | number)[]) => void} reveal Opens what a path leads into.
 */
export const problemsIn = (state, reader, form, reveal) => {
  const title = element('h2', { id: 'problems-title' });
  const list = element('ul');
  const box = element('section', { id: 'problems', 'aria-labelledby': 'problems-title' }, title, list);

  /** The innermost element that stands for a path, or for what that is in. */
  const placeOf = (/** @type {string} */ field) => {
    for (let path = field; path; path = outer(path)) {
      const found = form.querySelector(`[data-path="${CSS.escape(path)}"]`);
      if (found) return found;
    }
    return undefined;
  };

  /** Where what is said of a path stands: at its field, or at the innermost that it is in. */
  const wordsOf = (/** @type {string} */ field) => {
    for (let path = field; path; path = outer(path)) {
      const found = document.getElementById(`f-${path}-problem`);
      if (found) return found;
    }
    return undefined;
  };
  /** The row of a table that a path leads into. */
  const rowOf = (/** @type {string} */ field) => steps(field).slice(0, 2);

  const go = (/** @type {string} */ field) => {
    reveal(steps(field));
    show();
    const place = placeOf(field);
    const input = /** @type {HTMLElement | null} */ (
      place?.matches('input') ? place : (place?.querySelector('input, select, textarea, code[id], button') ?? place)
    );
    (input ?? form).focus();
    input?.scrollIntoView({ block: 'center' });
  };

  const show = () => {
    const problems = problemsOf(reader, state.data);
    for (const place of form.querySelectorAll('.problem')) {
      place.textContent = '';
      /** @type {HTMLElement} */ (place).hidden = true;
    }
    for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    for (const { field, message } of problems) {
      const words = wordsOf(field);
      if (words) {
        // Of what is folded away below a row, the row tells with its name.
        const folded = words.id === `${idOf(rowOf(field))}-problem` && rowOf(field).length < steps(field).length;
        words.append(element('span', {}, folded ? message : said(field, message)));
        words.hidden = false;
      }
      const place = placeOf(field);
      const input = place?.matches('input') ? place : place?.querySelector('input:not([type=checkbox]), select, textarea');
      if (place?.getAttribute('data-path') === field) input?.setAttribute('aria-invalid', 'true');
    }
    const count = problems.length;
    title.textContent = count ? `${count === 1 ? 'One thing' : `${count} things`} to look at` : 'Nothing is wrong';
    box.classList.toggle('fine', !count);
    list.replaceChildren(
      ...problems.map(({ field, message }) =>
        element(
          'li',
          {},
          button(message, () => go(field), { className: 'link', 'data-field': field }),
        ),
      ),
    );
    return problems;
  };
  return { box, show };
};
