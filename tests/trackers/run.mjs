// One run: a page with tools, somebody who uses it with a real mouse, keys or fingers, and what the tools have sent by
// the end. Every tool has to show that it was awake to the last.

import { meet, openPage, until } from '../e2e/support/visitor.mjs';
import { say } from '../e2e/support/words.mjs';
import { marksOfNames, marksOfScreen } from './people.mjs';
import { TOOLS } from './tools.mjs';
import { unfold } from './unfold.mjs';

const readings = new WeakMap();

const readingsOf = (sent) => {
  if (!readings.has(sent))
    readings.set(
      sent,
      [Buffer.from(sent.url), Buffer.from(sent.headers), sent.body].flatMap((bytes) => unfold(bytes)),
    );
  return readings.get(sent);
};

/** Everything that a tool has sent in a run, in every reading. */
export const caught = (collector, run, tool) => collector.from(run, tool).flatMap(readingsOf);

/** Opens a page for the time of `use(page)`. */
export const opened = async (it, url, options, use) => {
  const closing = [];
  const page = await openPage({ after: (close) => closing.push(close) }, it, url, options);
  try {
    return await use(page);
  } finally {
    for (const close of closing) await close();
  }
};

let words = 0;

/** Changes words of the page, and has each tool report others. Gives a function that says which tools have not sent theirs. */
const called = async (page, collector, run, tools, also) => {
  const word = `Canary${++words}x`;
  const told = { shown: `${word}shown ${also}`.trim(), said: `${word}said ${also}`.trim() };
  await page.evaluate((text) => (document.querySelector('.canary').textContent = text), told.shown);
  // Some send nothing before a visitor has done something. Nothing stands at this place.
  await page.mouse.click(page.viewport().width - 4, 4);
  await page.evaluate((text) => Object.values(trackers).forEach((tool) => tool.say(text)), told.said);
  // The latest first: it is in one of those.
  const sent = (tool, word) => collector.from(run, tool).findLast((one) => readingsOf(one).some((reading) => reading.includes(word)));
  return () => tools.filter((tool) => TOOLS[tool].notices.some((way) => !sent(tool, told[way])));
};

/**
 * Waits until each tool has sent what it is able to notice of what the page shows and what it is told. What came before
 * has been sent by then. `also` stands among those words, as what a tool is seen to catch.
 */
export const awake = async (page, collector, run, tools, also = '') => {
  await until(() => page.evaluate((names) => names.every((name) => trackers[name]), tools), `the tools ${tools.join(', ')}`);
  let missing;
  // A tool that was not quite there the first time has to be the second time.
  for (let tries = 0; tries < 2; tries++) {
    missing = await called(page, collector, run, tools, also);
    const sent = async () => {
      await page.evaluate(() => Object.values(trackers).forEach((tool) => tool.flush()));
      await new Promise((go) => setTimeout(go, 200));
      return !missing().length;
    };
    if (await until(sent, 'the tools').catch(() => false)) return;
  }
  throw new Error(`not awake: ${missing().join(', ')}`);
};

/** Leaves the page, so that tools send what they kept for that. */
const leave = async (page, it) => {
  await page.goto(it.site.url('/empty.html'));
  await new Promise((go) => setTimeout(go, 150));
};

/** Goes through the control, and gives the places of the presses. */
export const control = async (it, collector, run, tools, { steps }) =>
  opened(it, it.site.url(`/control/${run}.html`), { width: 1000, height: 900 }, async (page) => {
    await until(
      () => page.evaluate(() => document.readyState === 'complete' && (!frames.length || frames[0].document.querySelector('h2') !== null)),
      'the control',
    );
    await awake(page, collector, run, tools);
    const marks = [];
    for (const [step, { chosen, options }] of steps.entries()) {
      // Two places are enough to tell from chance.
      const { pace = 0 } = TOOLS[tools[0]];
      if (pace && step < 3) await new Promise((go) => setTimeout(go, pace));
      const place = { x: 40 + step * 11 + 15, y: 60 + chosen * 36 + 13 + step };
      await page.mouse.click(place.x, place.y);
      marks.push({ letter: 'P', place });
      await page.mouse.click(60, 60 + options.length * 36 + 15);
    }
    await until(() => page.evaluate(() => self.finished), 'the end of the control');
    await awake(page, collector, run, tools);
    await leave(page, it);
    return marks;
  });

/**
 * Visits the finder, one visit after the other in one page. Gives the marks of all that there was to catch; `before`,
 * what each tool had caught before the first visit; `planted`, a text out of the frame that was put on the page after
 * the last one; and `sent`, what each tool had caught by the end.
 */
export const visited = async (it, collector, run, tools, visits) => {
  const touch = visits[0].hand === 'touch';
  const size = touch ? { width: 390, height: 800, touch } : { width: 1200, height: 900 };
  const now = () => new Map(tools.map((tool) => [tool, caught(collector, run, tool)]));
  return opened(it, it.site.url(`/${run}.html`), size, async (page) => {
    const marks = [];
    await meet(page);
    await awake(page, collector, run, tools);
    const before = now();
    for (const visit of visits) {
      const visitor = await meet(page, { hand: visit.hand });
      watchPlaces(visitor, marks);
      await visitor.complete(visit.answers, async (screen) => {
        marks.push(...marksOfScreen(screen));
      });
      marks.push(...marksOfNames(visit));
      if (visit !== visits.at(-1)) await again(visitor);
    }
    await awake(page, collector, run, tools);
    const planted = marks.find(({ letter, text }) => letter === 'A' && text?.length > 24).text;
    await awake(page, collector, run, tools, planted);
    await leave(page, it);
    return { marks, before, planted, sent: now() };
  });
};

/** Every press of an option is a mark by its place. */
const watchPlaces = (visitor, marks) => {
  const placeOf = visitor.placeOf.bind(visitor);
  visitor.placeOf = async (element, what) => {
    const place = await placeOf(element, what);
    if (what.startsWith('option')) marks.push(...(await placesOf(visitor, place)));
    return place;
  };
};

/** A place as the page's scripts could name it: in the window, on the page, and in the frame. */
const placesOf = async (visitor, { x, y }) => {
  const { left, top, scroll } = await visitor.page.evaluate((frame) => {
    const box = frame.getBoundingClientRect();
    return { left: box.left, top: box.top, scroll: scrollY };
  }, visitor.element);
  return [
    { x, y },
    { x, y: y + scroll },
    { x: x - left, y: y - top },
  ].map((place) => ({ letter: 'P', place }));
};

const again = async (visitor) => {
  await visitor.pressWords(say('nav.restart'));
  await until(async () => (await visitor.look()).at === 'start', 'the start screen');
};
