// Which values the tokens of a theme can have. Their names, kinds and limits, and what a name of a font can have in it, are those
// of src/provider/theme.rs: the build puts them in as PF_TOKENS. The core's build with words (www/check.js) names what is wrong
// by the same ones.

const { COLORS, SIZES, LETTERS, KEYWORDS, MOST } = PF_TOKENS;

const COLOR = /^#([0-9a-f]{3}){1,2}$/i;
const PART = `[\\w${LETTERS}-]`;
const WORD = `(?!(${KEYWORDS})(?!${PART}))-?[a-z_${LETTERS}]${PART}*`;
const INNER = `[\\w .${LETTERS}-]+`;
const NAME = ` *("${INNER}"|'${INNER}'|${WORD}( +${WORD})*) *`;
const FONTS = RegExp(`^(?=[^]{1,${MOST}}$)${NAME}(,${NAME})*$`, 'iu');

/** What a style sheet is given for a token: nothing for null, which counts as left out, and undefined for what it cannot have. */
export const tokenValue = (name, given) => {
  const words = name === 'font-family' ? FONTS : COLORS.includes(name) && COLOR;
  const [unit, least, most] = (Object.hasOwn(SIZES, name) && SIZES[name]) || [];
  if (given === null && (words || most)) return '';
  const text = typeof given === 'string' ? given : '';
  if (words) return words.test(text) ? text : undefined;
  const number = RegExp(`^\\d{1,4}(\\.\\d{1,4})?(${unit})?$`).test(text) ? parseFloat(text) : given;
  return typeof number === 'number' && number >= least && number <= most ? number + unit : undefined;
};
