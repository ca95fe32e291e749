// finder.html, the finder as a page of its own: it works with nothing but the folder, reads no configuration but one of the same
// folder, and stands in a frame of another page.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { form, works } from './support/mounted.mjs';
import { ours } from './support/said.mjs';
import { hashed } from './support/site.mjs';
import { meet, openPage, until } from './support/visitor.mjs';
import { DEMO, say } from './support/words.mjs';

const PAGE = '/program-finder/finder.html';
const FOLDER = '/program-finder/';
const NAMED = (name) => ({ body: JSON.stringify({ ...DEMO, name, logo: undefined }) });

inEachEngine('a page of its own', (it) => {
  const opens = async (t, path, answers = {}) => {
    const site = await it.open({
      [`${FOLDER}finder.json`]: NAMED('Pier Nine'),
      [`${FOLDER}main-street.json`]: NAMED('Main Street'),
      ...answers,
    });
    t.after(site.close);
    return { site, opened: await openPage(t, it, site.url(path)) };
  };
  const offeredBy = (visitor) => visitor.ask(() => document.querySelector('.start .who').textContent.trim());

  test('works from the folder alone, under its own policy, and asks for nothing else', async (t) => {
    const { site, opened } = await opens(t, PAGE);
    const visitor = await meet(opened);
    assert.equal(await form(visitor), 'file');
    assert.equal(await offeredBy(visitor), say('start.who', { provider: 'Pier Nine' }));
    await works(visitor);
    assert.deepEqual(ours(opened), []);
    const asked = new Set(site.requests.map(({ path }) => path).filter((path) => path !== '/favicon.ico'));
    assert.deepEqual([...asked].sort(), [PAGE, `${FOLDER}finder.json`, hashed('frame.en.html'), `${FOLDER}program-finder.js`].sort());
  });

  test('another configuration of the same folder, and another language, are asked for in its address', async (t) => {
    const { site, opened } = await opens(t, `${PAGE}?config=main-street.json&lang=es`);
    const visitor = await meet(opened);
    assert.match(await offeredBy(visitor), /Main Street/);
    assert.equal(await visitor.ask(() => document.documentElement.lang), 'es');
    assert.ok(!site.requests.some(({ path }) => path === `${FOLDER}finder.json`));
  });

  test('no configuration from anywhere else: not of another site, another folder, or a text in the address', async (t) => {
    const other = await it.open();
    t.after(other.close);
    const far = [other.url('/finder.json'), `//${new URL(other.url('/')).host}/finder.json`, '../finder.json', '/finder.json', 'a/b.json'];
    const { site, opened } = await opens(t, PAGE);
    for (const config of [
      ...far,
      '%2e%2e/finder.json',
      'data:application/json,{}',
      'javascript:1',
      '.json',
      'main-street.json#.html',
      '',
    ]) {
      await opened.goto(site.url(`${PAGE}?config=${encodeURIComponent(config)}`));
      assert.equal(await offeredBy(await meet(opened)), say('start.who', { provider: 'Pier Nine' }), config);
    }
    assert.deepEqual(other.requests, []);
    assert.ok(!site.requests.some(({ path }) => path.endsWith('.json') && path !== `${FOLDER}finder.json`));
  });

  test('where it cannot start, the crisis lines are there, and the number of the provider as it is written', async (t) => {
    const { opened } = await opens(t, PAGE, { [hashed('frame.en.html')]: { status: 404 }, [hashed('frame.en.js')]: { status: 404 } });
    await until(() => opened.evaluate(() => document.querySelector('.provider').checkVisibility()), 'the words');
    const seen = await opened.evaluate(() => ({
      text: document.querySelector('.words').textContent,
      links: [...document.querySelectorAll('.words a')].map((link) => link.getAttribute('href')),
    }));
    assert.ok(seen.text.includes(`Pier Nine: ${DEMO.contact.phone}`), seen.text);
    assert.deepEqual(seen.links, ['tel:911', 'tel:988', 'tel:911', 'tel:988']);
  });

  test('in a frame of another site, as a site builder puts it', async (t) => {
    const host = await it.open();
    t.after(host.close);
    const { site } = await opens(t, PAGE);
    host.answers['/page.html'] =
      `<!doctype html><iframe src="${site.url(PAGE)}" title="Questionnaire" style="width:100%;height:760px"></iframe>`;
    await openPage(t, it, host.url('/page.html'));
    // The finder's own frame is asked for by the page in the frame, and only by that.
    await until(() => site.requests.some(({ path }) => path === hashed('frame.en.html')), 'the finder');
    assert.deepEqual(
      host.requests.map(({ path }) => path).filter((path) => path !== '/favicon.ico'),
      ['/page.html'],
    );
  });
});
