// What a configuration does where a script and the core both have a part in it: quick exit, events, language, name, logo and
// theme. tests/config/effects.json has the configurations, with what is said of each in the console and what comes of it;
// tests/config/effects.rs reads the same ones natively.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inEachEngine } from './support/browsers.mjs';
import { testIf } from './support/level.mjs';
import { ours } from './support/said.mjs';
import { page, ROOT } from './support/site.mjs';
import { becomes, until, visit } from './support/visitor.mjs';

const { base, cases } = JSON.parse(readFileSync(join(ROOT, 'tests/config/effects.json'), 'utf8'));
const USUAL = 'https://www.weather.gov/';

// What the frame's script and the loader tell of what they found themselves. It is not wrong in the configuration.
const OF_OTHERS = /has a contrast of|can be read on both|can't be shown\. Put/;

// The page collects what it is told. In the frame each message came from the page, and is not for this.
const COLLECT = `<script>
  self.pfTold = [];
  addEventListener('message', ({ data, source }) => source !== self && self.pfTold.push(data));
  addEventListener('program-finder-started', () => self.pfTold.push('started'));
</script>`;

inEachEngine('what a configuration does', (it) => {
  it.answers['/page.html'] = page({
    head: COLLECT,
    finder: '<program-finder config="/config.json" style="display:block;min-height:680px"><p class="fallback">Call us</p></program-finder>',
  });

  /** What the tokens are that no provider has set, in a mode and density. */
  const plain = {};

  const look = async (visitor) => {
    const [told, inside] = [await visitor.page.evaluate(() => self.pfTold), await visitor.ask(inFrame)];
    return {
      ...inside,
      events: told.includes('started') && told.some((one) => one.type === 'event'),
      told: told.find((one) => one.type === 'exit-page')?.address ?? '',
    };
  };
  /** @returns {any} */
  const inFrame = () => {
    const { documentElement } = self.document;
    const style = getComputedStyle(documentElement);
    const tokens = {};
    for (const rule of [...self.document.styleSheets].flatMap((sheet) => [...sheet.cssRules])) {
      for (const name of /** @type {any} */ (rule).style ?? [])
        if (name.startsWith('--pf-')) tokens[name.slice(5)] = style.getPropertyValue(name).trim();
    }
    return {
      exit: document.querySelector('.exit').href,
      lang: documentElement.lang,
      name: document.querySelector('.provider').textContent,
      logo: !document.querySelector('.logo').hidden,
      mode: documentElement.dataset.theme,
      density: documentElement.dataset.density,
      tokens,
      letters: [style.fontSize, style.lineHeight],
    };
  };

  const run = async (t, { set, effect = /** @type {any} */ ({}), problems = [] }) => {
    it.answers['/config.json'] = { body: JSON.stringify({ ...base, ...set }) };
    const visitor = await visit(t, it, it.site.url('/page.html'));
    // The event that tells whether events are on.
    if (set.events !== undefined) await visitor.start();
    if (effect.logo) await until(async () => (await look(visitor)).logo, 'the logo');
    const warned = () =>
      ours(visitor.page)
        .map((line) => line.replace('program-finder: ', ''))
        .filter((line) => !OF_OTHERS.test(line));
    await becomes(warned, problems, 'what the console says');
    const { told, tokens, letters, ...seen } = await look(visitor);
    const { tokens: set_tokens = {}, ...expected } = effect;
    assert.deepEqual(seen, {
      exit: USUAL,
      lang: 'en',
      name: base.name,
      logo: false,
      mode: 'light',
      density: '',
      events: false,
      ...expected,
    });
    // The page is told the address as it is configured.
    assert.equal(told && new URL(told).href, effect.exit ?? '');
    assert.equal(
      await visitor.page.evaluate(() => self.pfTold.some((one) => one.type === 'wrong')),
      problems.length > 0,
      'whether the page is told that something is wrong',
    );
    const key = [seen.mode, seen.density].join();
    if (!Object.keys(set_tokens).length) plain[key] ??= tokens;
    assert.deepEqual(tokens, { ...plain[key], ...set_tokens });
    if (set_tokens['font-size']) assert.equal(letters[0], set_tokens['font-size']);
  };

  // Natively all of them are read in every run. Here one of each kind is in every engine, and one in sixteen of the others in Chromium.
  const kind = ({ what }) => what.split(':')[0];
  for (const [at, one] of cases.entries()) {
    const first = cases.findIndex((other) => kind(other) === kind(one)) === at;
    // What a token is set to is seen beside what it is where none is.
    const { mode = 'light', density = '', tokens } = one.effect ?? {};
    const alone = Boolean(tokens) && (mode !== 'light' || density !== '');
    testIf(!alone && (first || (it.name === 'chromium' && at % 16 === 0)))(one.what, (t) => run(t, one));
  }
});
