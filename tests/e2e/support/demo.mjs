// The demo as a person sees it: `cargo xtask demo` itself, on a free port.

import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { withName } from './inside.mjs';
import { listening } from './listening.mjs';
import { ROOT } from './site.mjs';

/** Hands on what the demo answers, but for the frame, which the tests get into. */
const openFront = async (demo) => {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url, demo));
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = Object.fromEntries([...answer.headers].filter(([name]) => !/encoding|length|connection|vary/.test(name)));
    response.writeHead(answer.status, headers);
    response.end(/\/frame\.\w+\.\w+\.(html|js)/.test(request.url) ? withName(body.toString()) : body);
  });
  return { server, port: await listening(server) };
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
  const { server: front, port } = await openFront(url.trim());
  return {
    url: url.trim(),
    frame: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((done) => {
        front.close();
        front.closeAllConnections();
        server.removeAllListeners('exit');
        server.once('exit', done);
        server.kill();
      }),
  };
};
