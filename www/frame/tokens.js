// Which values the tokens of a theme can have. Their names and limits are those of src/provider/theme.rs, which the build puts in
// as PF_TOKENS. The core's build with words (www/check.js) names what is wrong by the same ones.

const { COLORS, SIZES, MOST } = PF_TOKENS;

const COLOR = /^#([0-9a-f]{3}){1,2}$/i;
const FONT = /^ *(["']?)([\w.\xa0-\uffff-][\w .\xa0-\uffff-]*?)\1 *$/;
// What may mean something to a style sheet, such as `serif`. Anything else it takes for a name only in quotation marks.
const BARE = /^(?!(inherit|initial|unset|revert|revert-layer|default)$)-?[a-z][a-z-]*$/i;
const fontsOf = (/** @type {string} */ text) => {
  const names = text.split(',').map((one) => FONT.exec(one)?.[2]);
  return text.length <= MOST && names.every(Boolean)
    ? names.map((/** @type {any} */ name) => (BARE.test(name) ? name : `"${name}"`)).join()
    : undefined;
};

/**
 * What a style sheet is given for a token: nothing for null, which counts as left out, and undefined for what it cannot have.
 * @param {string} name
 * @param {unknown} given
 */
export const tokenValue = (name, given) => {
  const [unit, least, most] = /** @type {any[]} */ ((Object.hasOwn(SIZES, name) && SIZES[name]) || []);
  const fonts = name === 'font-family';
  const known = most || fonts || COLORS.includes(name);
  if (known && given === null) return '';
  const text = typeof given === 'string' ? given : '';
  if (fonts) return fontsOf(text);
  if (!most) return known && COLOR.test(text) ? text : undefined;
  const number = RegExp(`^\\d{1,4}(\\.\\d{1,4})?(${unit})?$`).test(text) ? parseFloat(text) : given;
  return typeof number === 'number' && number >= least && number <= most ? number + unit : undefined;
};
