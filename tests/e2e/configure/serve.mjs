// A plain web server: files as they are, with answers that a test can replace.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { listening } from '../support/listening.mjs';
import { ROOT } from '../support/site.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml' };

/** The files of a provider's site: those of the build, and of the demo. */
export const demoFile = (/** @type {string} */ path) => {
  const [folder, rest] = path.startsWith('/program-finder/') ? ['dist', path.slice(16)] : ['www/demo', path === '/' ? 'index.html' : path];
  try {
    return readFileSync(join(ROOT, folder, normalize(`/${rest}`)));
  } catch {
    return undefined;
  }
};

/**
 * Opens a server. `fileOf` gives the bytes of a path, or an answer with `status`, `headers` and `body`; of what it does not know
 * nothing.
 * @param {{ after(end: () => void): void }} t
 * @param {(path: string) => any} fileOf
 */
export const serve = async (t, fileOf) => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    const given = fileOf(pathname);
    const plain = given === undefined || typeof given === 'string' || Buffer.isBuffer(given) || given instanceof Uint8Array;
    const { status = given === undefined ? 404 : 200, headers = {}, body = '' } = plain ? { body: given } : given;
    const type = pathname.endsWith('/') ? TYPES['.html'] : TYPES[extname(pathname)] || 'text/plain';
    response.writeHead(status, { 'content-type': type, ...headers });
    response.end(body);
  });
  const port = await listening(server);
  t.after(() => (server.close(), server.closeAllConnections()));
  return `http://127.0.0.1:${port}`;
};
