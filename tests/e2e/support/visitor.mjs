// Somebody who uses the finder: sees what is on screen, points, taps and types. Nothing here calls click() on an
// element: every press goes through the browser's own input, at a place where the visitor could have pressed.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { arrive } from './arrive.mjs';
import { inside } from './inside.mjs';
import { placeOf, questionOf, say } from './words.mjs';

/** @import { ElementHandle, Frame } from 'puppeteer-core' */
/** @import { Setup } from './browsers.mjs' */

const HANG = 30_000; // Only so that a test that would wait for ever says what for. speed.test.mjs alone measures time.

/** Asks until the answer is something. */
export const until = async (probe, what) => {
  const end = Date.now() + HANG;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((go) => setTimeout(go, 10));
  }
};

/** Waits until what is probed equals this. If it never does, the difference is shown. */
export const becomes = async (probe, expected, message) => {
  const end = Date.now() + HANG;
  while (!isDeepStrictEqual(await probe(), expected) && Date.now() < end) await new Promise((go) => setTimeout(go, 10));
  assert.deepEqual(await probe(), expected, message);
};

/**
 * A window, with what its console has said.
 * @typedef {import('puppeteer-core').Page & { said: { type: string, text: string }[] }} Page
 */

/** @typedef {'mouse' | 'touch' | 'keys'} Hand What a visitor presses with. */

/**
 * @typedef {object} Opening
 * @property {number} [width]
 * @property {number} [height]
 * @property {boolean} [touch] It is a phone.
 * @property {string} [downloads] The folder that gets what the visitor saves.
 * @property {(page: Page) => unknown} [prepare] Runs before the page is loaded.
 */

/**
 * Opens an address in a window of its own, which is closed when the test ends.
 * @param {{ after: (fn: () => unknown) => void }} test
 * @param {Pick<Setup, 'browser'>} it
 * @param {string} url
 * @param {Opening} [options]
 */
export const openPage = async (test, it, url, { width = 1000, height = 900, touch = false, downloads, prepare } = {}) => {
  const context = await it.browser.createBrowserContext(downloads && { downloadBehavior: { policy: 'allow', downloadPath: downloads } });
  test.after(() => context.close());
  const page = /** @type {Page} */ (await context.newPage());
  await page.setViewport({ width, height, hasTouch: touch, isMobile: touch });
  page.said = [];
  page.on('console', (message) => page.said.push({ type: message.type(), text: message.text() }));
  await prepare?.(page);
  await page.goto(url, { waitUntil: 'load' });
  return page;
};

/**
 * Until what is there now has been on the screen. Chromium and WebKit send a press where their last picture has something, and
 * on a busy machine that is the picture before. Firefox asks the page itself, and paints nothing of a page behind another one.
 */
export const pictured = () =>
  navigator.userAgent.includes('Firefox') ? undefined : new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/**
 * Waits until the finder at that place of the page is ready, and gives a visitor who sees it.
 * @param {Page} page
 * @param {{ place?: number, hand?: Hand }} [options]
 */
export const meet = async (page, { place = 0, hand = 'mouse' } = {}) => {
  const ready = (at) => {
    const root = document.querySelectorAll('program-finder')[at]?.shadowRoot;
    return Boolean(root?.querySelector('.ready iframe'));
  };
  await until(() => page.evaluate(ready, place), `finder ${place + 1} to be ready`);
  const found = await page.evaluateHandle(
    (at) => document.querySelectorAll('program-finder')[at].shadowRoot.querySelector('iframe'),
    place,
  );
  const element = /** @type {ElementHandle<HTMLIFrameElement>} */ (found);
  const visitor = new Visitor(page, element, await element.contentFrame(), hand);
  await visitor.approach();
  await until(() => visitor.ask(() => document.body.classList.contains('sealed')), 'the start screen');
  await page.evaluate(pictured);
  await visitor.ask(pictured);
  return visitor;
};

/**
 * Opens a page and meets the first finder on it.
 * @param {{ after: (fn: () => unknown) => void }} test
 * @param {Pick<Setup, 'browser'>} it
 * @param {string} url
 * @param {Opening & { place?: number, hand?: Hand }} [options]
 */
export const visit = async (test, it, url, options = {}) => meet(await openPage(test, it, url, options), options);

/** Says on a result that the time of these words could work, or takes that back. */
export const could = (visitor, words) =>
  visitor.press(
    `the time "${words}"`,
    (wanted) => [...document.querySelectorAll('.week .option')].find((one) => one.innerText.trim() === wanted),
    words,
  );

/** Unfolds on a result what stands under these words, if it is folded. */
export const unfold = async (visitor, words) => {
  const find = (wanted) =>
    [...document.querySelectorAll('.result summary')].find((one) => one.checkVisibility() && one.textContent.trim() === wanted);
  const folded = new Function('wanted', `const details = (${find})(wanted)?.parentElement; return details && !details.open;`);
  if (await visitor.ask(folded, words)) await visitor.press(`"${words}"`, find, words);
};

