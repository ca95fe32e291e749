// The picture of the logo. A configuration only says where it is; what is chosen here is in the preview and in the zip, and is kept in
// this window alone.

import { element } from './element.js';

/** @import { State } from './state.js' */

const MOST_PIXELS = 4096; // On each side, as the loader has it.
const PICTURES = /\.(png|jpe?g|webp|gif|avif|svg)$/i;

/** A name that every server and every address takes as it is. */
const plain = (/** @type {string} */ name) =>
  name
    .replace(/[^\w.]+/g, '-')
    .replace(/^[-.]+/, '')
    .replace(/-+(?=\.)/g, '');

/**
 * @param {State} state
 * @param {(words: string) => void} changed Called with what to say.
 */
export const logoOf = (state, changed) => {
  /** @type {{ name: string, bytes: Uint8Array, image: HTMLImageElement } | undefined} */
  let chosen;
  const told = element('p', { id: 'logo-problem', className: 'problem', role: 'alert', hidden: true });

  const read = async (/** @type {File} */ file) => {
    const image = new Image();
    image.src = URL.createObjectURL(file);
    await image.decode();
    const { width, height } = await createImageBitmap(image);
    if (!PICTURES.test(file.name) || Math.max(width, height) > MOST_PIXELS) throw new Error();
    return { name: plain(file.name), bytes: new Uint8Array(await file.arrayBuffer()), image };
  };

  const take = async (/** @type {File | undefined} */ file) => {
    if (!file) return;
    try {
      chosen = await read(file);
      told.hidden = true;
      state.set(['logo'], chosen.name);
      state.rest();
      changed(`${chosen.name} is in the preview, and in the zip.`);
    } catch {
      told.textContent = `${file.name} can’t be shown. Choose a .png, .jpg, .webp or .svg of at most ${MOST_PIXELS} pixels on each side; an .svg has to say its width and height.`;
      told.hidden = false;
    }
  };

  /** Where the configuration has it, relative to itself; nothing where that is no file of this name. */
  const path = () => {
    const { logo } = state.data;
    const isBeside = typeof logo === 'string' && /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(logo);
    return isBeside && chosen && logo.split('/').at(-1) === chosen.name ? /** @type {string} */ (logo) : undefined;
  };

  const input = element('input', {
    type: 'file',
    id: 'logo-file',
    accept: 'image/*',
    'aria-describedby': 'logo-help logo-problem',
    onchange: async () => {
      await take(input.files[0]);
      input.value = '';
    },
  });
  const box = element(
    'div',
    { className: 'field' },
    element('label', { for: 'logo-file' }, 'The picture of your logo'),
    element(
      'p',
      { className: 'help', id: 'logo-help' },
      'Choose its file, and it is in the preview and in the zip. It is not sent anywhere.',
    ),
    input,
    told,
  );

  return {
    box,
    /** The file, for the zip. */
    file() {
      const at = path();
      return at && chosen ? { path: at, bytes: chosen.bytes } : undefined;
    },
    /** Its pixels, for the preview. */
    async picture() {
      return path() && chosen ? createImageBitmap(chosen.image) : undefined;
    },
    /** The name of a logo whose picture is not here. */
    get missing() {
      const { logo } = state.data;
      return typeof logo === 'string' && logo && !path() ? logo : undefined;
    },
  };
};
