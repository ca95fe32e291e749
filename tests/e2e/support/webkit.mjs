// WebKit, as Debian's GTK port has it, with as much of puppeteer's interface as these tests use. Its driver speaks of
// one window and one frame at a time, so what is asked goes through a queue.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSession } from './webdriver.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const KEYS = {
  Tab: '\ue004',
  Enter: '\ue007',
  Shift: '\ue008',
  Control: '\ue009',
  Escape: '\ue00c',
  End: '\ue010',
  Home: '\ue011',
  ArrowLeft: '\ue012',
  ArrowUp: '\ue013',
  ArrowRight: '\ue014',
  ArrowDown: '\ue015',
};

/**
 * The driver does not tell what the console says. So the site puts this before the loader, which then tells the page's
 * own part of it; what the frame says is not heard.
 */
export const LISTENER = `(() => {
  const said = (self[Symbol.for('said')] = []);
  for (const type of ['error', 'warn', 'log']) {
    const was = console[type];
    console[type] = (...words) => { said.push([type, words.map(String).join(' ')]); was.apply(console, words); };
  }
})();`;

/** The browser that the driver starts is in no folder of the search path. */
const browserOf = () => {
  const folders = ['/usr/lib', '/usr/libexec'].flatMap((root) =>
    existsSync(root) ? [root, ...readdirSync(root).map((name) => join(root, name))] : [],
  );
  const ports = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'];
  return folders.flatMap((folder) => ports.map((port) => join(folder, port, 'MiniBrowser'))).find(existsSync);
};

class Handle {
  /** @param {Place} place */
  constructor(place, value) {
    this.place = place;
    this.value = value;
  }
  get id() {
    return this.value?.[ELEMENT];
  }
  evaluate(question, ...values) {
    return this.place.evaluate(question, this, ...values);
  }
  async contentFrame() {
    return new Place(this.place.window, this);
  }
  asElement() {
    return this.id ? this : null;
  }
  async dispose() {}
}

/** A document: the window's own, or that of a frame in it. */
class Place {
  /**
   * @param {Page | undefined} window Its own, if it is none.
   * @param {Handle} [frame]
   */
  constructor(window, frame) {
    this.window = /** @type {Page} */ (window);
    this.frame = frame;
  }

  async #run(question, values, pack) {
    // A promise is waited for. What the page has said since (see `LISTENER`) is brought along.
    const script = `const done = arguments[arguments.length - 1], given = [].slice.call(arguments, 0, -1);
      const tell = (...words) => done([(self[Symbol.for('said')] || []).splice(0), ...words]);
      Promise.resolve().then(() => (${question}).apply(null, given)).then((value) => tell(value === undefined ? null : ${pack}(value), ''), (error) => tell(null, String(error)));`;
    const args = values.map((value) => (value instanceof Handle ? value.value : (value ?? null)));
    const [said, value, error] = await this.window.session.at(this, async (command) => {
      try {
        return await command('POST', '/execute/async', { script, args });
      } catch (error) {
        // The driver knows no element that has left its document. There is nothing to be found out about it either.
        if (error.code !== 'stale element reference') throw error;
        const left = args.map((value) => (value?.[ELEMENT] ? null : value));
        return command('POST', '/execute/async', { script, args: left });
      }
    });
    for (const [type, text] of said) for (const hear of this.window.hears) hear({ type: () => type, text: () => text });
    if (error) throw new Error(error);
    return value ?? undefined;
  }

  async evaluate(question, ...values) {
    // As text, since the driver would make what is undefined null.
    const text = await this.#run(typeof question === 'string' ? `() => (${question})` : question, values, 'JSON.stringify');
    return text && JSON.parse(text);
  }

  async evaluateHandle(question, ...values) {
    return new Handle(this, await this.#run(question, values, ''));
  }
}

class Page extends Place {
  /** @type {string | undefined} */
  address;

