// The script of the sealed frame: makes the start screen work, wakes the Rust core that paints everything after it,
// and says to the loader the few things that wire.js allows. It knows no question and no answer.
//
// The build ends this script with run(). It is the same for every language, and small: the start screen waits for it
// alone. The next script brings the core (payload.js).

import './seal.js';
import { watchExit } from './exit.js';
import { keep } from './keep.js';
import { erase, load } from './payload.js';
import { applyTheme } from './theme.js';
import { allowEvents, listen, post } from './wire.js';
import { words } from './words.js';

const root = document.documentElement;
const NO_START =
  "WebAssembly could not start. If the page, or the server with the frame, sends a Content-Security-Policy, its script-src has to allow 'wasm-unsafe-eval'.";
const find = (selector) => document.querySelector(selector);

export const run = () => {
  const start = find('.start');
  const stage = find('.stage');
  const begin = find('.start .primary');
  const who = find('.who');
  const reach = find('.reach'); // The provider's number, which the core writes once it is here.
  const status = find('.status');
  const sms = find('.sms');
  const exit = find('.exit');
  const close = find('.close');
  const change = find('.switch');

  let Finder; // The Rust core, once the module runs,
  let text; // and the catalog that comes with it.
  let config; // The configuration, once the loader has sent it.
  let finder; // The core at work, once both are here.
  let begun; // The core is on its way, or here.
  let waiting = false; // Start was pressed before that.
  let running = false; // A question, or what follows, is there to be shown.
  let overlay = false; // Start opens the frame over the page around it.
  let touched = false; // The last press was a finger's.

  // What is shown elsewhere on the screen as well is said to those alone who hear it.
  const say = (words, shown) => {
    status.classList.toggle('heard', Boolean(shown));
    status.textContent = words;
  };

  // Focus never scrolls by itself: the browser would scroll the page around the frame as well.
  const focus = (element) => {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };

  // One of two is on screen: the static start screen, or the stage that the core paints.
  const show = (onStage) => {
    start.hidden = onStage;
    stage.hidden = !onStage;
    root.classList.toggle('running', onStage);
    if (onStage) return;
    root.scrollTop = 0;
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
  const fail = (error, tell = () => post.failed(NO_START)) => {
    console.error('program-finder:', error);
    try {
      wipe();
    } catch {
      // A core that has just failed may fail again at forgetting. Its document goes away with the frame.
    }
    tell();
  };

  const host = {
    lang: root.lang,
    level: 2,
    text: (key, voice) => words(text, key, voice),
    say,
    warn: (words) => console.warn('program-finder:', words),
    post: (name, detail) => (name === 'contact' ? post.contact(detail) : post.event(name)),
    keep: (way) => keep(way, stage.querySelector('.summary'), host.lang),
    home() {
      running = false;
      show(false);
      focus(start.firstElementChild);
    },
  };

  // Who offers the finder: in the language shown, or else in the one that there is.
  const introduce = () => {
    const { name } = config;
    const named = [name, name?.[host.lang], ...Object.values(name ?? {})].find((one) => typeof one === 'string');
    if (!named) return;
    find('.provider').textContent = named;
    who.textContent = who.dataset.named.replaceAll('{provider}', () => named);
  };

  // The provider's logo, as pixels: the frame's policy lets no image in. Its name stands beside it in words.
  const paint = (picture) => {
    const canvas = find('.logo');
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('bitmaprenderer').transferFromImageBitmap(picture);
    canvas.hidden = false;
  };

  // The lifeline answers in Spanish whoever writes to it in that word.
  const greet = () => {
    sms.href = sms.dataset[host.lang] ?? 'sms:988';
  };
  greet();

  // Another language is one press away where there is one. Its button is written in that language.
  const offer = (other) => {
    change.hidden = !other;
    change.lang = other ?? '';
  };

  const speak = (message) => {
    text = message.text;
    host.lang = root.lang = message.lang;
    document.title = words(text, 'frame.title');
    for (const element of document.querySelectorAll('[data-text]')) element.textContent = words(text, element.dataset.text);
    greet();
    close.ariaLabel = words(text, 'close.label');
    who.textContent = words(text, 'start.who.unnamed');
    who.dataset.named = words(text, 'start.who');
    begin.dataset.wait = words(text, 'start.loading');
    begin.textContent = words(text, running ? 'nav.continue' : 'start.begin');
    say('');
    introduce();
    offer(message.other);
    finder?.repaint();
    finder?.call(reach);
  };

  const mount = () => {
    if (!Finder || !config || finder) return;
    finder = Finder.mount(stage, config, host);
    finder.call(reach);
    if (waiting) go();
  };

  const go = () => {
    waiting = false;
    say('');
    show(true);
    if (running) focus(stage.querySelector('h2'));
    else finder.start();
    running = true;
  };

  // The start screen stands in for the question while the visitor is elsewhere. It keeps the question off a page
  // that the overlay has left, and it makes sure that the first tap back is not an answer: its place is the one
  // thing that the page around the frame can see of a tap.
  const rest = () => running && show(false);

  const opened = (is) => {
    root.classList.toggle('opened', is);
    close.hidden = !is;
    if (!is) {
      waiting = false;
      say('');
      rest();
      begin.focus({ preventScroll: true });
    } else if (running && !stage.contains(document.activeElement)) focus(stage.querySelector('h2'));
  };

  // Any script of the page can post here. What has not the shape of a message is none.
  const whole = (value) => Object(value) === value;
  listen((message) => {
    if (message.type === 'init' && !config && whole(message.config)) {
      config = message.config;
      overlay = message.narrow || message.display === 'dialog';
      exit.href = message.exit;
      if (config.events === true) allowEvents();
      introduce();
      // Its place is kept free from the first moment, so that nothing moves.
      reach.hidden = !config.contact?.phone;
      offer(message.other);
      host.level = message.level || 2;
      if (host.level !== 2) start.firstElementChild.ariaLevel = host.level;
      applyTheme(config.theme, host.warn);
      // Shown only now: in the provider's colors from the first moment.
      root.classList.add('sealed');
      mount();
    } else if (message.type === 'language' && config && whole(message.text) && typeof message.lang === 'string') speak(message);
    else if (message.type === 'logo' && message.picture instanceof ImageBitmap) paint(message.picture);
    else if (message.type === 'opened') opened(true);
    else if (message.type === 'closed') opened(false);
  });

  begin.addEventListener('click', () => {
    if (overlay && !root.classList.contains('opened')) post.open();
    if (finder) go();
    else {
      waiting = true;
      say(begin.dataset.wait);
    }
  });
  reach.addEventListener('click', ({ target }) => target.closest('a') && post.contact('phone'));
  close.addEventListener('click', () => post.close());
  change.addEventListener('click', () => post.language());
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && root.classList.contains('opened')) post.close();
  });
  watchExit(exit, wipe);

  // The core has painted a number on all that can be pressed, and is told which it was.
  const press = ({ target }) => {
    const number = target.closest('[data-act]')?.dataset.act;
    if (number) finder?.act(+number);
  };
  // Focus does not scroll. What is taken along stands far below the press that leads to it.
  stage.addEventListener('focusin', ({ target }) => {
    if (target.matches('.keep h3')) root.scrollTop += target.getBoundingClientRect().top - 160;
  });
  const choice = ({ target }) => target.matches('input');
  stage.addEventListener('click', (event) => choice(event) || press(event));
  stage.addEventListener('change', press);
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
    begun ??= load().then((core) => {
      Finder = core.glue.Finder;
      text ??= core.text; // Unless another language was asked for already.
      mount();
    }, fail).catch((error) => fail(error, post.stopped));
  };
  wake();
  post.ready();
};
