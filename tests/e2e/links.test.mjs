// Contact links, pressed in the sealed frame with no more than it is allowed: what opens, and what the page around the
// frame sees of it, which is nothing.

import assert from 'node:assert/strict';
import { inEachEngine } from './support/browsers.mjs';
import { FULL, leftOut, testIf } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { record } from './support/record.mjs';
import { FINDER, page } from './support/site.mjs';
import { meet, openPage, unfold, until } from './support/visitor.mjs';
import { DEMO, say } from './support/words.mjs';

leftOut('Chromium with the frame in a process of its own');

const CHILD = PEOPLE['a child under 13'].answers;
const WATCH = `<script>
  self.seen = [];
  for (const type of ['beforeunload', 'pagehide', 'click', 'pointerdown', 'mousedown', 'keydown', 'message', 'popstate', 'hashchange'])
    addEventListener(type, (event) => seen.push(type + (type === 'message' ? JSON.stringify(event.data) : '')), true);
</script>`;

inEachEngine(
  'links',
  (it) => {
    /** @type {[string, () => string, string][]} */
    const LINKS = [
      ['a crisis line (tel:)', () => say('strip.call988'), 'tel:988'],
      ['a crisis line (sms:)', () => say('strip.text988'), 'sms:988'],
      ['call (tel:)', () => say('contact.call', { phone: '(555) 555-0142' }), 'tel:+15555550142'],
      ['text (sms:)', () => say('contact.text', { phone: '(555) 555-0143' }), 'sms:+15555550143'],
      ['email (mailto:)', () => say('contact.email'), 'mailto:hello@lanterncove.example.com'],
      ['web page (https:)', () => say('contact.link'), '/contact.html'],
      ['map (https:)', () => say('contact.map'), '/map.html'],
    ];
    for (const [name, words, address] of LINKS) {
      testIf(it.name === 'chromium' ? !/^(text|map)/.test(name) : /^(a crisis line .tel|web page)/.test(name))(name, async (t) => {
        const own = (path) => it.site.url(path).replace('127.0.0.1', 'localhost');
        it.site.answers['/linked.json'] = {
          body: JSON.stringify({
            ...DEMO,
            contact: { ...DEMO.contact, link: own('/contact.html'), address: { ...DEMO.contact.address, map: own('/map.html') } },
          }),
        };
        it.site.answers['/contact.html'] = it.site.answers['/map.html'] = '<!doctype html><title>Other</title><p>Write to us.';
        it.site.answers['/page.html'] = page({ head: WATCH, finder: FINDER.replace('/finder.json', '/linked.json') });
        const opened = await openPage(t, it, it.site.url('/page.html'));
        const visitor = await meet(opened);
        await visitor.arrive(CHILD);
        await unfold(visitor, say('result.talk', { provider: DEMO.name }));
        const context = opened.browserContext();
        await opened.evaluate(() => (seen.length = 0));
        const before = it.site.requests.length;
        await visitor.pressWords(words());
        const others = async () => (await context.pages()).filter((one) => one !== opened);
        const web = address.startsWith('/');
        if (web) await until(async () => (await others()).some((one) => one.url() === own(address)), 'the other page');
        else await new Promise((go) => setTimeout(go, 1500));
        const addresses = (await others()).map((one) => one.url());
        // The page has seen nothing, and the result is still there.
        assert.deepEqual(await opened.evaluate(() => seen), []);
        assert.equal(await opened.evaluate(() => location.pathname), '/page.html');
        assert.equal((await visitor.look()).heading, say('result.heading.child'));
        const asked = it.site.requests.slice(before).filter(({ path }) => path !== '/favicon.ico');
        if (web) {
          assert.deepEqual(addresses, [own(address)]);
          assert.deepEqual(
            asked.map(({ path, search, referrer }) => [path, search, referrer]),
            [[address, '', undefined]],
          );
        } else assert.deepEqual(asked, []);
        // No app is there to take a number. Chromium's console says when it has handed an address to the device.
        const handed = opened.said.some(({ text }) => text.startsWith('Launched external handler'));
        const left = addresses.length ? 'an empty window stays open' : 'no window stays open';
        const told = handed ? 'handed to the device' : `${left}; whether an app was asked for could not be seen`;
        record(['links', name, it.name], web ? 'a window of its own, without opener or referrer' : told);
      });
    }
  },
  { processes: FULL },
);
