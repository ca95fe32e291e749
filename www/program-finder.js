// The loader: what a provider puts on a page.
//   <script src="program-finder.js" async></script>
//   <program-finder config="finder.json" style="display:block;min-height:680px"> telephone, crisis line </program-finder>
// It puts the finder into a sealed frame, lets the words inside the element stand for it as long as it is not there, and carries
// out quick exit on the whole page. It knows no question, no answer and no result: the frame never tells it any, because every
// other script on the page could listen. The build puts in what begins with PF_ (globals.d.ts).
/** @import { Channel, EventName, FromFrame, Heard, State, Step, ToFrame } from './messages.js' */

import { folderOf, script } from './address.js';
import { blame, configOf, wordsFor } from './configuration.js';
import { onShifts } from './shift.js';

// Twice on a page is once: another plugin may have brought it along too. And on a server, where a framework imports it as well, it
// is nothing.
if (globalThis.customElements && !customElements.get('program-finder')) {
  /** @type {typeof document.createElement} */
  const make = (/** @type {string} */ tag) => document.createElement(tag);
  const EXIT = 'https://www.weather.gov/'; // Until the frame has read another one out of the configuration.
  const NARROW = 480; // CSS pixels. In a smaller box Start opens the finder over the page, which spares visitors on
  const LOW = 560; // a phone a small box that scrolls inside a page that scrolls.
  const GRACE = 600; // Milliseconds. By so long after its load event a frame that works has said `ready`.
  const SWITCH = 4000; // No sign of life at all: the other form gets its chance beside it.
  const GIVE_UP = 10000;
  const MOST_CONFIG = 2 ** 18; // The frame takes no more (www/frame/shell.js), and no larger logo.
  const MOST_PIXELS = 4096;
  // All that the frame can have the page told, where the provider asked for it.
  const EVENTS = /** @satisfies {Step[]} */ (['started', 'finished']);
  const CHANNELS = /** @satisfies {Channel[]} */ (['phone', 'text', 'email', 'link', 'map']);

  // A constructed sheet, because a policy may refuse <style>.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(PF_STYLE);

  /** The nearest language that is said, across shadow roots; English where the finder does not speak it. */
  const languageOf = (/** @type {any} */ node) => {
    while (node && !node.lang) node = node.parentNode || node.host;
    const tag = node?.lang.split('-')[0].toLowerCase();
    return Object.keys(PF_LANGS).includes(tag) ? tag : 'en';
  };

  // The two forms of the frame. The file inherits nothing of the page's own policy, so under a strict one it asks
  // for `frame-src` alone. The stub is for pages and servers that allow no frame from a file. Never the whole code in
  // srcdoc: tools that record a visit upload that attribute.
  const plain = (/** @type {string} */ text) => text.replace(/[&"<]/g, (sign) => `&#${sign.charCodeAt()};`);
  let policy = /** @type {ReturnType<typeof trustedTypes.createPolicy> | undefined} */ (undefined);
  const FORMS = [
    (/** @type {HTMLIFrameElement} */ frame, /** @type {string} */ address) => (frame.src = `${address}html`),
    (/** @type {HTMLIFrameElement} */ frame, /** @type {string} */ address, /** @type {string} */ lang) => {
      address += 'js';
      const source = address.replace(/[;,']/g, encodeURIComponent);
      const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"
content="default-src 'none'; script-src ${plain(source)} 'wasm-unsafe-eval'; base-uri 'none'; form-action 'none'"><meta
name="referrer" content="no-referrer"><meta name="viewport" content="width=device-width"><title>${plain(frame.title)}</title>
<body><script charset="utf-8" src="${plain(address)}" nonce="${plain(script?.nonce || '')}"></script>`;
      try {
        frame.srcdoc = html;
      } catch {
        // The page asks for Trusted Types, and has to allow this name.
        policy ??= trustedTypes.createPolicy('program-finder', { createHTML: (text) => text });
        frame.srcdoc = policy.createHTML(html);
      }
    },
  ];

  /** Quick exit: at once nothing is left on the page, and Back leads past it. The page may not ask "Leave?" first. */
  const leave = (/** @type {string} */ address) => {
    addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);
    document.documentElement.replaceChildren(make('head'));
    document.title = '…';
    try {
      /** @type {Window} */ (top).location.replace(address); // The page itself may stand in a frame of a site builder's.
    } catch {
      // The frame may lead nothing but itself, and all around it would stay.
      open(address, '_blank', 'noopener');
      location.replace(address);
    }
  };

  const warn = (/** @type {string} */ words) => console.warn(`program-finder: ${words}`);

  const live = /** @type {Set<() => void>} */ (new Set()); // The quick exit of each finder in the document.
  let count = 0;
  // From anywhere on the page, but not while somebody types.
  onShifts(
    () => [...live][0](),
    (event) => {
      const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
      return live.size > 0 && !target.isContentEditable && !/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    },
  );

  // Firefox tells the page where each finger comes down in a frame, if the device gives every touch another number, and
  // the place would tell the answer. Only a script that was listening here before this one still hears of it.
  for (const type of /** @type {const} */ (['pointerover', 'pointerenter'])) {
    addEventListener(
      type,
      (event) => {
        let [root, found] = /** @type {any[]} */ ([document]);
        while (root && event.pointerType === 'touch') {
          found = root.elementFromPoint(event.clientX, event.clientY);
          root = found?.shadowRoot !== root && found?.shadowRoot;
        }
        if (found?.getRootNode().host?.localName === 'program-finder') event.stopImmediatePropagation();
      },
      true,
    );
  }

  // Where the browser runs the frame in the page's process, Chromium's measures of how fast a page answers hand out live
  // elements of the frame's document. They stay what they are for elements of this one. Only a script that has kept such a
  // getter from before gets at the others; the frame's part against that is www/frame/root.js.
  const { apply } = Reflect; // What a page may have changed later does not count.
  const ownerOf = /** @type {any} */ (Object.getOwnPropertyDescriptor(Node.prototype, 'ownerDocument')).get;
  const NODES = [
    'PerformanceEventTiming.target',
    'LayoutShiftAttribution.node',
    'LargestContentfulPaint.element',
    'PerformanceElementTiming.element',
    'PerformanceContainerTiming.rootElement',
    'PerformanceContainerTiming.lastPaintedSubelement',
  ];
  for (const one of NODES) {
    const [type, name] = one.split('.');
    const of = /** @type {Record<string, any>} */ (self)[type]?.prototype;
    const { get, ...more } = /** @type {PropertyDescriptor} */ (of && Object.getOwnPropertyDescriptor(of, name)) || {};
    if (!get || !more.configurable) continue;
    const guard = {
      get [name]() {
        const node = /** @type {Node | null} */ (apply(get, this, []));
        return node === document || (node && apply(ownerOf, node, []) === document) ? node : null;
      },
    };
    Object.defineProperty(of, name, { ...more, get: /** @type {any} */ (Object.getOwnPropertyDescriptor(guard, name)).get });
  }

  const dialog = (/** @type {HTMLElement} */ element) => element.getAttribute('display') === 'dialog';
  /** What the attributes of an element come to. Frameworks and editors write the same in other ways while somebody answers. */
  const meant = (/** @type {HTMLElement} */ element) =>
    `${[folderOf(element), languageOf(element), dialog(element), element.getAttribute('config'), element.getAttribute('heading-level')]}`;

  /**
   * Puts a finder into an element that is in the document. Gives the function that ends it. `anew` does both, in a language.
   * @param {HTMLElement} element
   * @param {number} number
   * @param {(lang: string) => void} anew
   * @param {string} [configured]
   */
  const embed = (element, number, anew, configured) => {
    const life = new AbortController();
    const { signal } = life;
    const html = document.documentElement;
    const display = dialog(element) ? 'dialog' : 'inline';
    const lang = configured || languageOf(element);
    const folder = folderOf(element);
    const address = `${folder}frame.${lang}.${PF_BUILD}.`;
    const check = `${folder}check.${PF_BUILD}.js`;
    const title = PF_LANGS[lang] + (number > 1 ? ` ${number}` : ''); // Tells two finders on a page apart.
    const forms = folder ? [...FORMS] : [];
    let frames = /** @type {HTMLIFrameElement[]} */ ([]); // Those that may still say `ready`, and then the one that did first: `chosen`.
    let [exit, chosen, config, text, before, refused] = /** @type {State} */ (/** @type {any} */ ([EXIT]));
    const timers = [
      setTimeout(() => chosen || next(), SWITCH),
      setTimeout(() => (chosen ? fall('The configuration did not arrive in time.') : nobody()), GIVE_UP),
    ];

    const view = make('div');
    view.append(make('slot'));
    const root = element.shadowRoot || element.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(view);
    const narrow = (element.clientWidth || innerWidth) < NARROW || innerHeight < LOW;
    const overlay = narrow || display === 'dialog';
    // A <dialog> rises over the page and comes back without its frame being moved, which would reload it.
    const box = /** @type {HTMLDialogElement} */ (make(overlay ? 'dialog' : 'div'));
    box.className = 'box';
    if (overlay) box.setAttribute('aria-label', title);
    view.append(box);
    const say = (/** @type {ToFrame} */ message) => chosen?.contentWindow?.postMessage({ pf: 1, ...message }, '*');
    /** Another file says, once, what is wrong with the configuration: here and in the frame it is only known that something is. */
    let mistaken = () => {
      mistaken = () => {};
      import(/* webpackIgnore: true */ /* @vite-ignore */ check)
        .then(({ check }) => check(config, location.hostname, text))
        .catch(({ message }) => warn(`The configuration has mistakes. The file that names them did not load: ${message}`));
    };
    /** @type {(name: EventName, detail?: { channel: Channel }) => void} */
    const tell = (name, detail) =>
      element.dispatchEvent(new CustomEvent(`program-finder-${name}`, { bubbles: true, composed: true, detail }));
    const quit = () => leave(exit);
    /** The core has read where quick exit leads. It stays one of the configuration's own words, and is no script. */
    const lead = (/** @type {unknown} */ to) => {
      if (typeof to === 'string' && /^https?:/.test(to) && `${config?.exit}`.includes(to)) exit = to;
    };
    const end = () => {
      life.abort();
      live.delete(quit);
      timers.forEach(clearTimeout);
      if (box.open) box.close();
      root.replaceChildren(make('slot'));
    };
    /** The words inside the element stay, for good, with one message for whoever keeps the page. */
    const fall = async (/** @type {string | Promise<string>} */ why) => {
      if (signal.aborted) return;
      end();
      console.error(`program-finder: ${await why} Visitors see what stands inside <program-finder> instead.`);
    };
    const nobody = () =>
      fall(
        refused
          ? `The page's Content-Security-Policy refuses the frame. Add "frame-src ${folder}" to it.`
          : folder
            ? wordsFor(
                check,
                `${address}html and ${address}js`,
                'did not start:',
                `check base, X-Frame-Options, Content-Security-Policy and "script-src ${folder} 'wasm-unsafe-eval'"`,
              )
            : 'The script was moved, and does not know where its files are. Write their folder on <program-finder>: base="/program-finder/".',
      );

    /** The next form. The frame before it keeps its chance until one of them says `ready`. */
    const next = /** @returns {unknown} */ () => {
      const form = forms.shift();
      if (!form) return frames.length || nobody();
      // Every attribute is set before the frame is in the document, and none is changed after.
      const frame = make('iframe');
      frame.title = title;
      /** @type {any} */ (frame).sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';
      frame.referrerPolicy = 'no-referrer';
      try {
        form(frame, address, lang);
      } catch {
        return next(); // Refused by the page's Trusted Types.
      }
      frame.addEventListener('load', () => timers.push(setTimeout(() => frame === chosen || drop(frame), GRACE)));
      frames.push(frame);
      box.append(frame);
    };
    /** @type {(frame: HTMLIFrameElement, why?: string) => unknown} */
    const drop = (frame, why) => {
      if (signal.aborted || !frames.includes(frame)) return;
      frames = frames.filter((one) => one !== frame);
      if (frame === chosen) {
        if (box.open) box.close();
        view.className = chosen = /** @type {never} */ ('');
      }
      frame.remove();
      // Where the page refuses the first form, allowing that is the smaller change.
      return why && !forms.length && !refused ? fall(why) : next();
    };

    // Scroll and style of the page are left as they were found.
    const open = () => {
      before = { left: scrollX, top: scrollY, overflow: html.style.overflow, bare: !html.hasAttribute('style') };
      // With a scroll bar that takes room, stopping the scroll would shift the page.
      if (innerWidth === html.clientWidth) html.style.overflow = 'hidden';
      box.showModal();
      say({ type: 'opened' });
      tell('open');
    };
    box.addEventListener('close', () => {
      html.style.overflow = before.overflow;
      if (before.bare && !html.getAttribute('style')) html.removeAttribute('style');
      scrollTo({ left: before.left, top: before.top, behavior: 'instant' });
      say({ type: 'closed' });
      tell('close');
    });
    const start = () => {
      if (signal.aborted || !chosen) return; // Ended, or begun again, while the configuration was on its way.
      timers.forEach(clearTimeout);
      const level = +(/** @type {string} */ (element.getAttribute('heading-level')));
      say({ type: 'init', config: JSON.stringify(config), display, narrow, site: location.hostname, level, opened: box.open });
      if (config.logo && typeof config.logo === 'string') logo();
      view.className = 'ready';
      // The parser may not have come to the end of the page.
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', closed, { signal });
      else closed();
      tell('ready');
    };
    /** Whether anything closes the element: what is no part of the provider's words stands in it otherwise. */
    const closed = () => {
      if (!element.querySelector('header,nav,main,footer,aside,script[src]')) return;
      view.className += ' whole';
      warn('The page stands inside. Write </program-finder>.');
    };
    // The frame can load nothing itself. It is given the pixels.
    const logo = async () => {
      const image = new Image();
      try {
        image.crossOrigin = 'anonymous';
        image.src = /** @type {any} */ (new URL(config.logo, new URL(element.getAttribute('config') || '', document.baseURI)));
        await image.decode();
        const picture = await createImageBitmap(image);
        if (Math.max(picture.width, picture.height) > MOST_PIXELS) throw 0;
        say({ type: 'logo', picture });
      } catch {
        warn(await wordsFor(check, `logo: ${config.logo}`, "can't be shown", ''));
      }
    };
    const speak = async (/** @type {string} */ next) => {
      const text = await (await fetch(`${folder}text.${next}.${PF_BUILD}.json`, { signal })).text();
      JSON.parse(text); // The frame refuses, without a word, whatever is not the catalog of its own build.
      say({ type: 'language', lang: next, text });
    };
    const hear = (/** @type {MessageEvent} */ { source, data }) => {
      const frame = frames.find((one) => one.contentWindow === source);
      if (!frame || data?.pf !== 1) return;
      const { type } = /** @type {Heard<FromFrame>} */ (data);
      if (type === 'ready') {
        chosen = frame;
        frames = frames.filter((one) => one === frame || one.remove());
        settings.then(start, () => {});
      } else if (type === 'failed') drop(frame, String(data.why));
      else if (type === 'stopped') fall('The questionnaire stopped at an error of its own, told above.');
      else if (type === 'exit') quit();
      else if (type === 'exit-page') lead(data.address);
      else if (type === 'wrong') mistaken();
      else if (type === 'open' && overlay && !box.open) open();
      else if (type === 'close' && box.open) box.close();
      else if (type === 'language' && Object.hasOwn(PF_LANGS, data.lang))
        speak(data.lang).catch(({ message }) => {
          console.error(`program-finder: ${message}`);
          say({ type: 'language', lang: data.lang, text: '' });
        });
      else if (type === 'event' && EVENTS.includes(data.name)) tell(data.name);
      else if (type === 'contact' && CHANNELS.includes(data.channel)) tell(type, { channel: data.channel });
    };

    live.add(quit);
    addEventListener('message', hear, { signal });
    document.addEventListener(
      'securitypolicyviolation',
      (event) => {
        if (event.effectiveDirective !== 'frame-src' || !event.blockedURI.startsWith(`${folder}`)) return;
        refused = true;
        drop(frames[0]);
      },
      { signal },
    );
    const settings = configOf(element, check, signal).then((found) => {
      let twice;
      [config, text, twice] = found;
      if (twice) mistaken();
      const { length } = JSON.stringify(config);
      if (length > MOST_CONFIG) return blame(check, 'The configuration', 'is too long:', length);
      // The element's own language comes first, then the configuration's, then the page's. It is not written on the element:
      // the page may take away again what it did not write.
      const { language } = config;
      if (!signal.aborted && !element.lang && language !== lang && Object.keys(PF_LANGS).includes(language)) anew(language);
    });
    settings.catch(({ message }) => fall(message));
    next();
    return end;
  };

  try {
    void (/** @type {Window} */ (top).document);
  } catch {
    warn('In a frame of another site. Try whether Quick exit leaves that.');
  }
  // An editor may take away what it does not know. One that is there and does not begin has another cause.
  if (script) addEventListener('load', () => count || document.querySelector('program-finder') || warn('There is no <program-finder>.'));

  customElements.define(
    'program-finder',
    class extends HTMLElement {
      static observedAttributes = ['base', 'config', 'lang', 'display', 'heading-level'];
      #number = ++count;
      /** @type {(() => void) | undefined | void} */
      #end;
      #meant = '';
      connectedCallback(lang = '') {
        this.#end?.();
        this.#meant = meant(this);
        this.#end = embed(this, this.#number, (lang) => this.connectedCallback(lang), lang);
      }
      disconnectedCallback() {
        this.#end = this.#end?.();
      }
      connectedMoveCallback() {} // Moved by moveBefore, the frame and its answers stay.
      attributeChangedCallback() {
        if (this.#end && this.#meant !== meant(this)) this.connectedCallback();
      }
    },
  );
}
