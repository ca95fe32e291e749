// The finder as it will be, beside the form: the real frame, sealed as on a page, with the configuration as it is now. It can be told
// to show the result of a made-up visitor (door.js).

import { button, element } from './element.js';

/** @import { State } from './state.js' */

/** Milliseconds after the last change. */
const REST = 400;
const WIDTHS = /** @type {Record<string, [words: string, width: number, height: number]>} */ ({
  phone: ['Phone', 360, 680],
  desktop: ['Computer', 1280, 760],
});

/**
 * @param {State} state
 * @param {HTMLElement} aside
 * @param {Record<string, string>} frames The frame, by language.
 * @param {{ name: string, cases: { name: string, answers: object }[] }[]} cases
 * @param {{ picture(): Promise<ImageBitmap | undefined> }} logo
 */
export const previewIn = (state, aside, frames, cases, logo) => {
  let width = 'phone';
  let lang = 'en';
  let chosen = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {HTMLIFrameElement | undefined} */
  let frame;
  const box = element('div', { className: 'screen' });

  /** As large as there is room for. */
  const fit = () => {
    if (!frame) return;
    const [, wide, high] = WIDTHS[width];
    const room = /** @type {HTMLElement} */ (box.parentElement).clientWidth - parseFloat(getComputedStyle(aside).paddingLeft) * 2 - 2;
    const scale = Math.min(1, room / wide);
    box.style.width = `${Math.floor(wide * scale) + 2}px`;
    Object.assign(frame.style, { width: `${wide}px`, height: `${high}px`, transform: `scale(${scale})`, transformOrigin: '0 0' });
    box.style.height = `${Math.ceil(high * scale)}px`;
  };

  const answersOf = () => {
    const [group, index] = chosen.split('/').map(Number);
    return chosen ? cases[group].cases[index].answers : undefined;
  };

  const make = () => {
    frame = element('iframe', { title: 'Preview of your finder' });
    const made = /** @type {any} */ (frame);
    made.sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';
    made.referrerPolicy = 'no-referrer';
    made.srcdoc = frames[lang];
    delete box.dataset.shown;
    box.replaceChildren(made);
    fit();
  };

  addEventListener('message', async ({ source, data }) => {
    if (!frame || source !== frame.contentWindow || data?.pf !== 1) return;
    const say = (/** @type {object} */ message) => /** @type {Window} */ (source).postMessage(message, '*');
    if (data.type === 'ready') {
      // A logo is a file of the website, and not here unless it was chosen.
      const picture = await logo.picture();
      const { logo: name, ...config } = state.data;
      if (picture) config.logo = name;
      say({ pf: 1, type: 'init', config: JSON.stringify(config), display: 'inline', narrow: false, site: '', level: 0, opened: false });
      if (picture) say({ pf: 1, type: 'logo', picture });
    } else if (data.type === 'mounted') {
      const answers = answersOf();
      if (answers) say({ answers });
      else box.dataset.shown = 'start';
    } else if (data.type === 'showing') {
      box.dataset.shown = chosen;
      frame.title = `Preview of your finder: ${data.heading}`;
    }
  });
  new ResizeObserver(fit).observe(aside);

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(make, REST);
  };

  /** Buttons of which one is pressed. @type {(label: string, choices: Record<string, string>, is: string, choose: (id: string) => void) => HTMLElement} */
  const toggle = (label, choices, is, choose) => {
    const buttons = Object.entries(choices).map(([id, words]) => {
      const one = button(words, () => {
        for (const [other] of buttons) other.setAttribute('aria-pressed', String(other === one));
        choose(id);
      });
      one.setAttribute('aria-pressed', String(id === is));
      return /** @type {const} */ ([one]);
    });
    return element(
      'div',
      { className: 'toggle', role: 'group', 'aria-label': label },
      buttons.map(([one]) => one),
    );
  };
  const looks = Object.fromEntries(Object.entries(WIDTHS).map(([id, [words]]) => [id, words]));

  const choose = element(
    'select',
    { id: 'case', onchange: (/** @type {any} */ { target }) => ((chosen = target.value), make()) },
    element('option', { value: '' }, 'The start screen'),
    cases.map(({ name, cases }, group) =>
      element(
        'optgroup',
        { label: name },
        cases.map(({ name }, index) => element('option', { value: `${group}/${index}` }, name)),
      ),
    ),
  );

  aside.replaceChildren(
    element('h2', { id: 'preview-title' }, 'Preview'),
    element(
      'div',
      { className: 'row' },
      toggle('Width of the preview', looks, width, (id) => ((width = id), fit(), aside.classList.toggle('wide', id === 'desktop'), fit())),
      toggle('Language of the preview', { en: 'English', es: 'Español' }, lang, (id) => ((lang = id), make())),
    ),
    element('div', { className: 'show-me' }, element('label', { for: 'case' }, 'Show me'), choose),
    box,
    element(
      'p',
      { className: 'help' },
      'The real finder, with what you have filled in. A made-up visitor’s answers lead to what is chosen above; you can also press Start and answer yourself.',
    ),
  );
  make();
  return { soon };
};
