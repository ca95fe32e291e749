// What a provider takes along: all files for its website as one zip, the configuration alone, or the lines to paste.

import { strToU8, zipSync } from 'fflate';
import { button, element } from './element.js';
import { save } from './save.js';
import { KINDS, lines, page } from './snippets.js';

/** @import { State } from './state.js' */
/** @import { Options } from './snippets.js' */

/** So that the same configuration gives the same bytes: the first day that a zip can hold. */
const WHEN = new Date(1980, 0, 2);

/** What to do with the files, for whoever unpacks them. */
const START = `Put the program finder on your website
=======================================

1. Upload the folder "program-finder", the file "finder.json" and your logo, if one is
   beside it, to your website, at its top. Upload over an older one, and delete nothing.
2. Open the page where the finder belongs in your editor, and paste all that is
   in "paste-this.html" into it as HTML.
3. Look at the page, and answer the questions once yourself.

"example-page.html" is a whole page with the finder on it, to try things out: upload it
beside the others. Opened by a double click it shows your telephone number only, since
browsers read no configuration from a folder.

To change something, open "finder.json" in the page that made it. Nothing that visitors
answer ever leaves their browser.
`;

/**
 * The files of the zip, by their paths.
 * @param {Record<string, string>} files Those of the finder.
 * @param {string} schema
 * @param {State} state
 * @param {Options} options
 * @param {{ path: string, bytes: Uint8Array } | undefined} logo Where it is from finder.json, and what is in it.
 */
export const everything = (files, schema, state, options, logo) => {
  const beside = { ...options, folder: 'program-finder/', config: 'finder.json' };
  const all = /** @type {Record<string, string | Uint8Array>} */ ({
    'START.txt': START,
    'finder.json': state.text,
    'paste-this.html': lines(state.data, options),
    'example-page.html': page(state.data, beside),
    'finder.schema.json': schema,
  });
  for (const [name, text] of Object.entries(files)) all[`program-finder/${name}`] = text;
  // The finder's page of its own reads the one beside it.
  all['program-finder/finder.json'] = state.text;
  if (logo) for (const folder of ['', 'program-finder/']) all[folder + logo.path] = logo.bytes;
  return all;
};

/**
 * @param {State} state
 * @param {Record<string, string>} files
 * @param {string} schema
 * @param {ReturnType<typeof import('./logo.js').logoOf>} logo
 * @param {(words: string) => void} say
 */
export const takeAlong = (state, files, schema, logo, say) => {
  /** @type {Options} */
  const options = { folder: '/program-finder/', config: '/finder.json', display: '', level: '' };
  let kind = KINDS[0];
  const count = element('p', { id: 'take-problems', className: 'help' });
  const apart = element('p', { id: 'take-logo', className: 'help', hidden: true });

  const zip = () => {
    const all = everything(files, schema, state, options, logo.file());
    const bytes = Object.fromEntries(Object.entries(all).map(([name, is]) => [name, typeof is === 'string' ? strToU8(is) : is]));
    save('program-finder.zip', zipSync(bytes, { mtime: WHEN, level: 6 }), 'application/zip');
    saved();
    say('program-finder.zip is saved where your browser keeps downloads. Begin with START.txt in it.');
  };
  const file = () => {
    save('finder.json', state.text, 'application/json');
    saved();
    say('finder.json is saved where your browser keeps downloads.');
  };
  let kept = state.text;
  const saved = () => {
    kept = state.text;
  };

  const output = element('textarea', { id: 'lines', readOnly: true, rows: 9, 'aria-describedby': 'lines-help', spellcheck: false });
  const steps = element('ol', { id: 'lines-help' });
  const show = () => {
    steps.replaceChildren(...kind.steps.map((words) => element('li', {}, words)));
    output.value = kind.paste?.(state.data, options) ?? '';
    apart.hidden = !logo.missing;
    apart.textContent = `The picture of your logo is not in the zip. Choose its file under “Who you are”, or upload it yourself: ${logo.missing}.`;
  };
  const copy = async () => {
    output.select();
    try {
      await navigator.clipboard.writeText(output.value);
    } catch {
      // A page opened from a file may not write by itself.
      document.execCommand('copy');
    }
    say('The lines are copied.');
  };

  const option = (/** @type {'folder' | 'config'} */ name, /** @type {string} */ words) =>
    element(
      'div',
      { className: 'field' },
      element('label', { for: `take-${name}` }, words),
      element('input', {
        type: 'text',
        id: `take-${name}`,
        value: options[name],
        autocomplete: 'off',
        oninput: (/** @type {any} */ { target }) => ((options[name] = target.value), show()),
      }),
    );
  const choice = (/** @type {'display' | 'level'} */ name, /** @type {string} */ words, /** @type {string[][]} */ values) =>
    element(
      'div',
      { className: 'field' },
      element('label', { for: `take-${name}` }, words),
      element(
        'select',
        { id: `take-${name}`, onchange: (/** @type {any} */ { target }) => ((options[name] = target.value), show()) },
        values.map(([value, said]) => element('option', { value }, said)),
      ),
    );

  const box = element(
    'div',
    {},
    count,
    apart,
    element(
      'div',
      { className: 'take' },
      element(
        'div',
        { className: 'card' },
        element('h3', {}, 'Everything for my website'),
        element('p', {}, 'A zip with the finder, your finder.json, the lines to paste, a page to try it on, and what to do with them.'),
        button('Save the zip', zip, { id: 'save-zip', className: 'primary' }),
      ),
      element(
        'div',
        { className: 'card' },
        element('h3', {}, 'Only finder.json'),
        element('p', {}, 'Where the finder is on your website already, this is the one file to replace.'),
        button('Save finder.json', file, { id: 'save-file' }),
      ),
    ),
    element('h3', {}, 'The lines to paste'),
    element(
      'div',
      { className: 'field' },
      element('label', { for: 'take-kind' }, 'What is your website made with?'),
      element(
        'select',
        { id: 'take-kind', onchange: (/** @type {any} */ { target }) => ((kind = KINDS[target.selectedIndex]), show()) },
        KINDS.map(({ id, name }) => element('option', { value: id }, name)),
      ),
    ),
    steps,
    element(
      'details',
      {},
      element('summary', {}, 'Where things are on my website'),
      element(
        'div',
        { className: 'fields' },
        option('folder', 'Folder of the finder'),
        option('config', 'Your finder.json'),
        choice('display', 'Where it opens', [
          ['', 'In its place on the page'],
          ['dialog', 'Over the page, after Start'],
        ]),
        choice('level', 'Level of its first heading', [['', 'As usual: 2'], ...['1', '3', '4', '5'].map((level) => [level, level])]),
      ),
    ),
    element('label', { for: 'lines' }, 'Copy this'),
    output,
    button('Copy the lines', copy, { id: 'copy-lines' }),
  );
  show();
  return {
    box,
    show,
    saved,
    /** Whether there is something that was not saved. */
    get unsaved() {
      return state.text !== kept;
    },
    tell(/** @type {number} */ problems) {
      count.textContent = problems
        ? `There ${problems === 1 ? 'is one thing' : `are ${problems} things`} to look at, in the list at the top. You can take it along all the same: what is wrong is left out.`
        : 'Nothing is wrong. It is ready for your website.';
    },
  };
};
