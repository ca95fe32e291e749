// Gets files of a website: over the network where it was asked for by address, or out of a folder as a plain server would send them.

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @import { Answer } from './policy.js' */

/** The site that a folder stands for. */
const HERE = 'http://folder.invalid/';
const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html',
  '.htm': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
});

const PATIENCE = 15_000; // Milliseconds.

/** Bytes as text, without the mark that says which, and their hash, which is that of all of them. */
const content = (/** @type {Buffer} */ bytes) => ({
  text: new TextDecoder().decode(bytes),
  sha384: createHash('sha384').update(bytes).digest('base64'),
});

/**
 * The file of a folder that a plain server sends for the path of an address.
 * @param {string} root
 * @param {string} pathname
 */
export const fileOf = (root, pathname) => {
  try {
    const file = join(root, decodeURIComponent(pathname));
    const path = statSync(file).isDirectory() ? join(file, 'index.html') : file;
    return statSync(path).isFile() ? { path, type: TYPES[extname(path)] ?? 'text/plain' } : undefined;
  } catch {
    return undefined;
  }
};

/** An answer that did not come. @returns {Answer} */
const none = (/** @type {string} */ url, /** @type {string} */ text) => ({ url, status: 0, headers: {}, text });

const overNetwork = async (/** @type {string} */ url) => {
  try {
    const answer = await fetch(url, { redirect: 'follow', signal: AbortSignal.timeout(PATIENCE) });
    return {
      url: answer.url,
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      ...content(Buffer.from(await answer.arrayBuffer())),
    };
  } catch (error) {
    const { message, cause } = /** @type {Error} */ (error);
    return none(url, cause instanceof Error ? cause.message : message);
  }
};

/**
 * What is to be checked, and how its files are got. `get` gives what came of an address, and never throws; `bytes` are as text.
 * @param {string} target An address, or the path of a page.
 * @returns {{ url: string, isFolder: boolean, get: (url: string) => Promise<Answer> }}
 */
export const reachOf = (target) => {
  const seen = /** @type {Map<string, Promise<Answer>>} */ (new Map());
  const once = (/** @type {(url: string) => Promise<Answer>} */ get) => (/** @type {string} */ url) => {
    const known = seen.get(url) ?? get(url);
    seen.set(url, known);
    return known;
  };
  if (/^https?:\/\//i.test(target)) return { url: target, isFolder: false, get: once(overNetwork) };
  const path = target.startsWith('file:') ? fileURLToPath(target) : resolve(target);
  const root = dirname(path);
  const read = async (/** @type {string} */ url) => {
    if (!url.startsWith(HERE)) return overNetwork(url);
    const file = fileOf(root, new URL(url).pathname);
    if (!file) return { url, status: 404, headers: {}, text: '' };
    return { url, status: 200, headers: { 'content-type': file.type }, ...content(readFileSync(file.path)) };
  };
  return { url: new URL(basename(path), HERE).href, isFolder: true, get: once(read) };
};

/** An address for people: of a folder its path alone. */
export const shownAs = (/** @type {string} */ url) => (url.startsWith(HERE) ? url.slice(HERE.length - 1) : url);