/** From a result to a question, by the answer to it among all that were given. */
export const change = async (visitor, question) => {
  await unfold(visitor, say('result.answers'));
  const find = (wanted) =>
    [...document.querySelectorAll('.answers .row')].find((row) => row.querySelector('dt').textContent === wanted)?.querySelector('button');
  return visitor.turn(() => visitor.press(`the answer to "${question}"`, find, say(`${question}.name`)), 'the answer to change');
};

export class Visitor {
  /**
   * @param {Page} page
   * @param {ElementHandle<HTMLIFrameElement>} element The frame, in the page.
   * @param {Frame} frame The document in it.
   * @param {Hand} hand
   */
  constructor(page, element, frame, hand) {
    this.page = page;
    this.element = element;
    this.frame = frame;
    this.hand = hand;
  }

  /**
   * Asks something of the frame, in which `document` is what a visitor knows of it (support/inside.mjs).
   * @param {Function | string} question
   * @param {...any} values
   * @returns {Promise<any>}
   */
  ask(question, ...values) {
    return this.frame.evaluate(inside(question), ...values);
  }

  /**
   * The same, for an element or another thing that stays there.
   * @param {Function} question
   * @param {...any} values
   * @returns {Promise<any>}
   */
  hold(question, ...values) {
    return this.frame.evaluateHandle(inside(question), ...values);
  }

  /** Scrolls the page to the finder. */
  approach() {
    return this.page.evaluate((frame) => {
      // Not scrollIntoView: Firefox would go on scrolling back there until somebody scrolls by hand.
      scrollTo({ top: frame.getRootNode().host.getBoundingClientRect().top + scrollY, behavior: 'instant' });
    }, this.element);
  }

  /** What is on screen. */
  look() {
    return this.ask(() => {
      const words = (element) => element?.innerText.replace(/\s+/g, ' ').trim();
      const shown = (element) => element && element.getClientRects().length > 0;
      const start = document.querySelector('.start');
      const stage = document.querySelector('.stage');
      const screen = stage?.firstElementChild;
      const at = shown(start)
        ? 'start'
        : !shown(screen)
          ? 'nothing'
          : screen.matches('form')
            ? 'question'
            : screen.matches('.safety')
              ? 'safety'
              : 'result';
      const inside = at === 'start' ? start : screen;
      const heading = inside?.querySelector('h2');
      return {
        at,
        heading: words(heading),
        focus: document.activeElement === heading ? 'heading' : words(document.activeElement),
        words: inside?.innerText,
        progress: words(screen?.querySelector('.progress')),
        options: [...(screen?.querySelectorAll('.option') ?? [])].map((option) => ({
          words: words(option),
          type: option.querySelector('input').type,
          chosen: option.querySelector('input').checked,
        })),
        error: words(screen?.querySelector('.error-summary')),
        status: words(document.querySelector('.status')),
        buttons: [...(inside?.querySelectorAll('button') ?? [])].map(words),
      };
    });
  }

  /**
   * The middle of an element as a place on the page, with the frame scrolled so that it is in view, as a visitor
   * would. Fails if something covers it.
   */
  async placeOf(element, what) {
    const look = (/** @type {any} */ it, /** @type {boolean} */ mayScroll) => {
      if (!it) return undefined;
      const root = document.scrollingElement;
      const box = it.getBoundingClientRect();
      const at = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const hit = document.elementFromPoint(at.x, at.y);
      const covered = !hit || !(it.contains(hit) || (hit.contains(it) && hit.matches('label')));
      if (covered && mayScroll) root.scrollTop += at.y - root.clientHeight / 2;
      return { ...at, covered: covered && (hit?.outerHTML.slice(0, 200) ?? 'nothing') };
    };
    let inside = await this.ask(look, element, true);
    if (inside?.covered) {
      // What comes into view is laid out only now, and moves what lies below it.
      await this.ask(pictured);
      inside = await this.ask(look, element, false);
    }
    if (!inside) throw new Error(`there is no ${what}`);
    if (inside.covered) throw new Error(`${what} is covered by ${inside.covered}`);
    const frame = await this.page.evaluate(
      (it, y) => {
        const top = () => it.getBoundingClientRect().top;
        // On a low screen the page has to be scrolled, too.
        if (top() + y < 0 || top() + y > innerHeight) {
          scrollBy({ top: top() + y - innerHeight / 2, behavior: 'instant' });
        }
        return { x: it.getBoundingClientRect().left, y: top() };
      },
      this.element,
      inside.y,
    );
    return { x: inside.x + frame.x, y: inside.y + frame.y };
  }

  /** Presses the element that `pick` finds in the frame: points and clicks, taps, or moves focus there and presses Enter. */
  async press(what, pick, ...values) {
    const element = await this.hold(pick, ...values);
    if (this.hand === 'keys') {
      await this.tabTo(what, element);
      await this.page.keyboard.press('Enter');
    } else {
      const { x, y } = await this.placeOf(element, what);
      if (this.hand === 'touch') await this.page.touchscreen.tap(x, y);
      else await this.page.mouse.click(x, y);
    }
    await element.dispose();
  }

