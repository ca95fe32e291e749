// The browsers that the end-to-end tests run in: PROGRAM_FINDER_BROWSERS, a list such as "chromium,firefox,webkit".

import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { after, before, describe } from 'node:test';
import puppeteer from 'puppeteer-core';
import { FULL, fileNow, nowIn } from './level.mjs';
import { openSite } from './site.mjs';
import { LISTENER, launchWebKit } from './webkit.mjs';

/** @import { Browser } from 'puppeteer-core' */
/** @import { Answer, Site } from './site.mjs' */

process.env.FONTCONFIG_FILE = join(import.meta.dirname, 'fonts.conf');

const KNOWN = {
  chromium: {
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    shell: 'chromium-headless-shell',
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
        // It drops presses on a frame that has moved on its page within the last half second. The tests press that soon.
        '--disable-features=DiscardInputEventsToRecentlyMovedFrames',
      ],
    },
  },
  firefox: {
    programs: ['firefox-esr', 'firefox'],
    package: 'firefox-esr',
    options: { browser: 'firefox', protocol: 'webDriverBiDi' },
  },
  webkit: { programs: ['WebKitWebDriver'], package: 'webkit2gtk-driver xvfb' },
};

/**
 * Chromium runs a sandboxed frame in the page's own process (app browsers, small phones) or in one of its own (Chrome as it
 * is installed on a computer), and a page can learn different things in the two. Puppeteer turns the second off.
 */
const OWN_PROCESS = 'IsolateSandboxedIframes';

/** The arguments that Chromium is started with, with sandboxed frames in a process of their own. */
const argumentsForOwnProcess = (options) => {
  const off = '--disable-features=';
  const left = puppeteer.defaultArgs(options).filter((one) => !options.ignoreDefaultArgs.includes(one));
  const args = left.map((one) =>
    one.startsWith(off)
      ? off +
        one
          .slice(off.length)
          .split(',')
          .filter((name) => name !== OWN_PROCESS)
      : one,
  );
  if (args.some((one, at) => one !== left[at])) return args;
  throw new Error(`puppeteer no longer turns ${OWN_PROCESS} off: what is called the page's process here may not be it`);
};

/** The names of the browsers asked for. */
export const BROWSERS = (process.env.PROGRAM_FINDER_BROWSERS || 'chromium,firefox,webkit').split(',').map((name) => name.trim());

const on = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of these programs that is in a folder of the search path. */
const where = (programs) => {
  const folders = (process.env.PATH || '').split(delimiter);
  return programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(on);
};

const programOf = (name, programs = KNOWN[name]?.programs) => {
  const known = KNOWN[name];
  if (!known) throw new Error(`PROGRAM_FINDER_BROWSERS names "${name}". There are: ${Object.keys(KNOWN).join(', ')}.`);
  const found = where(programs);
  if (found) return found;
  throw new Error(
    `${name} is missing. Install it: sudo apt-get update && sudo apt-get install ${known.package} fonts-liberation ` +
      `(that is its name in Debian), or leave it out of PROGRAM_FINDER_BROWSERS.`,
  );
};

// What is set in Firefox. Always: a tap stays a tap, however long a busy machine takes between its beginning and its end.
const STEADY = { 'apz.max_tap_time': 60_000, 'ui.click_hold_context_menus.delay': 60_000 };

// What its driver turns off, and what visitors have: connections made ahead, pages fetched ahead, calls.
const AS_VISITORS = {
  'network.http.speculative-parallel-limit': 20,
  'network.prefetch-next': true,
  'network.dns.disablePrefetch': false,
  // The collector is on this machine.
  'media.peerconnection.ice.loopback': true,
};

// The same: notes for after a crash.
const NOTES = { 'browser.sessionstore.resume_from_crash': true, 'browser.sessionstore.interval': 1000 };

/**
 * How a browser is started.
 * @typedef {object} Start
 * @property {boolean} [eager]
 * @property {boolean} [own]
 * @property {boolean} [shell]
 * @property {string} [profile]
 * @property {string} [log]
 */

