// Speed as a visitor feels it: a step on a slow device, and the first screen on a slow line. What is asked is that nothing is
// waited for: the next screen is there when a press ends. How long that takes is the machine's as well, so it is measured for
// the documents, as the best of several turns, and not asked.

import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { openDemo } from './support/demo.mjs';
import { testIf } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { figure } from './support/record.mjs';
import { page } from './support/site.mjs';
import { startOver } from './support/tour.mjs';
import { openPage, until, visit } from './support/visitor.mjs';

const TURNS = 2;
const SLOW_MS = 100;
// A slow phone on slow 4G, as Lighthouse has it.
const SLOW_DEVICE = { step: 6, load: 4 };
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 1.6 * 1024 * 128, uploadThroughput: 0.75 * 1024 * 128 };

inEachBrowser('the speed', (it) => {
  if (it.name !== 'chromium') return; // The driver of Firefox slows nothing down.
  it.answers = { '/page.html': page() };
  let demo;
  before(async () => {
    demo = await openDemo();
  });
  after(() => demo?.close());

  test('the next screen is there when the press ends', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    // Pressed from within, so that nothing can come between: the first answer to each question.
    const path = await visitor.ask(() => {
      const shown = (selector) => [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
      const heading = () => shown('h2').textContent;
      const path = [heading()];
      while (!document.querySelector('.result') && path.length < 40) {
        document.querySelector('.step .option')?.click();
        shown('.start .primary, .actions .primary, .safety .actions button').click();
        path.push(heading());
      }
      return path;
    });
    assert.ok(path.length > 10 && path.length < 40, path.join(' | '));
    for (const [at, words] of path.entries()) assert.notEqual(words, path[at - 1]);
  });

  testIf(false)('the next screen is painted soon on a slow device: measured', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.ask(() => {
      // From a press to the picture that follows it: the browser's own measure, in steps of 8 ms.
      self.presses = [];
      new PerformanceObserver((list) => {
        for (const { name, duration, startTime } of list.getEntries()) if (name === 'click') presses.push({ duration, startTime });
      }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    });
    await visitor.frame.client.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DEVICE.step });
    const best = new Map();
    let result;
    for (let turn = 0; turn < TURNS; turn++) {
      let name = 'start';
      await visitor.complete(PEOPLE['both: cocaine every day, and most days undone'].answers, async (screen) => {
        // An entry comes after the picture; a press that was faster than 16 ms has none.
        await visitor.ask(() => new Promise((done) => setTimeout(done, 50)));
        const longest = await visitor.ask(() => Math.max(0, ...presses.splice(0).map(({ duration }) => duration)));
        if (screen.at !== 'start')
          best.set(`${name} to ${screen.heading}`, Math.min(longest, best.get(`${name} to ${screen.heading}`) ?? Infinity));
        name = screen.heading;
        if (screen.at === 'result') result = name;
      });
      await startOver(visitor);
    }
    assert.ok(best.size > 10 && [...best.values()].some((ms) => ms > 0), 'something was measured');
    // Control: a press that keeps the frame busy is seen.
    await visitor.ask(
      (limit) =>
        addEventListener('click', () => {
          for (const end = performance.now() + 1.5 * limit; performance.now() < end; );
        }),
      SLOW_MS,
    );
    await visitor.start();
    await until(() => visitor.ask((limit) => presses.some(({ duration }) => duration > limit), SLOW_MS), 'a slow press to be seen');
    await visitor.frame.client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const of = (wanted) => Math.max(...[...best].filter(([step]) => step.endsWith(result) === wanted).map(([, ms]) => ms));
    figure(
      'speed-steps',
      `From Continue to the next picture, with the processor slowed down to a sixth: ${of(false)} ms at most between questions, ${of(true)} ms to a result (${await it.browser.version()}).`,
    );
  });

  testIf(false)('the start screen on a slow line and a slow device: measured', async (t) => {
    const times = [];
    while (times.length < TURNS) {
      const opened = await openPage(t, it, demo.url, {
        width: 360,
        height: 740,
        prepare: async (page) => {
          await page.setCacheEnabled(false);
          const { client } = page.mainFrame();
          await client.send('Network.enable');
          await client.send('Network.emulateNetworkConditions', SLOW_LINE);
          await client.send('Emulation.setCPUThrottlingRate', { rate: SLOW_DEVICE.load });
          await page.evaluateOnNewDocument(() =>
            addEventListener('program-finder-ready', () => requestAnimationFrame(() => (self.readyAt = performance.now()))),
          );
        },
      });
      times.push(await until(() => opened.evaluate(() => self.readyAt), 'the start screen'));
      await opened.close();
    }
    const best = Math.min(...times);
    assert.ok(best > 3 * SLOW_LINE.latency, `${best} ms: the line was not slow`);
    figure(
      'speed-start',
      `The start screen on a line of 1.6 Mbit/s with 150 ms of delay, the processor slowed down to a quarter: ${Math.round(best)} ms (${await it.browser.version()}).`,
    );
  });
});
