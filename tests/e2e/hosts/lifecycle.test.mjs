// What pages do with the element while a visitor answers: set it to what it is, move it, and serve its files from memory.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from '../support/browsers.mjs';
import { testIf } from '../support/level.mjs';
import { FINDER, page } from '../support/site.mjs';
import { becomes, meet, openPage, visit } from '../support/visitor.mjs';

inEachEngine('a page that goes on', (it) => {
  it.answers['/page.html'] = page({ after: '<div id="other"></div>' });

  const SAME = {
    'the same configuration': (finder) => finder.setAttribute('config', finder.getAttribute('config')),
    'the same language': (finder) => finder.setAttribute('lang', finder.getAttribute('lang')),
    'the same way to be shown': (finder) => finder.setAttribute('display', finder.getAttribute('display')),
    'the same level of headings': (finder) => finder.setAttribute('heading-level', finder.getAttribute('heading-level')),
    'the same language of another country': (finder) => finder.setAttribute('lang', 'en-US'),
    'no language, where the page has the same': (finder) => finder.removeAttribute('lang'),
    'no way to be shown, which is the usual one': (finder) => finder.removeAttribute('display'),
    'the folder with its last slash, and without': (finder) => {
      finder.setAttribute('base', '/program-finder/');
      finder.setAttribute('base', '/program-finder');
    },
    'an attribute that is none of ours': (finder) => finder.setAttribute('data-v-1a2b', ''),
    'another class and style': (finder) => {
      finder.className = 'shown';
      finder.style.opacity = '1';
    },
  };
  /** Notes what frames say from now on: one that begins again says so. */
  const listen = (visitor) =>
    visitor.page.evaluate(() => {
      self.pfTold = [];
      addEventListener('message', ({ data }) => self.pfTold.push(data.type));
    });
  /** That the finder has gone on: no frame has begun again, and the visit stands where it stood. */
  const goesOn = async (visitor, heading, what) => {
    await visitor.page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
    assert.deepEqual(await visitor.page.evaluate(() => self.pfTold), [], what);
    assert.equal((await visitor.look()).heading, heading, what);
  };

  test('what means the same, set in the middle of a visit, changes nothing; what means another begins anew', async (t) => {
    it.answers['/page.html'] = page({
      finder: FINDER.replace('<program-finder', '<program-finder base="/program-finder" lang="en" display="inline" heading-level="3"'),
    });
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.start();
    await visitor.choose('me');
    const { heading } = await visitor.go();
    await listen(visitor);
    for (const [what, act] of Object.entries(SAME)) {
      await visitor.page.evaluate(`(${act})(document.querySelector('program-finder'))`);
      await goesOn(visitor, heading, what);
    }
    await visitor.page.evaluate(() => document.querySelector('program-finder').setAttribute('lang', 'es'));
    await becomes(() => visitor.page.evaluate(() => self.pfTold.includes('ready')), true, 'another language');
  });

  // What compares the page with what a server or a framework has for it takes away what it did not write.
  test('the language of the configuration is not written on the element, and what the page wrote is all that stands there', async (t) => {
    it.answers['/finder.json'] = { body: JSON.stringify({ name: 'Lantern Cove', language: 'es' }) };
    t.after(() => delete it.answers['/finder.json']);
    it.answers['/page.html'] = page();
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await becomes(() => visitor.ask(() => document.documentElement.lang), 'es');
    const written = () => visitor.page.evaluate(() => document.querySelector('program-finder').getAttributeNames());
    assert.deepEqual(await written(), ['config', 'style']);
    await visitor.start();
    const { heading } = await visitor.look();
    await listen(visitor);
    await visitor.page.evaluate(() => {
      const finder = document.querySelector('program-finder');
      finder.removeAttribute('lang');
      finder.setAttribute('class', 'morphed');
    });
    await goesOn(visitor, heading, 'a morph');
  });

  // Where a page hides and shows the finder, the platform keeps its frame, and with it the answers.
  const SHOWN = {
    'a tab': ['<div class="place">', '</div>', (place, on) => (place.style.display = on ? '' : 'none')],
    'a dialog': ['<dialog class="place">', '</dialog>', (place, on) => (on ? place.showModal() : place.close())],
    'a popover': ['<div popover="manual" class="place">', '</div>', (place, on) => (on ? place.showPopover() : place.hidePopover())],
    'a fold': ['<details class="place"><summary>Find a start</summary>', '</details>', (place, on) => (place.open = on)],
    'what is not laid out': ['<div class="place">', '</div>', (place, on) => (place.style.contentVisibility = on ? '' : 'hidden')],
    'what is inert': ['<div class="place">', '</div>', (place, on) => (place.inert = !on)],
  };
  for (const [where, [before, after, show]] of Object.entries(SHOWN)) {
    testIf(it.name === 'chromium' ? !where.startsWith('what') : where === 'a tab')(
      `in ${where} that is closed and opened again, answers are kept`,
      async (t) => {
        it.answers['/page.html'] = page({ finder: `${before}${FINDER}${after}` });
        const opened = await openPage(t, it, it.site.url('/page.html'));
        const set = (on) => opened.evaluate(`(${show})(document.querySelector('.place'), ${on})`);
        if (/dialog|popover|fold/.test(where)) await set(true);
        const visitor = await meet(opened);
        await visitor.start();
        await visitor.choose('me');
        const { heading } = await visitor.go();
        await listen(visitor);
        await set(false);
        await opened.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
        await set(true);
        await goesOn(visitor, heading, where);
        await visitor.choose(['none']);
        assert.equal((await visitor.go()).at, 'question');
      },
    );
  }

  testIf(it.name === 'chromium')('over a view transition the visit goes on', async (t) => {
    it.answers['/page.html'] = page({ before: '<h1>Lantern Cove</h1>' });
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.start();
    await visitor.choose('me');
    const { heading } = await visitor.go();
    await listen(visitor);
    await visitor.page.evaluate(
      () =>
        /** @type {any} */ (document).startViewTransition(() => {
          document.querySelector('h1').textContent = 'Our programs';
          history.pushState({}, '', '/programs.html');
        }).finished,
    );
    await goesOn(visitor, heading, 'a view transition');
  });

  test('moved within the page in the way that keeps frames, it keeps the answers', async (t) => {
    it.answers['/page.html'] = page({ after: '<div id="other"></div>' });
    const visitor = await visit(t, it, it.site.url('/page.html'));
    if (it.name === 'firefox') return t.skip('here even that move loads a frame anew: the visit begins again');
    if (!(await visitor.page.evaluate(() => 'moveBefore' in Element.prototype))) return t.skip('this engine has no moveBefore');
    await visitor.start();
    await visitor.choose('me');
    const before = await visitor.go();
    await visitor.page.evaluate(() => {
      self.pfTold = [];
      addEventListener('message', ({ data }) => self.pfTold.push(data.type));
      /** @type {any} */ (document.querySelector('#other')).moveBefore(document.querySelector('program-finder'), null);
    });
    assert.equal(await visitor.page.evaluate(() => document.querySelector('program-finder').parentElement.id), 'other');
    // A frame that begins again says so.
    await visitor.page.evaluate(() => new Promise((done) => setTimeout(done, 1000)));
    assert.deepEqual(await visitor.page.evaluate(() => self.pfTold), []);
    assert.deepEqual((await visitor.look()).heading, before.heading);
  });

  test('a configuration that has changed is not read from the memory of the browser', async (t) => {
    it.answers['/page.html'] = page();
    const named = (name) => ({
      body: JSON.stringify({ name, contact: { phone: '(555) 555-0142' } }),
      headers: { 'cache-control': 'max-age=3600' },
    });
    t.after(() => delete it.answers['/finder.json']);
    it.answers['/finder.json'] = named('Before');
    const visitor = await visit(t, it, it.site.url('/page.html'));
    const name = (who) => who.ask(() => document.querySelector('.provider').textContent);
    await becomes(() => name(visitor), 'Before');
    it.answers['/finder.json'] = named('After');
    await visitor.page.goto(it.site.url('/page.html?again'), { waitUntil: 'load' });
    await becomes(async () => name(await meet(visitor.page)), 'After');
  });
});
