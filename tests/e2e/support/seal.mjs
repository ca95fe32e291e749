// That a frame is sealed as it was designed: its attributes, its policy to the letter, and what the browser makes of
// them. Kept apart from the tests so that it can be tried on frames that are not (seal.test.mjs).

import assert from 'node:assert/strict';

const SANDBOX = ['allow-downloads', 'allow-modals', 'allow-popups', 'allow-popups-to-escape-sandbox', 'allow-scripts'];
const HASH = "'sha256-[A-Za-z0-9+/]{43}='";

/** What each directive may say, in the two forms of the frame. */
const POLICIES = {
  file: {
    'default-src': /^'none'$/,
    'script-src': new RegExp(`^${HASH} ${HASH} 'wasm-unsafe-eval'$`),
    'style-src': new RegExp(`^${HASH}$`),
    'base-uri': /^'none'$/,
    'form-action': /^'none'$/,
  },
  stub: {
    'default-src': /^'none'$/,
    'script-src': /^https?:\/\/[^ ;,']+\/frame\.[a-z]+\.[0-9a-f]{8}\.js 'wasm-unsafe-eval'$/,
    'base-uri': /^'none'$/,
    'form-action': /^'none'$/,
  },
};

/** The directives of a policy, by name. */
const directives = (policy) =>
  Object.fromEntries(
    policy
      .split(';')
      .map((one) => one.trim().split(/\s+/))
      .map(([name, ...values]) => [name, values.join(' ')]),
  );

/** Tries, inside the frame, what its policy forbids. Gives the names of what was let through. */
const tries = async () => {
  const { document } = self; // The bare one: a rule of a sheet is for the whole of it.
  const through = [];
  const added = (tag, fill) => {
    const element = document.createElement(tag);
    fill(element);
    document.body.append(element);
    return element;
  };
  const script = added('script', (it) => (it.textContent = 'self.wasLetIn = true'));
  if (self.wasLetIn) through.push('inline script');
  const style = added('style', (it) => (it.textContent = ':root { --let-in: 1 }'));
  if (getComputedStyle(document.documentElement).getPropertyValue('--let-in')) through.push('inline style');
  const base = added('base', (it) => (it.href = 'https://example.com/'));
  if (document.baseURI.startsWith('https://example.com')) through.push('base');
  const image = added('img', (it) => (it.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='));
  if (await new Promise((done) => ((image.onload = () => done(true)), (image.onerror = () => done(false))))) through.push('image');
  for (const element of [script, style, base, image]) element.remove();
  return through;
};

/** Fails if anything about the seal of this visitor's frame is not as it should be. */
export const sealed = async (visitor) => {
  const attributes = await visitor.page.evaluate(
    (frame) => Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value])),
    visitor.element,
  );
  assert.deepEqual(attributes.sandbox.split(' ').sort(), SANDBOX);
  assert.equal(attributes.referrerpolicy, 'no-referrer');
  assert.deepEqual(Object.keys(attributes).sort(), ['referrerpolicy', 'sandbox', 'src' in attributes ? 'src' : 'srcdoc', 'title']);
  const policies = await visitor.ask(() =>
    [...self.document.querySelectorAll('meta[http-equiv]')].map((meta) => [meta.httpEquiv, meta.content]),
  );
  assert.deepEqual(
    policies.map(([name]) => name),
    ['Content-Security-Policy'],
  );
  const found = directives(policies[0][1]);
  const wanted = POLICIES['src' in attributes ? 'file' : 'stub'];
  assert.deepEqual(Object.keys(found), Object.keys(wanted));
  for (const [name, values] of Object.entries(wanted)) assert.match(found[name], values, name);
  assert.deepEqual(await visitor.ask(tries), [], 'let through');
};
