// Somebody who would like to know: a server that notes whatever reaches it, by HTTP, WebSocket, a bare connection or a
// datagram. What is sought is named in the address, or by the port.

import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import { createServer as createTcpServer } from 'node:net';

const ANSWER = { 'content-type': 'text/html', 'access-control-allow-origin': '*', 'timing-allow-origin': '*' };

const listening = (server, ...where) => new Promise((done) => server.listen(...where, () => done(server.address().port)));
const bound = (socket) => new Promise((done) => socket.bind(0, '127.0.0.1', () => done(socket.address().port)));

/** Opens it. `seen` holds the names of what has arrived, as `RUN/NAME`. */
export const openCollector = async () => {
  const seen = new Set();
  const note = (request) => {
    const [, run, name] = /^\/leak\/([\w-]+)\/([\w-]+)/.exec(request.url) ?? [];
    if (name) seen.add(`${run}/${name}`);
  };
  const web = createServer((request, response) => {
    note(request);
    response.writeHead(200, ANSWER).end('<!doctype html><p>Got it.');
  });
  web.on('upgrade', (request, socket) => {
    note(request);
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.on('error', () => {});
    socket.end(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  });
  const port = await listening(web, 0, '127.0.0.1');
  const others = [];
  /** A port of its own, for what carries no address: `kind` is `tcp` or `udp`. */
  const openPort = async (kind, mark) => {
    const hear = () => seen.add(mark);
    const server = kind === 'tcp' ? createTcpServer((socket) => socket.on('error', () => {}).end() && hear()) : createSocket('udp4', hear);
    others.push(server);
    return kind === 'tcp' ? listening(server, 0, '127.0.0.1') : bound(server);
  };
  return {
    seen,
    origin: `http://127.0.0.1:${port}`,
    openPort,
    close: async () => {
      for (const server of others) server.close();
      web.closeAllConnections();
      await new Promise((done) => web.close(done));
    },
  };
};
