// The configurator: puts the form, what is wrong in it, the preview and what is taken along onto the page. It makes no request and
// keeps nothing.

import { beginning, FRESH } from './begin.js';
import { bringing } from './bring.js';
import { element } from './element.js';
import { field } from './form.js';
import { logoOf } from './logo.js';
import { contrasts } from './look.js';
import { previewIn } from './preview.js';
import { problemsIn } from './problems.js';
import { tableOf } from './programs.js';
import { State } from './state.js';
import { takeAlong } from './take.js';

/** @import { Reader } from '../findings.js' */
/** @import { Outline } from './controls.js' */
/** @import { Figures } from './look.js' */

/** The parts of the form, in order: a heading, and the fields in it. */
const SECTIONS = /** @type {[id: string, heading: string, fields: string[]][]} */ ([
  ['you', 'Who you are', ['name', 'logo']],
  ['reach', 'How visitors reach you', ['contact']],
  ['programs', 'Your programs', ['programs']],
  ['partners', 'Where you refer people to', ['partners']],
  ['look', 'How it looks', ['theme']],
  ['more', 'The rest', ['language', 'exit', 'directory', 'events']],
]);

const find = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));

/**
 * @param {Reader} reader
 * @param {Figures} figures
 */
export const main = (reader, figures) => {
  const { outline, frames, files, schema, cases, demo, colors } = JSON.parse(find('data').textContent);
  find('data').remove();
  const fields = /** @type {Outline[]} */ (outline.fields);
  const nodeOf = (/** @type {string} */ name) => /** @type {Outline} */ (fields.find((one) => one.name === name));
  const state = new State();
  state.data = { ...FRESH };
  const form = find('form');
  const say = (/** @type {string} */ words) => {
    find('said').textContent = words;
  };

  const tables = [
    tableOf(state, nodeOf('programs'), ['name', 'level', 'treats', 'ages', 'checked'], 'Program'),
    tableOf(state, nodeOf('partners'), ['name', 'for', 'phone'], 'Partner'),
  ];
  const tokens = nodeOf('theme').fields?.find(({ name }) => name === 'tokens')?.fields ?? [];
  const labelOf = (/** @type {string} */ token) => tokens.find(({ name }) => name === `color-${token}`)?.label ?? token;
  const pairs = contrasts(state, figures, colors, labelOf);
  const logo = logoOf(state, (words) => {
    find('f-logo').value = state.data.logo;
    say(words);
  });
  const take = takeAlong(state, files, schema, logo, say);
  const problems = problemsIn(state, reader, form, (path) => {
    for (const table of tables) table.reveal(path);
  });

  /** What else stands in a part of the form. */
  const MORE = /** @type {Record<string, HTMLElement[]>} */ ({ you: [logo.box], look: [pairs.box] });

  /** Fields that this page does not know stay as they are, and are told. */
  const others = element('p', { className: 'help' });

  /** Fills the sections anew: another configuration is there. */
  const fill = () => {
    for (const [id, , names] of SECTIONS) {
      const holder = find(`${id}-fields`);
      if (id === 'programs' || id === 'partners') {
        const table = tables[id === 'programs' ? 0 : 1];
        table.renew();
        holder.replaceChildren(table.element);
      } else holder.replaceChildren(...names.map((name) => field(state, nodeOf(name), [name])), ...(MORE[id] ?? []));
    }
    const unknown = Object.keys(state.data).filter((name) => name !== '$schema' && !nodeOf(name));
    others.textContent = unknown.length ? `Kept as they are, and not shown here: ${unknown.join(', ')}.` : '';
    find('more-fields').append(others);
  };

  const section = (/** @type {string} */ id, /** @type {string} */ heading, /** @type {any[]} */ ...inside) =>
    element('section', { id, 'aria-labelledby': `${id}-title` }, element('h2', { id: `${id}-title`, tabIndex: -1 }, heading), inside);

  form.replaceChildren(
    element(
      'nav',
      { 'aria-label': 'Parts of the form' },
      element(
        'ol',
        {},
        [['begin', 'Begin'], ...SECTIONS, ['finish', 'Take it along']].map(([id, heading]) =>
          element('li', {}, element('a', { href: `#${id}` }, heading)),
        ),
      ),
    ),
    section('begin', 'Begin', beginning(state, reader, demo, say), bringing(state, nodeOf('programs'), nodeOf('contact'), say, fill)),
    problems.box,
    ...SECTIONS.map(([id, heading]) => section(id, heading, element('div', { id: `${id}-fields`, className: 'fields' }))),
    section('finish', 'Take it along', take.box),
  );
  fill();

  const preview = previewIn(state, find('preview'), frames, cases, logo);
  const show = () => {
    find('undo').disabled = !state.canUndo;
    find('redo').disabled = !state.canRedo;
    pairs.show();
    take.show();
    take.tell(problems.show().length);
  };
  state.listen((where) => {
    if (!where) fill();
    show();
    preview.soon();
  });
  // A table made anew has lost what was said in it.
  form.addEventListener('made', () => problems.show());
  form.addEventListener('focusin', () => state.rest());
  find('undo').addEventListener('click', () => (state.undo(), say('Undone.')));
  find('redo').addEventListener('click', () => (state.redo(), say('Done again.')));
  find('to-finish').addEventListener('click', () => {
    find('finish').scrollIntoView();
    find('finish-title').focus();
  });
  addEventListener('keydown', (event) => {
    const typing = /** @type {Element} */ (event.target).matches?.('input:not([type=checkbox]), textarea');
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || typing) return;
    event.preventDefault();
    if (event.shiftKey) state.redo();
    else state.undo();
  });
  addEventListener('beforeunload', (event) => {
    if (take.unsaved) event.preventDefault();
  });
  take.saved();
  show();
  document.documentElement.dataset.ready = 'true';
};
