// Whatever crosses the frame's message channel, in either direction: nothing breaks, nothing is let through.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it as check } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../www/frame/catalog.js';
import { inEachBrowser } from './support/browsers.mjs';
import { FULL, leftOut, testIf } from './support/level.mjs';
import { FROM_FRAME, TO_FRAME } from './support/messages.mjs';
import { falls } from './support/mounted.mjs';
import { PEOPLE } from './support/people.mjs';
import { allSaid, ours } from './support/said.mjs';
import { fileOf, hashed, page, ROOT } from './support/site.mjs';
import { meet, openPage, until, visit } from './support/visitor.mjs';
import { DEMO, say } from './support/words.mjs';

/** @import { Arbitrary } from 'fast-check' */

const ES = JSON.parse(readFileSync(join(ROOT, 'www/text/es.json'), 'utf8'));
const CHILD = PEOPLE['a child under 13'];

// The same draws in every run: a failure can be looked at again.
leftOut('three in four of the messages drawn at random');
const DRAWS = { numRuns: FULL ? 400 : 100, seed: 20261121 };
const TYPES = Object.keys({ ...FROM_FRAME, ...TO_FRAME });

/** Values of any shape, and messages of ours with fields of any shape. */
/** @type {Arbitrary<any>} */
const anything = fc.anything({ withNullPrototype: false, withBigInt: true, withDate: true, withTypedArray: true });
const message = fc.record(
  {
    pf: fc.oneof(fc.constant(1), anything),
    type: fc.oneof(fc.constantFrom(...TYPES), anything),
    text: anything,
    lang: fc.oneof(fc.constantFrom('en', 'es'), anything),
    config: fc.oneof(fc.json(), anything),
    level: anything,
    opened: anything,
    picture: anything,
    name: anything,
    channel: anything,
    why: anything,
    site: anything,
    address: anything,
  },
  { requiredKeys: ['pf'] },
);

/** Messages that mean nothing: those that mean something to the other side have been taken out. */
const drawn = (meant) =>
  fc
    .sample(fc.oneof(message, anything), DRAWS)
    .filter((one) => !(one?.pf === 1 && meant(one)))
    // As text that the browser reads, since a test can pass it only what JSON can say.
    .map((one) => fc.stringify(one));

