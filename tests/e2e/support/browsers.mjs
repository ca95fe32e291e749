// The browsers that every end-to-end test runs in: PROGRAM_FINDER_BROWSERS, a list such as "chromium,firefox".

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { after, before, describe } from 'node:test';
import puppeteer from 'puppeteer-core';
import { openSite } from './site.mjs';

const KNOWN = {
  chromium: {
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    package: 'chromium',
    options: {
      browser: 'chrome',
      // Scroll bars take room on most desktops; a browser driven by a program hides them unless told not to.
      ignoreDefaultArgs: ['--hide-scrollbars'],
      // A browser that speaks to nobody but the tests: they count requests.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  firefox: {
    programs: ['firefox-esr', 'firefox'],
    package: 'firefox-esr',
    options: { browser: 'firefox', protocol: 'webDriverBiDi' },
  },
};

/** The names of the browsers asked for. */
export const BROWSERS = (process.env.PROGRAM_FINDER_BROWSERS || 'chromium,firefox').split(',').map((name) => name.trim());

const on = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const programOf = (name) => {
  const known = KNOWN[name];
  if (!known) throw new Error(`PROGRAM_FINDER_BROWSERS names "${name}". There are: ${Object.keys(KNOWN).join(', ')}.`);
  const folders = (process.env.PATH || '').split(delimiter);
  const found = known.programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(on);
  if (found) return found;
  throw new Error(
    `${name} is missing. Install it: sudo apt-get update && sudo apt-get install ${known.package} fonts-liberation ` +
      `(that is its name in Debian), or leave it out of PROGRAM_FINDER_BROWSERS.`,
  );
};

/** Starts a browser with an empty profile. One that is missing is an error: a test that ran nowhere has not passed. */
export const launch = (name) =>
  puppeteer.launch({ ...KNOWN[name]?.options, executablePath: programOf(name), headless: true, protocolTimeout: 30_000 });

/**
 * Defines the same tests once for each browser; the browsers run side by side. `define` is given an object that knows
 * the browser's `name`, and whose `browser` and `site` are there as soon as a test runs. Each browser has a site of its
 * own, whose `answers` the tests can change.
 */
export const inEachBrowser = (title, define) => {
  describe(title, { concurrency: BROWSERS.length }, () => {
    for (const name of BROWSERS) {
      describe(`in ${name}`, { concurrency: 1 }, () => {
        const it = { name, answers: {}, browser: undefined, site: undefined };
        before(async () => {
          it.site = await openSite(it.answers);
          it.browser = await launch(name);
        });
        after(async () => {
          await it.browser?.close();
          await it.site?.close();
        });
        define(it);
      });
    }
  });
};
