// What was seen, tool by tool: printed, and written to target/privacy.json for the documentation.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../e2e/support/site.mjs';
import { versionOf } from './bundle.mjs';
import { TOOLS, toolsIn } from './tools.mjs';

const MODES = ['light', 'open', 'closed', 'frame', 'finder'];
const EVERY = ['chromium', 'firefox', 'webkit'].flatMap((browser) => toolsIn(browser).map((tool) => `${browser}/${tool}`));

/** A table to fill: `put(browser, tool, mode, letters)`. */
export const openTable = () => {
  const rows = new Map();
  const browsers = {};
  return {
    put(browser, tool, mode, letters) {
      const key = `${browser}/${tool}`;
      if (!rows.has(key))
        rows.set(key, { name: tool, version: TOOLS[tool].package ? versionOf(TOOLS[tool].package) : '', browser, modes: {} });
      const { modes } = rows.get(key);
      // Of several pages in one mode: everything that was seen in any of them.
      modes[mode] = [...'QAVLRP'].filter((letter) => `${modes[mode] ?? ''}${letters}`.includes(letter)).join('');
    },
    ran(browser, version) {
      browsers[browser] = version;
    },
    /** The rows as lines of text. */
    lines() {
      const cells = [...rows.values()].map(({ name, version, browser, modes }) => [
        name,
        version,
        browser,
        ...MODES.map((mode) => (mode in modes ? modes[mode] || '·' : '')),
      ]);
      const all = [['tool', 'version', 'browser', ...MODES], ...cells];
      const widths = all[0].map((_, at) => Math.max(...all.map((row) => row[at].length)));
      return all.map((row) =>
        row
          .map((cell, at) => cell.padEnd(widths[at]))
          .join('  ')
          .trimEnd(),
      );
    },
    /** The rows as docs/privacy.md shows them. */
    document() {
      const line = (cells) => `| ${cells.join(' | ')} |`;
      const lines = [...rows.values()].map(({ name, version, browser, modes }) =>
        line([`${name} ${version}`.trim(), browser, ...MODES.map((mode) => (mode in modes ? modes[mode] || '·' : ''))]),
      );
      return [
        'Q a question, A the words of an answer, V its value, L the level or the result, R a rule, P the places of presses, · nothing.',
        '',
        line(['tool', 'browser', 'part of the page', 'open shadow root', 'closed shadow root', 'frame of the same site', 'sealed']),
        line(Array(7).fill('---')),
        ...lines,
        '',
        Object.entries(browsers)
          .map(([browser, version]) => `${browser}: ${version}`)
          .join('; '),
        '',
      ].join('\n');
    },
    /** Writes both down, if every tool was tried in every mode and browser: not after a run of some of the tests. */
    write() {
      if (EVERY.some((key) => MODES.some((mode) => !(mode in (rows.get(key)?.modes ?? {}))))) return;
      const folder = process.env.CARGO_TARGET_DIR || join(ROOT, 'target');
      mkdirSync(folder, { recursive: true });
      mkdirSync(join(folder, 'figures'), { recursive: true });
      writeFileSync(join(folder, 'figures/trackers.md'), this.document());
      writeFileSync(join(folder, 'privacy.json'), `${JSON.stringify({ browsers, trackers: [...rows.values()] }, null, 2)}\n`);
    },
  };
};
