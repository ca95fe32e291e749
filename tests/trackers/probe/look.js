// Looks about, again and again: at all documents and roots that can be reached, at frames, focus, selection, places,
// sizes, what is found by search, and what the browser measures.

const html = (root) => {
  try {
    return root.documentElement?.outerHTML ?? root.innerHTML ?? '';
  } catch {
    return '';
  }
};

const tried = (what) => {
  try {
    const value = what();
    return typeof value === 'object' && value !== null ? Object.prototype.toString.call(value) : String(value);
  } catch (error) {
    return error.name;
  }
};

/** Frames, in whatever root they stand. */
const framesIn = (roots) => [document, ...roots].flatMap((root) => [...root.querySelectorAll('iframe')]);

/** @type {[string, (frame: any) => unknown][]} */
const REACH = [
  ['document', (frame) => frame.contentDocument],
  ['html', (frame) => frame.contentDocument.documentElement.outerHTML],
  ['inner', (frame) => frame.contentWindow.document.body.innerText],
  ['length', (frame) => frame.contentWindow.length],
  ['name', (frame) => frame.contentWindow.name],
  ['href', (frame) => frame.contentWindow.location.href],
  ['hash', (frame) => frame.contentWindow.location.hash],
  ['history', (frame) => frame.contentWindow.history.length],
  ['wasm', (frame) => frame.contentWindow.WebAssembly],
  ['storage', (frame) => frame.contentWindow.localStorage.length],
  ['find', (frame) => frame.contentWindow.find('a')],
  ['selection', (frame) => frame.contentWindow.getSelection().toString()],
  ['scroll', (frame) => frame.contentWindow.scrollY],
  ['size', (frame) => `${frame.offsetWidth}x${frame.offsetHeight} ${frame.scrollHeight}`],
  ['closed', (frame) => frame.contentWindow.closed],
  ['performance', (frame) => frame.contentWindow.performance.getEntries().length],
  ['active', (frame) => frame.contentWindow.document.activeElement],
  ['svg', (frame) => frame.getSVGDocument?.()],
];

const state = (roots) => {
  const { activeElement } = document;
  const box = document.querySelector('program-finder')?.getBoundingClientRect();
  const middle = box && document.elementFromPoint(box.x + box.width / 2, Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 1));
  return {
    title: document.title,
    href: location.href,
    name: window.name,
    history: history.length,
    state: JSON.stringify(history.state),
    frames: frames.length,
    cookie: document.cookie,
    local: tried(() => JSON.stringify({ ...localStorage })),
    session: tried(() => JSON.stringify({ ...sessionStorage })),
    active: activeElement?.localName,
    deep: activeElement?.shadowRoot?.activeElement?.localName,
    selection: String(getSelection()),
    anchor: getSelection()?.anchorNode?.nodeName,
    at: middle?.localName,
    deepAt: roots.map((root) => root.elementFromPoint?.(innerWidth / 2, innerHeight / 2)?.localName).join(),
    caret: tried(() => document.caretPositionFromPoint?.(innerWidth / 2, innerHeight / 2)?.offsetNode?.nodeName),
    height: document.documentElement.scrollHeight,
    width: document.documentElement.scrollWidth,
    scroll: `${scrollX},${scrollY}`,
    fullscreen: document.fullscreenElement?.localName,
    visited: document.documentElement.className,
    sheets: document.styleSheets.length,
    names: Object.getOwnPropertyNames(window).length,
    entries: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => !name.includes('/probe'))
      .join(' '),
    reach: framesIn(roots)
      .map((frame) => REACH.map(([name, reach]) => `${name}:${tried(() => reach(frame))}`).join(' '))
      .join(' # '),
  };
};

/** Writes down whatever about the page has changed since the last look, from now on. Gives a function that looks at once. */
export const look = (note, { roots, aside }) => {
  let before = {};
  let sources = '';
  const once = () => {
    const now = state(roots);
    for (const [name, value] of Object.entries(now)) if (value !== before[name]) note('state', `${name}: ${value}`);
    before = now;
    const all = [
      document,
      ...roots,
      ...framesIn(roots)
        .map((frame) => frame.contentDocument)
        .filter(Boolean),
    ]
      .map(html)
      .join('\n');
    if (all !== sources) note('markup', all);
    sources = all;
  };
  const again = () => {
    once();
    aside.setTimeout.call(window, again, 30);
  };
  again();
  return once;
};

/** The observers that a page has. */
export const observe = (note, roots) => {
  const watch = new MutationObserver((records) => {
    for (const { type, target, addedNodes, attributeName } of /** @type {any[]} */ (records)) {
      note(
        'mutation',
        `${type} ${target.localName ?? target.nodeName} ${attributeName ?? ''} ${[...addedNodes].map((node) => node.outerHTML ?? node.nodeValue).join(' ')}`,
      );
    }
  });
  const sizes = new ResizeObserver((entries) =>
    entries.forEach(({ target, contentRect }) => note('size', `${target.localName} ${contentRect.width}x${contentRect.height}`)),
  );
  const views = new IntersectionObserver((entries) =>
    entries.forEach(({ target, intersectionRatio }) => note('view', `${target.localName} ${intersectionRatio > 0}`)),
  );
  const all = { childList: true, subtree: true, attributes: true, characterData: true };
  watch.observe(document, all);
  const seen = new WeakSet();
  const more = () => {
    for (const root of roots) {
      if (!seen.has(root)) watch.observe(root, all);
      seen.add(root);
    }
    for (const element of [document, ...roots].flatMap((root) => [...root.querySelectorAll('program-finder, iframe, .place, dialog')])) {
      if (seen.has(element)) continue;
      seen.add(element);
      sizes.observe(element);
      views.observe(element);
    }
  };
  setInterval(more, 50);
  const types = PerformanceObserver.supportedEntryTypes.filter(
    (type) => !/^(longtask|long-animation-frame|paint|visibility-state|soft-navigation|interaction-contentful-paint)$/.test(type),
  );
  for (const type of types) {
    new PerformanceObserver((list) => {
      for (const { entryType, name, value, target } of /** @type {any[]} */ (list.getEntries()))
        if (!name.includes('/probe')) note('measured', `${entryType} ${name} ${value ?? ''} ${target?.localName ?? ''}`);
    }).observe({ type, buffered: true, durationThreshold: 16 });
  }
};