  /** Presses the button or link with these words. */
  pressWords(words) {
    return this.press(
      `"${words}"`,
      (wanted) => {
        const shown = [...document.querySelectorAll('button, a')].filter((one) => one.checkVisibility());
        return shown.find((one) => (one.getAttribute('aria-label') ?? one.innerText).trim() === wanted);
      },
      words,
    );
  }

  /** Presses Tab, or Shift and Tab where it lies before, until that element has focus. */
  async tabTo(what, element) {
    for (let presses = 0; presses < 120; presses++) {
      const way = await this.ask((it) => {
        const now = document.activeElement;
        if (it === now && document.hasFocus()) return 'here';
        if (!document.hasFocus()) return 'in';
        return now !== document.body && now.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on';
      }, element);
      if (way === 'here') return;
      if (way === 'in') await this.tabIn();
      else if (way === 'on') await this.page.keyboard.press('Tab');
      else await this.withShift('Tab');
    }
    throw new Error(`Tab does not lead to ${what}`);
  }

  /** Presses Tab where it may lead into the frame. The key comes up where focus is by then, whatever process that is. */
  async tabIn() {
    await this.page.keyboard.down('Tab');
    await this.ask(pictured);
    await this.page.keyboard.up('Tab');
  }

  async withShift(key) {
    await this.page.keyboard.down('Shift');
    await this.page.keyboard.press(key);
    await this.page.keyboard.up('Shift');
  }

  /** Does something that leads to another screen, and waits for that screen. */
  async turn(act, what) {
    const before = await this.hold(() => document.querySelector('.stage').firstElementChild);
    await act();
    await until(
      () => this.ask((was) => document.querySelector('.stage').firstElementChild !== was, before),
      `another screen after ${what}`,
    );
    await before.dispose();
    // A long screen is laid out to its end a moment after it is shown.
    await this.ask(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    await this.ask(pictured);
    return this.look();
  }

  /** Leaves the start screen. */
  start() {
    return this.turn(() => this.press('Start', () => document.querySelector('.start .primary')), 'Start');
  }

  /** Goes on with what is chosen. */
  go() {
    return this.turn(() => this.press('Continue', () => document.querySelector('.stage .primary')), 'Continue');
  }

  back() {
    return this.turn(() => this.pressWords(say('nav.back')), 'Back');
  }

  /** Chooses these options of the question on screen, by name. */
  async choose(answer) {
    const { heading, options } = await this.look();
    const question = questionOf(heading);
    const shown = options.map((option) => option.words);
    const places = [answer].flat().map((option) => placeOf(question, option, shown));
    for (const place of places.sort((a, b) => a - b)) {
      if (this.hand === 'keys') await this.chooseByKeys(place, options);
      else await this.press(`option "${shown[place]}"`, (at) => document.querySelectorAll('.stage .option')[at], place);
      await until(
        () => this.ask((at) => document.querySelectorAll('.stage input')[at].checked, place),
        `option "${shown[place]}" to be chosen`,
      );
    }
  }

  async chooseByKeys(place, options) {
    const many = options[0].type === 'checkbox';
    const first = Math.max(many ? place : options.findIndex((option) => option.chosen), 0);
    const input = await this.hold((at) => document.querySelectorAll('.stage input')[at], first);
    await this.tabTo('the options', input);
    await input.dispose();
    if (many || place === first) await this.page.keyboard.press(' ');
    else for (let step = first; step < place; step++) await this.page.keyboard.press('ArrowDown');
  }

  /** The same as `complete`, by a script in the frame: see support/arrive.mjs. */
  arrive(answers, seen) {
    return arrive(this, answers, seen);
  }

  /**
   * From the start screen to the result with these answers by question. Every question that is asked has to have
   * one. Gives the screens seen, as the names of the questions, `safety` and `result`. `seen` is called on each
   * screen before it is left, with what is on it.
   * @param {Record<string, string | string[]>} answers
   * @param {(screen: any, visitor: Visitor) => unknown} [seen]
   */
  async complete(answers, seen = () => {}) {
    const path = [];
    let screen = await this.look();
    await seen(screen, this);
    screen = await this.start();
    for (;;) {
      const name = screen.at === 'question' ? questionOf(screen.heading) : screen.at;
      path.push(name);
      await seen(screen, this);
      if (path.length > 40) throw new Error(`no end: ${path.join(' ')}`);
      if (screen.at === 'result') return path;
      if (screen.at === 'safety') {
        screen = await this.turn(
          () => this.press('the way on', () => document.querySelector('.safety .actions button')),
          'the safety screen',
        );
      } else {
        if (!(name in answers)) throw new Error(`"${name}" is asked, and there is no answer to it; so far: ${path.join(' ')}`);
        await this.choose(answers[name]);
        screen = await this.go();
      }
    }
  }
}
