// What single values are typed into. Each control shows what the configuration holds, and writes what is typed back into it. What it
// cannot show it leaves as it is, and says so.

import { button, element } from './element.js';

/** @import { Path, State } from './state.js' */

/**
 * A field as the reader's tables have it (xtask/src/contract/outline.rs).
 * @typedef {{
 *   name: string, path: string, kind: string, needed: boolean, label: string, help: string, without?: string, example?: any,
 *   choices?: [id: string, words: string][], limits?: [least: number, most: number, step: number], most?: number, fields?: Outline[],
 * }} Outline
 */

/**
 * Where a control stands: the state, its path, the id of its input, and what describes it.
 * @typedef {{ state: State, path: Path, id: string, about: string, node: Outline, again: () => void }} Place
 */

const first = (/** @type {string} */ words) => words[0].toUpperCase() + words.slice(1);

/** Attributes that every input of a place has. */
const common = (/** @type {Place} */ { id, about }) => ({ id, 'aria-describedby': about, autocomplete: 'off' });

/** An input of one line. @type {(at: Place, more?: Record<string, any>) => HTMLElement} */
const line = (at, more = {}) => {
  const { state, path, node } = at;
  const value = state.get(path);
  const example = typeof node.example === 'string' ? node.example : '';
  return element('input', {
    ...common(at),
    type: 'text',
    placeholder: example && `e.g. ${example}`,
    value: value ?? '',
    oninput: (/** @type {any} */ { target }) => state.set(path, target.value || undefined),
    ...more,
  });
};

/** What is held, where it is of no kind that the control can show. */
const raw = (/** @type {Place} */ at) => {
  const { state, path, id, about, again } = at;
  return element(
    'div',
    { className: 'raw' },
    element('code', { id, tabIndex: -1, 'aria-describedby': about }, JSON.stringify(state.get(path))),
    button('Empty this field', () => (state.set(path, undefined), again())),
  );
};

const NAMES = /** @type {Record<string, string>} */ ({ en: 'English', es: 'Spanish' });

/** Words: plain, or in each language. */
const text = (/** @type {Place} */ at) => {
  const { state, path, id, about, node, again } = at;
  const value = state.get(path);
  const long = ['note', 'hours'].includes(node.name);
  if (value !== undefined && value !== null && typeof value !== 'string' && (typeof value !== 'object' || Array.isArray(value)))
    return raw(at);
  if (typeof value !== 'object' || !value) {
    const languages = button('In Spanish as well', () => {
      state.set(path, { en: state.get(path) ?? '', es: '' });
      again();
      document.getElementById(`${id}.es`)?.focus();
    });
    languages.className = 'link';
    languages.setAttribute('aria-label', `In Spanish as well: ${node.label}`);
    return element('div', { className: long ? 'wide' : '' }, line(at), languages);
  }
  const one = (/** @type {string} */ lang, /** @type {boolean} */ isFirst) => {
    const input = line(
      { ...at, path: [...path, lang], id: isFirst ? id : `${id}.${lang}`, about },
      { lang, placeholder: '', 'aria-label': `${node.label}, ${NAMES[lang]}` },
    );
    return element('div', { className: 'language' }, element('span', { 'aria-hidden': 'true' }, NAMES[lang]), input);
  };
  return element('div', { className: 'languages', role: 'group', 'aria-label': node.label }, one('en', true), one('es', false));
};

const yesNo = (/** @type {Place} */ at) => {
  const { state, path, node } = at;
  const value = state.get(path);
  if (value !== undefined && value !== null && typeof value !== 'boolean') return raw(at);
  return select(
    at,
    [
      ['', node.without ?? 'Nothing is said'],
      ['true', 'Yes'],
      ['false', 'No'],
    ],
    value === undefined || value === null ? '' : String(value),
    (chosen) => (chosen ? chosen === 'true' : undefined),
  );
};

/** @type {(at: Place, options: string[][], value: string, read: (chosen: string) => any) => HTMLElement} */
const select = (at, options, value, read) => {
  const { state, path } = at;
  return element(
    'select',
    { ...common(at), onchange: (/** @type {any} */ { target }) => state.set(path, read(target.value)) },
    options.map(([id, words]) => element('option', { value: id, selected: id === value }, first(words))),
  );
};

