// A page that would spoil everything: its styles do not reach into the finder, and quick exit stays where it can be seen.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { PEOPLE } from './support/people.mjs';
import { page } from './support/site.mjs';
import { before, stops } from './support/stops.mjs';
import { tour } from './support/tour.mjs';
import { visit } from './support/visitor.mjs';
import { SWITCH, say } from './support/words.mjs';

const HOSTILE = `<style>
  html { font-size: 62.5% }
  body { margin: 0; font: italic 20px/1 Georgia, serif; color: red; background: #300; direction: rtl }
  * { letter-spacing: .3em !important; text-transform: uppercase !important; word-spacing: 1em !important; transition: all 3s !important }
  h2, fieldset, button { display: none !important }
  label { color: transparent !important }
  header { position: sticky; top: 0; z-index: 99999; height: 80px; background: #ccc }
  iframe { color-scheme: dark }
</style>
<meta http-equiv="content-security-policy" content="default-src 'self'; style-src 'unsafe-inline'; script-src 'self'">`;

const ANSWERS = {
  '/plain.html': page({ head: '<style>body { margin: 0 }</style>', before: '<a class="before" href="#top">Top</a>' }),
  '/hostile.html': page({ head: HOSTILE, before: '<header>Lantern Cove</header>' }).replace(
    '<html lang="en">',
    '<html lang="en" dir="rtl">',
  ),
};

/** Every computed style of everything in the frame. */
const styles = (visitor) =>
  visitor.ask(() =>
    [document.documentElement, self.document.body, ...document.querySelectorAll('*')].map((element) => {
      const style = getComputedStyle(element);
      return [
        element.localName,
        element.className?.baseVal ?? element.className,
        ...[...style].sort().map((name) => `${name}: ${style.getPropertyValue(name)}`),
      ];
    }),
  );

inEachBrowser(
  'a hostile page',
  (it) => {
    it.answers = structuredClone(ANSWERS);

    test('changes no style of anything in the finder', async (t) => {
      const seen = [];
      for (const address of ['/plain.html', '/hostile.html']) {
        const visitor = await visit(t, it, it.site.url(address), { width: 1000 });
        const screens = new Map();
        await visitor.complete(PEOPLE['a child under 13'].answers, async (screen) => screens.set(screen.heading, await styles(visitor)));
        seen.push(screens);
      }
      const [plain, hostile] = seen;
      assert.deepEqual([...hostile.keys()], [...plain.keys()]);
      for (const [name, elements] of plain) {
        for (const [at, element] of elements.entries()) {
          const other = hostile.get(name)[at];
          assert.deepEqual(
            element.filter((value, place) => value !== other[place]).map((value) => `${element[0]}.${element[1]} ${value}`),
            [],
            name,
          );
        }
        assert.ok(elements.length > 20 && elements[0].length > 200, name);
      }
    });

    test('covers quick exit nowhere: it is in view wherever a screen is scrolled to, and comes before all that is asked', async (t) => {
      const visitor = await visit(t, it, it.site.url('/plain.html'), { width: 1000, height: 700 });
      let places = 0;
      await tour(
        visitor,
        async (name) => {
          const covered = await visitor.ask(() => {
            const root = document.scrollingElement;
            const exit = document.querySelector('.exit');
            const was = root.scrollTop;
            let [count, hidden] = [0, 0];
            for (let top = 0; top <= root.scrollHeight - root.clientHeight + 99; top += 100) {
              root.scrollTop = top;
              const { x, y, width, height } = exit.getBoundingClientRect();
              count += 1;
              if (!exit.contains(document.elementFromPoint(x + width / 2, y + height / 2)) || y < 0 || y + height > innerHeight)
                hidden += 1;
            }
            root.scrollTop = was;
            return { count, hidden };
          });
          assert.equal(covered.hidden, 0, name);
          places += covered.count;
        },
        { visits: ['an emergency'] },
      );
      assert.ok(places > 40, `${places} places`);
      // Of everything that Tab stops at, only help comes before it, and the other language.
      await before(visitor, '.before');
      const names = (await stops(visitor)).map((stop) => stop.name);
      assert.deepEqual(
        names.slice(0, 5).sort(),
        [...['strip.call988', 'strip.text988', 'strip.call911', 'exit.label'].map((key) => say(key)), SWITCH].sort(),
      );
    });
  },
  { processes: true },
);
