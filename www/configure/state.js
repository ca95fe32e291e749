// The configuration that is being written: a plain object, just as it came. Fields that nobody knows and the order of all of them
// stay; a change can be undone.

/** @typedef {(string | number)[]} Path As in `['programs', 0, 'name']`. */

const MOST_UNDONE = 50;

const copy = (/** @type {any} */ value) => JSON.parse(JSON.stringify(value));

/** `programs[0].name`, as problems name it. */
export const written = (/** @type {Path} */ path) =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index ? `.${step}` : step)).join('');

/** The steps of `programs[0].name`. @returns {Path} */
export const steps = (/** @type {string} */ path) =>
  [...path.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) => (name === undefined ? Number(index) : name));

const isGroup = (/** @type {any} */ value) => Boolean(value) && typeof value === 'object' && !Array.isArray(value);

export class State {
  /** @type {Record<string, any>} */
  data = {};
  /** @type {string[]} */
  #before = [];
  /** @type {string[]} */
  #after = [];
  /** What was changed last: typing in one field is one step. */
  #last = '';
  /** @type {((where: string) => void)[]} */
  #listeners = [];

  /** Calls with what was changed: a path as problems name it, or nothing for all of it. */
  listen(/** @type {(where: string) => void} */ hear) {
    this.#listeners.push(hear);
  }
  #tell(/** @type {string} */ where) {
    for (const hear of this.#listeners) hear(where);
  }
  get canUndo() {
    return this.#before.length > 0;
  }
  get canRedo() {
    return this.#after.length > 0;
  }
  get text() {
    return `${JSON.stringify(this.data, null, 2)}\n`;
  }

  get(/** @type {Path} */ path) {
    let value = /** @type {any} */ (this.data);
    for (const step of path) value = value?.[step];
    return value;
  }

  /** Remembers what is there, before it is changed. The same `what` again is one step with the one before. */
  #remember(what = '') {
    if (what && what === this.#last) return;
    this.#last = what;
    this.#before.push(JSON.stringify(this.data));
    if (this.#before.length > MOST_UNDONE) this.#before.shift();
    this.#after = [];
  }

  /** Puts a value in, or takes the field out where it is undefined; and with it a group that is empty then. */
  set(/** @type {Path} */ path, /** @type {any} */ value) {
    const where = written(path);
    this.#remember(where);
    if (value === undefined) this.#remove(path);
    else {
      let holder = /** @type {any} */ (this.data);
      path.slice(0, -1).forEach((step, index) => {
        if (holder[step] === null || typeof holder[step] !== 'object') holder[step] = typeof path[index + 1] === 'number' ? [] : {};
        holder = holder[step];
      });
      holder[path[path.length - 1]] = value;
    }
    this.#tell(where);
  }

  #remove(/** @type {Path} */ path) {
    const [holder, last] = [this.get(path.slice(0, -1)), path[path.length - 1]];
    if (!holder || typeof holder !== 'object') return;
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else delete holder[last];
    const inList = typeof path[path.length - 2] === 'number';
    if (path.length > 1 && !inList && isGroup(holder) && !Object.keys(holder).length) this.#remove(path.slice(0, -1));
  }

  /** Changes a list as a whole: `change` is given a copy of its things, and gives those that come of it. */
  change(/** @type {Path} */ path, /** @type {(items: any[]) => any[]} */ change) {
    const items = this.get(path);
    this.set(path, change(Array.isArray(items) ? copy(items) : []));
    this.#last = '';
  }

  /** Another configuration in place of this one. */
  replace(/** @type {Record<string, any>} */ data) {
    this.#remember();
    this.data = copy(data);
    this.#tell('');
  }

  /** The next change is a step of its own. */
  rest() {
    this.#last = '';
  }

  undo() {
    this.#swap(this.#before, this.#after);
  }
  redo() {
    this.#swap(this.#after, this.#before);
  }
  #swap(/** @type {string[]} */ from, /** @type {string[]} */ to) {
    const text = from.pop();
    if (text === undefined) return;
    to.push(JSON.stringify(this.data));
    this.data = JSON.parse(text);
    this.#last = '';
    this.#tell('');
  }
}
