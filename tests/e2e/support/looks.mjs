// How a screen can look: light, dark or in forced colors, narrow or wide, with motion or without. Set while the page is
// there, as a visitor's own settings are: nothing is loaded again. Chromium alone can be told so by its driver.

import { becomes } from './visitor.mjs';

/** What a visitor's device asks for, as media features. */
export const LOOKS = {
  light: {},
  dark: { 'prefers-color-scheme': 'dark' },
  'forced colors': { 'forced-colors': 'active' },
};

const ORDINARY = { 'prefers-color-scheme': 'light', 'forced-colors': 'none', 'prefers-reduced-motion': 'no-preference' };

/** The sessions of the driver with the page and with the frame, which is a process of its own. */
const sessions = ({ page, frame }) => [page.mainFrame().client, frame.client];

/** Sets media features. Those that are not named are as on an ordinary device. */
export const feature = async (visitor, features = {}) => {
  const wanted = Object.entries({ ...ORDINARY, ...features });
  for (const session of new Set(sessions(visitor))) {
    await session.send('Emulation.setEmulatedMedia', { features: wanted.map(([name, value]) => ({ name, value })) });
  }
  const holds = (wanted) => wanted.filter(([name, value]) => !matchMedia(`(${name}: ${value})`).matches);
  await becomes(() => visitor.ask(holds, wanted), [], 'the frame knows the features');
  await painted(visitor);
};

/** Waits until the frame has been painted, and with that has heard of every change so far. */
export const painted = (visitor) => visitor.ask(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** A window of another width, and a finder of another height. The frame is told of it when the page has been laid out. */
export const resize = async (visitor, width, height) => {
  await visitor.page.setViewport({ width, height: Math.min(height, 900) });
  await visitor.page.evaluate((height) => {
    document.querySelector('program-finder').style.minHeight = `${height}px`;
  }, height);
  await visitor.approach();
  const outside = () => visitor.page.evaluate((frame) => [frame.clientWidth, frame.clientHeight], visitor.element);
  await becomes(
    async () => {
      const [there, here] = [await outside(), await visitor.ask(() => [innerWidth, innerHeight])];
      return there.join() === here.join();
    },
    true,
    'the frame has the size of its element',
  );
};
