// The way into the frame, for tests alone. What a visitor sees stands in a closed shadow root of the sealed document,
// and no script gets in there, not the driver's either. So the tests' site serves the frame with one change: its script
// keeps that root under a name on the frame's own window too. It stays closed, and the page around cannot read a name of
// another origin's window: the tests of privacy run against the seal as it is shipped. The files themselves hold no such
// name (files.test.mjs).

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

/** The name, on the window of a frame that the tests' site serves. */
export const NAME = 'rootForTests';

const CLOSED = /\w+(?:\.\w+)*\.attachShadow\(\{mode:"closed"\}\)/g;

/** A policy's word for a script by its hash. */
export const source = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The frame's file, or its script, as the tests' site serves it. */
export const withName = (text) => {
  assert.equal(text.match(CLOSED)?.length, 1, 'the frame has one closed root');
  const named = text.replace(CLOSED, (closed) => `(self.${NAME}=${closed})`);
  const script = (page) => /<script>([^]*?)<\/script>/.exec(page)?.[1];
  const was = script(text);
  return was ? named.replace(source(was), () => source(script(named))) : named;
};

/** The document as a visitor knows it: what is found in it, pressed and scrolled stands in that root. Runs in the frame. */
const view = (name) => {
  const real = self.document;
  const root = /** @type {ShadowRoot} */ (Reflect.get(self, name));
  const page = root?.querySelector('.page');
  if (!page) return real;
  const own = { body: page, scrollingElement: page };
  /** @type {PropertyKey[]} */
  const there = [
    'querySelector',
    'querySelectorAll',
    'elementFromPoint',
    'elementsFromPoint',
    'getElementById',
    'getAnimations',
    'adoptedStyleSheets',
  ];
  return new Proxy(real, {
    get: (_, key) => {
      if (key === 'activeElement') return root.activeElement ?? page;
      const from = there.includes(key) ? root : real;
      const value = own[key] ?? from[key];
      return typeof value === 'function' ? value.bind(from) : value;
    },
    set: (_, key, value) => Reflect.set(there.includes(key) ? root : real, key, value),
  });
};

/**
 * A question to be asked in the frame, in which `document` means that. The bare one is `self.document`.
 * @param {Function | string} question
 * @returns {any} A function, or the text of an expression.
 */
export const inside = (question) =>
  typeof question === 'string'
    ? question
    : new Function('...values', `const document = (${view})('${NAME}'); return (${question})(...values);`);
