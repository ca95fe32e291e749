// The examples that are pages: opened as they are, beside the folder that is shipped, and taken to a result.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { inEachEngine } from '../support/browsers.mjs';
import { form, works } from '../support/mounted.mjs';
import { ours } from '../support/said.mjs';
import { hashed, ROOT } from '../support/site.mjs';
import { meet, openPage, until } from '../support/visitor.mjs';
import { DEMO } from '../support/words.mjs';

const read = (path) => readFileSync(join(ROOT, 'examples', path), 'utf8');
const script = (path) => ({ headers: { 'content-type': 'text/javascript' }, body: read(path) });
const style = (path) => ({ headers: { 'content-type': 'text/css' }, body: read(path) });

inEachEngine('the examples', (it) => {
  const opens = async (t, folder) => {
    const site = await it.open({
      '/program-finder/finder.json': { body: JSON.stringify({ ...DEMO, logo: undefined }) },
      [`/${folder}/index.html`]: read(`${folder}/index.html`),
      '/strict-policy/page.css': style('strict-policy/page.css'),
      '/kiosk/kiosk.css': style('kiosk/kiosk.css'),
      '/kiosk/kiosk.js': script('kiosk/kiosk.js'),
    });
    t.after(site.close);
    return { site, opened: await openPage(t, it, site.url(`/${folder}/index.html`)) };
  };

  for (const folder of ['plain', 'strict-policy']) {
    test(`${folder}: to a result, in the sealed file, with nothing in the console`, async (t) => {
      const { opened } = await opens(t, folder);
      const visitor = await meet(opened);
      assert.equal(await form(visitor), 'file');
      await works(visitor);
      assert.deepEqual(ours(opened), []);
    });
  }

  test("iframe: the finder's own page is in the frame", async (t) => {
    const { site } = await opens(t, 'iframe');
    await until(() => site.requests.some(({ path }) => path === hashed('frame.en.html')), 'the finder');
  });

  test('kiosk: cleared, the screen begins anew, and nothing of the visit is left', async (t) => {
    const { opened } = await opens(t, 'kiosk');
    const visitor = await meet(opened);
    await works(visitor);
    await opened.evaluate(() => {
      Reflect.set(self, 'visitBefore', true);
      document.querySelector('.clear').click();
    });
    await until(() => opened.evaluate(() => !Reflect.get(self, 'visitBefore')).catch(() => false), 'the page to be loaded anew');
    assert.equal((await (await meet(opened)).look()).at, 'start');
  });
});
