// The script of the sealed frame: makes the start screen work, wakes the Rust core that paints everything after it,
// and says to the loader the few things that wire.js allows. It knows no question and no answer.
//
// The build ends this script with run(catalogs): of each language the size and the hash of its catalog (catalog.js). It is
// small: the start screen waits for it alone. The next script brings the core (payload.js).

import './seal.js';
import { canCheck, catalogOf } from './catalog.js';
import { watchExit } from './exit.js';
import { focus as focusOn, keepInside } from './focus.js';
import { keep } from './keep.js';
import { erase, load } from './payload.js';
import { build, root } from './root.js';
import { applyTheme } from './theme.js';
import { allowEvents, listen, post } from './wire.js';
import { words } from './words.js';

/** @import { Catalog, Finder, Glue, Host, Known } from './core.js' */
/** @import { Configuration } from '../messages.js' */

const html = document.documentElement;
const NO_START =
  "WebAssembly could not start. A Content-Security-Policy of the page or the frame's server has to allow 'wasm-unsafe-eval' in script-src.";
const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));

const MOST_CONFIG = 2 ** 18; // Letters of JSON: some hundred times the demo's. More would be a clock (below).
const MOST_PIXELS = 4096; // On each side of a logo.
// A name in which the core has nothing to put right, and which need not wait for it.
const PLAIN = /^[!-~À-ſ’][ -~À-ſ’]{0,249}$/;
const LONGEST_HOST = 253;
// CSS pixels. So much may be out of view above, with the heading still in it; and so much is left for a screen.
const ABOVE = 140;
const LEAST = 400;

