// The script of the sealed frame: shows the start screen's page, wakes the Rust core that paints everything
// after it, and says to the loader the few things that wire.js allows. It knows no question and no answer.
//
// The build bundles it with the glue of wasm-bindgen and the catalog of one language, and ends that script with
// run(glue, lang, text). The module itself comes in the next script (payload.js).

import './seal.js';
import { watchExit } from './exit.js';
import { load } from './payload.js';
import { applyTheme } from './theme.js';
import { allowEvents, listen, post } from './wire.js';

const root = document.documentElement;
const NO_START =
  "WebAssembly could not start. If the page, or the server with the frame, sends a Content-Security-Policy, its script-src has to allow 'wasm-unsafe-eval'.";
const find = (selector) => document.querySelector(selector);

export const run = (glue, lang, catalog) => {
  const start = find('.start');
  const stage = find('.stage');
  const begin = find('.start .primary');
  const status = find('.status');
  const exit = find('.exit');
  const close = find('.close');
  const change = find('.switch');

  let text = catalog;
  let finder; // The Rust core, once the module runs and the configuration is here.
  let config;
  let waiting = false; // Start was pressed before that.
  let running = false; // A question, or what follows, is there to be shown.
  let overlay = false; // Start opens the frame over the page around it.
  let touched = false; // The last press was a finger's.

  const say = (words) => {
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
  };

  const wipe = () => {
    running = waiting = false;
    finder?.destroy();
    finder = undefined;
    stage.replaceChildren();
    say('');
  };

  // The loader tries the other form of the frame, or shows the provider's own words.
  const fail = (error, say = () => post.failed(NO_START)) => {
    console.error('program-finder:', error);
    try {
      wipe();
    } catch {
      // A core that has just failed may fail again at forgetting. Its document goes away with the frame.
    }
    say();
  };

  // Everything that is said outside the stage, in the language of the catalog.
  const translate = () => {
    root.lang = host.lang;
    document.title = text['frame.title'];
    for (const element of document.querySelectorAll('[data-text]')) element.textContent = text[element.dataset.text];
    begin.textContent = text[running ? 'nav.continue' : 'start.begin'];
    change.textContent = text['switch.label'];
    const { name } = config;
    const named = [name, name?.[host.lang], ...Object.values(name ?? {})].find((one) => typeof one === 'string');
    find('.provider').textContent = named ?? '';
    find('.who').textContent = named ? text['start.who'].replaceAll('{provider}', () => named) : text['start.who.unnamed'];
  };

  const host = {
    lang,
    text: (key) => text[key],
    say,
    warn: (words) => console.warn('program-finder:', words),
    post: (name, detail) => (name === 'contact' ? post.contact(detail) : post.event(name)),
    home() {
      running = false;
      translate();
      show(false);
      root.scrollTop = 0;
      focus(start.firstElementChild);
    },
  };

  const mount = () => {
    finder = glue.Finder.mount(stage, config, host);
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
  const rest = () => {
    if (!running) return;
    translate();
    show(false);
    root.scrollTop = 0;
  };

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

  // Another language is one press away where there is one. Its button is written in that language.
  const speak = ({ other }) => {
    change.hidden = !other;
    change.lang = other ?? '';
    translate();
  };

  const init = (message) => {
    config = message.config;
    overlay = message.narrow || message.display === 'dialog';
    speak(message);
    if (config.events === true) allowEvents();
    exit.href = message.exit;
    applyTheme(config.theme, host.warn);
    // Shown only now: in the provider's colors from the first moment.
    root.classList.add('sealed');
  };

  listen((message) => {
    if (message.type === 'init' && !config) {
      init(message);
      const begun = ready.then(() => {
        mount();
        if (waiting) go();
      }, () => {});
      begun.catch((error) => fail(error, post.stopped));
    } else if (message.type === 'language' && config) {
      text = message.text;
      host.lang = message.lang;
      say('');
      speak(message);
      finder?.repaint();
    } else if (message.type === 'opened') opened(true);
    else if (message.type === 'closed') opened(false);
  });

  begin.addEventListener('click', () => {
    if (overlay && !root.classList.contains('opened')) post.open();
    if (finder) go();
    else {
      waiting = true;
      say(text['start.loading']);
    }
  });
  close.addEventListener('click', () => post.close());
  change.addEventListener('click', () => post.language());
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && root.classList.contains('opened')) post.close();
  });
  watchExit(exit, wipe);

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
    if (config) translate();
    show(false);
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted && config && !finder) ready.then(mount).catch(() => {});
  });

  // A core that stops in the middle has stopped for good.
  addEventListener('error', (event) => fail(event.error, post.stopped));

  const ready = load(glue);
  ready.catch((error) => fail(error));
  post.ready();
};
