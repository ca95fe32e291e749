// A page that attacks the finder in every way that a script of the page has. It is the first script of the page, so it
// listens, patches and waits before the loader is there. Each attack writes down what it learns; `probeAll()` asks again
// after each step of a visit. attacks.test.mjs holds that two visits with other answers look the same to each of them, and
// that each tells such visits apart where there is no seal (control.js).
(() => {
  const own = {
    setTimeout: self.setTimeout.bind(self),
    textOf: (node) => node?.textContent?.replace(/\s+/g, ' ').trim().slice(0, 200) ?? '',
  };
  const roots = [];
  const frame = () =>
    document.querySelector('program-finder')?.shadowRoot?.querySelector('iframe') ?? document.querySelector('iframe.control');
  const nameOf = (target) => (target === self ? 'window' : target === document ? 'document' : (target?.localName ?? 'nothing'));
  const tried = (reach) => {
    try {
      const value = reach();
      return typeof value === 'object' && value !== null ? own.textOf(value) || Object.prototype.toString.call(value) : String(value);
    } catch (error) {
      return error.name;
    }
  };
  const wait = (time) => new Promise((go) => own.setTimeout(go, time));

  // Of somebody who uses keys a page that takes focus hears the keys that follow. That is left open (left.test.mjs), and the
  // page can be told to leave focus where it is, to see what else it learns.
  const still = location.search === '?still';
  const attacks = {};
  /** `arm(note)` begins the attack; what it returns is asked after each step. */
  const attack = (name, arm) => {
    const log = [];
    const note = (...line) => log.push(line.join(' '));
    attacks[name] = { log };
    try {
      attacks[name].probe = arm(note);
    } catch (error) {
      note('cannot', error.name);
    }
  };
  const hear = (note, types, say) => {
    for (const type of types) addEventListener(type, (event) => note(type, say(event)), { capture: true, passive: true });
  };
  const observe = (note, types, say) => {
    for (const type of types) {
      if (!PerformanceObserver.supportedEntryTypes.includes(type)) continue;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const words = say(entry);
          if (words) note(type, words);
        }
      }).observe({ type, buffered: true, durationThreshold: 16 });
    }
  };
  /** A node that is not the page's own, with the words around it; the page's own are told by the name. */
  const strange = (node) =>
    node &&
    (node.ownerDocument !== document
      ? `of another document: ${own.textOf(node.ownerDocument?.body)}`
      : node.closest?.('.control') && own.textOf(node));

  // What can be read.
  attack(
    'reads the document of the frame',
    (note) => () =>
      note(
        tried(() => frame().contentDocument.body),
        tried(() => frame().contentWindow.document.body),
      ),
  );
  attack(
    'reaches it by the number of the window',
    (note) => () =>
      note(
        tried(() => self[0].document.body),
        tried(() => /** @type {any} */ (self[0]).Function('return document.body.innerText')()),
      ),
  );
  attack(
    'reads its name and address',
    (note) => () =>
      note(
        ...['name', 'origin', 'frameElement', 'performance'].map((name) => tried(() => frame().contentWindow[name])),
        tried(() => frame().contentWindow.location.href),
      ),
  );
  attack('watches the markup', (note) => {
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.nodeType === 1 || node.nodeType === 3) note(node.nodeName, own.textOf(node).slice(0, 99));
    });
    const all = { childList: true, subtree: true, characterData: true };
    addEventListener('DOMContentLoaded', () => watch.observe(document.body, all));
    return () => roots.forEach((root) => watch.observe(root, all));
  });
  attack('patches shadow roots', (note) => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (options) {
      const root = attachShadow.call(this, options);
      roots.push(root);
      return root;
    };
    return () => note(roots.map((root) => own.textOf(root)).join('|'));
  });
  attack('patches what writes text', (note) => {
    for (const [prototype, name] of /** @type {[Node, string][]} */ ([
      [Node.prototype, 'textContent'],
      [Element.prototype, 'innerHTML'],
      [HTMLElement.prototype, 'innerText'],
      [Text.prototype, 'data'],
      [HTMLInputElement.prototype, 'value'],
    ])) {
      const property = Object.getOwnPropertyDescriptor(prototype, name);
      if (!property?.set) continue;
      Object.defineProperty(prototype, name, {
        ...property,
        set(value) {
          note(name, value);
          property.set.call(this, value);
        },
      });
    }
    const { createTextNode } = Document.prototype;
    Document.prototype.createTextNode = function (words) {
      note('text', words);
      return createTextNode.call(this, words);
    };
  });
  attack('patches WebAssembly', (note) => {
    for (const name of ['instantiate', 'compile', 'instantiateStreaming']) {
      const was = WebAssembly[name];
      WebAssembly[name] = (...given) => {
        note(name, JSON.stringify(given[1] ?? ''));
        return was.apply(WebAssembly, given);
      };
    }
  });
  attack('wraps listeners', (note) => {
    const { addEventListener: add } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, ...more) {
      const wrapped =
        typeof listener !== 'function'
          ? listener
          : function (event) {
              if (!/^(load|message|pageshow|DOMContentLoaded|mouse|pointer|securitypolicy)/.test(type))
                note(type, nameOf(event.target), event.target?.dataset?.value ?? '');
              return listener.call(this, event);
            };
      return add.call(this, type, wrapped, ...more);
    };
  });

  // What comes by itself.
  attack('hears pointers', (note) =>
    hear(
      note,
      ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'touchstart', 'touchend', 'contextmenu', 'wheel'],
      ({ target, clientX, clientY }) => `${nameOf(target)} ${clientX} ${clientY}`,
    ),
  );
  attack('hears pointers that enter', (note) =>
    hear(
      note,
      ['pointerover', 'mouseover', 'pointermove', 'mousemove', 'pointerout'],
      ({ target, clientX, clientY }) => `${nameOf(target)} ${clientX} ${clientY}`,
    ),
  );
  attack('hears keys and changes', (note) =>
    hear(
      note,
      ['keydown', 'keyup', 'beforeinput', 'input', 'change', 'submit'],
      ({ target, key }) => `${nameOf(target)} ${key ?? ''} ${target.dataset?.value ?? ''}`,
    ),
  );
  attack('hears focus', (note) => hear(note, ['focusin', 'focusout'], ({ target }) => `${nameOf(target)} ${target.dataset?.value ?? ''}`));
  attack('hears messages', (note) => hear(note, ['message'], ({ data, ports }) => `${JSON.stringify(data)} ${ports.length}`));
  attack('hears events of the finder', (note) =>
    hear(
      note,
      ['ready', 'open', 'close', 'started', 'finished', 'contact'].map((name) => `program-finder-${name}`),
      ({ detail }) => JSON.stringify(detail ?? ''),
    ),
  );
  attack('hears errors', (note) => hear(note, ['error', 'unhandledrejection'], (event) => event.message ?? String(event.reason ?? '')));
  attack('hears scrolling', (note) => {
    hear(note, ['scroll', 'scrollend'], ({ target }) => `${nameOf(target)} ${Math.round(scrollY)}`);
    return () => note(scrollX, scrollY);
  });
  attack('hears the clipboard', (note) => hear(note, ['copy', 'cut', 'paste'], () => own.textOf({ textContent: String(getSelection()) })));
  attack('hears selections', (note) => {
    hear(note, ['selectionchange', 'selectstart'], () => String(getSelection()));
    return () =>
      note(
        String(getSelection()),
        nameOf(getSelection()?.anchorNode),
        tried(() => self.find?.('Continue')),
      );
  });
  attack('hears animations', (note) => {
    hear(
      note,
      ['animationstart', 'animationend', 'transitionend', 'transitionrun'],
      ({ target, animationName, propertyName }) => `${nameOf(target)} ${animationName ?? propertyName} ${target.dataset?.value ?? ''}`,
    );
    return () => note(document.getAnimations().length);
  });
  attack('has policies report', (note) => {
    hear(
      note,
      ['securitypolicyviolation'],
      ({ effectiveDirective, blockedURI, sample }) => `${effectiveDirective} ${blockedURI} ${sample}`,
    );
    if (self.ReportingObserver)
      new ReportingObserver((reports) => reports.forEach(({ type, body }) => note(type, body?.sample ?? '')), {
        buffered: true,
      }).observe();
  });

  // What the browser measures.
  attack('event timing', (note) => {
    addEventListener('pointerdown', () => {}); // One listener is enough for the browser to measure.
    observe(note, ['event', 'first-input'], ({ target }) => strange(target));
  });
  attack('paint and layout timing', (note) =>
    observe(note, ['element', 'largest-contentful-paint', 'layout-shift', 'soft-navigation'], ({ element, sources, identifier, url }) =>
      [strange(element), ...(sources ?? []).map(({ node }) => strange(node)), identifier, url].filter(Boolean).join(' '),
    ),
  );
  attack('long frames', (note) =>
    observe(note, ['long-animation-frame', 'longtask'], ({ scripts }) =>
      scripts
        ?.map(({ invoker }) => invoker)
        .filter((invoker) => /\.on(change|click|input)/.test(invoker))
        .join(' '),
    ),
  );
  attack(
    'resource timing',
    (note) => () =>
      note(
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name.replace(/^http:..[^/]+/, ''))
          .filter((name) => !name.includes('favicon'))
          .sort()
          .join(' '),
      ),
  );
  attack('measures sizes', (note) => {
    const watch = new ResizeObserver((entries) =>
      entries.forEach(({ target, contentRect }) => note(nameOf(target), contentRect.width, contentRect.height)),
    );
    addEventListener('DOMContentLoaded', () => document.querySelectorAll('program-finder, .control').forEach((one) => watch.observe(one)));
    return () =>
      note(document.documentElement.scrollHeight, ...['x', 'y', 'width', 'height'].map((name) => frame().getBoundingClientRect()[name]));
  });
  attack('measures visibility', (note) => {
    const watch = new IntersectionObserver((entries) =>
      entries.forEach(({ target, isIntersecting }) => note(nameOf(target), target.dataset.value ?? '', isIntersecting)),
    );
    return () => {
      for (const doc of [document, tried(() => frame().contentDocument.nodeName) === '#document' && frame().contentDocument])
        doc?.querySelectorAll?.('program-finder, .control [data-value]').forEach((one) => watch.observe(one));
    };
  });

  // What is asked.
  attack('looks from above', (note) => () => {
    const box = frame().getBoundingClientRect();
    for (let at = 1; at < 6; at++) {
      const [x, y] = [box.x + box.width / 2, box.y + (box.height * at) / 6];
      const found = document.elementsFromPoint(x, y).map((one) => `${one.localName}${one.closest('.control') ? own.textOf(one) : ''}`);
      note(
        found.join(),
        nameOf(document.caretPositionFromPoint?.(x, y)?.offsetNode ?? document.caretRangeFromPoint?.(x, y)?.startContainer),
      );
      note(tried(() => frame().contentDocument.elementFromPoint(box.width / 2, (box.height * at) / 6)));
    }
  });
  attack(
    'asks for states by style',
    (note) => () =>
      note(
        [...document.querySelectorAll(':checked, :target, :indeterminate')].map((one) => one.dataset.value ?? one.localName).join(),
        frame().matches(':focus-within, :focus'),
      ),
  );
  attack(
    'counts frames and history',
    (note) => () =>
      note(
        self.length,
        tried(() => frame().contentWindow.length),
        history.length,
        location.hash,
      ),
  );
  attack(
    'reads what is kept',
    (note) => () =>
      note(document.cookie, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.title, self.name),
  );
  attack(
    'probes ids by fragments',
    (note) =>
      still ||
      (async () => {
        for (const id of ['iop', 'php', 'choice', 'result']) {
          document.querySelector('.here').focus({ preventScroll: true });
          // The frame goes to a part of itself: nothing is loaded.
          tried(() => frame().contentWindow.location.replace(`${frame().src.split('#')[0] || 'about:srcdoc'}#${id}`));
          await wait(30);
          note(id, nameOf(document.activeElement));
        }
      }),
  );
  attack(
    'steals focus',
    (note) =>
      still ||
      (async () => {
        document.querySelector('.here').focus({ preventScroll: true });
        frame().focus({ preventScroll: true });
        await wait(30);
        note(
          nameOf(document.activeElement),
          document.hasFocus(),
          tried(() => frame().contentDocument.activeElement.dataset.value),
        );
      }),
  );
  // Words of its own in the finder, one sentence so long that the screen on which it stands takes long: with the time until
  // the frame takes focus, when it is told that it lies over the page, that says which screen it is.
  const LONG = 'w'.repeat(2 ** 20);
  const clocks = {
    'words of its own as a clock': { type: 'language', lang: 'en', other: 'es', text: { who: { me: LONG, ask: LONG }, iop: LONG } },
    'words of its own as text': { type: 'language', lang: 'en', text: JSON.stringify({ who: { me: LONG, ask: LONG }, iop: LONG }) },
    'a configuration of its own as a clock': { type: 'init', config: { name: 'Spy', iop: LONG, events: true } },
  };
  /** The time until the frame takes focus when it is told this, and then that it lies over the page. */
  const turn = async (messages) => {
    document.querySelector('.here').focus({ preventScroll: true });
    await wait(50);
    const began = performance.now();
    const left = new Promise((go) => addEventListener('blur', () => go(performance.now() - began), { once: true, capture: true }));
    for (const more of [...messages, { type: 'closed' }, { type: 'opened' }]) frame().contentWindow.postMessage({ pf: 1, ...more }, '*');
    return Promise.race([left, wait(400).then(() => Infinity)]);
  };
  // A finder that answers to none of them when it is told all is not asked for each: that takes the most of a visit's time.
  // The control is asked for each.
  let answers = true;
  for (const [name, message] of Object.entries(clocks)) {
    attack(
      name,
      (note) =>
        still ||
        (async () => {
          if (message === clocks['words of its own as a clock'] && !frame().matches('.control'))
            answers = (await turn(Object.values(clocks))) !== Infinity;
          // The least of several turns: what a busy machine adds differs from one to the next.
          let took = answers ? await turn([message]) : Infinity;
          for (let more = 0; more < 2 && took !== Infinity; more++) took = Math.min(took, await turn([message]));
          note(took === Infinity ? 'no answer' : took > 40 ? 'slow' : 'quick');
        }),
    );
  }
  attack('asks the frame for answers', (note) => async () => {
    const heard = [];
    const take = ({ data }) => heard.push(JSON.stringify(data));
    addEventListener('message', take);
    for (const type of ['answers', 'state', 'result', 'export', 'debug', 'event', 'contact'])
      frame().contentWindow.postMessage({ pf: 1, type }, '*');
    await wait(30);
    removeEventListener('message', take);
    note(heard.join());
  });

  self.attackLogs = () => Object.fromEntries(Object.entries(attacks).map(([name, { log }]) => [name, log]));
  self.probeAll = async () => {
    for (const { probe } of Object.values(attacks)) if (typeof probe === 'function') await probe();
  };
})();
