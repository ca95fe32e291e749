// Pictures of every screen, for people to look at: `cargo xtask shots`. They go to the folder named first, one file each,
// with a page that shows them side by side. With `--palettes` some screens in the colors of several brands instead.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './browsers.mjs';
import { speak } from './languages.mjs';
import { feature, LOOKS, painted } from './looks.mjs';
import { PALETTES } from './palettes.mjs';
import { FINDER, openSite, page } from './site.mjs';
import { tour } from './tour.mjs';
import { meet, openPage } from './visitor.mjs';
import { DEMO } from './words.mjs';

const [folder, flag] = process.argv.slice(2);
const WIDTHS = [360, 1280];
const LEAST = { 360: 740, 1280: 720 };
const { theme, ...config } = DEMO;

/** Who shows what palettes change: a question with an error, safety, a close result with programs. */
const FEW = ['an emergency', 'both: cocaine every day, and most days undone'];

const pictures = [];
const shoot = async (visitor, width, name) => {
  const { page } = visitor;
  // As high as the screen is long, so that all of it is in the picture.
  const high = await visitor.ask(() => {
    const { scrollHeight, clientHeight } = document.scrollingElement;
    const body = document.querySelector('.body').getBoundingClientRect();
    return scrollHeight > clientHeight ? scrollHeight : Math.ceil(body.bottom);
  });
  const height = Math.max(high, LEAST[width]);
  const over = await page.evaluate(() => Boolean(document.querySelector('program-finder').shadowRoot.querySelector('dialog[open]')));
  if (over) await page.setViewport({ width, height });
  else await page.evaluate((height) => (document.querySelector('program-finder').style.minHeight = `${height}px`), height);
  await visitor.approach();
  await painted(visitor);
  const file = `${String(pictures.length + 1).padStart(3, '0')}-${name.replace(/[^a-z0-9]+/gi, '-')}.png`;
  const { x, y, width: wide } = await page.evaluate((frame) => frame.getBoundingClientRect().toJSON(), visitor.element);
  const scroll = await page.evaluate(() => scrollY);
  await page.screenshot({
    path: join(folder, file),
    clip: { x, y: y + scroll, width: wide, height: over ? height : height - 2 },
    captureBeyondViewport: true,
  });
  pictures.push({ file, name, width });
  if (over) await page.setViewport({ width, height: LEAST[width] });
  else await page.evaluate((height) => (document.querySelector('program-finder').style.minHeight = `${height}px`), LEAST[width]);
  await visitor.approach();
  await painted(visitor);
};

const gallery = () => {
  const plain = (text) => text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt()};`);
  const figures = pictures.map(
    ({ file, name, width }) =>
      `<figure style="inline-size:${width / 2}px"><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${plain(name)}</figcaption></figure>`,
  );
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Program finder: screens</title>
<style>body{display:flex;flex-wrap:wrap;gap:24px;align-items:start;font:14px sans-serif;background:#888}figure{margin:0}img{inline-size:100%}figcaption{color:#fff}</style>
${figures.join('\n')}\n`,
  );
};

mkdirSync(folder, { recursive: true });
const ending = [];
const scope = { after: (end) => ending.push(end) };
const browser = await launch('chromium');
const served = (palette) => ({ ...config, theme: palette && { mode: 'light', tokens: PALETTES[palette] } });
const site = await openSite({
  '/page.html': page({
    head: '<style>body { margin: 0 }</style>',
    before: '',
    after: '',
    finder: FINDER.replace('/finder.json', '/config.json'),
  }),
});
try {
  for (const width of WIDTHS) {
    for (const palette of flag === '--palettes' ? Object.keys(PALETTES) : [undefined]) {
      site.answers['/config.json'] = { body: JSON.stringify(served(palette)) };
      const opened = await openPage(scope, { browser }, site.url('/page.html'), { width, height: LEAST[width] });
      const visitor = await meet(opened);
      await tour(
        visitor,
        async (name) => {
          if (palette) return shoot(visitor, width, `${palette}, ${name}, ${width}`);
          for (const lang of ['es', 'en']) {
            await speak(visitor, lang);
            for (const look of ['dark', 'light']) {
              await feature(visitor, LOOKS[look]);
              await shoot(visitor, width, `${name}, ${lang}, ${look}, ${width}`);
            }
          }
        },
        palette ? { visits: FEW } : {},
      );
    }
  }
} finally {
  gallery();
  for (const end of ending) await end();
  await browser.close();
  await site.close();
}
console.log(`${pictures.length} pictures`);
