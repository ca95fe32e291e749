// The pages that trackers run on: the demo's with the finder, and the control's with the same words unsealed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileOf, ROOT } from '../e2e/support/site.mjs';

const DEMO = readFileSync(join(ROOT, 'www/demo/index.html'), 'utf8');
const QUESTIONNAIRE = readFileSync(join(ROOT, 'tests/trackers/questionnaire.js'), 'utf8');

// Some tools do not record a browser that says that a program drives it. And browsers let only little be under way that
// may outlive its page: a tool that has to send as often as here would lose the rest.
const ORDINARY = `Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false });
{ const send = fetch;
self.fetch = (what, how) => send(what, how?.keepalive ? { ...how, keepalive: false } : how);
self.fetch.toString = () => String(send); // Some look for one that is not stood in for, in a frame of their own.
Navigator.prototype.sendBeacon = (url, body) => { send(url, { method: 'POST', body, mode: 'no-cors' }).catch(() => {}); return true } }`;

/** Scripts of these tools, before any other of the page, as the worst page has them. `run` names what is caught. */
const tracked = (collector, run, tools) =>
  `<script>self.COLLECTOR = ${JSON.stringify(collector.at(run))}; self.trackers = {}; ${ORDINARY}</script>${tools.map((tool) => `<script src="/tools/${tool}.js"></script>`).join('')}`;

// What the page itself shows at the end, to see whether a tool is still awake.
const CANARY = '<p class="canary" style="position:fixed;right:4px;bottom:4px;margin:0;font-size:9px;z-index:9">Page</p>';

const LOADER = /<script src="program-finder\/program-finder\.js" async><\/script>/;

/**
 * The demo's page with tools in it; with `first`, the loader comes before them, as docs/privacy.md advises for Firefox.
 * @param {{ at: (run: string) => string }} collector
 * @param {string} run
 * @param {string[]} tools
 * @param {{ lang?: string, first?: boolean }} [options]
 */
export const finderPage = (collector, run, tools, { lang, first } = {}) => {
  const loader = first ? '<script src="program-finder/program-finder.js"></script>' : '';
  const demo = first ? DEMO.replace(LOADER, '') : DEMO;
  const page = demo.replace('<head>', `<head>${loader}${tracked(collector, run, tools)}`).replace('</body>', `${CANARY}</body>`);
  return lang ? page.replace('<program-finder ', `<program-finder lang="${lang}" `) : page;
};

/**
 * What stands on that page before anybody uses it, and what the page and its tools are made of: a word of these that is
 * found again tells nothing.
 */
export const known = (scripts, tools) => [
  Buffer.from(finderPage({ at: () => '' }, '', tools)),
  ...['/demo.css', '/finder.json', '/program-finder/program-finder.js'].map((path) => readFileSync(fileOf(path))),
  ...tools.map((tool) => scripts[`/tools/${tool}.js`].body),
];

/** How the control stands in the page. Each gets `put(root)`. */
export const MODES = {
  light: 'put(place)',
  open: 'put(place.attachShadow({ mode: "open" }))',
  closed: 'put(place.attachShadow({ mode: "closed" }))',
  frame: `const frame = document.createElement("iframe");
    frame.style.cssText = "position:absolute;left:0;top:0;width:800px;height:700px;border:0";
    frame.src = "/control/inner.html";
    place.append(frame)`,
};

/** The page of a control. Its words are in a script of their own: no tool keeps a page's scripts. */
export const controlPage = (collector, run, tools, mode) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8">${tracked(collector, run, tools)}<title>Lantern Cove</title></head>
<body><div class="place"></div>${CANARY}<script src="/control/questionnaire.js"></script>
<script>addEventListener("load", () => { const place = document.querySelector(".place"); ${MODES[mode]} })</script></body></html>`;

/** What else a control is made of, as answers of a site by path. */
export const controlFiles = (data) => ({
  '/control/questionnaire.js': {
    body: `${QUESTIONNAIRE}\nconst put = (root) => putQuestionnaire(root, ${JSON.stringify(data)});`,
  },
  '/control/inner.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Inside</title></head>
<body><script src="/control/questionnaire.js"></script><script>put(document.body)</script></body></html>`,
});