/**
 * Starts a browser with an empty profile, or with one in the folder `profile`, which it keeps as visitors' browsers do;
 * `eager`, with what those do ahead of need, and in the folder `log` with notes of the names that it looks up; `own`, with
 * sandboxed frames in a process of their own; `shell`, the engine of Chromium without the rest of the browser, where there is
 * such a program: it takes half of the time. One that is missing is an error: a test that ran nowhere has not passed.
 * @param {string} name
 * @param {Start} [start]
 * @returns {Promise<Browser>}
 */
export const launch = (name, { eager = false, own = false, shell = false, profile, log } = {}) => {
  const program = (shell && KNOWN[name]?.shell && where([KNOWN[name].shell])) || programOf(name);
  if (name === 'webkit') {
    // What support/webkit.mjs has of puppeteer's interface; a test that asks for more fails there.
    return /** @type {Promise<any>} */ (launchWebKit({ driver: program, screen: programOf(name, ['Xvfb']) }));
  }
  // Puppeteer changes the list of arguments that it is given.
  const options = {
    ...structuredClone(KNOWN[name].options),
    ...(name === 'firefox' && { extraPrefsFirefox: { ...STEADY, ...(eager && AS_VISITORS), ...(profile && NOTES) } }),
    ...(profile && { userDataDir: profile }),
  };
  if (eager) options.args = options.args?.filter((one) => one !== '--disable-background-networking');
  if (log && name === 'firefox') options.env = { ...process.env, MOZ_LOG: 'nsHostResolver:5', MOZ_LOG_FILE: join(log, 'names') };
  if (log && name === 'chromium') options.args.push(`--log-net-log=${join(log, 'names')}`);
  const started = { ...options, executablePath: program, headless: true, protocolTimeout: 30_000 };
  return puppeteer.launch(own ? { ...started, args: argumentsForOwnProcess(started), ignoreDefaultArgs: true } : started);
};

/** How Chromium can be started, and what the tests of it are called. */
const AS_DRIVEN = [{ own: false, called: '' }];
const BOTH_WAYS = [
  { own: false, called: ", the frame in the page's process" },
  { own: true, called: ', the frame in a process of its own' },
];

/**
 * What the tests of a suite are given for one browser.
 * @typedef {object} Setup
 * @property {string} name The browser's.
 * @property {boolean} own Whether the frame runs in a process of its own.
 * @property {Record<string, Answer>} answers What the site answers, by path.
 * @property {Browser} browser There as soon as a test runs.
 * @property {Site} site There as soon as a test runs.
 * @property {(answers?: Record<string, Answer>) => Promise<Site>} open Opens another site.
 * @property {string} [log] The folder with the names that the browser has looked up.
 */

/** @typedef {{ name: string, own: boolean, shell: boolean, called: string }} Way A browser, and how it is started. */

/**
 * What a suite may ask for: `eager`, see `launch`, which is a browser of its own; `processes`, Chromium in both of its ways.
 * @typedef {{ eager?: boolean, processes?: boolean }} Options
 */

/**
 * One browser for many suites. It is started when the first of them begins, and again if it has come to an end.
 * @param {Way} way
 */
const shared = ({ name, own, shell }) => {
  /** @type {Browser | undefined} */
  let browser;
  return {
    open: async () => {
      if (!browser?.connected) browser = await launch(name, { own, shell });
      return browser;
    },
    close: async () => browser?.close(),
  };
};

/**
 * The tests of a suite for one browser: in a browser that it shares, or in one of its own.
 * @param {string} called
 * @param {Way} way
 * @param {(it: Setup) => void} define
 * @param {Options} options
 * @param {ReturnType<typeof shared>} [many]
 */
