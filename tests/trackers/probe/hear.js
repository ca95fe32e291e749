// Listens to every event that there is, in the first place of all, and writes down all that an event says.

const NAMES = [
  'pointerrawupdate',
  'focusin',
  'focusout',
  'DOMContentLoaded',
  'DOMActivate',
  'DOMFocusIn',
  'DOMFocusOut',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'textInput',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'gesturestart',
  'gesturechange',
  'gestureend',
  'hashchange',
  'popstate',
  'message',
  'messageerror',
  'storage',
  'pageshow',
  'pagehide',
  'visibilitychange',
  'fullscreenchange',
  'pointerlockchange',
  'selectionchange',
  'selectstart',
  'securitypolicyviolation',
  'slotchange',
  'readystatechange',
  'deviceorientation',
  'devicemotion',
  'orientationchange',
  'beforeinput',
  'beforematch',
  'command',
  'toggle',
  'beforetoggle',
  'cuechange',
  'freeze',
  'resume',
  'online',
  'offline',
  'languagechange',
  'rejectionhandled',
  'unhandledrejection',
  'error',
  'scrollsnapchange',
  'program-finder-ready',
  'program-finder-open',
  'program-finder-close',
  'program-finder-started',
  'program-finder-finished',
  'program-finder-contact',
];

const handlers = (object) => {
  const found = [];
  for (let at = object; at; at = Object.getPrototypeOf(at)) found.push(...Object.getOwnPropertyNames(at));
  return found.filter((name) => name.startsWith('on')).map((name) => name.slice(2));
};

const place = (node) => (node === window ? 'window' : node === document ? 'document' : (node?.localName ?? String(node)));

/** All that an event tells. Times are not what an answer shows in: two visits never take equally long. */
const told = (event) => {
  const said = [event.type, event.composedPath().map(place).join('<')];
  for (const name of [
    'clientX',
    'clientY',
    'offsetX',
    'offsetY',
    'key',
    'code',
    'data',
    'inputType',
    'button',
    'deltaY',
    'newValue',
    'oldURL',
    'newURL',
    'blockedURI',
    'sample',
    'reason',
    'detail',
    'origin',
  ]) {
    const value = event[name];
    if (value !== undefined && value !== null && value !== '')
      said.push(`${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`);
  }
  if (event.type === 'message') said.push(`data=${JSON.stringify(event.data)}`, `ports=${event.ports.length}`);
  for (const one of event.changedTouches ?? []) said.push(`touch=${one.clientX},${one.clientY}`);
  const { target } = event;
  if (target?.value !== undefined) said.push(`value=${target.value}`, `checked=${target.checked}`);
  if (/^(click|change|input|pointerdown|mousedown)$/.test(event.type))
    said.push(`text=${(event.composedPath()[0].textContent ?? '').slice(0, 300)}`);
  return said.join(' ');
};

export const hear = (note) => {
  const types = new Set([
    ...NAMES,
    ...[window, document, document.documentElement, HTMLMediaElement.prototype, SVGElement.prototype].flatMap(handlers),
  ]);
  for (const object of [window, document]) {
    for (const type of types)
      object.addEventListener(type, (event) => object === window && note('event', told(event)), { capture: true, passive: true });
  }
  // And whatever somebody else listens to on the page is heard along with it.
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, take, options) {
    const own =
      typeof take === 'function'
        ? function (event) {
            note('heard', told(event));
            return take.call(this, event);
          }
        : take;
    return addEventListener.call(this, type, own, options);
  };
  return types;
};
