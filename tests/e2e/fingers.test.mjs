// Where a finger comes down in the frame. Firefox tells the page around a frame of each touch that has a number of its
// own, as some touch screens count them; the place of an answer would tell the answer.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { PEOPLE } from './support/people.mjs';
import { page } from './support/site.mjs';
import { meet, openPage } from './support/visitor.mjs';

const { answers } = PEOPLE['a child under 13'];
const TYPES = [
  'pointerover',
  'pointerenter',
  'pointerdown',
  'pointerup',
  'pointermove',
  'pointerout',
  'pointerleave',
  'mouseover',
  'mouseenter',
  'mousemove',
  'mousedown',
  'mouseup',
  'click',
  'touchstart',
  'touchend',
];

// `first` listens at the top before the loader does; `trackers` where nearly all listen, however early; `late` at the
// top as well, but after the loader.
const LISTENERS = `<script>
  const first = [], trackers = [], late = [];
  const listen = (object, into) => {
    for (const type of ${JSON.stringify(TYPES)}) object.addEventListener(type, (event) => {
      const { clientX, clientY } = event.changedTouches?.[0] ?? event;
      into.push([Math.round(clientX), Math.round(clientY)].join());
    }, true);
  };
  listen(window, first);
  listen(document, trackers);
</script>`;

inEachBrowser(
  'a finger in the frame',
  (it) => {
    it.answers = {
      '/page.html': page({ head: LISTENERS }),
      '/first.html': page({ head: `<script src="/program-finder/program-finder.js"></script>${LISTENERS}`, script: '' }),
    };

    /** A visit by touch: the places of the answers, and which of them the page has heard of. */
    const visitOf = async (t, path, width) => {
      const opened = await openPage(t, it, it.site.url(path), { width, touch: true });
      const visitor = await meet(opened, { hand: 'touch' });
      await opened.evaluate(() => listen(window, late));
      const places = [];
      const placeOf = visitor.placeOf.bind(visitor);
      visitor.placeOf = async (element, what) => {
        const place = await placeOf(element, what);
        if (what.startsWith('option')) places.push(`${Math.round(place.x)},${Math.round(place.y)}`);
        return place;
      };
      await visitor.complete(answers);
      assert.equal(places.length, 2);
      const heard = () =>
        opened.evaluate(
          (all) =>
            Object.fromEntries(
              Object.entries({ first, trackers, late }).map(([name, list]) => [name, list.filter((place) => all.includes(place))]),
            ),
          places,
        );
      return { opened, places, heard };
    };

    test("where the loader is the first script of the page, no script hears of an answer's place", async (t) => {
      const { heard } = await visitOf(t, '/first.html', 390);
      assert.deepEqual(await heard(), { first: [], trackers: [], late: [] });
    });

    for (const [form, width] of [
      ['over the page', 390],
      ['in its place', 1000],
    ]) {
      test(`${form}: no place of an answer is told further in, or later, than where the loader listens`, async (t) => {
        const { opened, places, heard } = await visitOf(t, '/page.html', width);
        const { first, trackers, late } = await heard();
        assert.deepEqual([trackers, late], [[], []]);
        // Without the loader's listener Firefox tells everybody: whoever listens before it shows that.
        if (it.name === 'firefox') assert.deepEqual([...new Set(first)].sort(), [...places].sort(), 'the control hears of each');
        else assert.deepEqual(first, []);
        if (Number(width) < 500) return;
        // On the page itself all of them hear of a finger.
        await opened.touchscreen.tap(4, 4);
        places.push('4,4');
        for (const [who, list] of Object.entries(await heard())) assert.ok(list.includes('4,4'), who);
      });
    }
  },
  { processes: true },
);
