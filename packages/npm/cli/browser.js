// `check --browser`: opens the page in an installed browser with an empty profile, and says whether the finder got ready and what its
// console said. Whoever wants that has puppeteer-core, which drives the browser.

import { accessSync, constants, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Wrong } from './line.js';
import { fileOf } from './reach.js';

/** @import { Browser } from 'puppeteer-core' */
/** @import { SiteFinding } from './site.js' */

/**
 * What was seen: the browser's name, whether the finder got ready, the form of its frame, and every line of the console.
 * @typedef {{ name: string, ready: boolean, form?: string, console: string[] }} Seen
 */

/** Seconds for the page to load, and then for the finder, unless said otherwise. */
export const PATIENCE = 20;
const STEP = 100;
/** How long the console is listened to after the finder is ready: what is wrong in a configuration is said by then. */
const AFTER = 1_000;

/** In the order in which they are taken. */
const PROGRAMS = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'firefox', 'firefox-esr'];

const OURS = 'program-finder: ';
/** What can find out already why nothing starts. */
const CAUSES = ['page', 'loader', 'frames', 'policy'];

/** The driver: beside this package, or in the folder that the command runs in. */
const driver = async () => {
  try {
    return (await import('puppeteer-core')).default;
  } catch {}
  try {
    const path = createRequire(join(process.cwd(), 'package.json')).resolve('puppeteer-core');
    return /** @type {typeof import('puppeteer-core').default} */ ((await import(pathToFileURL(path).href)).default);
  } catch {
    throw new Wrong('--browser wants puppeteer-core, which drives the browser: npm install --no-save puppeteer-core');
  }
};

/** The first of these programs that there is. */
const installed = (/** @type {string[]} */ names) => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
};

/**
 * Starts the browser of that path or name, or one that is installed.
 * @param {string | undefined} given
 * @returns {Promise<Browser>}
 */
const start = async (given) => {
  const puppeteer = await driver();
  const path = given === undefined ? installed(PROGRAMS) : /[\\/]/.test(given) ? resolve(given) : installed([given]);
  if (given !== undefined && !path) throw new Wrong(`There is no program ${given}. Give the browser's whole path.`);
  const isFirefox = /firefox/i.test(basename(path ?? ''));
  // As the administrator of a container Chromium starts without its own sandbox alone.
  const args = process.getuid?.() === 0 && !isFirefox ? ['--no-sandbox'] : [];
  try {
    return await puppeteer.launch({
      browser: isFirefox ? 'firefox' : 'chrome',
      ...(path ? { executablePath: path } : { channel: /** @type {const} */ ('chrome') }),
      args: [...args, '--no-first-run'],
      headless: true,
    });
  } catch (error) {
    const why = /** @type {Error} */ (error).message.trim().split('\n')[0];
    throw new Wrong(
      path
        ? `The browser ${path} does not start: ${why}`
        : 'There is no Chrome, Chromium, Edge or Firefox where they usually are. Name the program with --browser-at PATH.',
    );
  }
};

/** The folder of a page as a plain server would send it. @returns {Promise<{ url: string, close: () => void }>} */
const served = async (/** @type {string} */ page) => {
  const server = createServer(({ url = '/' }, response) => {
    const file = fileOf(dirname(page), new URL(url, 'http://folder').pathname);
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file && readFileSync(file.path));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => (server.close(), server.closeAllConnections());
  return { url: `http://127.0.0.1:${port}/${encodeURIComponent(basename(page))}`, close };
};

const pause = (/** @type {number} */ time) => new Promise((done) => setTimeout(done, time));

/** Looks at the page until the finder is ready, has given up or takes too long. @returns {Promise<Seen>} */
const look = async (/** @type {Browser} */ browser, /** @type {string} */ url, /** @type {number} */ patience) => {
  const name = (await browser.version()).replace(/^Headless/, '').replace('/', ' ');
  const page = await browser.newPage();
  const lines = /** @type {string[]} */ ([]);
  page.on('console', (message) => void lines.push(message.text()));
  page.on('pageerror', (error) => void lines.push(/** @type {Error} */ (error).message));
  await page.evaluateOnNewDocument(() => {
    addEventListener('program-finder-ready', () => document.documentElement.setAttribute('data-finder-ready', ''), true);
  });
  const seen = (/** @type {boolean} */ ready, /** @type {string | undefined} */ form = undefined) => ({
    name,
    ready,
    form,
    console: lines,
  });
  try {
    await page.goto(url, { waitUntil: 'load', timeout: patience });
  } catch (error) {
    lines.push(/** @type {Error} */ (error).message);
    return seen(false);
  }
  const hasFallen = () => lines.some((words) => words.startsWith(OURS) && words.includes('Visitors see what stands inside'));
  for (let waited = 0; waited < patience; waited += STEP) {
    if (await page.$('[data-finder-ready]')) {
      await pause(AFTER);
      // A start screen whose module is refused gives up a moment later.
      if (hasFallen()) return seen(false);
      const isStub = await page.evaluate(() =>
        Boolean(document.querySelector('program-finder')?.shadowRoot?.querySelector('iframe[srcdoc]')),
      );
      return seen(true, isStub ? 'stub' : 'file');
    }
    if (hasFallen()) return seen(false);
    await pause(STEP);
  }
  return seen(false);
};

/**
 * Starts a browser, which looks at pages: `known` is what was found on one without it, and is not told twice.
 * @param {string | undefined} program
 * @param {number} [seconds]
 */
export const openBrowser = async (program, seconds = PATIENCE) => {
  const browser = await start(program);
  /** @type {(target: string, known: SiteFinding[]) => Promise<{ findings: SiteFinding[], browser: Seen }>} */
  const see = async (target, known) => {
    const site = /^https?:/i.test(target) ? undefined : await served(target);
    try {
      const seen = await look(browser, site?.url ?? target, seconds * 1000);
      const isCause = known.some(({ check }) => CAUSES.includes(check));
      // Where nothing starts and the cause was found, the console's words for it are no second finding.
      if (!seen.ready && isCause) return { findings: [], browser: seen };
      const [ours, others] = [true, false].map((is) => seen.console.filter((words) => words.startsWith(OURS) === is));
      const news = [...new Set(ours)].filter((words) => !known.some(({ message }) => message.includes(words.slice(OURS.length))));
      const findings = news.map((words) => ({ check: 'browser', message: `The console says "${words}"` }));
      if (!seen.ready && !findings.length) {
        const told = others.length ? `The console says "${others.join('"; "')}".` : 'The console says nothing.';
        findings.push({ check: 'browser', message: `The finder did not get ready in ${seen.name}, in ${seconds} seconds. ${told}` });
      }
      return { findings, browser: seen };
    } finally {
      site?.close();
    }
  };
  return { see, close: () => browser.close() };
};
