// The sealed frame itself: its attributes, that it shows nothing when it is not sealed, and what its documents hold.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { testIf } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { allSaid, ours } from './support/said.mjs';
import { FINDER, hashed, page } from './support/site.mjs';
import { openPage, unfold, until, visit } from './support/visitor.mjs';
import { DEMO, say } from './support/words.mjs';

const ANSWERS = {
  '/page.html': page(),
  '/linked.html': page({ finder: FINDER.replace('/finder.json', '/linked.json') }),
  '/contact.html': '<!doctype html><title>Contact</title><p>Write to us.',
  '/stub.html': { headers: { 'content-security-policy': "frame-src 'none'" }, body: page() },
};

const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';
const TITLE = 'Self-check questionnaire';

inEachEngine(
  'the frame',
  (it) => {
    it.answers = structuredClone(ANSWERS);
    const attributes = (visitor) =>
      visitor.page.evaluate((frame) => Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value])), visitor.element);

    test('the iframe has just the attributes of the design, in the file form and in the stub form', async (t) => {
      const file = await visit(t, it, it.site.url('/page.html'));
      assert.deepEqual(await attributes(file), {
        title: TITLE,
        sandbox: SANDBOX,
        referrerpolicy: 'no-referrer',
        src: it.site.url(hashed('frame.en.html')),
      });
      const stub = await visit(t, it, it.site.url('/stub.html'));
      const { srcdoc, ...others } = await attributes(stub);
      assert.deepEqual(others, { title: TITLE, sandbox: SANDBOX, referrerpolicy: 'no-referrer' });
      assert.ok(srcdoc.length < 1000, `srcdoc is uploaded by recorders, and has ${srcdoc.length} characters`);
      assert.ok(srcdoc.includes(`script-src ${it.site.url(hashed('frame.en.js'))} 'wasm-unsafe-eval'`), srcdoc);
      for (const visitor of [file, stub]) {
        const inside = await visitor.ask(() => {
          const tries = {};
          for (const [name, reach] of Object.entries({
            parent: () => parent.document,
            storage: () => localStorage.length,
            // WebKit does not refuse to be asked. It keeps none either.
            cookie: () => {
              document.cookie = 'kept=1';
              if (!document.cookie) throw new Error('none is kept');
            },
          })) {
            try {
              reach();
              tries[name] = 'reached';
            } catch {
              tries[name] = 'refused';
            }
          }
          const gone = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport'].filter((name) => {
            const property = Object.getOwnPropertyDescriptor(self, name);
            return property && property.value === undefined && !property.configurable && !property.writable;
          });
          return { origin: self.origin, tries, gone: gone.length, referrer: document.referrer };
        });
        assert.deepEqual(inside, {
          origin: 'null',
          tries: { parent: 'refused', storage: 'refused', cookie: 'refused' },
          gone: 3,
          referrer: '',
        });
      }
    });

    // Each is a page that takes the seal off as the frame is put in. What such a page can then read is the control.
    const UNSEALED = {
      'the sandbox taken off': (frame) => frame.removeAttribute('sandbox'),
      'allow-same-origin added': (frame) => frame.setAttribute('sandbox', `${frame.getAttribute('sandbox')} allow-same-origin`),
    };
    for (const [how, unseal] of Object.entries(UNSEALED)) {
      for (const form of ['/page.html', '/stub.html']) {
        testIf((it.name === 'chromium' && !it.own) || (how.startsWith('allow') && (form === '/page.html') === it.own))(
          `with ${how} nothing is rendered (${form === '/page.html' ? 'file' : 'stub'} form)`,
          async (t) => {
            const head = `<script>(() => {
          const unseal = ${unseal};
          self.unsealed = [];
          for (const name of ['append', 'appendChild', 'prepend', 'insertBefore', 'replaceChildren', 'after', 'before']) {
            for (const { prototype } of [Element, Node]) {
              const was = prototype[name];
              if (!was) continue;
              prototype[name] = function (...nodes) {
                for (const node of nodes) if (node?.tagName === 'IFRAME') { unseal(node); self.unsealed.push(node); }
                return was.apply(this, nodes);
              };
            }
          }
        })()</script>`;
            const sealed = it.site.answers[form];
            it.site.answers['/unsealed.html'] = { ...(typeof sealed === 'object' && sealed), body: page({ head }) };
            const opened = await openPage(t, it, it.site.url('/unsealed.html'));
            const fallen = () => opened.evaluate(() => !document.querySelector('program-finder').shadowRoot?.querySelector('iframe'));
            // What the page can read, from when the frame is there until the loader gives up.
            await until(() => opened.evaluate(() => unsealed.some((frame) => frame.contentDocument?.documentElement)), 'an unsealed frame');
            await until(async () => {
              const read = await opened.evaluate(() =>
                unsealed
                  .map((frame) => frame.contentDocument)
                  .filter((document) => document?.readyState === 'complete' && document.URL !== 'about:blank')
                  .map((document) => [document.documentElement?.childNodes.length ?? 0, document.body?.innerText ?? ''].join('')),
              );
              for (const what of read) assert.equal(what, '0', 'a frame that is not sealed is an empty document');
              return fallen();
            }, 'the fallback');
            assert.ok(await opened.evaluate(() => unsealed.length > 0));
            assert.ok(await opened.evaluate(() => document.querySelector('.fallback').checkVisibility()));
            // Its words come from a file of their own.
            const told = () => ours(opened, 'error').filter((text) => !text.includes('not sealed')).length;
            await until(async () => (await allSaid(opened), told()), 'a message');
            assert.equal(told(), 1);
          },
        );
      }
    }

    test('opened by itself, the file stays empty', async (t) => {
      const opened = await openPage(t, it, it.site.url(hashed('frame.en.html')));
      await until(() => opened.evaluate(() => document.documentElement.childNodes.length === 0), 'an empty document');
    });

    testIf(it.name === 'chromium' && !it.own)(
      'on every screen links lead out without opener or referrer, and nothing can be typed, probed or remembered',
      async (t) => {
        const { answers } = PEOPLE['an emergency'];
        const visitor = await visit(t, it, it.site.url('/page.html'));
        const ids = new Set();
        let before;
        const sweep = async (screen) => {
          const found = await visitor.ask(() => {
            const html = (element) => element.outerHTML.slice(0, 120);
            const all = (selector) => [...document.querySelectorAll(selector)];
            const focusable = (element) => element.tabIndex >= 0 || element.hasAttribute('tabindex') || element.isContentEditable;
            return {
              links: all('a')
                .filter((link) => !link.matches('.exit') && !(link.target === '_blank' && link.rel === 'noopener noreferrer'))
                .map(html),
              addresses: all('a')
                .filter((link) => !/^(tel|sms|mailto|https):/.test(link.getAttribute('href')))
                .map(html),
              inputs: all('input, textarea, select, [contenteditable], iframe, object, embed, audio, video, img')
                .filter((one) => !/^(radio|checkbox)$/.test(one.type))
                .map(html),
              remembered: all('input, form')
                .filter((one) => one.getAttribute('autocomplete') !== 'off')
                .map(html),
              focusableIds: all('[id]').filter(focusable).map(html),
              values: all('input[value], [style]').map(html),
              look: document.documentElement.getAttribute('style'),
              ids: all('[id]').map(({ id }) => id),
              status: all('[role=status]').length,
              hash: location.hash,
              name: window.name,
              frames: window.length,
            };
          });
          const { ids: now, look, ...rest } = found;
          assert.equal(look, before ?? look, 'the style attribute is the theme, and nothing of the answers');
          before = look;
          assert.deepEqual(
            rest,
            {
              links: [],
              addresses: [],
              inputs: [],
              remembered: [],
              focusableIds: [],
              values: [],
              status: 1,
              hash: '',
              name: '',
              frames: 0,
            },
            `${screen.at} "${screen.heading}"`,
          );
          for (const id of now) {
            assert.ok(!ids.has(id), `the id ${id} is used again`);
            ids.add(id);
          }
        };
        await visitor.complete(answers, sweep);
        assert.ok(ids.size > 5, 'hints and errors are found by ids that are new each time');
      },
    );

    test('a link opens beside the page, and tells the other page nothing', async (t) => {
      const address = it.site.url('/contact.html').replace('127.0.0.1', 'localhost');
      it.site.answers['/linked.json'] = { body: JSON.stringify({ ...DEMO, contact: { ...DEMO.contact, link: address } }) };
      const visitor = await visit(t, it, it.site.url('/linked.html'));
      await visitor.arrive(PEOPLE['a child under 13'].answers);
      await unfold(visitor, say('result.talk', { provider: DEMO.name }));
      await visitor.pressWords(say('contact.link'));
      const context = visitor.page.browserContext();
      const other = await until(async () => (await context.pages()).find((page) => page.url() === address), 'the other page');
      await until(
        () => other.evaluate(() => document.readyState === 'complete' && location.href !== 'about:blank'),
        'the other page to load',
      );
      assert.deepEqual(await other.evaluate(() => [opener, document.referrer, window.name]), [null, '', '']);
      assert.deepEqual(
        it.site.requests.filter(({ path }) => path === '/contact.html').map(({ referrer }) => referrer),
        [undefined],
      );
      await other.close();
      assert.equal((await visitor.look()).heading, say('result.heading.child'), 'and the result is still there');
    });
  },
  { processes: true },
);
