// Lists of programs and partners, as a table: what tells them apart is typed in their rows, and the rest below each.

import { CONTROLS, raw } from './controls.js';
import { button, element, marked } from './element.js';
import { field, idOf } from './form.js';
import { written } from './state.js';

/** @import { Outline } from './controls.js' */
/** @import { State } from './state.js' */

/**
 * A table of the things of a list. `columns` are the fields that stand in its rows.
 * @param {State} state
 * @param {Outline} node
 * @param {string[]} columns
 * @param {string} one What one thing is called.
 */
export const tableOf = (state, node, columns, one) => {
  const path = [node.name];
  const fields = node.fields ?? [];
  const rest = fields.filter(({ name }) => !columns.includes(name));
  const inRows = columns.map((name) => /** @type {Outline} */ (fields.find((field) => field.name === name)));
  const open = /** @type {Set<number>} */ (new Set());
  const holder = element('div');

  const nameOf = (/** @type {any} */ thing, /** @type {number} */ index) => {
    const name = typeof thing?.name === 'object' ? Object.values(thing.name ?? {})[0] : thing?.name;
    return name ? String(name) : `${one} ${index + 1}`;
  };

  /** Makes the table anew. `focus` is the id of what has focus then. */
  const again = (focus = '') => {
    holder.replaceChildren(...parts());
    if (focus) document.getElementById(focus)?.focus();
    holder.dispatchEvent(new Event('made', { bubbles: true }));
  };

  /** Changes the order or the number of things; `moved` says what becomes of those that are open. */
  const rearrange = (/** @type {(items: any[]) => any[]} */ change, /** @type {(index: number) => number} */ moved, focus = '') => {
    const were = [...open];
    open.clear();
    for (const index of were) if (moved(index) >= 0) open.add(moved(index));
    state.change(path, change);
    again(focus);
  };

  const swap = (/** @type {number} */ index, /** @type {number} */ other, /** @type {string} */ what) =>
    rearrange(
      (items) => ((items[index] = items.splice(other, 1, items[index])[0]), items),
      (at) => (at === index ? other : at === other ? index : at),
      `${idOf([...path, other])}-${what}`,
    );

  const cell = (/** @type {Outline} */ field, /** @type {number} */ index, /** @type {string} */ name) => {
    const at = [...path, index, field.name];
    const id = idOf(at);
    const inside = element('div', { className: 'control' });
    const set = ['many', 'span'].includes(field.kind);
    const fill = () => {
      const control =
        field.kind === 'group'
          ? agesOf(field, at, id, fill)
          : CONTROLS[field.kind]({ state, path: at, id, about: `${id}-problem`, node: field, again: fill });
      inside.replaceChildren(control);
    };
    fill();
    const label = `${field.label}: ${name}`;
    if (set || field.kind === 'group') Object.assign(inside, { role: 'group', ariaLabel: label });
    return element(
      'td',
      { 'data-path': written(at), className: field.name },
      set || field.kind === 'group'
        ? element('span', { className: 'label', 'aria-hidden': 'true' }, field.label)
        : element('label', { for: id }, element('span', {}, field.label), element('span', { className: 'heard' }, `: ${name}`)),
      inside,
      element('p', { id: `${id}-problem`, className: 'problem', hidden: true }),
    );
  };

  /** Ages: both ends side by side. */
  const agesOf = (
    /** @type {Outline} */ field,
    /** @type {(string | number)[]} */ at,
    /** @type {string} */ id,
    /** @type {() => void} */ fill,
  ) => {
    const value = state.get(at);
    if (value !== undefined && value !== null && (typeof value !== 'object' || Array.isArray(value)))
      return raw({ state, path: at, id, about: `${id}-problem`, node: field, again: fill });
    const ends = (field.fields ?? []).map((end) => {
      const control = CONTROLS.amount({
        state,
        path: [...at, end.name],
        id: idOf([...at, end.name]),
        about: `${id}-problem`,
        node: end,
        again: fill,
      });
      control.ariaLabel = end.label;
      return control;
    });
    return element('div', { className: 'span' }, ends[0], element('span', { 'aria-hidden': 'true' }, 'to'), ends[1]);
  };

  const row = (/** @type {any} */ thing, /** @type {number} */ index, /** @type {any[]} */ all) => {
    const at = idOf([...path, index]);
    const name = nameOf(thing, index);
    const press = (/** @type {string} */ words, /** @type {string} */ what, /** @type {() => void} */ act, more = {}) =>
      button(words, act, { id: `${at}-${what}`, className: 'small', 'aria-label': `${words}: ${name}`, ...more });
    if (thing === null || typeof thing !== 'object' || Array.isArray(thing)) {
      const held = raw({ state, path: [...path, index], id: at, about: `${at}-problem`, node, again });
      return element(
        'tr',
        { 'data-path': written([...path, index]) },
        element('td', { colSpan: columns.length + 1 }, held, element('p', { id: `${at}-problem`, className: 'problem', hidden: true })),
      );
    }
    const more = press(
      open.has(index) ? 'Less' : 'More',
      'more',
      () => {
        if (!open.delete(index)) open.add(index);
        again(`${at}-more`);
      },
      { 'aria-expanded': String(open.has(index)), className: 'small more' },
    );
    const acts = element(
      'td',
      { className: 'acts' },
      more,
      press('Copy', 'copy', () =>
        rearrange(
          (items) => items.toSpliced(index + 1, 0, JSON.parse(JSON.stringify(items[index]))),
          (was) => (was > index ? was + 1 : was),
          `${idOf([...path, index + 1])}-more`,
        ),
      ),
      index > 0 && press('Up', 'up', () => swap(index, index - 1, index > 1 ? 'up' : 'down')),
      index < all.length - 1 && press('Down', 'down', () => swap(index, index + 1, index < all.length - 2 ? 'down' : 'up')),
      press('Remove', 'remove', () =>
        rearrange(
          (items) => items.toSpliced(index, 1),
          (was) => (was === index ? -1 : was > index ? was - 1 : was),
          `${idOf(path)}-add`,
        ),
      ),
      element('p', { id: `${at}-problem`, className: 'problem', hidden: true }),
    );
    return [
      element(
        'tr',
        { 'data-path': written([...path, index]), id: at, tabIndex: -1, className: open.has(index) ? 'open' : '' },
        inRows.map((field) => cell(field, index, name)),
        acts,
      ),
      element(
        'tr',
        { className: 'rest', hidden: !open.has(index), 'data-rest': written([...path, index]) },
        open.has(index) &&
          element(
            'td',
            { colSpan: columns.length + 1 },
            element('h3', {}, `More about ${name}`),
            element(
              'div',
              { className: 'fields' },
              rest.map((one) => field(state, one, [...path, index, one.name])),
            ),
          ),
      ),
    ];
  };

  const add = () => {
    const index = (state.get(path) ?? []).length;
    open.clear();
    open.add(index);
    state.change(path, (items) => [...items, {}]);
    again(idOf([...path, index, columns[0]]));
  };

  const parts = () => {
    const held = state.get(path);
    const broken = held !== undefined && held !== null && !Array.isArray(held);
    const things = /** @type {any[]} */ (broken ? [] : (held ?? []));
    const problem = element('p', { id: `${idOf(path)}-problem`, className: 'problem', hidden: true });
    if (broken) return [raw({ state, path, id: idOf(path), about: `${idOf(path)}-problem`, node, again }), problem];
    const table =
      things.length > 0 &&
      element(
        'table',
        { className: 'things', 'aria-label': node.label },
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            inRows.map(({ label }) => element('th', { scope: 'col' }, label)),
            element('th', { scope: 'col' }, 'Do'),
          ),
        ),
        element('tbody', {}, things.map(row)),
      );
    return [table, problem, button(`Add a ${one.toLowerCase()}`, add, { id: `${idOf(path)}-add`, className: 'add-one' })].filter(Boolean);
  };

  again();
  const help = element('p', { className: 'help' }, marked(node.help));
  const whole = element('div', { className: 'list', 'data-path': written(path) }, help, holder);
  return {
    element: whole,
    again,
    /** Opens the thing that a path leads into, where it leads below its row. */
    reveal(/** @type {(string | number)[]} */ to) {
      const [name, index, field] = to;
      if (name !== node.name || typeof index !== 'number' || columns.includes(String(field)) || open.has(index)) return;
      open.add(index);
      again();
    },
    /** Things are others now: none is open. */
    renew() {
      open.clear();
      again();
    },
  };
};
