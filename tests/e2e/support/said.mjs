// What the console of a window has said.

import { until } from './visitor.mjs';

/** The messages of the finder's in the console, or of one kind of them. */
export const ours = (page, type) =>
  page.said.filter((one) => one.text.startsWith('program-finder') && (!type || one.type === type)).map((one) => one.text);

/** Waits until the driver has told all that the page's console has said so far: it tells that by a way of its own. */
export const allSaid = async (page) => {
  const mark = `heard ${Math.random()}`;
  await page.evaluate((/** @type {string} */ words) => console.log(words), mark);
  await until(async () => (await page.evaluate(() => {}), page.said.some(({ text }) => text === mark)), 'the console');
};
