// Focus and scrolling stay inside the frame. Left to itself a browser scrolls everything around what takes focus, the
// page around the frame as well, and by how much would tell that page which option it was. So this file moves focus
// wherever the browser would, without its scrolling, and then scrolls the frame alone.

const STOPS = 'a[href],button,input,select,summary,[tabindex="0"]:not(.gate)';
/** @typedef {HTMLElement & { type?: string }} Stop What Tab stops at. An input has a type. */

/** @type {Record<string, number>} */
const ARROWS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Moves focus, and scrolls nothing.
 * @param {HTMLElement} element
 */
export const focus = (element) => element.focus({ preventScroll: true });

/**
 * `page` scrolls, and stands in `root` between two gates: what Tab stops at first when it comes in from either side.
 * @param {ShadowRoot} root
 * @param {HTMLElement} page
 */
export const keepInside = (root, page) => {
  const gates = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.gate')]);
  let pressed = /** @type {Stop} */ (page); // Tab goes on from what was pressed last, where nothing has focus.
  let pressing = false;

  // A gate is as large as the frame, so to bring it into view tells nothing. From there focus goes on to what the visitor
  // meant. While focus is in the frame there are no gates: Tab leads out.
  const gate = (/** @type {boolean} */ open) => gates.forEach((one) => (one.tabIndex = open ? 0 : -1));

  // Of a group of radio buttons Tab stops at the one that is chosen, or at the first.
  const stops = () => {
    const chosen = root.querySelector('[type=radio]:checked') || root.querySelector('[type=radio]');
    return /** @type {Stop[]} */ ([...root.querySelectorAll(STOPS)]).filter(
      (one) =>
        (one.type !== 'radio' || one === chosen) &&
        one.getClientRects().length &&
        // A summary is shown with its own part folded, but not within another that is.
        !(
          /** @type {Element} */ (one.localName === 'summary' ? /** @type {Element} */ (one.parentElement).parentElement : one).closest(
            'details:not([open])',
          )
        ),
    );
  };

  // Scrolls the frame until that is in view, between the bars that stay.
  const reveal = (/** @type {HTMLElement} */ element) => {
    const style = (/** @type {Element} */ one) => getComputedStyle(one);
    for (let one = element; one !== page; one = /** @type {HTMLElement} */ (one.parentElement)) {
      if (style(one).position === 'sticky' && style(one).display !== 'contents') return;
    }
    const box = (element.closest('.option') || element).getBoundingClientRect();
    // The bars are as high as their words need. Those that do not stay have no box or scroll with the rest.
    const from = page.getBoundingClientRect().top;
    let [top, bottom] = [from, from + page.clientHeight];
    for (const bar of root.querySelectorAll('.head,.bar,.actions,.stick')) {
      const at = bar.getBoundingClientRect();
      if (style(bar).position !== 'sticky' || !at.height) continue;
      if (bar.matches('.head,.bar')) top = Math.max(top, Math.min(at.bottom, from + at.height));
      else bottom = Math.min(bottom, at.top);
    }
    [top, bottom] = [top + 16, bottom - 16];
    // What can be taken along stands far below the press that leads to it, and is shown with what follows.
    const first = box.top < top || box.height > bottom - top || element.matches('.keep h3');
    if (first) page.scrollTop += box.top - top;
    else if (box.bottom > bottom) page.scrollTop += box.bottom - bottom;
  };

  const tab = (/** @type {KeyboardEvent} */ event) => {
    const { activeElement } = /** @type {{ activeElement: Stop | null }} */ (root);
    /** @type {Stop} */
    const from = activeElement && activeElement !== page ? activeElement : pressed.isConnected ? pressed : page;
    /** @type {Stop[]} */
    const all = stops();
    const side = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    if (event.shiftKey) all.reverse();
    const next = all.find((one) => from.compareDocumentPosition(one) & side && !(from.type === 'radio' && one.type === 'radio'));
    if (!next) return; // Out of the frame: only the browser leads there.
    event.preventDefault();
    focus(next);
  };

  /** @type {(event: KeyboardEvent, from: Stop) => void} */
  const arrow = (event, from) => {
    const all = /** @type {Stop[]} */ ([...root.querySelectorAll('[type=radio]')]);
    const next = /** @type {Stop} */ (all.at((all.indexOf(from) + ARROWS[event.key]) % all.length));
    event.preventDefault();
    focus(next);
    next.click();
  };

  root.addEventListener('focusin', ({ target }) => {
    const at = gates.indexOf(/** @type {HTMLElement} */ (target));
    if (at >= 0) {
      page.classList.remove('pressed');
      focus(/** @type {Stop} */ (stops().at(-at)));
    } else {
      gate(false);
      if (!pressing && target !== page) reveal(/** @type {HTMLElement} */ (target));
    }
  });
  addEventListener('blur', () => gate(true));

  addEventListener('keydown', (event) => {
    const { key, ctrlKey, altKey, metaKey, defaultPrevented } = event;
    page.classList.remove('pressed');
    if (ctrlKey || altKey || metaKey || defaultPrevented) return;
    const from = /** @type {Stop | null} */ (root.activeElement);
    if (key === 'Tab') tab(event);
    else if (ARROWS[key] && from?.type === 'radio') arrow(event, from);
    else if (!from) focus(page); // Keys that scroll would scroll the page around.
  });

  // A press moves focus before the browser does. Not what is out of view under the finger: that would be drawn away.
  root.addEventListener('mousedown', (event) => {
    const { target } = /** @type {MouseEvent & { target: Stop }} */ (event);
    pressed = target;
    // A browser shows a ring around what a script gives focus to, and none around what is pressed.
    page.classList.add('pressed');
    const at = /** @type {HTMLElement} */ (target.closest(`${STOPS},label,[tabindex]`));
    if (at.localName === 'label') return event.preventDefault();
    pressing = true;
    focus(at);
    pressing = false;
  });
  // The browser would move focus from the words of an option to its box, and scroll.
  root.addEventListener('click', (event) => {
    const control = /** @type {Element} */ (event.target).closest('label')?.control;
    if (!control || control === event.target) return;
    event.preventDefault();
    focus(control);
    control.click();
  });

  // Where the frame has come to its end a wheel would go on with the page around, sooner on a short screen. Not all
  // browsers heed `overscroll-behavior` in a frame.
  const room = (/** @type {number} */ by) =>
    by && (by < 0 ? page.scrollTop > 0 : page.scrollTop + page.clientHeight < page.scrollHeight - 1);
  page.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || !page.matches('.running,.opened')) return;
      if (!room(event.deltaY)) event.preventDefault();
    },
    { passive: false },
  );

  return gate;
};
