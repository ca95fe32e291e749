// `program-finder configure`: the page on which a configuration is filled in, for this computer alone.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const HELP = `Fill in your configuration on a page, with your finder beside it.

Usage: program-finder configure [--port N] [--open]

Serves the page to this computer alone, and prints its address. The page sends nothing and keeps nothing: take your finder.json along
before you close it.

Options:
      --port N   The port; a free one if not given
      --open     Open it in your browser
  -h, --help     This text

It serves until it is ended with Ctrl-C. Exit code 2: the port is taken, or the command line cannot be read.
`;

/** What opens an address in somebody's browser. */
const OPENERS = /** @type {Record<string, string[]>} */ ({ darwin: ['open'], win32: ['cmd', '/c', 'start', ''], linux: ['xdg-open'] });

/**
 * @param {string[]} words
 * @param {URL} file The page.
 * @param {(text: string) => void} out
 * @param {(why: string) => number} refuse
 * @returns {Promise<number | undefined>} An exit code, or nothing where it serves.
 */
export const run = async (words, file, out, refuse) => {
  let port = 0;
  let opens = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === '-h' || word === '--help') return (out(HELP), 0);
    if (word === '--open') opens = true;
    else if (word === '--port') {
      const given = words[++at];
      port = Number(given);
      if (!/^\d+$/.test(given ?? '') || port > 65_535)
        return refuse(`--port of configure wants a number up to 65535, and got ${given ?? 'none'}.`);
    } else return refuse(`configure has no option ${word}. There are --port, --open and --help.`);
  }
  const page = readFileSync(file);
  const server = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(isPage ? 200 : 404, { 'content-type': isPage ? 'text/html; charset=utf-8' : 'text/plain' });
    response.end(isPage ? page : 'There is one page here: /\n');
  });
  const failed = await new Promise((done) => {
    server.once('error', done);
    server.listen(port, '127.0.0.1', () => done(undefined));
  });
  if (failed) return refuse(`port ${port} cannot be used (${failed.code}). Name another one, or leave --port out.`);
  const url = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
  out(`${url}\n`);
  if (!opens) return undefined;
  const [program, ...more] = OPENERS[process.platform] ?? OPENERS.linux;
  const opening = spawn(program, [...more, url], { stdio: 'ignore', detached: true });
  opening.once('error', () => out('No browser could be opened: open the address yourself.\n'));
  opening.unref();
  return undefined;
};
