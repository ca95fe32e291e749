// The form: a field for each field of the reader's tables, with its words, its control, and what is wrong with it.

import { CONTROLS, raw } from './controls.js';
import { element, marked } from './element.js';
import { payers } from './payers.js';
import { schedule } from './schedule.js';
import { written } from './state.js';

/** @import { Outline } from './controls.js' */
/** @import { Path, State } from './state.js' */

/** Controls that are a set of inputs, and so are named by a legend. */
const SETS = ['many', 'span', 'payers'];

/** The id of a field's first input. */
export const idOf = (/** @type {Path} */ path) => `f-${written(path)}`;

const problem = (/** @type {string} */ id) => element('p', { id: `${id}-problem`, className: 'problem', hidden: true });

/** More than this is folded away behind its first sentence. */
const SHORT = 130;

/** What a field is for: its first sentence, and the rest behind it where there is much of it. */
const helpOf = (/** @type {string} */ words, /** @type {string} */ id) => {
  const [start] = /^.*?[.:](?= )/.exec(words) ?? [words];
  if (words.length <= SHORT || start === words) return element('p', { id, className: 'help' }, marked(words));
  const rest = element('details', {}, element('summary', {}, 'More on this'), element('p', {}, marked(words.slice(start.length + 1))));
  return element('div', { className: 'help' }, element('span', { id }, marked(start)), rest);
};

/**
 * One field. `path` leads to its value.
 * @param {State} state
 * @param {Outline} node
 * @param {Path} path
 * @returns {HTMLElement}
 */
export const field = (state, node, path) => {
  const id = idOf(path);
  if (node.name === 'schedule') return schedule(state, node, path);
  if (node.kind === 'group') return group(state, node, path);
  const help = node.help && helpOf(node.help, `${id}-help`);
  const about = `${help ? `${id}-help ` : ''}${id}-problem`;
  const control = CONTROLS[node.kind] ?? (node.kind === 'payers' ? payers : raw);
  const holder = element('div', { className: 'control' });
  const again = () => holder.replaceChildren(control({ state, path, id, about, node, again }));
  again();
  const needed = node.needed && element('span', { className: 'needed' }, ' needed');
  const isSet = SETS.includes(node.kind);
  const data = { className: `field ${node.kind} ${node.name}`, 'data-path': written(path) };
  return isSet
    ? element('fieldset', { ...data, 'aria-describedby': about }, element('legend', {}, node.label, needed), help, holder, problem(id))
    : element('div', data, element('label', { for: id }, node.label, needed), help, holder, problem(id));
};

/**
 * A group of fields.
 * @param {State} state
 * @param {Outline} node
 * @param {Path} path
 * @returns {HTMLElement}
 */
const group = (state, node, path) => {
  const id = idOf(path);
  const holder = element('div', { className: 'fields' });
  const again = () => {
    const is = state.get(path);
    const broken = is !== undefined && is !== null && (typeof is !== 'object' || Array.isArray(is));
    holder.replaceChildren(
      ...(broken
        ? [raw({ state, path, id: `${id}-raw`, about: `${id}-problem`, node, again })]
        : (node.fields ?? []).map((one) => field(state, one, [...path, one.name]))),
    );
  };
  again();
  return element(
    'fieldset',
    { className: `group ${node.name}`, 'data-path': written(path), id, tabIndex: -1 },
    element('legend', {}, node.label),
    node.help && element('p', { className: 'help' }, marked(node.help)),
    problem(id),
    holder,
  );
};
