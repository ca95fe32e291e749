// Makes elements. Words are only ever text.

/**
 * An element with properties and children. `aria` and `data` hold attributes of those kinds; what is false or undefined is left out.
 * @param {string} tag
 * @param {Record<string, any>} [properties]
 * @param {...any} children
 * @returns {any} Of whatever kind the tag is.
 */
export const element = (tag, properties = {}, ...children) => {
  const made = /** @type {any} */ (document.createElement(tag));
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (name.includes('-') || name === 'for' || name === 'role' || name === 'list') made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.flat(3).filter((child) => child !== undefined && child !== false && child !== ''));
  return made;
};

/** @type {(words: string, press: () => void, more?: Record<string, any>) => HTMLButtonElement} */
export const button = (words, press, more = {}) => element('button', { type: 'button', onclick: press, ...more }, words);

/** Words in which names of fields stand in backticks. */
export const marked = (/** @type {string} */ words) =>
  words.split('`').map((piece, index) => (index % 2 ? element('code', {}, piece) : piece));