const one = (/** @type {Place} */ at) => {
  const { state, path, node } = at;
  const value = state.get(path) ?? '';
  const choices = node.choices ?? [];
  if (value !== '' && !choices.some(([id]) => id === value)) return raw(at);
  const empty = node.needed ? 'Choose one' : `Not said: ${node.without ?? 'left out'}`;
  return select(at, [['', empty], ...choices], value, (chosen) => chosen || undefined);
};

const many = (/** @type {Place} */ at) => {
  const { state, path, id, node } = at;
  const given = state.get(path) ?? [];
  const held = typeof given === 'string' ? [given] : given;
  if (!Array.isArray(held)) return raw(at);
  const choices = node.choices ?? [];
  const others = held.filter((/** @type {any} */ one) => !choices.some(([known]) => known === one));
  const put = (/** @type {string} */ choice, /** @type {boolean} */ is) => {
    const now = state.get(path) ?? [];
    const list = (typeof now === 'string' ? [now] : now).filter((/** @type {any} */ one) => one !== choice);
    if (is) list.push(choice);
    state.set(path, list.length ? list : undefined);
    state.rest();
  };
  return element(
    'div',
    { className: 'choices' },
    choices.map(([choice, words], index) =>
      element(
        'label',
        { className: 'choice' },
        element('input', {
          type: 'checkbox',
          id: index ? `${id}.${choice}` : id,
          checked: held.includes(choice),
          onchange: (/** @type {any} */ { target }) => put(choice, target.checked),
        }),
        element('span', {}, first(words)),
      ),
    ),
    others.map((/** @type {any} */ other) =>
      element(
        'label',
        { className: 'choice' },
        element('input', { type: 'checkbox', checked: true, onchange: (/** @type {any} */ { target }) => put(other, target.checked) }),
        element('code', {}, JSON.stringify(other)),
      ),
    ),
  );
};

/** A list of texts, each on a line. */
const lines = (/** @type {Place} */ at) => {
  const { state, path, node } = at;
  const given = state.get(path) ?? [];
  const held = typeof given === 'string' ? [given] : given;
  if (!Array.isArray(held) || held.some((one) => typeof one !== 'string')) return raw(at);
  const example = Array.isArray(node.example) ? `e.g. ${node.example.join('\n')}` : '';
  return element('textarea', {
    ...common(at),
    rows: Math.min(Math.max(held.length, 2), 6),
    placeholder: example,
    value: held.join('\n'),
    oninput: (/** @type {any} */ { target }) => {
      const list = target.value
        .split('\n')
        .map((/** @type {string} */ one) => one.trimStart())
        .filter(Boolean);
      state.set(path, list.length ? list : undefined);
    },
  });
};

/** What was typed as a number where it is one, and else as it was typed: then the reader says what it wants. */
const numberOf = (/** @type {string} */ typed) => (typed === '' ? undefined : Number.isFinite(Number(typed)) ? Number(typed) : typed);

const amount = (/** @type {Place} */ at) => {
  const { state, path, node } = at;
  const value = state.get(path);
  if (value !== undefined && value !== null && typeof value === 'object') return raw(at);
  return line(at, {
    className: 'short',
    inputMode: 'decimal',
    placeholder: node.limits ? `${node.limits[0]}–${node.limits[1]}` : '',
    oninput: (/** @type {any} */ { target }) => state.set(path, numberOf(target.value.trim())),
  });
};

