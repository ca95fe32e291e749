// Stands in for what a page's scripts can call and set, and writes down what goes through.

const shown = (value) => {
  try {
    if (typeof value === 'string') return value;
    if (value instanceof Node) return value instanceof Element ? value.outerHTML : value.nodeValue;
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value).slice(0, 200_000);
    if (typeof value === 'function') return 'function';
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'something';
  }
};

/** @type {[() => any, string[]][]} */
const METHODS = [
  [() => Node.prototype, ['appendChild', 'insertBefore', 'replaceChild', 'removeChild']],
  [
    () => Element.prototype,
    [
      'append',
      'prepend',
      'replaceChildren',
      'replaceWith',
      'before',
      'after',
      'setAttribute',
      'setAttributeNS',
      'insertAdjacentHTML',
      'insertAdjacentText',
      'setHTMLUnsafe',
    ],
  ],
  [() => Document.prototype, ['createElement', 'createElementNS', 'createTextNode', 'write', 'execCommand']],
  [() => CharacterData.prototype, ['appendData', 'replaceData']],
  [() => DOMTokenList.prototype, ['add', 'toggle']],
  [() => CSSStyleDeclaration.prototype, ['setProperty']],
  [() => CSSStyleSheet.prototype, ['replaceSync', 'insertRule']],
  [() => DOMParser.prototype, ['parseFromString']],
  [() => History.prototype, ['pushState', 'replaceState']],
  [() => Storage.prototype, ['setItem']],
  [() => Navigator.prototype, ['sendBeacon']],
  [() => XMLHttpRequest.prototype, ['open', 'send', 'setRequestHeader']],
  [() => WebSocket.prototype, ['send']],
  [() => MessagePort.prototype, ['postMessage']],
  [() => Worker.prototype, ['postMessage']],
  [() => BroadcastChannel.prototype, ['postMessage']],
  [() => window, ['fetch', 'postMessage', 'open', 'setTimeout', 'structuredClone', 'atob', 'btoa']],
  [() => JSON, ['parse', 'stringify']],
  [() => WebAssembly, ['instantiate', 'compile', 'instantiateStreaming', 'compileStreaming', 'validate']],
  [() => TextDecoder.prototype, ['decode']],
  [() => TextEncoder.prototype, ['encode', 'encodeInto']],
  [() => EventTarget.prototype, ['dispatchEvent']],
  [() => HTMLElement.prototype, ['focus', 'click', 'showModal']],
  [() => console, ['log', 'info', 'warn', 'error', 'debug']],
];

/** @type {[() => object, string[]][]} */
const SETTERS = [
  [() => HTMLInputElement.prototype, ['value', 'checked', 'name']],
  [() => HTMLTextAreaElement.prototype, ['value']],
  [() => HTMLButtonElement.prototype, ['value']],
  [() => Node.prototype, ['textContent', 'nodeValue']],
  [() => Element.prototype, ['innerHTML', 'outerHTML', 'className', 'id', 'ariaLabel']],
  [() => HTMLElement.prototype, ['innerText', 'title', 'lang', 'hidden']],
  [() => HTMLIFrameElement.prototype, ['src', 'srcdoc', 'name']],
  [() => CharacterData.prototype, ['data']],
  [() => Document.prototype, ['title', 'cookie']],
];

export const patch = (note) => {
  const aside = { setTimeout, fetch, stringify: JSON.stringify };
  let inside = false; // What the probe itself does is nothing to be written down.
  const tell = (what, values) => {
    if (inside) return;
    inside = true;
    try {
      note('call', `${what} ${values.map(shown).join(' | ')}`);
    } finally {
      inside = false;
    }
  };
  for (const [owner, names] of METHODS) {
    for (const name of names) {
      const object = owner();
      const was = object[name];
      if (typeof was !== 'function') continue;
      object[name] = function (...values) {
        tell(name, values);
        // A message that one side posts and the other never sees is seen here.
        return was.apply(this ?? window, values);
      };
    }
  }
  for (const [owner, names] of SETTERS) {
    for (const name of names) {
      const object = owner();
      const property = Object.getOwnPropertyDescriptor(object, name);
      if (!property?.set) continue;
      Object.defineProperty(object, name, {
        ...property,
        set(value) {
          tell(`${name}=`, [value]);
          property.set.call(this, value);
        },
      });
    }
  }
  const { attachShadow } = Element.prototype;
  const roots = [];
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    return root;
  };
  return { roots, aside };
};
