// Quick exit: at once nothing is left on the page, then another page is there, and Back leads past the finder.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { openElsewhere } from './support/elsewhere.mjs';
import { testIf } from './support/level.mjs';
import { difference } from './support/pictures.mjs';
import { page } from './support/site.mjs';
import { standIn } from './support/stand-in.mjs';
import { meet, openPage, until } from './support/visitor.mjs';
import { DEMO } from './support/words.mjs';

const configured = (address) => ({ body: JSON.stringify({ ...DEMO, exit: address }) });

// The provider's page notes what is left of it as soon as it has changed, before anything else can happen. The note is
// for this test to read later, on another page of the same site.
const WATCH = `<script>
  addEventListener('DOMContentLoaded', () =>
    new MutationObserver(() => {
      if (document.body) return;
      const { textContent } = document.documentElement;
      localStorage.left ??= JSON.stringify({ words: textContent, elements: document.querySelectorAll('*').length, title: document.title });
    }).observe(document, { childList: true, subtree: true }));
  // A page's own question would be in the way of somebody who has to leave.
  addEventListener('beforeunload', (event) => event.preventDefault());
</script>`;

const ANSWERS = {
  '/first.html': '<!doctype html><title>First</title><p>The page before.',
  '/page.html': page({
    head: WATCH,
    before: '<h1>Lantern Cove</h1><p><a href="#more">More</a></p>',
    finder: '<program-finder config="/exit.json" style="display:block;min-height:680px">Call 988</program-finder>',
    after: '<p>Our address <input class="search"></p>',
  }),
  // Asks nothing of those who leave it.
  '/calm.html': page(),
};

/** What a window shows. Asked of the window itself: its driver does not hear of a page that comes back from memory. */
const shown = (page) => page.evaluate(() => ({ address: location.href, words: document.body?.innerText.trim() })).catch(() => undefined);

/**
 * Presses Back or Forward until another page is there. A browser that still loads a page may lose a press: it is pressed
 * again as long as nothing has come of it.
 */
const travel = async (page, way, arrived, what) => {
  const from = (await shown(page))?.address;
  let again = 0;
  await until(async () => {
    const now = await shown(page);
    if (now && arrived(now)) return true;
    if (now?.address === from && Date.now() > again) {
      again = Date.now() + 4000;
      await page.evaluate((pressed) => void setTimeout(() => history[pressed]()), way).catch(() => {});
    }
    return false;
  }, what);
};

