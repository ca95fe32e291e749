// What bytes say, as far as it can be told: what is compressed is inflated, what is encoded is decoded, what is JSON
// is read, and each again. Both what was found and what it was found in are kept.

import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const DEEPEST = 6;
const SYNC = { finishFlush: constants.Z_SYNC_FLUSH }; // Streams that are sent in pieces have no end.

const tried = (inflate, bytes, options) => {
  try {
    const out = inflate(bytes, options);
    return out.length > 8 ? out : undefined;
  } catch {
    return undefined; // Not compressed that way.
  }
};

// Compressed data can begin anywhere: in a part of a form, after a header of the tool's own.
const inflated = (bytes) => {
  const found = [];
  for (let at = 0; at + 2 < bytes.length; at++) {
    const gzip = bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;
    const zlib = bytes[at] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1]);
    const out = gzip ? tried(gunzipSync, bytes.subarray(at), SYNC) : zlib ? tried(inflateSync, bytes.subarray(at), SYNC) : undefined;
    if (!out) continue;
    found.push(out);
    // One stream at the start is all of it; looking on inside would find chance.
    if (at === 0) return found;
  }
  return found;
};

const ENCODED = /[A-Za-z0-9+/_-]{24,}={0,2}/g;

const printable = (bytes) => {
  const sample = bytes.subarray(0, 400);
  const plain = sample.filter((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13 || byte === 0);
  return plain.length > sample.length * 0.9;
};

const packed = (bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b) || bytes[0] === 0x78;

const stringsOf = (value, into = []) => {
  if (typeof value === 'string') into.push(value);
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      if (Number.isNaN(Number(key))) into.push(key);
      stringsOf(inner, into);
    }
  }
  return into;
};

const json = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Every reading of these bytes, themselves among them. */
export const unfold = (bytes, depth = 0, seen = new Set()) => {
  const key = bytes.toString('latin1');
  if (!bytes.length || depth > DEEPEST || seen.has(key)) return [];
  seen.add(key);
  const readings = [bytes];
  const go = (more) => readings.push(...unfold(more, depth + 1, seen));

  inflated(bytes).forEach(go);
  if (depth === 0)
    [inflateRawSync, brotliDecompressSync]
      .map((inflate) => tried(inflate, bytes))
      .filter(Boolean)
      .filter(printable)
      .forEach(go);

  const text = bytes.toString('utf8');
  for (const [run] of text.matchAll(ENCODED)) {
    const decoded = Buffer.from(run, 'base64');
    if (packed(decoded) || printable(decoded)) go(decoded);
  }
  if (/%[0-9a-f]{2}.*%[0-9a-f]{2}/i.test(text)) {
    go(
      Buffer.from(
        text.replace(/\+/g, ' ').replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replace(/%/g, ''), 'hex').toString('utf8')),
      ),
    );
  }
  const values = [
    json(text) ??
      text
        .split('\n')
        .map(json)
        .filter((value) => value !== undefined),
  ];
  const strings = stringsOf(values);
  // What was escaped, in one piece: the words of a page are short, and there are many.
  if (strings.length) go(Buffer.from(strings.filter((string) => string.length < 2000).join('\n')));
  for (const string of strings) {
    if (/^\s*[[{"]/.test(string)) go(Buffer.from(string));
    // Compressed bytes as the characters of a string.
    else if (/^(\x1f\u008b|x[\x01^\u009c\u00da])/.test(string)) go(Buffer.from(string, 'latin1'));
  }
  return readings;
};
