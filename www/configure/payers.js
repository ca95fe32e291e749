// Who pays: the ways that visitors look for, each with its plans, and the provider's own words.

import { first } from './controls.js';
import { element } from './element.js';

/** @import { Place } from './controls.js' */

const textLines = (/** @type {string} */ typed) =>
  typed
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);

/** @param {Place} at */
export const payers = (at) => {
  const { state, path, id, node } = at;
  const fields = node.fields ?? [];
  const find = (/** @type {string} */ name) => fields.find((one) => one.name === name);
  const choices = find('payer')?.choices ?? [];
  const given = state.get(path) ?? [];
  const held = /** @type {any[]} */ (Array.isArray(given) ? given : [given]);
  const wayOf = (/** @type {any} */ one) => {
    const name = typeof one === 'string' ? one.toLowerCase().replace(/[\s-]+/g, '_') : one?.payer;
    return choices.find(([choice]) => choice === name)?.[0];
  };
  const list = () => {
    const now = state.get(path) ?? [];
    return /** @type {any[]} */ (JSON.parse(JSON.stringify(Array.isArray(now) ? now : [now])));
  };
  const put = (/** @type {any[]} */ items) => state.set(path, items.length ? items : undefined);

  const way = (/** @type {string} */ choice, /** @type {string} */ words, /** @type {number} */ index) => {
    const own = index ? `${id}.${choice}` : id;
    const entry = held.find((one) => wayOf(one) === choice);
    /** Writes what the inputs of this way say, in the place that it has. */
    const write = () => {
      const items = list();
      const place = items.findIndex((one) => wayOf(one) === choice);
      const names = textLines(plans.value);
      const before = typeof items[place] === 'object' ? items[place] : {};
      const { plans: _, in_network: __, ...rest } = before;
      const group = {
        ...rest,
        payer: choice,
        ...(names.length && { plans: names }),
        ...(network.value && { in_network: network.value === 'yes' }),
      };
      const value = Object.keys(group).length > 1 ? group : choice;
      if (!check.checked) items.splice(place, place < 0 ? 0 : 1);
      else if (place < 0) items.push(value);
      else items[place] = value;
      more.hidden = !check.checked;
      put(items);
    };
    const check = element('input', { type: 'checkbox', id: own, checked: entry !== undefined, onchange: write });
    const names = typeof entry?.plans === 'string' ? [entry.plans] : (entry?.plans ?? []);
    // Plans in several languages are shown by their first, and stay as they are until they are changed.
    const plans = element('textarea', {
      rows: 2,
      id: `${own}.plans`,
      value: names.map((/** @type {any} */ one) => (typeof one === 'string' ? one : Object.values(one ?? {})[0])).join('\n'),
      placeholder: 'One plan a line',
      oninput: write,
    });
    const network = element(
      'select',
      { id: `${own}.network`, onchange: write },
      [
        ['', 'Not said'],
        ['yes', 'In network'],
        ['no', 'Out of network'],
      ].map(([value, said]) => {
        const is = entry?.in_network === true ? 'yes' : entry?.in_network === false ? 'no' : '';
        return element('option', { value, selected: value === is }, said);
      }),
    );
    const more = element(
      'div',
      { className: 'plans', hidden: entry === undefined },
      element('label', { for: `${own}.plans` }, `${find('plans')?.label}: ${words}`),
      plans,
      element('label', { for: `${own}.network` }, `${find('in_network')?.label}: ${words}`),
      network,
    );
    return element(
      'div',
      { className: 'payer' },
      element('label', { className: 'choice' }, check, element('span', {}, first(words))),
      more,
    );
  };

  const ownWords = held.filter((one) => wayOf(one) === undefined);
  const others = ownWords.filter((one) => typeof one !== 'string');
  const own = element('textarea', {
    rows: 2,
    id: `${id}.own`,
    placeholder: 'e.g. Free for alumni',
    value: ownWords.filter((one) => typeof one === 'string').join('\n'),
    oninput: () => {
      const kept = list().filter((one) => wayOf(one) !== undefined || typeof one !== 'string');
      put([...kept, ...textLines(own.value)]);
    },
  });
  return element(
    'div',
    { className: 'payers-control' },
    choices.map(([choice, words], index) => way(choice, words, index)),
    element('label', { for: `${id}.own` }, 'Anything else, in your own words, one a line'),
    own,
    others.length > 0 && element('p', { className: 'help' }, 'Kept as it is: ', element('code', {}, JSON.stringify(others))),
  );
};