inEachEngine(
  'quick exit',
  (it) => {
    it.answers = structuredClone(ANSWERS);
    // Where quick exit leads to. WebKit's driver answers for no page, so there it has to be one that is.
    let exit;
    before(async () => {
      exit = await openElsewhere();
    });
    after(() => exit?.close());
    const EXIT = () => (it.name === 'webkit' ? exit.url('/soup') : 'https://recipes.example/soup');
    /** A visitor in the middle of the questions, who came from another page. */
    const amid = async (t) => {
      it.site.answers['/exit.json'] = configured(EXIT());
      const opened = await openPage(t, it, it.site.url('/first.html'));
      const asked = it.name === 'webkit' ? exit.asked : await standIn(opened);
      asked.length = 0;
      await opened.goto(it.site.url('/page.html'), { waitUntil: 'load' });
      const visitor = await meet(opened);
      await visitor.start();
      await visitor.choose('me');
      await visitor.go();
      await visitor.choose(['suicide_now']);
      await visitor.go();
      return { opened, visitor, asked };
    };

    const leaves = async ({ opened, asked }) => {
      const isAway = (now) => now.address === EXIT() && now.words === 'Soup.';
      await until(async () => {
        const now = await shown(opened);
        return now && isAway(now);
      }, 'the exit page');
      assert.equal(asked[0], EXIT());
      // Back leads to the page before the finder's, never to a question; Forward to the exit page.
      const first = it.site.url('/first.html');
      await travel(opened, 'back', (now) => now.address === first && now.words === 'The page before.', 'the page before');
      // At once nothing was left: the first thing that changed on the page was that it is blank.
      const left = JSON.parse(await opened.evaluate(() => localStorage.left ?? '{}'));
      assert.equal(left.words?.replace('…', '').trim(), '');
      assert.ok(left.elements <= 3, `${left.elements} elements are left`);
      assert.match(left.title, /^…?$/);
      await travel(opened, 'forward', isAway, 'the exit page again');
    };

    const thrice = async (opened, key = 'Shift') => {
      for (let press = 0; press < 3; press++) await opened.keyboard.press(key);
    };

    const WAYS = {
      'a click': ({ visitor }) => visitor.press('quick exit', () => document.querySelector('.exit')),
      Enter: async ({ opened, visitor }) => {
        await visitor.ask(() => document.querySelector('.exit').focus({ preventScroll: true }));
        await opened.keyboard.press('Enter');
      },
      'Shift three times, with focus in the frame': ({ opened }) => thrice(opened),
      'Shift three times, with focus on the page': async ({ opened }) => {
        await opened.click('h1');
        await thrice(opened);
      },
    };
    for (const [how, act] of Object.entries(WAYS)) {
      // Each engine and process has one in the frame and one of the page.
      const smoke = it.own ? ['Shift three times, with focus in the frame'] : ['a click', 'Shift three times, with focus on the page'];
      testIf((it.name === 'chromium' && !it.own) || smoke.includes(how))(
        `by ${how}: a blank page, then the exit page; Back leads past the finder`,
        async (t) => {
          const visit = await amid(t);
          await act(visit);
          await leaves(visit);
        },
      );
    }

    testIf(it.name === 'chromium' && !it.own)('Shift with another key between, or in a field of the page, is no exit', async (t) => {
      const { opened, visitor, asked } = await amid(t);
      for (const key of ['Shift', 'Shift', 'a', 'Shift', 'Shift']) await opened.keyboard.press(key);
      await opened.click('.search');
      await thrice(opened);
      await thrice(opened, 'Escape');
      assert.equal((await visitor.look()).at, 'safety');
      assert.deepEqual(asked, []);
    });

    test('where none is configured, or one that leads back to the provider, the weather is shown', async (t) => {
      for (const none of [undefined, 'http://recipes.example/', 'https://www.lanterncove.example.com/', 'javascript:alert(1)']) {
        it.site.answers['/exit.json'] = configured(none);
        const opened = await openPage(t, it, it.site.url('/page.html'));
        const visitor = await meet(opened);
        assert.equal(await visitor.ask(() => document.querySelector('.exit').href), 'https://www.weather.gov/', String(none));
        await opened.close({ runBeforeUnload: false });
      }
    });

    test('leaving by a link and coming back: the start screen, without an answer', async (t) => {
      const opened = await openPage(t, it, it.site.url('/calm.html'));
      const visitor = await meet(opened);
      const answer = async () => {
        await visitor.start();
        await visitor.choose('me');
        await visitor.go();
      };
      const leaveAndReturn = async () => {
        await opened.evaluate((address) => void setTimeout(() => (location.href = address)), it.site.url('/first.html'));
        await until(async () => (await shown(opened))?.words === 'The page before.', 'another page');
        await travel(opened, 'back', (now) => now.address === it.site.url('/calm.html'), 'the page with the finder');
      };
      if (it.name === 'webkit') {
        await answer();
        await leaveAndReturn();
        const again = await meet(opened);
        assert.equal((await again.look()).at, 'start');
        assert.ok(
          (await again.start()).options.every((option) => !option.chosen),
          'no answer is left',
        );
        return;
      }
      // These browsers keep the page in memory, and their drivers do not find its frame again: only its looks tell.
      const look = async () => {
        await opened.mouse.move(1, 1);
        return opened.screenshot({ encoding: 'base64' });
      };
      const start = await look();
      await answer();
      const question = await look();
      const paper = await openPage(t, it, it.site.url('/first.html'));
      assert.ok((await difference(paper, start, question)) > 0.01, 'a question looks different');
      await leaveAndReturn();
      await until(async () => (await difference(paper, start, await look())) < 0.001, 'the start screen as it was');
    });
  },
  { processes: true },
);
