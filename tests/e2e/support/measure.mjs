// What a ruler says about a screen. Each function gives what is wrong, in words.

/** Nothing lies outside the window at the side, is cut off, sticks out of its own box or lies over other words. */
export const overflows = (visitor) =>
  visitor.ask(() => {
    const wrong = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > root.clientWidth) wrong.push(`the screen is ${root.scrollWidth} px wide in a window of ${root.clientWidth}`);
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      // What is only to be heard lies nowhere.
      if (!node.data.trim() || element.closest('script, style, .heard') || !element.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const name = `"${node.data.trim().slice(0, 40)}"`;
      const control = element.closest('button, a, .option, summary');
      const own = control?.getBoundingClientRect();
      const style = getComputedStyle(control ?? element);
      if (style.textOverflow === 'ellipsis' || (style.webkitLineClamp !== 'none' && style.webkitLineClamp !== undefined))
        wrong.push(`${name} would be shortened`);
      for (let one = element; one; one = one.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(one);
        if (one === root || (overflowX === 'visible' && overflowY === 'visible')) continue;
        if (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
          wrong.push(`${name} is cut off by ${one.className || one.localName}`);
      }
      for (const box of range.getClientRects()) {
        if (box.left < -0.5 || box.right > root.clientWidth + 0.5) wrong.push(`${name} lies outside`);
        if (
          own &&
          style.display !== 'inline' &&
          (box.left < own.left - 0.5 || box.right > own.right + 0.5 || box.top < own.top - 2 || box.bottom > own.bottom + 2)
        )
          wrong.push(`${name} sticks out of what is pressed`);
        // Bars that stay in view may lie over what scrolls under them.
        if (!element.closest('.head, .actions, .more, .stick, .count')) texts.push({ name, box, element });
      }
    }
    texts.sort((a, b) => a.box.top - b.box.top);
    for (const [at, one] of texts.entries()) {
      for (let next = at + 1; next < texts.length && texts[next].box.top < one.box.bottom; next++) {
        const other = texts[next];
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        // The boxes of lines overlap by some pixels where they stand close; the letters do not.
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (one.element !== other.element && wide > 1 && high > Math.min(one.box.height, other.box.height) * 0.3)
          wrong.push(`${one.name} lies over ${other.name}`);
      }
    }
    return [...new Set(wrong)];
  });

/** Everything that can be pressed is 44 pixels high and wide, and 8 pixels from the next. */
export const targets = (visitor) =>
  visitor.ask(() => {
    const wrong = [];
    // A number within a sentence is as high as its line; what calls it stands beside it as a button.
    const within = (one) =>
      one.matches('p > a, li > a') && [...one.parentElement.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const all = [...document.querySelectorAll('button, a, .option, select, summary')].filter(
      (one) => one.checkVisibility() && !within(one),
    );
    const named = all.map((one) => ({
      name: `"${one.innerText.trim().slice(0, 40)}"`,
      box: one.getBoundingClientRect(),
      sticks: Boolean(one.closest('.head, .actions, .stick')),
    }));
    for (const { name, box } of named)
      if (box.width < 43.9 || box.height < 43.9) wrong.push(`${name} is ${box.width.toFixed(1)} by ${box.height.toFixed(1)} px`);
    for (const [at, one] of named.entries()) {
      for (const other of named.slice(at + 1)) {
        if (one.sticks !== other.sticks) continue;
        const apart = (low, high) => Math.max(one.box[low], other.box[low]) - Math.min(one.box[high], other.box[high]);
        const gap = Math.max(apart('left', 'right'), apart('top', 'bottom'));
        if (gap < 7.9) wrong.push(`${one.name} and ${other.name} are ${gap.toFixed(1)} px apart`);
      }
    }
    return wrong;
  });

/** Body text is 16 pixels and more, its lines are half as high again, and none has more than 70 characters. */
export const lines = (visitor) =>
  visitor.ask(() => {
    const wrong = [];
    for (const element of document.querySelectorAll('p, li, dd, td, .option > span, button, a')) {
      if (!element.innerText?.trim() || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const size = parseFloat(style.fontSize);
      const name = `"${element.innerText.trim().slice(0, 40)}"`;
      if (size < 16) wrong.push(`${name} has letters of ${size} px`);
      if (!element.matches('p, li, dd') || element.children.length || element.closest('.head, .error-title, .more')) continue;
      const spaced = parseFloat(style.lineHeight) / size;
      if (spaced < 1.49) wrong.push(`${name} has lines of ${spaced.toFixed(2)}`);
      // Characters a line, from the places of the words.
      const range = document.createRange();
      let [count, top, longest] = [0, undefined, 0];
      const text = element.firstChild;
      for (const { index, 0: word } of text.data.matchAll(/\S+\s*/g)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.trimEnd().length);
        const at = range.getBoundingClientRect().top;
        if (top === undefined || at > top + 4) [count, top] = [0, at];
        count += word.length;
        longest = Math.max(longest, count);
      }
      if (longest > 70) wrong.push(`${name} has a line of ${longest} characters`);
    }
    return wrong;
  });
