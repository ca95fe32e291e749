// Brings in programs from what there is: cells of a spreadsheet, a listing, schema.org data. What was found are drafts; what a person
// has looked at and ticked becomes a program, and nothing else does.

import { button, element } from './element.js';
import { namesOf } from './import/draft.js';
import { draftsOf } from './import/read.js';
import { HEADINGS } from './import/table.js';
import { save } from './save.js';

/** @import { Outline } from './controls.js' */
/** @import { State } from './state.js' */

const LISTING = 'https://findtreatment.gov/locator/exportsAsJson/v2';
const first = (/** @type {string} */ words) => words[0].toUpperCase() + words.slice(1);

/**
 * @param {State} state
 * @param {Outline} programs
 * @param {Outline} contact
 * @param {(words: string) => void} say
 * @param {() => void} done
 */
export const bringing = (state, programs, contact, say, done) => {
  const fields = programs.fields ?? [];
  const names = namesOf(fields);
  const labelOf = (/** @type {string} */ name) => fields.find((one) => one.name === name)?.label ?? name;
  const wordsOf = (/** @type {string} */ name, /** @type {string} */ id) => {
    const field = fields.find((one) => one.name === name);
    const choices = field?.choices ?? field?.fields?.find((one) => one.choices)?.choices ?? [];
    return first(choices.find(([one]) => one === id)?.[1] ?? id);
  };
  const results = element('div', { className: 'drafts' });
  const box = element('textarea', { id: 'bring', rows: 5, spellcheck: false, autocomplete: 'off', 'aria-describedby': 'bring-help' });

  /** A box to tick; nothing is ticked before somebody has looked. */
  const tick = (/** @type {string} */ words, /** @type {string} */ id) => {
    const input = element('input', { type: 'checkbox', id });
    return { input, label: element('label', { className: 'choice' }, input, element('span', {}, words)) };
  };

  const show = () => {
    const draft = draftsOf(box.value, names);
    const found = draft.programs.map((program, index) => {
      const id = `draft-${index}`;
      const name = element('input', { type: 'text', id: `${id}-name`, value: program.name ?? '', autocomplete: 'off' });
      const level = element(
        'select',
        { id: `${id}-level` },
        [['', 'Choose one'], ...(fields.find((one) => one.name === 'level')?.choices ?? [])].map(([value, words]) =>
          element('option', { value, selected: value === (program.level ?? '') }, first(words)),
        ),
      );
      const suggested = Object.entries(draft.suggested ?? {}).map(([field, ids]) => ({
        field,
        ticks: ids.map((one) => ({ one, ...tick(wordsOf(field, one), `${id}-${field}-${one}`) })),
      }));
      const { name: _, level: __, ...rest } = program;
      const right = tick('I have looked at it: add this program', `${id}-add`);
      const read = () => {
        const chosen = suggested.flatMap(({ field, ticks }) => {
          const ids = ticks.filter(({ input }) => input.checked).map(({ one }) => one);
          return ids.length ? [[field, ids]] : [];
        });
        return {
          ...(name.value && { name: name.value }),
          ...(level.value && { level: level.value }),
          ...rest,
          ...Object.fromEntries(chosen),
        };
      };
      const whole = element(
        'fieldset',
        { className: 'draft card' },
        element('legend', {}, program.name ?? `Draft ${index + 1}`),
        element('div', { className: 'fields' }, [
          element('div', { className: 'field' }, element('label', { for: name.id }, 'Name'), name),
          element('div', { className: 'field' }, element('label', { for: level.id }, 'Level of care'), level),
        ]),
        Object.entries(rest).map(([field, value]) =>
          element(
            'p',
            { className: 'help' },
            element('strong', {}, `${labelOf(field)}: `),
            typeof value === 'string' ? value : JSON.stringify(value),
          ),
        ),
        suggested.length > 0 &&
          element(
            'details',
            {},
            element('summary', {}, 'What the listing says of the whole place'),
            element('p', { className: 'help' }, 'Tick what is true of this program.'),
            suggested.map(({ field, ticks }) =>
              element(
                'fieldset',
                {},
                element('legend', {}, labelOf(field)),
                element(
                  'div',
                  { className: 'choices' },
                  ticks.map(({ label }) => label),
                ),
              ),
            ),
          ),
        right.label,
      );
      return { whole, right: right.input, read };
    });
    const ways = Object.entries(draft.contact).map(([field, value]) => {
      const words = typeof value === 'string' ? value : /** @type {any} */ (value).lines.join(', ');
      const label = contact.fields?.find((one) => one.name === field)?.label ?? field;
      return { field, value, ...tick(`${label}: ${words}`, `draft-contact-${field}`) };
    });
    const named = draft.name ? tick(`Name of your organization: ${draft.name}`, 'draft-organization') : undefined;
    const add = () => {
      const chosen = found.filter(({ right }) => right.checked);
      if (named?.input.checked) state.set(['name'], draft.name);
      for (const { field, value, input } of ways) if (input.checked) state.set(['contact', field], value);
      if (chosen.length) state.change(['programs'], (items) => [...items, ...chosen.map(({ read }) => read())]);
      const count = chosen.length;
      results.replaceChildren();
      box.value = '';
      done();
      say(
        `${count === 1 ? 'One program was' : `${count} programs were`} added. Look for what is still missing in the list of what to look at.`,
      );
    };
    const count = draft.programs.length;
    results.replaceChildren(
      element(
        'p',
        { role: 'status', tabIndex: -1, id: 'bring-found' },
        draft.from === 'nothing'
          ? draft.unused[0]
          : `${count === 1 ? 'One draft' : `${count} drafts`} from ${draft.from}. Look at each: what is right, tick.`,
      ),
    );
    if (draft.from === 'nothing') return;
    if (named || ways.length) {
      results.append(
        element(
          'fieldset',
          { className: 'draft card' },
          element('legend', {}, 'Who you are'),
          [named, ...ways].map((way) => way?.label),
        ),
      );
    }
    results.append(...found.map(({ whole }) => whole));
    if (draft.unused.length) {
      results.append(
        element(
          'details',
          { open: true, className: 'unused' },
          element('summary', {}, `Not used, or changed (${draft.unused.length})`),
          element(
            'ul',
            {},
            draft.unused.map((words) => element('li', {}, words)),
          ),
        ),
      );
    }
    results.append(button('Add what is ticked', add, { id: 'bring-add', className: 'primary' }));
    document.getElementById('bring-found')?.focus();
  };

  return element(
    'details',
    { id: 'bringing' },
    element('summary', {}, 'Bring in programs from a spreadsheet, FindTreatment.gov or your website'),
    element(
      'div',
      { id: 'bring-help' },
      element(
        'ul',
        { className: 'help' },
        element(
          'li',
          {},
          'A spreadsheet: select the cells with their headings, copy, and paste here; or the text of a CSV file. Headings such as: ',
          element('code', {}, HEADINGS.join(', ')),
          '.',
        ),
        element(
          'li',
          {},
          'FindTreatment.gov: this page fetches nothing. Open ',
          element('code', {}, LISTING),
          ' with your place’s search in a window of its own, and paste the rows of your place.',
        ),
        element('li', {}, 'Your website: paste the source of a page that has schema.org data in it.'),
      ),
    ),
    element('label', { for: 'bring' }, 'Paste here'),
    box,
    element(
      'div',
      { className: 'row' },
      button('Read it', show, { id: 'bring-read' }),
      // Editors of spreadsheets take a file for UTF-8 by its mark.
      button('Save an empty sheet', () => save('programs.csv', `\ufeff${HEADINGS.join(',')}\r\n`, 'text/csv'), { id: 'bring-empty' }),
    ),
    results,
  );
};
