// axe-core on what is on screen: in the page, and in the sealed frame as a part of it.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NAME } from './inside.mjs';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The version of axe-core. */
export const VERSION = require('axe-core/package.json').version;

/** WCAG 2.0, 2.1 and 2.2, A and AA, and what axe calls best practice; with the rules that are off unless asked for. */
const OPTIONS = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'target-size': { enabled: true }, 'label-content-name-mismatch': { enabled: true } },
  resultTypes: ['violations', 'incomplete'],
};

/** The driver's own evaluation is not subject to the frame's policy: no script is added to its document. */
const bring = async (frame) => {
  if (await frame.evaluate(() => 'axe' in self)) return;
  await frame.evaluate(AXE);
  // axe looks for a root where an open one would be.
  await frame.evaluate((name) => self[name] && Object.defineProperty(document.body, 'shadowRoot', { value: self[name] }), NAME);
};

// As texts: what a driver makes of such large values differs.
const partial = (frame, context, options) =>
  frame.evaluate(async (context, options) => JSON.stringify(await axe.runPartial(context ?? document, options)), context, options);

/**
 * What axe cannot decide and need not: the rule, what it is about, and what decides it. Everything else that it is in
 * doubt about counts as wrong: such a place is one to build otherwise.
 */
const DECIDED = [
  {
    rule: 'color-contrast',
    within: '.number',
    why: 'A clear layer over a number makes it as high as a finger needs. It has the colors of the other links and buttons, which are decided.',
  },
  {
    rule: 'color-contrast',
    within: '.more',
    why: 'The cue that there are more answers stands on a fade into the background, in the color of hints, which is decided.',
  },
];

/** What axe finds on the page with the finder, as lines to read. `without` names rules that say nothing here; the test says why. */
export const inspect = async (visitor, { without = [] } = {}) => {
  const { page, frame } = visitor;
  const options = {
    ...OPTIONS,
    rules: { ...OPTIONS.rules, ...Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) },
  };
  await bring(page.mainFrame());
  await bring(frame);
  const contexts = await page.evaluate(() => axe.utils.getFrameContexts(document).map(({ frameContext }) => frameContext));
  // One frame alone is on the page: its own part of the report needs no search for it.
  if (contexts.length !== 1) throw new Error(`the page has ${contexts.length} frames`);
  const parts = [await partial(page.mainFrame(), null, options), await partial(frame, contexts[0], options)];
  const { violations, incomplete } = JSON.parse(
    await page.evaluate(
      async (parts, options) =>
        JSON.stringify(
          await axe.finishRun(
            parts.map((part) => JSON.parse(part)),
            options,
          ),
        ),
      parts,
      options,
    ),
  );
  const lines = [];
  const note = (id, { target, html, failureSummary }) =>
    lines.push(`${id}: ${target.flat(2).join(' ')} ${html.slice(0, 160)}\n    ${failureSummary?.replace(/\n\s*/g, ' ')}`);
  for (const { id, nodes } of violations) for (const node of nodes) note(id, node);
  for (const { id, nodes } of incomplete) {
    const decided = DECIDED.filter(({ rule }) => rule === id).map(({ within }) => within);
    for (const node of nodes) {
      const within = ([selector, decided]) => decided.some((part) => document.querySelector(selector)?.closest(part));
      if (!(await visitor.ask(within, [node.target.flat(2).at(-1), decided]))) note(`${id} (undecided)`, node);
    }
  }
  return lines;
};
