// Where the trackers send to: keeps every byte, and answers as each tool's own server would have to, for it to go on.

import { createServer } from 'node:http';
import { listening } from '../e2e/support/listening.mjs';
import { ANSWERS } from './answers.mjs';

const bodyOf = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
};

/** A server. The address that a tool sends to is `/RUN/TOOL/…`, so that what comes late is not taken for another run's. */
export const openCollector = async () => {
  const kept = new Map();
  const server = createServer(async (request, response) => {
    const { origin = '*', 'access-control-request-headers': asked = 'content-type' } = request.headers;
    const headers = {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': asked,
      'access-control-allow-methods': 'GET, POST, PUT, OPTIONS',
      'access-control-expose-headers': 'rollbar-replay-enabled, rollbar-replay-ratelimit-remaining, rollbar-replay-ratelimit-reset',
      'rollbar-replay-enabled': 'true',
      'rollbar-replay-ratelimit-remaining': '1000',
      'rollbar-replay-ratelimit-reset': '0',
      'cross-origin-resource-policy': 'cross-origin',
      'content-type': 'application/json',
      // Nothing that is asked for again may come from a cache.
      'cache-control': 'no-store',
    };
    if (request.method === 'OPTIONS') return response.writeHead(204, headers).end();
    const body = await bodyOf(request).catch(() => Buffer.alloc(0));
    const [, run, tool, ...rest] = request.url.split('/');
    const place = `${run}/${tool}`;
    kept.set(place, [...(kept.get(place) ?? []), { url: request.url, headers: JSON.stringify(request.headers), body }]);
    const answer = ANSWERS[tool]?.(`/${rest.join('/')}`, body) ?? {};
    response.writeHead(200, headers).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
  });
  const port = await listening(server);
  return {
    /** The address that the tools of a run send to. */
    at: (run) => `http://127.0.0.1:${port}/${run}`,
    /** All that a tool has sent in a run. */
    from: (run, tool) => kept.get(`${run}/${tool}`) ?? [],
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
};
