// The demo as a person sees it: `cargo xtask demo` itself, on a free port.

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { withName } from './inside.mjs';
import { listening } from './listening.mjs';
import { ROOT } from './site.mjs';

/** Hands on what a site answers, but for the frame, which the tests get into. Gives its address, and what ends it. */
export const openFront = async (site) => {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url, site), { headers: { accept: request.headers.accept ?? '*/*' } });
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !/encoding|length|connection|vary/.test(name)));
    response.writeHead(answer.status, headers);
    response.end(/\/frame\.\w+\.\w+\.(html|js)/.test(request.url) ? withName(body.toString()) : body);
  });
  const url = `http://127.0.0.1:${await listening(server)}/`;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url, close };
};

/** Serves the demo with the dist/ that is there. Gives its `url`, one where the tests get into the `frame`, and what ends it. */
export const openDemo = async () => {
  const server = spawn(process.env.CARGO || 'cargo', ['xtask', 'demo', '--port', '0', '--no-build'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  server.stderr.on('data', (data) => {
    told += data;
  });
  const url = await new Promise((found, failed) => {
    createInterface(server.stdout).once('line', found);
    server.once('error', failed);
    server.once('exit', (code) => failed(new Error(`cargo xtask demo ended with ${code}:\n${told}`)));
  });
  const front = await openFront(url.trim());
  return {
    url: url.trim(),
    frame: front.url,
    close: () =>
      new Promise((done) => {
        front.close();
        server.removeAllListeners('exit');
        server.once('exit', done);
        server.kill();
      }),
  };
};
