// What pages do with the element while a visitor answers: set it to what it is, move it, and serve its files from memory.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from '../support/browsers.mjs';
import { FINDER, page } from '../support/site.mjs';
import { becomes, visit } from '../support/visitor.mjs';

inEachEngine('a page that goes on', (it) => {
  it.answers['/page.html'] = page({ after: '<div id="other"></div>' });

  const SAME = {
    'the same configuration': (finder) => finder.setAttribute('config', finder.getAttribute('config')),
    'the same language': (finder) => finder.setAttribute('lang', finder.getAttribute('lang')),
    'the same way to be shown': (finder) => finder.setAttribute('display', finder.getAttribute('display')),
    'the same level of headings': (finder) => finder.setAttribute('heading-level', finder.getAttribute('heading-level')),
    'another class and style': (finder) => {
      finder.className = 'shown';
      finder.style.opacity = '1';
    },
  };
  for (const [what, act] of Object.entries(SAME)) {
    test(`${what}, set in the middle of a visit, changes nothing`, async (t) => {
      it.answers['/page.html'] = page({
        finder: FINDER.replace('<program-finder', '<program-finder lang="en" display="inline" heading-level="3"'),
      });
      const visitor = await visit(t, it, it.site.url('/page.html'));
      await visitor.start();
      await visitor.choose('me');
      const before = await visitor.go();
      await visitor.page.evaluate(`(${act})(document.querySelector('program-finder'))`);
      await visitor.page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
      assert.deepEqual((await visitor.look()).heading, before.heading);
    });
  }

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
    const { meet } = await import('../support/visitor.mjs');
    await becomes(async () => name(await meet(visitor.page)), 'After');
  });
});
