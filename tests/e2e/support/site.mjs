// A provider's web site on this machine: the layout of `cargo xtask demo`, with answers that a test can replace.
// It keeps a list of every request that it got.

import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { withName } from './inside.mjs';
import { listening } from './listening.mjs';

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where cargo builds. */
export const TARGET = resolve(ROOT, process.env.CARGO_TARGET_DIR || 'target');

const FOLDERS = [
  ['/program-finder/', join(ROOT, 'dist')],
  // The same with a third language, which the build makes of English.
  ['/three-languages/', join(TARGET, 'pseudo')],
  ['/hosts/', join(ROOT, 'tests/hosts')],
  ['/', join(ROOT, 'www/demo')],
];

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Under which name the build's `frame.en.html`, or another file that carries a hash, is served. */
export const hashed = (name) => {
  const [, start, end] = /^(.*)(\.\w+)$/.exec(name);
  const files = readdirSync(join(ROOT, 'dist')).filter((file) => file.startsWith(`${start}.`) && file.endsWith(end));
  const [file, ...more] = files.filter((one) => /^\.[0-9a-f]{8}$/.test(one.slice(start.length, -end.length)));
  if (!file || more.length)
    throw new Error(`dist/ has ${file ? 'more than one' : 'no'} ${name} with a hash. \`cargo xtask build\` writes it.`);
  return `/program-finder/${file}`;
};

/** What a file of the site is. The build has to have been there: `cargo xtask build`. */
export const fileOf = (path) => {
  const [prefix, folder] = FOLDERS.find(([start]) => path.startsWith(start));
  const rest = normalize(path.slice(prefix.length) || 'index.html');
  return rest.startsWith('..') ? undefined : join(folder, rest);
};

const LOADER = /\/program-finder(\.[\d.]+)?\.js$/;
const FRAME = /\/(dist|pseudo)\/frame\.\w+\.\w+\.(html|js)$/;

const NONE = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'There is no such page.' };

/** @returns {{ status: number, headers: Record<string, string>, body: any }} */
const stored = (path) => {
  const file = fileOf(path);
  try {
    const body = FRAME.test(file) ? Buffer.from(withName(readFileSync(file, 'utf8'))) : readFileSync(file);
    return { status: 200, headers: { 'content-type': TYPES[extname(file)] || 'text/plain' }, body };
  } catch {
    return NONE;
  }
};

/**
 * What a site answers with.
 * @typedef {string | {
 *   status?: number, headers?: Record<string, string>, body?: string | Buffer, change?: (stored: Buffer) => string | Buffer,
 *   hang?: boolean, delay?: number
 * }} Answer
 */

/** @typedef {Awaited<ReturnType<typeof openSite>>} Site */

/**
 * Opens a site. `answers` are by path: a string is a page of HTML; an object replaces `status`, `headers` or `body` of
 * what is stored there, or changes the stored bytes with `change(buffer)`; `hang: true` never answers, and `delay` is a
 * time in milliseconds before it does. `listener` is a script that is put before the loader.
 * @param {Record<string, Answer>} [answers]
 */
export const openSite = async (answers = {}, listener = '') => {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url, 'http://site');
    const asked = { path: pathname, search, method: request.method, referrer: request.headers.referer };
    requests.push(asked);
    if (request.method === 'POST') asked.sent = await text(request);
    const given = answers[pathname];
    const own = typeof given === 'string' ? { headers: { 'content-type': TYPES['.html'] }, body: given } : given || {};
    if (own.hang) return;
    if (own.delay) await new Promise((go) => setTimeout(go, own.delay));
    const file = own.status === 404 ? NONE : pathname === '/favicon.ico' ? { status: 204, headers: {}, body: '' } : stored(pathname);
    const body = own.body ?? (own.change ? own.change(file.body) : file.body);
    response.writeHead(own.status ?? (own.body === undefined ? file.status : 200), {
      ...(own.body === undefined ? file.headers : { 'content-type': TYPES[extname(pathname)] || TYPES['.html'] }),
      'cache-control': 'no-cache',
      ...own.headers,
    });
    response.end(LOADER.test(pathname) && file.status === 200 ? Buffer.concat([Buffer.from(listener), Buffer.from(body)]) : body);
  });
  const port = await listening(server);
  return {
    /** The address of a path on the site. */
    url: (path) => `http://127.0.0.1:${port}${path}`,
    /** Every request so far, in order. */
    requests,
    answers,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
};

/**
 * A provider's page with a finder on it, for tests that need one of their own.
 * @param {{ head?: string, before?: string, finder?: string, after?: string, script?: string }} [parts]
 */
export const page = ({
  head = '',
  before = '<h1>Lantern Cove</h1>',
  finder = FINDER,
  after = '<p>Our address</p>',
  script = '<script src="/program-finder/program-finder.js" async></script>',
} = {}) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Lantern Cove</title>${head}${script}</head>
<body>${before}${finder}${after}</body></html>`;

/** The words that stand in for the finder. */
export const FALLBACK =
  '<p class="fallback">Call us at <a href="tel:+15555550142">(555) 555-0142</a>. In a crisis, call or text <a href="tel:988">988</a>.</p>';

/** A finder as the documentation writes it. */
export const FINDER = `<program-finder config="/finder.json" style="display:block;min-height:680px">${FALLBACK}</program-finder>`;
