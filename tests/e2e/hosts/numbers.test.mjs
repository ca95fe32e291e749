// An app's own browser may swallow a link that opens beside the page. So every number that can be called or written to is there as
// words, which can be read, selected and copied.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from '../support/browsers.mjs';
import { PEOPLE } from '../support/people.mjs';
import { page } from '../support/site.mjs';
import { visit } from '../support/visitor.mjs';

/** For each link to a number on screen: its number, the words in and around it, and what can be selected of it. */
const links = (visitor) =>
  visitor.ask(() => {
    const digits = (words) => words.replace(/\D/g, '');
    return [...document.querySelectorAll('a[href^="tel:"], a[href^="sms:"]')]
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const [, number] = /^\w+:(?:\+1)?(\d+)/.exec(one.getAttribute('href'));
        const forbidden = [];
        for (let at = one; at; at = at.parentElement) {
          const style = getComputedStyle(at);
          if ([style.userSelect, style.webkitUserSelect].includes('none')) forbidden.push(at.className || at.localName);
        }
        const selection = self.getSelection();
        selection.selectAllChildren(one);
        const selected = digits(one.getRootNode().getSelection?.().toString() || selection.toString());
        selection.removeAllRanges();
        return { number, words: digits(one.innerText), near: digits(one.closest('p, li, div').innerText), selected, forbidden };
      });
  });

inEachEngine('numbers', (it) => {
  it.answers['/page.html'] = page();
  test('are words to read, select and copy, on the first screen, in danger and on the result', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), it.name === 'webkit' ? {} : { width: 390, height: 800 });
    let count = 0;
    const person = Object.values(PEOPLE).find(({ safetyAfter }) => safetyAfter);
    await visitor.arrive(person.answers, async ({ at }) => {
      for (const { number, words, near, selected, forbidden } of await links(visitor)) {
        const what = `${at}: ${number}`;
        assert.ok(words.includes(number) || near.includes(number), what);
        assert.deepEqual(forbidden, [], what);
        // WebKit gives a script no selection within a closed root.
        if (it.name === 'chromium' && words.includes(number)) assert.ok(selected.includes(number), `${what}: selected ${selected}`);
        count += 1;
      }
    });
    assert.ok(count > 8, `${count} links`);
  });
});