/** A number, or from one to another: one input for each end, of which the second may stay empty. */
const span = (/** @type {Place} */ at) => {
  const { state, path, id, about, node } = at;
  const value = state.get(path);
  const ends = value !== null && typeof value === 'object' ? [value.from, value.to] : [value, undefined];
  if (Array.isArray(value) || ends.some((end) => end !== null && typeof end === 'object')) return raw(at);
  const put = () => {
    const [from, to] = [low, high].map((input) => numberOf(input.value.trim()));
    state.set(path, to === undefined ? from : from === undefined ? { to } : { from, to });
  };
  const end = (/** @type {number} */ index) =>
    element('input', {
      type: 'text',
      className: 'short',
      inputMode: 'decimal',
      autocomplete: 'off',
      id: index ? `${id}.to` : id,
      'aria-describedby': about,
      'aria-label': `${node.label}, ${index ? 'at most' : 'at least'}`,
      value: ends[index] ?? '',
      oninput: put,
    });
  const [low, high] = [end(0), end(1)];
  return element('div', { className: 'span' }, low, element('span', { 'aria-hidden': 'true' }, 'to'), high);
};

/** @type {(type: string, shape: RegExp) => (at: Place) => HTMLElement} */
const picked = (type, shape) => (at) => {
  const value = at.state.get(at.path);
  // A browser's own picker shows nothing of what it does not know.
  return value === undefined || value === null || shape.test(value) ? line(at, { type, className: 'short', placeholder: '' }) : line(at);
};

const opening = (/** @type {Place} */ at) => {
  const { state, path, id, node, again } = at;
  const value = state.get(path) ?? '';
  const words = node.choices ?? [];
  const isDay = value !== '' && !words.some(([word]) => word === value);
  const choose = element(
    'select',
    {
      ...common(at),
      onchange: (/** @type {any} */ { target }) => {
        const today = new Date();
        const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
        state.set(path, target.value === 'day' ? day : target.value || undefined);
        again();
        document.getElementById(id)?.focus();
      },
    },
    [['', 'Nothing is said'], ...words, ['day', 'from a day on']].map(([word, said]) =>
      element('option', { value: word, selected: word === (isDay ? 'day' : value) }, first(said)),
    ),
  );
  if (!isDay) return choose;
  const day = picked('date', /^\d{4}-\d{2}-\d{2}$/)({ ...at, id: `${id}.day` });
  day.setAttribute('aria-label', `${node.label}: the day`);
  return element('div', { className: 'span' }, choose, day);
};

const color = (/** @type {Place} */ at) => {
  const { state, path, id, node } = at;
  const value = state.get(path);
  if (value !== undefined && value !== null && typeof value !== 'string') return raw(at);
  const typed = /** @type {any} */ (line(at, { className: 'short', placeholder: '#rrggbb' }));
  const full = (/** @type {string} */ hex) => (/^#[0-9a-f]{3}$/i.test(hex) ? hex.replace(/[^#]/g, '$&$&') : hex).toLowerCase();
  const pick = element('input', {
    type: 'color',
    id: `${id}.pick`,
    'aria-label': `${node.label}: choose a color`,
    value: /^#([0-9a-f]{3}){1,2}$/i.test(value ?? '') ? full(value) : '#808080',
    oninput: () => {
      typed.value = pick.value;
      state.set(path, pick.value);
    },
  });
  typed.addEventListener('input', () => {
    if (/^#([0-9a-f]{3}){1,2}$/i.test(typed.value)) pick.value = full(typed.value);
  });
  return element('div', { className: 'span' }, pick, typed);
};

const size = (/** @type {Place} */ at) =>
  line(at, {
    className: 'short',
    placeholder: at.node.limits ? `${at.node.limits[0]}–${at.node.limits[1]}` : '',
    oninput: (/** @type {any} */ { target }) => at.state.set(at.path, numberOf(target.value.trim())),
  });

const words = (/** @type {Place} */ at) => (typeof (at.state.get(at.path) ?? '') === 'string' ? line(at) : raw(at));
const phone = (/** @type {Place} */ at) => (typeof (at.state.get(at.path) ?? '') === 'object' ? raw(at) : line(at, { inputMode: 'tel' }));

/** @type {Record<string, (at: Place) => HTMLElement>} */
export const CONTROLS = {
  text,
  words,
  phone,
  link: words,
  email: words,
  'yes-no': yesNo,
  one,
  many,
  lines,
  amount,
  span,
  clock: picked('time', /^([01]\d|2[0-3]):[0-5]\d$/),
  date: picked('date', /^\d{4}-\d{2}-\d{2}$/),
  opening,
  color,
  size,
};

export { first, raw };
