// What servers, optimizers and editors do to the frame and to the snippet on their way: the visitor has a whole finder or the
// provider's own words, the page loses nothing, and the provider is told.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from '../support/browsers.mjs';
import { testIf } from '../support/level.mjs';
import { falls, form } from '../support/mounted.mjs';
import { ours } from '../support/said.mjs';
import { FALLBACK, FINDER, hashed, page } from '../support/site.mjs';
import { becomes, meet, openPage, until, visit } from '../support/visitor.mjs';
import { say } from '../support/words.mjs';

const FILE = hashed('frame.en.html');
const STUB = hashed('frame.en.js');
const MINIFIED = (html) => html.replace(/<style>([^]*?)<\/style>/, (_, style) => `<style>${style.replaceAll(';}', '}')} </style>`);

/**
 * What comes of the frame's file, and which form is shown then.
 * @type {Record<string, [rewrite: (html: string) => string, shown: 'stub' | 'file']>}
 */
const REWRITES = {
  'its style made smaller': [MINIFIED, 'stub'],
  'its style emptied': [(html) => html.replace(/<style>[^]*?<\/style>/, '<style></style>'), 'stub'],
  'its style put elsewhere': [(html) => html.replace(/<style>[^]*?<\/style>/, '<link rel="stylesheet" href="/all.css">'), 'stub'],
  'its scripts held back': [(html) => html.replaceAll('<script>', '<script type="0a1b-text/javascript">'), 'stub'],
  'its scripts combined': [(html) => html.replaceAll(/<\/script>\s*<script>/g, ';'), 'stub'],
  'a script of the server put behind': [(html) => html.replace('</body>', '<script src="/beacon.js"></script></body>'), 'file'],
  'the spaces between elements taken out': [
    (html) => html.replace(/<template>[^]*?<\/template>/, (all) => all.replace(/>\s+</g, '><')),
    'file',
  ],
  'comments put in': [(html) => html.replace('<body>', '<!-- served by cache 7 --><body>'), 'file'],
};

inEachEngine('what was rewritten on its way', (it) => {
  const serve = (t, answers) => {
    Object.assign(it.answers, answers);
    t.after(() => {
      for (const path of Object.keys(answers)) delete it.answers[path];
    });
    return it.site.url('/page.html');
  };
  it.answers['/page.html'] = page();

  for (const [what, [rewrite, shown]] of Object.entries(REWRITES)) {
    testIf(what === 'its style made smaller')(`the frame's file, ${what}: a finder that looks as it should`, async (t) => {
      const change = (bytes) => {
        const [before, after] = [String(bytes), rewrite(String(bytes))];
        assert.notEqual(before, after);
        return after;
      };
      const visitor = await visit(t, it, serve(t, { [FILE]: { change } }));
      assert.equal(await form(visitor), shown);
      const seen = await visitor.ask(() => {
        const { height } = document.querySelector('.exit').getBoundingClientRect();
        const { width } = document.querySelector('svg')?.getBoundingClientRect() ?? { width: 0 };
        return [height >= 44, width <= 24];
      });
      assert.deepEqual(seen, [true, true]);
      await visitor.start();
    });
  }

  testIf(it.name === 'chromium')(
    'its style made smaller, and no other form: the words inside, and one message that says why',
    async (t) => {
      const url = serve(t, { [FILE]: { change: (bytes) => MINIFIED(String(bytes)) }, [STUB]: { status: 404 } });
      await falls(await openPage(t, it, url), 'style');
    },
  );

  // An editor writes the element as if it closed itself, or takes its end away.
  const OPEN = '<program-finder config="/finder.json" style="display:block;min-height:680px"';
  const UNCLOSED = {
    'written as if it closed itself': page({
      finder: `${OPEN} />`,
      after: '<main><p>Our programs</p></main><footer class="rest"><a href="#here">Our address</a></footer>',
    }),
    'its end taken away, in a box': page({
      finder: `<div>${OPEN}>${FALLBACK}<nav class="rest"><a href="#here">Our address</a></nav></div>`,
    }),
    'its own script inside': page({
      script: '',
      finder: `${OPEN}>${FALLBACK}<script src="/program-finder/program-finder.js" async></script>`,
      after: '<p class="rest"><a href="#here">Our address</a></p>',
    }),
  };
  for (const [what, body] of Object.entries(UNCLOSED)) {
    testIf(it.name === 'chromium' || what.startsWith('written'))(
      `the element, ${what}: the page is there beside the finder, and one message says so`,
      async (t) => {
        const visitor = await visit(t, it, serve(t, { '/page.html': body }));
        await visitor.start();
        const rest = await visitor.page.evaluate(() => {
          const link = document.querySelector('.rest a');
          link.scrollIntoView({ block: 'center', behavior: 'instant' });
          const { x, y, width, height } = link.getBoundingClientRect();
          return link.contains(document.elementFromPoint(x + width / 2, y + height / 2));
        });
        assert.ok(rest, 'the rest of the page can be pressed');
        await visitor.page.evaluate(() => {});
        const told = ours(visitor.page);
        assert.equal(told.length, 1, told.join('\n'));
        assert.ok(told[0].includes('</program-finder>'), told[0]);
        await visitor.approach();
        await visitor.choose('me');
        assert.equal((await visitor.go()).at, 'question');
      },
    );
  }

  testIf(it.name === 'chromium')(
    'the element closed as it should be, with words of any kind in it: they are hidden, and nothing is said',
    async (t) => {
      const words = `<h2>Find a start</h2><section>${FALLBACK}</section><ul><li>Call</li></ul><img alt="">`;
      const visitor = await visit(t, it, serve(t, { '/page.html': page({ finder: FINDER.replace(FALLBACK, words) }) }));
      await visitor.start();
      assert.equal(await visitor.page.evaluate(() => document.querySelector('.fallback').checkVisibility()), false);
      assert.deepEqual(ours(visitor.page), []);
    },
  );

  test('the element taken away: one message, and none where a script puts it in', async (t) => {
    const bare = page({ finder: `<div class="place">${FALLBACK}</div>` });
    const opened = await openPage(t, it, serve(t, { '/page.html': bare }));
    await until(async () => (await opened.evaluate(() => {}), ours(opened).length), 'a message');
    assert.deepEqual(ours(opened), ['program-finder: There is no <program-finder>.']);
    const late = `<script>addEventListener('DOMContentLoaded', () => document.querySelector('.place').append(document.createElement('program-finder')))</script>`;
    it.answers['/page.html'] = bare.replace('</head>', `${late}</head>`);
    const again = await openPage(t, it, it.site.url('/page.html'));
    await (await meet(again)).start();
    assert.deepEqual(
      ours(again).filter((line) => line.includes('There is no')),
      [],
    );
  });

  test('files on another site that does not share them: the finder works, and says that it has no other language', async (t) => {
    const other = await it.open();
    t.after(other.close);
    const script = `<script src="${other.url('/program-finder/program-finder.js')}" async></script>`;
    const visitor = await visit(t, it, serve(t, { '/page.html': page({ script }) }));
    await visitor.start();
    await visitor.choose('me');
    await visitor.press('the other language', () => document.querySelector('.switch'));
    await becomes(async () => (await visitor.look()).status, say('switch.failed'));
    assert.equal((await visitor.go()).at, 'question');
    assert.ok(ours(visitor.page).length > 0);
  });
});
