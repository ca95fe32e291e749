// The W3C's protocol to a browser's driver, as far as these tests speak it: WebKit has no other.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { listening } from './listening.mjs';

const PATIENCE = 30_000; // So that a test that would wait for ever ends.

const freePort = async () => {
  const server = createServer();
  const port = await listening(server);
  await new Promise((done) => server.close(done));
  return port;
};

/** Ends a program that was started here, and waits until it is gone. */
const ended = (child) =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode) return done(undefined);
    child.once('exit', done);
    return child.kill();
  });

/** A screen that nobody sees, for browsers that know no other. */
const openScreen = async (program) => {
  const screen = spawn(program, ['-displayfd', '1', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const name = await new Promise((found, failed) => {
    createInterface(screen.stdout).once('line', (number) => found(`:${number}`));
    screen.once('error', failed);
    screen.once('exit', (code) => failed(new Error(`${program} ended with ${code}`)));
  });
  return { name, screen };
};

/**
 * Starts a screen, a driver and the browser behind it. Gives `command(method, path, body)`, which asks the driver
 * something of the session, `capabilities`, the `profile` folder, and `close`.
 */
export const openSession = async ({ driver, screen, capabilities }) => {
  const profile = mkdtempSync(join(tmpdir(), 'webkit-'));
  const shown = await openScreen(screen);
  const port = await freePort();
  const child = spawn(driver, [`--port=${port}`], {
    stdio: 'ignore',
    // Neither the desktop's settings nor the profile of whoever runs this.
    env: {
      ...process.env,
      DISPLAY: shown.name,
      GDK_BACKEND: 'x11',
      GSETTINGS_BACKEND: 'memory',
      NO_AT_BRIDGE: '1',
      // Without a graphics card that way of painting takes a second for each press.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      HOME: profile,
      XDG_CACHE_HOME: join(profile, 'cache'),
      XDG_CONFIG_HOME: join(profile, 'config'),
      XDG_DATA_HOME: join(profile, 'data'),
    },
  });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const { value } = await answer.json();
    if (answer.ok) return value;
    throw Object.assign(new Error(`${value.error}: ${value.message} (${method} ${path})`), { code: value.error });
  };
  const stop = async () => {
    await ended(child);
    await ended(shown.screen);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const end = Date.now() + PATIENCE;
    while (!(await ask('GET', '/status').catch(() => undefined))) {
      if (Date.now() > end || child.exitCode !== null) throw new Error(`${driver} does not answer`);
      await new Promise((go) => setTimeout(go, 50));
    }
    const session = await ask('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
    const root = `/session/${session.sessionId}`;
    return {
      command: (method, path, body) => ask(method, root + path, body),
      capabilities: session.capabilities,
      profile,
      /** @param {{ keep?: boolean }} [options] With `keep` the profile stays. */
      async close({ keep } = {}) {
        await ask('DELETE', root).catch(() => {}); // A browser that has crashed has no session to end.
        if (!keep) return stop();
        await ended(child);
        return ended(shown.screen);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
