// A browser's profile on disk: every file of it, with what Firefox has compressed made readable.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @import { Dirent } from 'node:fs' */

const MAGIC = Buffer.from('mozLz40\0');

/** What Firefox keeps its sessions in: its own first bytes, the length, and one block of LZ4. */
export const unpacked = (bytes) => {
  const out = Buffer.alloc(bytes.readUInt32LE(8));
  let [at, to] = [12, 0];
  const more = (length) => {
    if (length < 15) return length;
    let byte;
    do {
      byte = bytes[at++];
      length += byte;
    } while (byte === 255);
    return length;
  };
  while (at < bytes.length) {
    const token = bytes[at++];
    const literals = more(token >> 4);
    bytes.copy(out, to, at, at + literals);
    at += literals;
    to += literals;
    if (at >= bytes.length) break;
    const back = bytes.readUInt16LE(at);
    at += 2;
    // One byte after the other: what is repeated may reach into what it makes.
    for (let left = more(token & 15) + 4; left; left--, to++) out[to] = out[to - back];
  }
  return out;
};

/** Every file of a folder, with its bytes. A browser that still runs may take one away meanwhile. */
const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((/** @type {Dirent & { path?: string }} */ entry) => {
      const file = join(entry.parentPath ?? entry.path, entry.name); // The second is for a Node before 20.12.
      try {
        const bytes = readFileSync(file);
        return [{ file, bytes: bytes.subarray(0, 8).equals(MAGIC) ? unpacked(bytes) : bytes }];
      } catch {
        return [];
      }
    });

/** Which of these words are in which files, in either of the ways in which browsers write text. */
export const foundIn = (folder, words) =>
  files(folder).flatMap(({ file, bytes }) =>
    words
      .filter((word) => bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le')))
      .map((word) => `${word} in ${file.slice(folder.length + 1)}`),
  );
