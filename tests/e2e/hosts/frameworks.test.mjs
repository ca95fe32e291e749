// Two frameworks at their strictest: what they paint again while somebody answers leaves the visit alone, and where they take the
// element out and put it in twice there is one finder.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { build } from 'esbuild';
import { inEachEngine } from '../support/browsers.mjs';
import { testIf } from '../support/level.mjs';
import { ours } from '../support/said.mjs';
import { page, ROOT } from '../support/site.mjs';
import { meet, openPage, until } from '../support/visitor.mjs';

const APPS = {
  // Strict mode does every effect twice, and paints twice.
  'React, in strict mode': `
    import { createElement as h, StrictMode, useEffect, useState } from 'react';
    import { createRoot } from 'react-dom/client';
    const App = () => {
      const [count, set] = useState(0);
      const [shown, show] = useState(true);
      useEffect(() => { self.again = () => set((one) => one + 1); self.toggle = () => show((one) => !one); }, []);
      return h('div', { className: 'app', 'data-count': count }, h('h1', {}, 'Pier Nine ' + count),
        shown && h('program-finder', { config: '/finder.json', lang: 'en', style: { display: 'block', minHeight: 680 - (count % 2) }, 'data-count': count,
          className: 'seen-' + count }, h('p', { className: 'fallback' }, 'Call 988')));
    };
    createRoot(document.querySelector('#app')).render(h(StrictMode, {}, h(App)));`,
  'Vue, kept alive': `
    import { createApp, h, ref, KeepAlive, defineComponent } from 'vue/dist/vue.runtime.esm-browser.prod.js';
    const count = ref(0), shown = ref(true);
    self.again = () => { count.value++; };
    self.toggle = () => { shown.value = !shown.value; };
    const Finder = defineComponent({ props: ['count'], render() {
      return h('program-finder', { config: '/finder.json', lang: 'en', style: 'display:block;min-height:680px', 'data-count': this.count, class: 'seen-' + this.count },
        [h('p', { class: 'fallback' }, 'Call 988')]); } });
    createApp({ render: () => h('div', { class: 'app', 'data-count': count.value }, [h('h1', {}, 'Pier Nine ' + count.value),
      h(KeepAlive, null, { default: () => (shown.value ? h(Finder, { count: count.value }) : null) })]) }).mount('#app');`,
};

const bundled = async (contents) => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: join(ROOT, 'tests') },
    bundle: true,
    write: false,
    format: 'iife',
    define: { 'process.env.NODE_ENV': '"development"' },
  });
  return outputFiles[0].text;
};

inEachEngine('in a framework', (it) => {
  for (const [which, source] of Object.entries(APPS)) {
    testIf(it.name === 'chromium')(`${which}: painted again the visit goes on; taken out and put back there is one finder`, async (t) => {
      it.answers['/app.js'] = { headers: { 'content-type': 'text/javascript' }, body: await bundled(source) };
      it.answers['/page.html'] = page({ finder: '<div id="app"></div>', after: '<script src="/app.js"></script>' });
      const opened = await openPage(t, it, it.site.url('/page.html'));
      const visitor = await meet(opened);
      await visitor.start();
      await visitor.choose('me');
      const { heading } = await visitor.go();
      for (let time = 1; time <= 3; time++) {
        await opened.evaluate(() => Reflect.get(self, 'again')());
        await until(
          () => opened.evaluate((count) => document.querySelector('program-finder').dataset.count === count, `${time}`),
          'a new count',
        );
      }
      assert.equal((await visitor.look()).heading, heading);
      const toggle = () => opened.evaluate(() => Reflect.get(self, 'toggle')());
      const there = (is) =>
        until(() => opened.evaluate((is) => Boolean(document.querySelector('program-finder')) === is, is), 'the element');
      await toggle();
      await there(false);
      await toggle();
      await there(true);
      const again = await meet(opened);
      assert.equal((await again.look()).at, 'start');
      assert.equal(await opened.evaluate(() => document.querySelector('program-finder').shadowRoot.querySelectorAll('iframe').length), 1);
      await again.start();
      assert.deepEqual(ours(opened, 'error'), []);
    });
  }
});
