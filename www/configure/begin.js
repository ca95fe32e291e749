// How one begins: with nothing, with a file that there is, or with the example. What cannot be read changes nothing.

import { findingsOf } from '../findings.js';
import { button, element } from './element.js';

/** @import { Reader } from '../findings.js' */
/** @import { State } from './state.js' */

/** What a new configuration holds. */
export const FRESH = { $schema: 'finder.schema.json' };

/**
 * @param {State} state
 * @param {Reader} reader
 * @param {string} demo
 * @param {(words: string) => void} say
 */
export const beginning = (state, reader, demo, say) => {
  const told = element('p', { id: 'open-problem', className: 'problem', role: 'alert', hidden: true });
  const box = element('textarea', {
    id: 'paste',
    rows: 4,
    spellcheck: false,
    autocomplete: 'off',
    'aria-describedby': 'open-problem',
    placeholder: '{ "name": … }',
  });

  /** Opens a text. Where it cannot be read, it stays in the box, with what is wrong and where. */
  const open = (/** @type {string} */ text, /** @type {string} */ what) => {
    const clean = text.replace(/^\ufeff/, '');
    const { config, findings } = findingsOf(reader, clean, what);
    const slips = findings.filter(
      ({ field }) => !field || /given twice/.test(String(findings.find((one) => one.field === field)?.message)),
    );
    if (!config) {
      const [{ message }] = findings;
      box.value = text;
      told.textContent = `${message} Nothing was changed.`;
      told.hidden = false;
      box.focus();
      return;
    }
    told.textContent = slips.map(({ message }) => message).join(' ');
    told.hidden = !slips.length;
    box.value = '';
    state.replace(config);
    say(`${what} is open. Undo brings back what was there before.`);
  };

  const take = async (/** @type {File | undefined} */ file) => {
    if (file) open(await file.text(), file.name);
  };
  const chooser = element('input', {
    type: 'file',
    id: 'open-file',
    accept: '.json,.txt,application/json',
    onchange: async () => {
      await take(chooser.files[0]);
      chooser.value = '';
    },
  });
  // A file that is let go anywhere on the page would leave it for that file.
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });

  return element(
    'div',
    {},
    element('p', {}, 'Just fill in the form below. Or open what you have:'),
    element(
      'div',
      { className: 'row begin' },
      element(
        'div',
        { className: 'field' },
        element('label', { for: 'open-file' }, 'Open a finder.json, or drop it on this page'),
        chooser,
      ),
      button('Look at an example', () => open(demo, 'The example'), { id: 'open-demo' }),
      button('Begin with nothing', () => (state.replace(FRESH), say('Everything is empty now. Undo brings back what was there before.')), {
        id: 'open-new',
      }),
    ),
    element(
      'div',
      { className: 'field' },
      element('label', { for: 'paste' }, 'Or paste its text'),
      box,
      told,
      button('Open the text', () => open(box.value, 'The text'), { id: 'open-text' }),
    ),
  );
};