export const run = (/** @type {Known} */ catalogs) => {
  const page = build();
  if (!page) return post.failed('');
  const openGates = keepInside(root, page);
  const start = find('.start');
  const stage = find('.stage');
  const begin = find('.start .primary');
  const provider = find('.provider'); // Its name. What is not plain the core writes once it is here,
  const who = find('.who');
  const reach = find('.reach'); // and its number.
  const status = find('.status');
  const sms = /** @type {HTMLAnchorElement} */ (find('.sms'));
  const exit = /** @type {HTMLAnchorElement} */ (find('.exit'));
  const close = find('.close');
  const change = /** @type {any} */ (find('.switch'));

  /** @type {Glue['Finder'] | undefined} The Rust core, once the module runs, */
  let Finder;
  /** @type {Catalog} and the catalog that comes with it. */
  let text;
  /** @type {Configuration} The configuration, once the loader has sent it. */
  let config;
  /** @type {Finder | undefined} The core at work, once both are here. */
  let finder;
  /** @type {Promise<void> | undefined} The core is on its way, or here. */
  let begun;
  let waiting = false; // Start was pressed before that.
  let running = false; // A question, or what follows, is there to be shown.
  let mistaken = false; // Something in the configuration is wrong, and the page knows.
  let overlay = false; // Start opens the frame over the page around it.
  let touched = false; // The last press was a finger's.
  const asked = new Set(); // What the frame has asked the loader for, and has not been given yet.

  // What is shown elsewhere on the screen as well is said to those alone who hear it.
  /** @type {(words: string, shown?: boolean) => void} */
  const say = (words, shown) => {
    status.classList.toggle('heard', Boolean(shown));
    status.textContent = words;
  };

  const focus = (/** @type {any} */ element) => {
    element.tabIndex = -1;
    focusOn(element);
  };

  // Of a frame that is taller than the window only a part may be in view. Then a screen begins there: to scroll the page around
  // would tell it when one does.
  const place = () => {
    new IntersectionObserver(([{ intersectionRect: seen }], watch) => {
      watch.disconnect();
      const top = Math.min(seen.top, innerHeight - LEAST);
      page.style.top = top > ABOVE ? `${top}px` : '';
    }).observe(/** @type {Element} */ (page.previousElementSibling));
  };

  // One of two is on screen: the static start screen, or the stage that the core paints.
  const show = (/** @type {boolean} */ onStage) => {
    start.hidden = onStage;
    stage.hidden = !onStage;
    page.classList.toggle('running', onStage);
    place();
    if (onStage) return;
    page.scrollTop = 0;
    if (text) begin.textContent = words(text, running ? 'nav.continue' : 'start.begin');
  };

  const wipe = () => {
    running = waiting = false;
    try {
      finder?.destroy();
    } finally {
      if (Finder) finder = Finder = begun = undefined;
      erase();
      stage.replaceChildren();
      say('');
    }
  };

  // The loader tries the other form of the frame, or shows the provider's own words.
  const fail = (/** @type {unknown} */ error, tell = () => post.failed(NO_START)) => {
    console.error('program-finder:', error);
    try {
      wipe();
    } catch {
      // A core that has just failed may fail again at forgetting. Its document goes away with the frame.
    }
    tell();
  };

  /** @type {Host & { lang: string, level: number, site: string }} */
  const host = {
    lang: html.lang,
    level: 2,
    site: '',
    // What a provider says of openings is shown for some days only. Asked for once, before any question.
    get today() {
      const now = new Date();
      return now.getFullYear() * 10000 + (now.getMonth() + 1) * 100 + now.getDate();
    },
    text: (key, voice) => words(text, key, voice, host.lang),
    say,
    warn: (words) => console.warn('program-finder:', words),
    // Of the configuration. The theme may be, or what the core reads; it is told once.
    wrong() {
      if (!mistaken) post.wrong();
      mistaken = true;
    },
    // The core has read the configuration.
    settle(address, events) {
      if (events) allowEvents();
      if (!address) return;
      exit.href = address;
      post.exitPage(address, config.exit);
    },
    post: (name, detail) => (name === 'contact' ? post.contact(detail) : post.event(name)),
    keep: (way) => keep(way, /** @type {HTMLElement} */ (stage.querySelector('.summary')), host.lang),
    focus: focusOn,
    top() {
      place();
      page.scrollTop = 0;
    },
    home() {
      running = false;
      show(false);
      focus(start.firstElementChild);
    },
  };

  // Who offers the finder: at once where the name is plain, and else as soon as the core has read it.
  const introduce = () => {
    const { name } = config;
    if (finder) finder.introduce(reach, provider);
    else {
      const words = name?.[host.lang] ?? name;
      if (typeof words === 'string' && PLAIN.test(words)) provider.textContent = words;
    }
    const named = provider.textContent;
    if (named) who.textContent = /** @type {string} */ (who.dataset.named).replaceAll('{provider}', () => named);
  };

  // The provider's logo, as pixels: the frame's policy lets no image in. Its name stands beside it in words.
  const paint = (/** @type {ImageBitmap} */ picture) => {
    if (Math.max(picture.width, picture.height) > MOST_PIXELS) return;
    asked.delete('logo');
    const canvas = /** @type {HTMLCanvasElement} */ (find('.logo'));
    canvas.width = picture.width;
    canvas.height = picture.height;
    /** @type {ImageBitmapRenderingContext} */ (canvas.getContext('bitmaprenderer')).transferFromImageBitmap(picture);
    canvas.hidden = false;
  };

  // The lifeline answers in Spanish whoever writes to it in that word.
  const greet = () => {
    sms.href = sms.dataset[host.lang] ?? 'sms:988';
  };
  greet();

  // Another language is one press away where there is one and it can be checked. Each is named in its own words: on the
  // button where there is one other, in a menu where there are more.
  const offer = () => {
    const all = Object.keys(catalogs);
    const other = all.find((lang) => lang !== host.lang);
    change.hidden = !other || !canCheck();
    const named = (/** @type {any} */ element, /** @type {any} */ lang) => {
      element.value = element.lang = lang;
      element.textContent = catalogs[lang][2];
      return element;
    };
    if (PF_MENU) {
      change.replaceChildren(...all.map((lang) => named(document.createElement('option'), lang)));
      change.value = host.lang;
      if (text) change.ariaLabel = words(text, 'switch.label');
    } else if (other) named(change, other);
  };

  // What is unfolded stays so where a screen is painted anew in place. `same` tells what is what before and after.
  const folds = () => [...stage.querySelectorAll('details')];
  /** @type {(same: (one: HTMLDetailsElement) => unknown, paint: () => void) => void} */
  const unfolded = (same, paint) => {
    const open = folds()
      .filter((one) => one.open)
      .map(same);
    paint();
    for (const one of folds()) one.open ||= open.includes(same(one));
  };

  const speak = async (/** @type {any} */ { lang, text: given }) => {
    const catalog = await catalogOf(catalogs, lang, given);
    if (!catalog) {
      if (!given && text) say(words(text, 'switch.failed'));
      return host.warn('The language that came is of another build. Put all files of one build on the server.');
    }
    if (PF_MENU && lang !== change.value) return; // Another was chosen meanwhile, and is on its way.
    if (!asked.delete('language')) return; // Another message has brought it.
    text = catalog;
    host.lang = html.lang = lang;
    document.title = words(text, 'frame.title');
    for (const element of /** @type {NodeListOf<any>} */ (root.querySelectorAll('[data-text]')))
      element.textContent = words(text, element.dataset.text);
    greet();
    close.ariaLabel = words(text, 'close.label');
    who.textContent = words(text, 'start.who.unnamed');
    who.dataset.named = words(text, 'start.who');
    begin.dataset.wait = words(text, 'start.loading');
    begin.textContent = words(text, running ? 'nav.continue' : 'start.begin');
    say('');
    introduce();
    offer();
    unfolded(
      (one) => folds().indexOf(one),
      () => finder?.repaint(),
    );
  };

  const mount = () => {
    if (!Finder || !config || finder) return;
    finder = Finder.mount(stage, config, host);
    introduce();
    if (waiting) go();
  };

  const go = () => {
    waiting = false;
    say('');
    show(true);
    if (running) focus(stage.querySelector('h2'));
    else {
      /** @type {Finder} */ (finder).start();
    }
    running = true;
  };

  // The start screen stands in for the question while the visitor is elsewhere. It keeps the question off a page
  // that the overlay has left, and it makes sure that the first tap back is not an answer: its place is the one
  // thing that the page around the frame can see of a tap.
  const rest = () => running && show(false);

  const opened = (/** @type {boolean} */ is) => {
    page.classList.toggle('opened', is);
    close.hidden = !is;
    place();
    if (!is) {
      waiting = false;
      say('');
      rest();
      focusOn(begin);
    } else if (running && !stage.contains(root.activeElement)) focus(stage.querySelector('h2'));
  };

  // The configuration comes as JSON, so that its size is known before anything is done with it.
  const configOf = (/** @type {unknown} */ json) => {
    if (typeof json !== 'string' || json.length > MOST_CONFIG) return;
    try {
      return JSON.parse(json);
    } catch {} // Not the loader's.
  };

  // Any script of the page can post here. What is long, or done again and again, takes a time that can depend on what is on
  // screen: so the frame takes each message once, when it waits for it, and at a size that has a limit.
  listen(({ type, ...message }) => {
    if (type === 'init' && !config) {
      const given = configOf(message.config);
      if (Object(given) !== given || Array.isArray(given)) return;
      config = given;
      overlay = Boolean(message.narrow) || message.display === 'dialog';
      if (typeof message.site === 'string' && message.site.length <= LONGEST_HOST) host.site = message.site;
      if (typeof config.logo === 'string') asked.add('logo');
      introduce();
      // Its place is kept free from the first moment, so that nothing moves.
      reach.hidden = !config.contact?.phone;
      offer();
      if ([1, 3, 4, 5].includes(/** @type {any} */ (message.level)))
        /** @type {any} */ (start.firstElementChild).ariaLevel = host.level = /** @type {number} */ (message.level);
      applyTheme(config.theme, host);
      // Shown only now: in the provider's colors from the first moment.
      page.classList.add('sealed');
      openGates(true);
      if (message.opened) opened(true);
      mount();
    } else if (type === 'language' && asked.has(type)) speak(message);
    else if (type === 'logo' && asked.has(type) && message.picture instanceof ImageBitmap) paint(message.picture);
    else if (type === 'opened' && asked.delete(type)) opened(true);
    else if (type === 'closed' && page.classList.contains('opened')) opened(false);
  });

  begin.addEventListener('click', () => {
    if (overlay && !page.classList.contains('opened')) {
      asked.add('opened');
      post.open();
    }
    if (finder) go();
    else {
      waiting = true;
      say(/** @type {string} */ (begin.dataset.wait));
    }
  });
  reach.addEventListener('click', ({ target }) => /** @type {Element} */ (target).closest('a') && post.contact('phone'));
  close.addEventListener('click', () => post.close());
  change.addEventListener(PF_MENU ? 'change' : 'click', () => {
    asked.add('language');
    post.language(change.value);
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && page.classList.contains('opened')) post.close();
  });
  watchExit(exit, wipe);

  // The core has painted a number on all that can be pressed, and is told which it was.
  const press = (/** @type {any} */ { target }) => {
    const number = target.closest('[data-act]')?.dataset.act;
    if (number) finder?.act(+number);
    return number;
  };
  const choice = (/** @type {any} */ { target }) => target.matches('input');
  // Programs change places with what is chosen: each is known by its name. The choice may have been folded meanwhile.
  const named = (/** @type {any} */ one) => one.closest('article')?.firstChild.textContent + one.firstChild.textContent;
  const choose = (/** @type {Event} */ event) => {
    /** @type {string | undefined} */
    let number;
    unfolded(named, () => (number = press(event)));
    if (number && !root.activeElement) focus(stage.querySelector(`[data-act="${number}"]`));
  };
  stage.addEventListener('click', (event) => choice(event) || press(event));
  stage.addEventListener('change', choose);
  stage.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !choice(event)) return;
    event.preventDefault();
    finder?.enter();
  });

  addEventListener('pointerdown', (event) => {
    touched = event.pointerType === 'touch';
  });
  addEventListener('blur', () => {
    // Over the whole page there is no elsewhere to come back from.
    if (touched && !overlay && stage.querySelector('form')) rest();
  });

  // The browser may keep this document alive for Back. It keeps an empty one, and begins again when it is shown.
  addEventListener('pagehide', () => {
    wipe();
    show(false);
  });
  addEventListener('pageshow', (event) => event.persisted && wake());

  // A core that stops in the middle has stopped for good.
  addEventListener('error', (event) => fail(event.error, post.stopped));

  const wake = () => {
    begun ??= load()
      .then((core) => {
        Finder = core.glue.Finder;
        text ??= core.text; // Unless another language was asked for already.
        mount();
      }, fail)
      .catch((error) => fail(error, post.stopped));
  };
  wake();
  post.ready();
};