const suite = (called, { name, own, shell }, define, { eager }, many) =>
  describe(called, { concurrency: 1 }, () => {
    const open = (answers) => openSite(answers, name === 'webkit' ? LISTENER : '');
    /** @type {Setup} */
    const it = { name, own, answers: {}, browser: undefined, site: undefined, open };
    const alone = eager || !many;
    before(async () => {
      if (eager) it.log = mkdtempSync(join(tmpdir(), 'names-'));
      it.site = await open(it.answers);
      it.browser = alone ? await launch(name, { eager, own, shell, log: it.log }) : await many.open();
    });
    after(async () => {
      if (alone) await it.browser?.close();
      await it.site?.close();
      if (it.log) rmSync(it.log, { recursive: true });
    });
    define(it);
  });

/**
 * The suites that wait for `runGathered`, by the name of the browser. None where a file is run by itself.
 * @type {Map<string, { way: Way, suites: { title: string, file: string, define: (it: Setup) => void, options: Options }[] }> | undefined}
 */
let gathered;

/** From now on suites wait, for a run of many files. */
export const gather = () => {
  gathered = new Map();
};

/** What `PROGRAM_FINDER_FILES` calls a file. */
const nameOf = (file) => relative(join(import.meta.dirname, '..'), file).replace('.test.mjs', '');

/**
 * Defines what was gathered: every browser is started once, and goes through the suites of all files at its own pace, beside
 * the others.
 */
export const runGathered = () => {
  const all = [...gathered];
  gathered = undefined;
  describe('in browsers', { concurrency: all.length || 1 }, () => {
    for (const [called, { way, suites }] of all) {
      describe(`in ${called}`, { concurrency: 1 }, () => {
        const many = shared(way);
        after(many.close);
        for (const { title, file, define, options } of suites) {
          nowIn(file);
          // `cargo xtask test` reads here which file has failed.
          suite(`${title} [${nameOf(file)}]`, way, define, options, many);
        }
      });
    }
  });
};

/**
 * @param {string[]} browsers
 * @param {string} title
 * @param {(it: Setup) => void} define
 * @param {Options} [options]
 */
const inBrowsers = (browsers, title, define, options = {}) => {
  const ways = (name) => (options.processes && name === 'chromium' ? BOTH_WAYS : AS_DRIVEN);
  // What is about privacy is tried in the browser that visitors have; in a full run so is everything.
  const shell = options.processes === undefined && !options.eager && !FULL;
  const all = browsers.flatMap((name) => ways(name).map((way) => ({ name, shell, ...way })));
  if (gathered) {
    for (const way of all) {
      const called = `${way.name}${way.own ? way.called : ''}${way.shell && KNOWN[way.name].shell ? ', the shell' : ''}`;
      if (!gathered.has(called)) gathered.set(called, { way, suites: [] });
      gathered.get(called).suites.push({ title, file: fileNow(), define, options });
    }
    return;
  }
  describe(title, { concurrency: all.length || 1 }, () => {
    for (const way of all) suite(`in ${way.name}${way.called}`, way, define, options);
  });
};

/**
 * Defines the same tests once for each browser; the browsers run side by side. `define` is given an object that knows
 * the browser's `name`, and whose `browser` and `site` are there as soon as a test runs. Each suite has a site of its
 * own, whose `answers` the tests can change; `open(answers)` opens another one. With `processes`, as every suite about
 * privacy has it, Chromium is started twice: with the frame in the page's process, and in one of its own (`it.own`).
 * @param {string} title
 * @param {(it: Setup) => void} define
 * @param {Options} [options]
 */
export const inEachBrowser = (title, define, options) =>
  inBrowsers(
    BROWSERS.filter((name) => name !== 'webkit'),
    title,
    define,
    options,
  );

/**
 * The same in WebKit too. A test for it can do with what support/webkit.mjs has of puppeteer's interface.
 * @param {string} title
 * @param {(it: Setup) => void} define
 * @param {Options} [options]
 */
export const inEachEngine = (title, define, options) => inBrowsers(BROWSERS, title, define, options);
