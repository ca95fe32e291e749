// Another site: one with https, at another address of this machine's, for quick exit to lead to. The other browsers'
// drivers answer in the place of such a site; WebKit's cannot.

import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:https';
import { listening } from './listening.mjs';

/** A value as certificates write it (DER): a kind, a length, and what it holds. */
const der = (kind, ...parts) => {
  const inside = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const length = inside.length < 128 ? [inside.length] : [0x82, inside.length >> 8, inside.length & 255];
  return Buffer.concat([Buffer.from([kind, ...length]), inside]);
};
const [NUMBER, BITS, BYTES, NAME, TEXT, TIME, LIST, SET, FIRST, THIRD] = [0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x30, 0x31, 0xa0, 0xa3];

/** A certificate that nobody has signed but itself. The browser is told to take any. */
const certificate = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(LIST, der(NAME, [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02])); // ecdsa-with-SHA256
  const name = der(LIST, der(SET, der(LIST, der(NAME, [0x55, 0x04, 0x03]), der(TEXT, 'elsewhere'))));
  const times = der(LIST, der(TIME, '200101000000Z'), der(TIME, '491231235959Z'));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  // The third version, which has extensions: here, that it is no authority.
  const more = der(THIRD, der(LIST, der(LIST, der(NAME, [0x55, 0x1d, 0x13]), der(BYTES, der(LIST)))));
  const told = der(LIST, der(FIRST, der(NUMBER, [2])), der(NUMBER, [1]), algorithm, name, times, name, key, more);
  const signed = der(LIST, told, algorithm, der(BITS, [0], createSign('sha256').update(told).sign(privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${signed.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
};

/** Opens it. Every page of it is the same. `asked` are the addresses so far. */
export const openElsewhere = async (body = '<!doctype html><title>Soup</title><p>Soup.') => {
  const asked = [];
  const server = createServer(certificate(), (request, response) => {
    asked.push(`https://${request.headers.host}${request.url}`);
    response.writeHead(200, { 'content-type': 'text/html' }).end(body);
  });
  const port = await listening(server, '127.0.0.2');
  return {
    asked,
    url: (path) => `https://127.0.0.2:${port}${path}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
};
