// Tests of privacy run twice in Chromium, those where it hardly matters in a full run alone: with the frame in the page's
// process, and in one of its own. That it is so, and that a visitor of the tests can do the same in both.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { PEOPLE } from './support/people.mjs';
import { page } from './support/site.mjs';
import { visit } from './support/visitor.mjs';

/** @import { Hand } from './support/visitor.mjs' */

const CHILD = PEOPLE['a child under 13'];
/** @type {Hand[]} */
const HANDS = ['mouse', 'touch', 'keys'];

inEachBrowser(
  'processes',
  (it) => {
    it.answers['/page.html'] = page();

    for (const hand of HANDS) {
      test(`a visit by ${hand}, with the frame where it is said to be`, {
        skip: hand === 'touch' && it.name === 'firefox' && 'its driver has no finger',
      }, async (t) => {
        const visitor = await visit(t, it, it.site.url('/page.html'), { hand, touch: hand === 'touch' });
        assert.equal((await visitor.complete(CHILD.answers)).at(-1), 'result');
        if (it.name !== 'chromium') return;
        const session = await visitor.page.createCDPSession();
        const { targetInfos } = await session.send('Target.getTargets');
        assert.equal(targetInfos.filter(({ type }) => type === 'iframe').length, it.own ? 1 : 0);
      });
    }
  },
  { processes: true },
);