// The catalogs of this build, as they travel, and what a page could make of them: of the same size, with a word or the order
// changed; with one sentence so long that it is a clock; under tags that are none.
const CATALOGS = Object.fromEntries(['en', 'es'].map((lang) => [lang, readFileSync(fileOf(hashed(`text.${lang}.json`)), 'utf8')]));
const TAGS = ['en', 'es', 'EN', 'es-MX', 'not a language', '', 'x', '__proto__', 'constructor', 'toString', 5, null, ['en'], {}];
const otherLetter = (text, at) => text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1);
const ownCatalogs = (lang) => {
  const text = CATALOGS[lang];
  const places = [...text.matchAll(/\^([^"{}^]{30,})/g)].map(({ index }) => index + 5);
  return [
    ...places.filter((_, at) => at % 40 === 0).map((place) => otherLetter(text, place)),
    text.replace(/\^([^"{}^]{30,})/, (found) => `^${'w'.repeat(found.length - 1)}`),
    `${text.trimEnd()} `,
    ` ${text}`,
    `${text}${text}`,
    '',
    '{}',
    'null',
    text.toLowerCase(),
    text.split('').reverse().join(''),
  ];
};
const languageMessages = [
  ...['en', 'es'].flatMap((lang) => ownCatalogs(lang).map((text) => ({ lang, text }))),
  ...TAGS.flatMap((lang) => [
    { lang, text: CATALOGS.en },
    { lang, text: JSON.parse(CATALOGS.es) },
    { lang, text: null },
  ]),
].map((one) => JSON.stringify({ pf: 1, type: 'language', ...one }));
const CLOCK =
  '(() => { const text = JSON.stringify({ who: { me: "w".repeat(2 ** 24) } }); return { pf: 1, type: "language", lang: "en", text, config: text }; })()';
const OTHERS = [
  CLOCK,
  `Object.assign(${CLOCK}, { type: "init" })`,
  `Object.assign(${CLOCK}, { text: { who: { me: "w".repeat(2 ** 24) } } })`,
  ...[{}, 'null', '[]', '{}', '{', '{"events":true,"name":"Somebody else"}'].map((config) =>
    JSON.stringify({ pf: 1, type: 'init', config, site: 'w'.repeat(2 ** 20), narrow: true, opened: true, level: 9 }),
  ),
  '{ pf: 1, type: "init", config: "{}", level: 1n, site: { toString: 5 } }',
  ...[
    [9, 9],
    [5000, 1],
  ].map(([wide, high]) => `{ pf: 1, type: "logo", picture: new OffscreenCanvas(${wide}, ${high}).transferToImageBitmap() }`),
  '{ pf: 1, type: "opened" }',
  '{ pf: 1, type: "closed" }',
];
const POINTED = [...languageMessages, ...OTHERS];

/** Posts each of them, as `post` does, and gives how many could be: some values cannot be copied at all. */
const post = (values) =>
  values.filter((source) => {
    try {
      // A function of its own for each: what is drawn may shadow nothing here.
      self.pfTarget.postMessage(new Function(`return ${source}`)(), '*');
      return true;
    } catch {
      return false;
    }
  }).length;

/** Waits until all that was posted before has been heard. */
const heard = (visitor) => visitor.page.evaluate(() => new Promise((done) => setTimeout(done, 50)));

check('the hash of a text is SHA-256', async () => {
  for (const text of ['', 'abc', 'año 😀'.repeat(99), CATALOGS.es])
    assert.equal(await sha256(text), createHash('sha256').update(text).digest('base64'));
});

inEachBrowser(
  'messages',
  (it) => {
    Object.assign(it.answers, {
      '/page.html': page({ script: '<script src="/program-finder/program-finder.js"></script>' }),
      '/loud.html': page({ finder: '<program-finder config="/loud.json"><p class="fallback">Call us</p></program-finder>' }),
      '/loud.json': { body: '{"name": "Lantern Cove", "events": true}' },
      '/other.html': page({ after: '<iframe id="other" srcdoc="<p>Another frame of the page"></iframe>' }),
    });

    // Each of them, at each step: on a wide page, and on a phone, where the finder lies over the page.
    for (const [where, options] of Object.entries({ 'on a page': {}, 'over a page': { width: 390, height: 800 } })) {
      testIf(it.own ? options.width : !options.width)(
        `the page can say anything to the frame, at any point of a visit ${where}, and nothing comes of it`,
        async (t) => {
          // That the finder over the page has been closed is the loader's to say, and puts the start screen up.
          const values = [...drawn(() => false), ...POINTED].filter((one) => !options.width || !one.includes('"closed"'));
          const visitor = await visit(t, it, it.site.url('/loud.html'), options);
          const seen = () =>
            visitor.ask(() => {
              const canvas = document.querySelector('.logo');
              return [
                document.body.outerHTML,
                self.document.documentElement.outerHTML,
                document.title,
                document.activeElement.outerHTML,
                document.scrollingElement.scrollTop,
                canvas.width,
                canvas.height,
              ];
            });
          const say_all = async () => {
            const before = await seen();
            await visitor.page.evaluate((frame) => {
              self.pfTarget = frame.contentWindow;
            }, visitor.element);
            assert.ok((await visitor.page.evaluate(post, values)) > values.length / 3);
            await heard(visitor);
            assert.deepEqual(await seen(), before);
          };
          await say_all();
          await visitor.complete(CHILD.answers, say_all);
          // What a language that is none stopped: the date of the summary.
          await visitor.press('Copy', () => document.querySelectorAll('.keep .ways button')[2]);
          await until(() => visitor.ask(() => document.querySelector('.summary time').textContent), 'the date');
          assert.equal((await visitor.look()).heading, say('result.heading.child'));
          assert.deepEqual(ours(visitor.page, 'error'), []);
        },
      );
    }

    testIf(!it.own)('while the frame waits for another language it takes the catalog of its build alone', async (t) => {
      const visitor = await visit(t, it, it.site.url('/page.html'));
      await visitor.page.evaluate(() => {
        const { fetch } = self;
        self.fetch = (...asked) => new Promise((go) => (self.pfGo = () => go(fetch(...asked))));
      });
      const { heading } = await visitor.start();
      await visitor.press('the other language', () => document.querySelector('.switch'));
      await visitor.page.evaluate((frame) => {
        self.pfTarget = frame.contentWindow;
      }, visitor.element);
      // The genuine one in the language that is shown already would be taken, and change nothing to be seen.
      const values = languageMessages.filter((one) => JSON.parse(one).text !== CATALOGS[JSON.parse(one).lang]);
      await visitor.page.evaluate(post, [...values, CLOCK]);
      await heard(visitor);
      assert.equal((await visitor.look()).heading, heading);
      await visitor.page.evaluate(() => self.pfGo());
      await until(() => visitor.ask(() => document.documentElement.lang === 'es'), 'Spanish');
      assert.equal(await visitor.ask(() => document.title), ES['frame.title']);
      await visitor.page.evaluate(
        post,
        POINTED.filter((one) => !one.includes('"closed"')),
      );
      await heard(visitor);
      assert.equal((await visitor.look()).heading, ES['who.ask'] ?? ES['who.ask.self']);
      assert.deepEqual(ours(visitor.page, 'error'), []);
    });

    testIf(!it.own)('a configuration larger than the frame takes is named, and posted by a page it is none', async (t) => {
      const large = JSON.stringify({ ...DEMO, name: 'w'.repeat(2 ** 18) });
      const site = await it.open({ ...it.answers, '/finder.json': { body: large } });
      t.after(site.close);
      await falls(await openPage(t, it, site.url('/page.html')), 'letters of JSON', '262144');
      // Before the loader's own: a page that hears `ready` first can answer first.
      const opened = await openPage(t, it, it.site.url('/loud.html'), {
        prepare: (page) =>
          page.evaluateOnNewDocument((config) => {
            addEventListener(
              'message',
              ({ source, data }) =>
                data?.type === 'ready' && /** @type {Window} */ (source).postMessage({ pf: 1, type: 'init', config }, '*'),
            );
          }, large),
      });
      assert.equal(await (await meet(opened)).ask(() => document.querySelector('.provider').textContent), 'Lantern Cove');
    });

    testIf(!it.own)('the frame can say anything to the page, and the page does only what is on the list', async (t) => {
      const values = drawn(({ type }) => /^(ready|failed|stopped|wrong|exit|language|open|close)$/.test(type));
      const opened = await openPage(t, it, it.site.url('/loud.html'), {
        prepare: (page) =>
          page.evaluateOnNewDocument(() => {
            if (self !== top) return;
            self.pfSeen = [];
            addEventListener('error', ({ message }) => self.pfSeen.push(`error: ${message}`));
            addEventListener('unhandledrejection', ({ reason }) => self.pfSeen.push(`rejection: ${reason}`));
            for (const name of ['ready', 'open', 'close', 'started', 'finished', 'contact', 'exit', 'event']) {
              addEventListener(`program-finder-${name}`, (/** @type {CustomEvent} */ { detail }) =>
                self.pfSeen.push({ name, channel: detail?.channel }),
              );
            }
          }),
      });
      const visitor = await meet(opened);
      const before = await opened.evaluate(() => [location.href, document.title, document.body.innerHTML.length]);
      await visitor.ask(() => {
        self.pfTarget = parent;
      });
      assert.ok((await visitor.ask(post, values)) > values.length / 3);
      await heard(visitor);
      const seen = await opened.evaluate(() => self.pfSeen);
      assert.deepEqual(
        seen.filter((one) => typeof one === 'string'),
        [],
        'no error in the page',
      );
      // The fields of what is drawn are never a name or a channel that there is.
      assert.deepEqual(
        seen.filter((one) => one.name !== 'ready'),
        [],
      );
      assert.deepEqual(await opened.evaluate(() => [location.href, document.title, document.body.innerHTML.length]), before);
      await visitor.complete(CHILD.answers);
    });

    testIf(!it.own)('where quick exit leads is one of the configuration’s own words, whatever the frame says', async (t) => {
      const right = 'https://recipes.example/soup';
      const body = (exit) => ({ body: JSON.stringify({ name: 'Lantern Cove', contact: { phone: '(555) 555-0142' }, exit }) });
      const wrong = [
        'javascript:alert(1)',
        'https://elsewhere.example/',
        '//recipes.example',
        'soup',
        '',
        5,
        null,
        [right],
        { toString: 5 },
      ];
      for (const [configured, leads] of [
        [right, right],
        ['javascript:alert("https://recipes.example/soup")', 'https://www.weather.gov/'],
      ]) {
        it.answers['/exit.json'] = body(configured);
        it.answers['/exit.html'] = page({ finder: '<program-finder config="/exit.json"><p class="fallback">Call us</p></program-finder>' });
        const visitor = await visit(t, it, it.site.url('/exit.html'));
        await visitor.start();
        // As text: Firefox's driver cannot hand over an object with a `toString` of its own.
        await visitor.ask((values) => {
          for (const address of JSON.parse(values)) parent.postMessage({ pf: 1, type: 'exit-page', address }, '*');
          parent.postMessage({ pf: 1, type: 'exit-page', address: /https:/ }, '*');
        }, JSON.stringify(wrong));
        await heard(visitor);
        assert.deepEqual(ours(visitor.page, 'error'), []);
        await visitor.page.setRequestInterception(true);
        visitor.page.on('request', (request) =>
          request.url().startsWith('https:')
            ? request.respond({ status: 200, contentType: 'text/html', body: '<title>Elsewhere</title>' })
            : request.continue(),
        );
        for (let press = 0; press < 3; press++) await visitor.page.keyboard.press('Shift');
        await until(() => visitor.page.url().startsWith('https:'), 'the exit page');
        assert.equal(visitor.page.url(), leads);
      }
    });

    testIf(!it.own)('what another frame of the page says is nothing, to the loader and to the frame', async (t) => {
      const opened = await openPage(t, it, it.site.url('/other.html'));
      const visitor = await meet(opened);
      await visitor.start();
      const screen = await visitor.look();
      const other = await until(
        () => opened.frames().find((frame) => frame.parentFrame() === opened.mainFrame() && frame !== visitor.frame),
        'the other frame',
      );
      await other.evaluate((types) => {
        const windows = [parent, ...Array.from({ length: parent.frames.length }, (_, at) => parent.frames[at])];
        for (const to of windows) for (const type of types) to.postMessage({ pf: 1, type, lang: 'es', text: {}, config: {} }, '*');
      }, TYPES);
      await heard(visitor);
      assert.deepEqual(await visitor.look(), screen);
      assert.equal(opened.url(), it.site.url('/other.html'));
      assert.deepEqual(ours(opened, 'error'), []);
    });

    testIf(it.name === 'chromium' && !it.own)(
      'a configuration of any shape starts a finder, or leaves the words of the page',
      async (t) => {
        const part = fc.jsonValue({ maxDepth: 2 });
        const fields = ['name', 'contact', 'programs', 'theme', 'language', 'exit', 'directory', 'events'];
        const record = fc.record(Object.fromEntries(fields.map((field) => [field, part])), { requiredKeys: [] });
        const shapes = [null, [], ...fc.sample(record, { numRuns: 8, seed: DRAWS.seed })];
        for (const shape of shapes) {
          it.answers['/loud.json'] = { body: JSON.stringify(shape) };
          const opened = await openPage(t, it, it.site.url('/loud.html'));
          const state = () =>
            opened.evaluate(() => {
              const root = document.querySelector('program-finder').shadowRoot;
              if (root?.querySelector('.ready iframe')) return 'ready';
              return root && !root.querySelector('iframe') && 'fallback';
            });
          const came = await until(state, `a finder for ${JSON.stringify(shape)}`);
          if (came === 'ready') assert.equal((await (await meet(opened)).start()).at, 'question', JSON.stringify(shape));
          else {
            await allSaid(opened);
            assert.equal(ours(opened, 'error').filter((text) => text.includes('Visitors see')).length, 1);
          }
          await opened.close();
        }
        it.answers['/loud.json'] = { body: '{"name": "Lantern Cove", "events": true}' };
      },
    );
  },
  { processes: true },
);
