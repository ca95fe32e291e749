// Getting onto a page: wherever, whenever and however often it is put there, and what visitors see where it can't be.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { testIf } from './support/level.mjs';
import { fallback, falls, form, works } from './support/mounted.mjs';
import { allSaid, ours } from './support/said.mjs';
import { FALLBACK, FINDER, hashed, page } from './support/site.mjs';
import { meet, openPage, until, visit } from './support/visitor.mjs';
import { DEMO, say } from './support/words.mjs';

const LOADER = '/program-finder/program-finder.js';
const FILE = hashed('frame.en.html');
const STUB = hashed('frame.en.js');

/** The same bytes with one bit changed, a little after the place where these words stand. */
function flipped(bytes, words, further = 200) {
  const changed = Buffer.from(bytes);
  const place = changed.indexOf(words) + words.length + further;
  changed[place] ^= 1;
  return changed;
}

/** What the start screen says, where it is unfolded, of who offers the finder. */
const offeredBy = (visitor) => visitor.ask(() => document.querySelector('.start .who').textContent.trim());

inEachEngine('on a page', (it) => {
  const site = async (t, answers = {}) => {
    const opened = await it.open(answers);
    t.after(opened.close);
    return opened;
  };

  test('taken out and put back it begins anew, and leaves nothing behind while it is out', async (t) => {
    const { url } = await site(t, {
      '/page.html': page({ head: '<script>heard = []; addEventListener("message", (event) => heard.push(event.data))</script>' }),
    });
    const opened = await openPage(t, it, url('/page.html'));
    const first = await meet(opened);
    await first.start();
    await first.choose('child');
    await first.go();
    await opened.evaluate(() => {
      window.taken = document.querySelector('program-finder');
      taken.remove();
      heard.length = 0;
    });
    assert.equal(await opened.evaluate(() => taken.shadowRoot.querySelectorAll('iframe').length), 0);
    // What a page sends to itself is heard by no finder, and Shift is no exit any more.
    await opened.evaluate(() => postMessage({ pf: 1, type: 'exit' }, '*'));
    for (let press = 0; press < 3; press++) await opened.keyboard.press('Shift');
    await opened.evaluate(() => document.body.append(taken));
    const again = await meet(opened);
    assert.equal((await again.look()).at, 'start');
    await again.start();
    assert.ok(
      (await again.look()).options.every((option) => !option.chosen),
      'no answer is left',
    );
    // Moved, which is both at once.
    await opened.evaluate(() => document.body.prepend(taken));
    const moved = await meet(opened);
    await works(moved);
    assert.equal(await opened.evaluate(() => taken.shadowRoot.querySelectorAll('iframe').length), 1);
    assert.deepEqual(ours(opened), []);
  });

  test('several on a page have their own answers and their own titles', async (t) => {
    const { url } = await site(t, { '/page.html': page({ finder: FINDER + FINDER }) });
    const opened = await openPage(t, it, url('/page.html'));
    const [one, two] = [await meet(opened, { place: 0 }), await meet(opened, { place: 1 })];
    const title = (visitor) => opened.evaluate((frame) => frame.title, visitor.element);
    assert.deepEqual([await title(one), await title(two)], [say('frame.title'), `${say('frame.title')} 2`]);
    await one.page.evaluate(() => scrollTo(0, 0));
    await one.start();
    await one.choose('other_adult');
    await one.go();
    assert.equal((await two.look()).at, 'start');
    await opened.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await works(two);
    assert.equal((await one.look()).heading, say('danger.ask.other'));
  });

  testIf(it.name === 'chromium')('put in by a script after load, as an element or as a string of HTML', async (t) => {
    const { url } = await site(t, { '/page.html': page({ finder: '<div class="place"></div>' }) });
    const opened = await openPage(t, it, url('/page.html'));
    await opened.evaluate(() => {
      const finder = document.createElement('program-finder');
      finder.setAttribute('config', '/finder.json');
      finder.style.cssText = 'display:block;min-height:680px';
      document.querySelector('.place').append(finder);
    });
    await works(await meet(opened));
    await opened.evaluate((html) => (document.querySelector('.place').innerHTML = html), FINDER);
    await works(await meet(opened));
  });

  const ARRIVALS = {
    'the loader twice': `<script src="${LOADER}" async></script><script src="${LOADER}?2"></script>`,
    'the loader deferred': `<script src="${LOADER}" defer></script>`,
    // What optimizers do: the script is held back under another type, and put in or evaluated when somebody moves.
    'the loader put in late': `<script type="text/plain" class="late" src="${LOADER}"></script><script>addEventListener('load', () => setTimeout(() => {
      const late = document.querySelector('.late'), now = document.createElement('script'); now.src = late.src; late.replaceWith(now) }, 50))</script>`,
    'the loader evaluated late': `<script type="text/plain" class="late" src="${LOADER}"></script><script>addEventListener('load', () =>
      fetch('${LOADER}').then((answer) => answer.text()).then((code) => (0, eval)(code)))</script>`,
  };
  for (const [how, script] of Object.entries(ARRIVALS)) {
    testIf(it.name === 'chromium')(how, async (t) => {
      const { url } = await site(t, { '/page.html': page({ script }) });
      const visitor = await visit(t, it, url('/page.html'));
      await visitor.start();
      assert.equal(
        await visitor.page.evaluate(() => document.querySelector('program-finder').shadowRoot.querySelectorAll('iframe').length),
        1,
      );
      assert.deepEqual(ours(visitor.page), []);
    });
  }

  testIf(it.name === 'chromium')('loading it moves neither focus nor scroll, and needs no configuration', async (t) => {
    const finder = FINDER.replace(' config="/finder.json"', '');
    const { url } = await site(t, { '/page.html': page({ before: '<input autofocus><p style="height:900px">', finder }) });
    const opened = await openPage(t, it, url('/page.html'));
    await until(
      () => opened.evaluate(() => Boolean(document.querySelector('program-finder').shadowRoot?.querySelector('.ready'))),
      'the finder',
    );
    assert.deepEqual(await opened.evaluate(() => [document.activeElement.tagName, scrollX, scrollY]), ['INPUT', 0, 0]);
    const visitor = await meet(opened);
    assert.equal(await offeredBy(visitor), say('start.who.unnamed'));
    await works(visitor);
  });

  testIf(it.name === 'chromium')('a configuration inside the element', async (t) => {
    const finder = FINDER.replace(' config="/finder.json"', '').replace(
      FALLBACK,
      `<script type="application/json">{"name":"Pier Nine"}</script>${FALLBACK}`,
    );
    const { url, requests } = await site(t, { '/page.html': page({ finder }) });
    const visitor = await visit(t, it, url('/page.html'));
    assert.equal(await offeredBy(visitor), say('start.who', { provider: 'Pier Nine' }));
    assert.ok(!requests.some((request) => request.path.endsWith('.json')));
  });

  const CONFIGURATIONS = {
    'that is not there': [{ status: 404 }, '404'],
    'that is a web page': [{ body: '<!doctype html><h1>Welcome</h1>' }, 'web page'],
    'without its last brace': [{ body: '{"name": "Pier Nine"' }, 'JSON', 'line 1, column 21', 'brace'],
    'that is a list': [{ body: '[]' }, 'braces'],
  };
  for (const [what, [answer, ...words]] of Object.entries(CONFIGURATIONS)) {
    testIf(it.name === 'chromium')(`a configuration ${what}: the fallback, and one message that says so`, async (t) => {
      const { url } = await site(t, { '/page.html': page(), '/finder.json': answer });
      await falls(await openPage(t, it, url('/page.html')), url('/finder.json'), ...words);
    });
  }

  testIf(it.name === 'chromium')(
    'wrong fields: the finder works without them, and the console names each with what was found and what is allowed',
    async (t) => {
      const wrong = structuredClone(DEMO);
      wrong.contact.phone = '555';
      wrong.programs[0].level = 'iopp';
      wrong.programs[3].schedule.slots[0].day = 'noday';
      wrong.phone = '(555) 555-0142';
      const { url } = await site(t, { '/page.html': page(), '/finder.json': { body: JSON.stringify(wrong) } });
      const visitor = await visit(t, it, url('/page.html'));
      await works(visitor);
      await until(() => ours(visitor.page).some((line) => line.includes('programs[3]')), 'the messages');
      await allSaid(visitor.page);
      const messages = ours(visitor.page).join('\n');
      for (const names of [
        ['contact.phone', '"555"'],
        ['programs[0].level', '"iopp"', 'iop'],
        ['programs[3].schedule.slots[0].day', '"noday"', 'mon'],
        ['phone'],
      ]) {
        assert.ok(
          messages.split('\n').some((line) => names.every((name) => line.includes(name))),
          `${names.join(', ')}: ${messages}`,
        );
      }
      assert.equal(ours(visitor.page, 'error').length, 0, 'a wrong field is a warning');
    },
  );

  testIf(it.name === 'chromium')(
    'wrong fields, and no file that names them: the finder works, and the console says that there are some',
    async (t) => {
      const body = JSON.stringify({ ...DEMO, phone: '(555) 555-0142' });
      const { url } = await site(t, {
        '/page.html': page(),
        '/finder.json': { body },
        [hashed('check.js')]: { status: 404 },
      });
      const visitor = await visit(t, it, url('/page.html'));
      await works(visitor);
      await until(() => ours(visitor.page).some((line) => line.includes('has mistakes')), 'the message');
    },
  );

  testIf(it.name === 'chromium')('nothing wrong: the file that would name it is not asked for', async (t) => {
    const { url, requests } = await site(t, { '/page.html': page() });
    await works(await visit(t, it, url('/page.html')));
    assert.ok(!requests.some(({ path }) => path.includes('check.js')), 'no check.js');
  });

  const ONLY_STUB = {
    'X-Frame-Options: DENY on the file': { [FILE]: { headers: { 'x-frame-options': 'DENY' } }, '/page.html': page() },
    "frame-src 'none' in the page's policy": {
      '/page.html': { headers: { 'content-security-policy': "frame-src 'none'" }, body: page() },
    },
    'the file missing': { [FILE]: { status: 404 }, '/page.html': page() },
    'one byte of the file changed on its way': {
      [FILE]: { change: (bytes) => flipped(bytes, 'PF_WASM(') },
      '/page.html': page(),
    },
  };
  for (const [what, answers] of Object.entries(ONLY_STUB)) {
    testIf(it.name === 'chromium' || what.startsWith('X-Frame'))(`${what}: the stub form takes over`, async (t) => {
      const { url } = await site(t, answers);
      const visitor = await visit(t, it, url('/page.html'));
      assert.equal(await form(visitor), 'stub');
      await works(visitor);
      // Styled in the stub form too.
      assert.ok(await visitor.ask(() => document.querySelector('.exit').getBoundingClientRect().height >= 44));
    });
  }

  /** @type {Record<string, [(url: (path: string) => string) => object, ...string[]]>} */
  const NEITHER = {
    'both forms refused by the policy of the page': [
      () => ({
        '/page.html': {
          headers: { 'content-security-policy': "default-src 'self'; style-src 'unsafe-inline'; frame-src 'none'" },
          body: page(),
        },
      }),
      'Content-Security-Policy',
    ],
    'the file refused by the policy of the page, and the stub missing': [
      () => ({
        '/page.html': { headers: { 'content-security-policy': "frame-src 'none'" }, body: page() },
        [STUB]: { status: 404 },
      }),
      'Content-Security-Policy',
      'frame-src',
    ],
    'the file refused by its server, and the stub by the policy of the page': [
      (url) => ({
        [FILE]: { headers: { 'x-frame-options': 'DENY' } },
        '/page.html': { headers: { 'content-security-policy': `script-src ${url(LOADER)}` }, body: page() },
      }),
      'X-Frame-Options',
      'wasm-unsafe-eval',
    ],
  };
  for (const [what, [answers, ...words]] of Object.entries(NEITHER)) {
    testIf(it.name === 'chromium')(`${what}: the fallback, and one message that names the header`, async (t) => {
      const { url, answers: served } = await site(t);
      Object.assign(served, answers(url));
      await falls(await openPage(t, it, url('/page.html')), ...words);
    });
  }

  test('no script at all: the words inside the element', async (t) => {
    const answer = { headers: { 'content-security-policy': 'sandbox' }, body: page() };
    const { url, requests } = await site(t, { '/page.html': answer });
    const opened = await openPage(t, it, url('/page.html'));
    await fallback(opened);
    assert.ok(!requests.some((request) => request.path === FILE));
  });

  // The stub is missing, so that only the file could start.
  const altered = (change) => ({ '/page.html': page(), [FILE]: { change }, [STUB]: { status: 404 } });
  const CHANGES = {
    'a byte of the module': (bytes) => flipped(bytes, 'PF_WASM(', 5000),
    "a byte of the shell's script": (bytes) => flipped(bytes, '<script>', 300),
    'the end cut off': (bytes) => bytes.subarray(0, bytes.length * 0.7),
    'cut off before the module': (bytes) => bytes.subarray(0, bytes.indexOf('PF_WASM(') - 20),
    'a script of somebody else in the page': (bytes) =>
      Buffer.concat([
        bytes.subarray(0, bytes.indexOf('</head>')),
        Buffer.from('<script>document.title = "taken over"</script>'),
        bytes.subarray(bytes.indexOf('</head>')),
      ]),
  };
  for (const [what, change] of Object.entries(CHANGES)) {
    testIf(it.name === 'chromium' || what === 'a byte of the module')(`changed on the way, ${what}`, async (t) => {
      const { url } = await site(t, altered(change));
      const opened = await openPage(t, it, url('/page.html'));
      if (!what.startsWith('a script of')) return falls(opened, FILE);
      // What was added does not run; the rest is whole.
      const visitor = await meet(opened);
      assert.equal(await visitor.ask(() => document.title), say('frame.title'));
      await works(visitor);
    });
  }

  testIf(it.name === 'chromium')(
    'changed on the way, a byte of the style: the fallback, since unstyled it could not be read',
    async (t) => {
      const { url } = await site(
        t,
        altered((bytes) => flipped(bytes, '<style>', 400)),
      );
      await falls(await openPage(t, it, url('/page.html')), 'style');
    },
  );

  testIf(it.name === 'chromium')('neither form is there: the fallback, and one message that names both files', async (t) => {
    const { url } = await site(t, { '/page.html': page(), [FILE]: { status: 404 }, [STUB]: { status: 404 } });
    await falls(await openPage(t, it, url('/page.html')), url(FILE), url(STUB));
  });

  test('the loader is not there: the fallback', async (t) => {
    const { url } = await site(t, { '/page.html': page(), [LOADER]: { status: 404 } });
    await fallback(await openPage(t, it, url('/page.html')));
  });
});
