// What is looked for in all that was caught, in every form in which it could have been written, and the search.
//
// A mark is a piece of a text, a name, or the place of a press. Its letter says what it would give away:
// Q a question, A an answer's words, V an answer's name, L the level or the heading of the result, R a rule, P a place.

const PIECE = 24; // Tools cut long texts off.
const LEAST = 6; // Shorter words are found by chance.
const LEAST_WORD = 4;

/** The forms of base64 that bytes have at each of the three places where they can begin. */
const base64s = (bytes) =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The characters at both ends depend on the neighbors as well.
    return encoded.slice(before ? before + 1 : 0, -1);
  });

const escaped = (text) =>
  JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
const entities = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const named = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A text in every form. */
export const forms = (text) => {
  const bytes = Buffer.from(text);
  const found = [
    bytes,
    ...[escaped(text), escaped(text).replace(/\\u.{4}/g, (code) => code.toUpperCase().replace('U', 'u')), entities(text), named(text)],
    ...[encodeURIComponent(text), encodeURIComponent(text).replace(/%20/g, '+'), encodeURIComponent(encodeURIComponent(text))],
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    ...(bytes.length > 8 ? base64s(bytes) : []),
  ].map((form) => Buffer.from(form));
  return [...new Map(found.map((form) => [form.toString('latin1'), form])).values()];
};

/** The marks that can be told from chance, each once. Of a long text the beginning is looked for: tools cut it off. */
const telling = (marks) => {
  const cut = marks.map((mark) => (mark.text && !mark.whole ? { ...mark, text: mark.text.trim().slice(0, PIECE).trim() } : mark));
  const long = cut.filter(({ text, whole }) => !text || text.length >= (whole ? LEAST_WORD : LEAST));
  // By what it was first: a result repeats the answers.
  return [...new Map(long.reverse().map((mark) => [JSON.stringify(mark.text ?? mark.place), mark])).values()].reverse();
};

// Numbers of seven bits a byte, as binary formats write them.
const varint = (number) => (number < 128 ? [number] : [(number & 127) | 128, ...varint(number >>> 7)]);

// Two numbers that stand near to each other, whatever their names are.
const PAIRS = /(?<![\d.])(\d+)(?:\.\d+)?(?=[^\d.]{1,24}(\d+))/g;
const SHIFTS = Array.from({ length: 15 }, (_, at) => 2 * at + 2).flatMap((pixels) => [pixels, -pixels]);
const either = (number) => [...new Set([Math.floor(number), Math.round(number)])];

const isPlace = ({ letter }) => letter === 'P';

/** These marks, places among them only where they are more than `chance`. */
const seen = (found, chance) => {
  const marks = [...found];
  return marks.filter(isPlace).length > chance ? marks : marks.filter((mark) => !isPlace(mark));
};

/**
 * Searches bytes for many marks at once. `marks` is a list of { letter, text } and { letter, place: { x, y } }.
 * Names, which are short, count only as whole words: { letter, text, whole: true }.
 */
export class Search {
  #at = new Map(); // Patterns by their first four bytes.
  #known = new Uint8Array(1 << 16); // Whether any begins with these two.
  #places = new Map(); // Marks by `x,y`.

  constructor(given) {
    const marks = telling(given);
    this.marks = marks;
    for (const mark of marks.filter(({ text }) => text)) for (const form of forms(mark.text)) this.#add(form, mark);
    for (const mark of marks.filter(({ place }) => place)) {
      const { x, y } = mark.place;
      for (const left of either(x)) for (const top of either(y)) this.#places.set(`${left},${top}`, mark);
      const bytes = Buffer.from([...varint(Math.round(x)), ...varint(Math.round(y))]);
      if (bytes.length >= 4) this.#add(bytes, mark);
    }
  }

  #add(form, mark) {
    if (form.length < 4) throw new Error(`"${mark.text}" is too short to look for`);
    const key = form.readUInt32BE(0);
    this.#known[key >>> 16] = 1;
    this.#at.set(key, [...(this.#at.get(key) ?? []), { form, mark }]);
  }

  /** A search for those that are not in any of these: what a page says anyway tells nothing. */
  without(known) {
    const there = this.inAll(known);
    return new Search(this.marks.filter((mark) => !there.has(mark)));
  }

  /** The marks that are in any of these. */
  inAll(readings) {
    return new Set(readings.flatMap((bytes) => [...this.in(bytes)]));
  }

  /**
   * The marks that are in any of these, without places that may be chance. Who sees presses sees many of them; but in a
   * long recording two numbers that stand side by side are now and then the place of one.
   */
  certain(readings) {
    const found = this.inAll(readings);
    return seen(found, seen(found, 1).some(isPlace) ? this.#chance(readings) + 1 : 1);
  }

  /** The most places that would be found if all presses had been a little higher or lower. */
  #chance(readings) {
    const moved = this.marks
      .filter(({ place }) => place)
      .flatMap(({ place: { x, y } }) => SHIFTS.map((shift) => ({ letter: 'P', shift, place: { x, y: y + shift } })))
      .filter(({ place: { x, y } }) => y > 0 && !either(x).some((left) => either(y).some((top) => this.#places.has(`${left},${top}`))));
    const found = [...new Search(moved).inAll(readings)];
    return Math.max(...SHIFTS.map((shift) => found.filter((mark) => mark.shift === shift).length));
  }

  /** The marks that are in these bytes. */
  in(bytes) {
    const found = new Set();
    const word = (at) => /[A-Za-z0-9_]/.test(String.fromCharCode(bytes[at] ?? 0));
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (!this.#known[(bytes[at] << 8) | bytes[at + 1]]) continue;
      for (const { form, mark } of this.#at.get(bytes.readUInt32BE(at)) ?? []) {
        if (found.has(mark) || bytes.compare(form, 0, form.length, at, Math.min(at + form.length, bytes.length)) !== 0) continue;
        if (mark.whole && (word(at - 1) || word(at + form.length))) continue;
        found.add(mark);
      }
    }
    if (this.#places.size) {
      for (const [, x, y] of bytes.toString('latin1').matchAll(PAIRS)) {
        const mark = this.#places.get(`${x},${y}`);
        if (mark) found.add(mark);
      }
    }
    return found;
  }
}

/** The letters of these marks, in order. A lone place counts as chance. */
export const letters = (found) => [...'QAVLRP'].filter((letter) => seen(found, 1).some((mark) => mark.letter === letter)).join('');