  /**
   * @param {Session} session
   * @param {Context} context
   * @param {string} name The driver's, of the window.
   */
  constructor(session, context, name) {
    super(undefined);
    this.window = this;
    this.session = session;
    this.context = context;
    this.name = name;
    this.hears = [];
    this.mouse = {
      move: (x, y) => this.#act('pointer', [{ type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) }]),
      click: async (x, y) => {
        await this.mouse.move(x, y);
        await this.#act('pointer', [
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ]);
      },
    };
    const key = (type, value) => ({ type, value: KEYS[value] ?? value });
    this.keyboard = {
      down: (value) => this.#act('key', [key('keyDown', value)]),
      up: (value) => this.#act('key', [key('keyUp', value)]),
      press: (value) => this.#act('key', [key('keyDown', value), key('keyUp', value)]),
    };
  }

  #act(type, actions) {
    return this.session.at(this, (command) => command('POST', '/actions', { actions: [{ type, id: type, actions }] }));
  }

  /** Nothing but the console, and of that what `LISTENER` hears. */
  on(what, hear) {
    if (what !== 'console') throw new Error(`WebKit's driver does not tell of "${what}"`);
    this.hears.push(hear);
  }

  browserContext() {
    return this.context;
  }

  async setViewport({ width, height, hasTouch }) {
    if (hasTouch) throw new Error("WebKit's driver has no finger");
    const inside = () => this.evaluate(() => [innerWidth, innerHeight]);
    let rect = { x: 0, y: 0, width, height };
    // The window's own bars take room.
    for (let tries = 0; tries < 20; tries++) {
      await this.session.at(this, (command) => command('POST', '/window/rect', rect));
      const [across, down] = await inside();
      if (across === width && down === height) return;
      rect = { ...rect, width: rect.width + width - across, height: rect.height + height - down };
    }
    throw new Error(`the window cannot be made ${width} by ${height}`);
  }

  goto(url) {
    return this.session.at(this, (command) => command('POST', '/url', { url }));
  }

  async click(selector) {
    const [x, y] = await this.evaluate((wanted) => {
      const box = document.querySelector(wanted).getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    }, selector);
    await this.mouse.click(x, y);
  }

  screenshot() {
    return this.session.at(this, (command) => command('GET', '/screenshot'));
  }

  async bringToFront() {
    await this.evaluate(() => {});
  }

  url() {
    return this.address;
  }

  close() {
    this.context.opened = this.context.opened.filter((page) => page !== this);
    return this.session.at(this, async (command) => {
      await command('DELETE', '/window');
      this.session.forget();
      await command('POST', '/window', { handle: this.session.home });
    });
  }
}

class Session {
  #last = Promise.resolve();
  /** @type {{ window?: string, frame?: string }} */
  #now = {};

  /**
   * @param {(method: string, path: string, body?: object) => Promise<any>} command
   * @param {string} home The window that stays.
   */
  constructor(command, home) {
    this.command = command;
    this.home = home;
  }

  forget() {
    this.#now = {};
  }

  /** Asks something of a window, or of a frame in it, when all that was asked before has been answered. */
  at(place, act) {
    const turn = this.#last.then(async () => {
      const [window, frame] = [place.window.name, place.frame?.id];
      if (this.#now.window !== window) await this.command('POST', '/window', { handle: window });
      if (this.#now.window !== window || this.#now.frame !== frame) {
        this.forget();
        await this.command('POST', '/frame', { id: null });
        if (frame) await this.command('POST', '/frame', { id: place.frame.value });
      }
      this.#now = { window, frame };
      return await act(this.command);
    });
    this.#last = turn.catch(() => this.forget());
    return turn;
  }

  /**
   * Asks something that is no window's.
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  ask(method, path, body) {
    const turn = this.#last.then(() => this.command(method, path, body));
    this.#last = turn.catch(() => {});
    return turn;
  }
}

/** A window, and those that open out of it. Nothing is kept on disk, and the windows of a browser share the rest. */
class Context {
  /** @type {Page[]} */
  opened = [];
  /** @param {{ handles: Set<string>, session: Session }} browser */
  constructor(browser) {
    this.browser = browser;
  }
  async newPage() {
    const { handle } = await this.browser.session.ask('POST', '/window/new', { type: 'window' });
    return this.#take(handle);
  }
  #take(handle) {
    const page = new Page(this.browser.session, this, handle);
    this.browser.handles.add(handle);
    this.opened.push(page);
    return page;
  }
  async #find() {
    for (const handle of await this.browser.session.ask('GET', '/window/handles')) {
      if (!this.browser.handles.has(handle)) this.#take(handle);
    }
  }
  /** With the windows that the page has opened. */
  async pages() {
    await this.#find();
    for (const page of this.opened) page.address = await page.evaluate(() => location.href).catch(() => undefined);
    return this.opened;
  }
  async close() {
    await this.#find().catch(() => {});
    for (const page of this.opened) await page.close().catch(() => {});
  }
}

/** Starts WebKit with an empty profile. */
export const launchWebKit = async ({ driver, screen }) => {
  const binary = browserOf();
  if (!binary) throw new Error('the driver of WebKit is here, and its browser (MiniBrowser) is not: install webkit2gtk-driver anew');
  const {
    command: ask,
    capabilities,
    close,
    profile,
  } = await openSession({
    driver,
    screen,
    capabilities: {
      acceptInsecureCerts: true,
      timeouts: { script: 20_000, pageLoad: 20_000 },
      'webkitgtk:browserOptions': { binary, args: ['--automation'] },
    },
  });
  const command = (method, path, body) =>
    ask(method, path, body).catch((error) => {
      // The browser is gone.
      if (!error.code || error.code === 'invalid session id') browser.connected = false;
      throw error;
    });
  // The first window stays, for the session to have one.
  const home = await command('GET', '/window');
  const browser = { handles: new Set([home]), session: new Session(command, home), profile, connected: true };
  return Object.assign(browser, {
    version: async () => `WebKitGTK/${capabilities.browserVersion}`,
    createBrowserContext: async () => new Context(browser),
    close,
  });
};
