// The gallery: each screen in each language, in a frame of its own that is made when it comes near and taken away when it is far.

const find = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
const { frames, config, languages, groups, screens } = JSON.parse(find('data').textContent);
find('data').remove();

/** An element with properties and children. @returns {any} */
const element = (/** @type {string} */ tag, /** @type {object} */ properties = {}, /** @type {any[]} */ ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

/** The frames that are there, each with what it is to show. @type {Map<any, { frame: any, steps: number[][] }>} */
const open = new Map();

const make = (/** @type {any} */ room) => {
  const { screen, lang } = room;
  const [, name] = languages.find(([one]) => one === lang);
  const frame = element('iframe', { title: `${screen.name}, ${name}`, referrerPolicy: 'no-referrer', srcdoc: frames[lang] });
  // As on a page. A crisis link in it calls nobody from here.
  frame.sandbox = 'allow-scripts';
  open.set(room, { frame, steps: screen.steps });
  room.append(frame);
};
const leave = (/** @type {any} */ room) => {
  // Its height stays, so that nothing moves.
  open.get(room)?.frame.remove();
  open.delete(room);
  delete room.dataset.shown;
};

addEventListener('message', ({ source, data }) => {
  const [room, one] = [...open].find(([, { frame }]) => frame.contentWindow === source) ?? [];
  if (!room || data?.pf !== 1) return;
  const say = (/** @type {object} */ message) => one.frame.contentWindow.postMessage(message, '*');
  if (data.type === 'ready') say({ pf: 1, type: 'init', config, display: 'inline', narrow: false, site: '', level: 0, opened: false });
  else if (data.type === 'mounted') say({ steps: one.steps });
  else if (data.type === 'showing') {
    room.dataset.shown = data.heading;
    // As high as the screen is long, so that all of it is seen.
    room.style.blockSize = `${Math.max(data.high, 480)}px`;
  }
});

const near = new IntersectionObserver(
  (seen) => {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) leave(target);
      else if (!open.has(target)) make(target);
    }
  },
  { rootMargin: '400px 0px' },
);

const article = (/** @type {any} */ screen) =>
  element(
    'article',
    {},
    element('h3', { textContent: screen.name }),
    element(
      'div',
      { className: 'languages' },
      ...languages.map(([lang, name]) => {
        const room = element('div', { className: 'room', screen, lang });
        near.observe(room);
        return element('figure', {}, element('figcaption', { textContent: name, lang }), room);
      }),
    ),
    ...(screen.keys.length
      ? [
          element(
            'details',
            {},
            element('summary', { textContent: `Keys of its texts (${screen.keys.length})` }),
            element('ul', { className: 'keys' }, ...screen.keys.map((key) => element('li', { textContent: key }))),
          ),
        ]
      : []),
  );

for (const [index, name] of groups.entries()) {
  const own = screens.filter(({ group }) => group === name);
  const heading = element('h2', { id: `kind-${index}`, textContent: `${name} (${own.length})` });
  find('screens').append(element('section', {}, heading, ...own.map(article)));
  find('kinds').append(element('li', {}, element('a', { href: `#kind-${index}`, textContent: name })));
}
document.documentElement.dataset.ready = 'true';
