// The demo as a person sees it: `cargo xtask demo` itself, on a free port.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ROOT } from './site.mjs';

/** Serves the demo with the dist/ that is there. Gives its address, and what ends it. */
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
  return {
    url: url.trim(),
    close: () =>
      new Promise((done) => {
        server.removeAllListeners('exit');
        server.once('exit', done);
        server.kill();
      }),
  };
};
