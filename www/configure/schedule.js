// When a program meets: a week of meetings, or how much of it one visitor comes to.

import { raw } from './controls.js';
import { button, element, marked } from './element.js';
import { field, idOf } from './form.js';
import { written } from './state.js';

/** @import { Outline } from './controls.js' */
/** @import { Path, State } from './state.js' */

const [DAWN, NIGHT] = [6 * 60, 23 * 60]; // What the picture of a day goes from and to.
const CLOCK = /^(\d{1,2}):(\d\d)$/;
const minutes = (/** @type {any} */ time) => {
  const [, hour, minute] = CLOCK.exec(String(time ?? '').trim()) ?? [];
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute);
};

/** The hours of the week that these meetings make, where they can be told. */
export const hoursOf = (/** @type {any[]} */ slots) => {
  let sum = 0;
  for (const slot of slots) {
    const [from, to] = [minutes(slot?.from), minutes(slot?.to)];
    if (from === undefined || to === undefined || to <= from) return undefined;
    sum += to - from;
  }
  return sum / 60;
};

/**
 * @param {State} state
 * @param {Outline} node
 * @param {Path} path
 * @returns {HTMLElement}
 */
export const schedule = (state, node, path) => {
  const fields = node.fields ?? [];
  const find = (/** @type {string} */ name) => /** @type {Outline} */ (fields.find((one) => one.name === name));
  const slotsAt = [...path, 'slots'];
  const slotFields = find('slots').fields ?? [];
  const days = slotFields.find((one) => one.name === 'day')?.choices ?? [];
  const id = idOf(path);
  const holder = element('div', { className: 'fields' });

  /** Makes the week anew. `focus` is the id of what has focus then. */
  const again = (focus = '') => {
    holder.replaceChildren(week(), ...['days', 'hours', 'times'].map((name) => field(state, find(name), [...path, name])));
    if (focus) document.getElementById(focus)?.focus();
  };

  /** A meeting that looks like the one before it. */
  const add = (/** @type {string} */ day, /** @type {any} */ like) => {
    const { from = '18:00', to = '21:00' } = like ?? {};
    state.change(slotsAt, (slots) => [...slots, { day, from, to }]);
    const last = (state.get(slotsAt) ?? []).length - 1;
    again(idOf([...slotsAt, last, 'from']));
  };

  const meeting = (/** @type {string} */ dayWords, /** @type {any} */ slot, /** @type {number} */ index) => {
    const at = [...slotsAt, index];
    const input = (/** @type {string} */ name) => {
      const value = slot?.[name];
      return element('input', {
        type: value === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? 'time' : 'text',
        id: idOf([...at, name]),
        className: 'short',
        autocomplete: 'off',
        'data-path': written([...at, name]),
        'aria-label': `${dayWords}, ${name}`,
        'aria-describedby': `${idOf(slotsAt)}-problem`,
        value: value ?? '',
        oninput: (/** @type {any} */ { target }) => state.set([...at, name], target.value || undefined),
        onchange: () => paint(),
      });
    };
    const next = days[(days.findIndex(([day]) => day === slot?.day) + 1) % days.length];
    const words = `${dayWords} ${slot?.from ?? ''}–${slot?.to ?? ''}`;
    return element(
      'li',
      { className: 'meeting', 'data-path': written(at) },
      input('from'),
      element('span', { 'aria-hidden': 'true' }, '–'),
      input('to'),
      next &&
        button(`Also ${next[1].slice(0, 3)}`, () => add(next[0], slot), {
          'aria-label': `Also ${next[1].slice(0, 3)}, as on ${words}`,
          className: 'small',
        }),
      button(
        'Remove',
        () => {
          state.set(at, undefined);
          if (!state.get(slotsAt)?.length) state.set(slotsAt, undefined);
          again(`${id}-add-${slot?.day}`);
        },
        { 'aria-label': `Remove ${words}`, className: 'small' },
      ),
    );
  };

  /** Draws the meetings of each day as a bar from morning to night. */
  const paint = () => {
    for (const bar of holder.querySelectorAll('.bar')) {
      const slots = (state.get(slotsAt) ?? []).filter((/** @type {any} */ slot) => slot?.day === bar.dataset.day);
      bar.replaceChildren(
        ...slots.map((/** @type {any} */ slot) => {
          const [from, to] = [minutes(slot.from) ?? 0, minutes(slot.to) ?? 0];
          const part = element('span');
          part.style.insetInlineStart = `${Math.max(0, ((from - DAWN) / (NIGHT - DAWN)) * 100)}%`;
          part.style.inlineSize = `${Math.max(0, Math.min(100, ((to - Math.max(from, DAWN)) / (NIGHT - DAWN)) * 100))}%`;
          return part;
        }),
      );
    }
    const hours = hoursOf(state.get(slotsAt) ?? []);
    const sum = holder.querySelector('.sum');
    if (sum) sum.textContent = hours ? `${hours} hours a week in all` : '';
  };

  const week = () => {
    const held = state.get(slotsAt);
    if (held !== undefined && held !== null && !Array.isArray(held))
      return raw({ state, path: slotsAt, id: idOf(slotsAt), about: `${idOf(slotsAt)}-problem`, node: find('slots'), again });
    const slots = /** @type {any[]} */ (held ?? []);
    const rows = days.map(([day, words]) => {
      const own = slots.flatMap((slot, index) => (slot?.day === day ? [meeting(words, slot, index)] : []));
      const last = slots.filter((slot) => slot?.day === day).at(-1) ?? slots.at(-1);
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, words),
        element(
          'td',
          {},
          element('span', { className: 'bar', 'data-day': day, 'aria-hidden': 'true' }),
          own.length > 0 && element('ul', { className: 'meetings' }, own),
        ),
        element(
          'td',
          { className: 'add' },
          button('Add', () => add(day, last), { id: `${id}-add-${day}`, 'aria-label': `Add a meeting on ${words}`, className: 'small' }),
        ),
      );
    });
    const strange = slots.flatMap((slot, index) => (days.some(([day]) => day === slot?.day) ? [] : [[slot, index]]));
    queueMicrotask(paint);
    return element(
      'div',
      { className: 'field slots', 'data-path': written(slotsAt) },
      element('p', { className: 'label', id: `${id}-week` }, find('slots').label),
      element('p', { className: 'help' }, marked(find('slots').help)),
      element(
        'table',
        { className: 'week', 'aria-labelledby': `${id}-week` },
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ['Day', 'Meetings', 'More'].map((words) => element('th', { scope: 'col' }, words)),
          ),
        ),
        element('tbody', {}, rows),
      ),
      strange.map(([slot, index]) =>
        element(
          'p',
          { className: 'raw', 'data-path': written([...slotsAt, index]) },
          element('code', {}, JSON.stringify(slot)),
          button('Remove', () => (state.set([...slotsAt, index], undefined), again())),
        ),
      ),
      element('p', { className: 'sum', role: 'status' }),
      element('p', { id: `${idOf(slotsAt)}-problem`, className: 'problem', hidden: true }),
    );
  };

  again();
  return element(
    'fieldset',
    { className: 'group schedule', 'data-path': written(path), id, tabIndex: -1 },
    element('legend', {}, node.label),
    element('p', { className: 'help' }, 'Fill in the meetings, or how much one visitor comes to where times are made for each.'),
    element('p', { id: `${id}-problem`, className: 'problem', hidden: true }),
    holder,
  );
};
