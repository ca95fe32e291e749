// What a provider makes the finder its own with: the logo, the density, the level of headings.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { testIf } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { ours } from './support/said.mjs';
import { FINDER, page } from './support/site.mjs';
import { tour } from './support/tour.mjs';
import { becomes, until, visit } from './support/visitor.mjs';
import { DEMO } from './support/words.mjs';

const finder = (attributes) => FINDER.replace('<program-finder', `<program-finder ${attributes}`);
const configured = (config) => ({ body: JSON.stringify({ ...DEMO, ...config }) });

inEachEngine('a provider’s own', (it) => {
  it.answers = {
    '/page.html': page({ finder: FINDER.replace('/finder.json', '/config.json') }),
    '/strict.html': {
      headers: { 'content-security-policy': "default-src 'self'; img-src 'none'; style-src 'unsafe-inline'" },
      body: page({ finder: FINDER.replace('/finder.json', '/config.json') }),
    },
    '/config.json': configured({}),
    ...Object.fromEntries([1, 4, 9].map((level) => [`/level${level}.html`, page({ finder: finder(`heading-level="${level}"`) })])),
  };
  const visitTo = (t, path, options) => visit(t, it, it.site.url(path), options);
  const logo = (visitor) =>
    visitor.ask(() => {
      const canvas = document.querySelector('.logo');
      const { width, height } = canvas.getBoundingClientRect();
      return { hidden: canvas.hidden, size: [canvas.width, canvas.height], shown: [Math.round(width), Math.round(height)] };
    });

  test('logo is shown beside the name, small, and the frame loads nothing for it', async (t) => {
    const visitor = await visitTo(t, '/page.html');
    await becomes(async () => (await logo(visitor)).hidden, false, 'the logo');
    const { size, shown } = await logo(visitor);
    assert.deepEqual(size, [88, 88], 'the pixels of the picture');
    assert.ok(shown[1] > 10 && shown[1] <= 44 && shown[0] === shown[1], `${shown}`);
    assert.equal(await visitor.ask(() => performance.getEntriesByType('resource').length), 0);
    assert.deepEqual(ours(visitor.page), []);
  });

  for (const [what, path, logoFile] of [
    ['that is not there', '/page.html', 'none.png'],
    ['that is no picture', '/page.html', 'finder.json'],
    ['that the page’s policy forbids', '/strict.html', 'logo.svg'],
  ]) {
    testIf(it.name === 'chromium')(`a logo ${what} is told to whoever keeps the page, and the finder works without`, async (t) => {
      it.site.answers['/config.json'] = configured({ logo: logoFile });
      t.after(() => (it.site.answers['/config.json'] = configured({})));
      const visitor = await visitTo(t, path);
      await until(
        () =>
          visitor.ask(() => true) &&
          ours(visitor.page, 'warn')
            .concat(ours(visitor.page, 'warning'))
            .some((text) => text.includes(`logo: ${logoFile} can't be shown`)),
        'the message',
      );
      assert.equal((await logo(visitor)).hidden, true);
      assert.equal(await visitor.ask(() => document.querySelector('.provider').innerText), DEMO.name);
      await visitor.start();
    });
  }

  testIf(it.name === 'chromium')('density: compact leaves less room, and everything to press is 44 pixels all the same', async (t) => {
    const height = async (density) => {
      it.site.answers['/config.json'] = configured({ theme: { ...DEMO.theme, density } });
      const visitor = await visitTo(t, '/page.html');
      await visitor.start();
      return visitor.ask(() => {
        const sizes = [...document.querySelectorAll('.stage .option, .stage button')].map((one) => one.getBoundingClientRect().height);
        return {
          all: document.querySelector('.stage form').getBoundingClientRect().height,
          least: Math.min(...sizes),
          text: parseFloat(getComputedStyle(document.querySelector('.option')).fontSize),
        };
      });
    };
    t.after(() => (it.site.answers['/config.json'] = configured({})));
    const [wide, close] = [await height('comfortable'), await height('compact')];
    const options = await visitTo(t, '/page.html');
    assert.equal(await options.ask(() => document.documentElement.dataset.density), 'compact');
    assert.ok(close.least >= 44 && close.text >= 16, JSON.stringify(close));
    assert.ok(close.all < wide.all || close.least < wide.least, `${JSON.stringify(close)} ${JSON.stringify(wide)}`);
  });

  testIf(it.name === 'chromium')('heading level: the finder’s headings begin there, and none is skipped', async (t) => {
    for (const [level, first] of [
      [1, 1],
      [4, 4],
      [9, 2],
    ]) {
      const visitor = await visitTo(t, `/level${level}.html`);
      await tour(
        visitor,
        async (name) => {
          const levels = await visitor.ask(() =>
            [...document.querySelectorAll('h2, h3, h4')]
              .filter((one) => one.checkVisibility())
              .map((one) => Number(one.ariaLevel ?? one.localName[1])),
          );
          assert.equal(levels[0], first, name);
          for (const [at, now] of levels.entries())
            assert.ok(at === 0 || (now - levels[at - 1] <= 1 && now >= first && now <= 6), `${name}: ${levels}`);
        },
        {
          visits: ['a child under 13', 'both: cocaine every day, and most days undone'].filter((name) => PEOPLE[name]),
          missed: level === 4,
        },
      );
    }
  });
});
