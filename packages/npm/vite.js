// A plugin for Vite: the finder's folder, raw, in development and in what is built. Vite's own way with HTML would add a script to the
// frame and write its styles anew, and its policy names both by hash.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = new URL('./files/', import.meta.url);
const INDEX = fileURLToPath(new URL('./index.js', import.meta.url)).replaceAll('\\', '/');
const BESIDE = "import.meta.resolve?.('./files/')";
const TYPES = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', json: 'application/json' };

/** @param {{ folder?: string }} [options] */
export default function programFinder({ folder = 'program-finder' } = {}) {
  const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.d.ts'));
  /** @type {string} */
  let base;
  return {
    name: 'program-finder',
    // Bundled ahead it would be out of reach of `transform`, and there is nothing to bundle in it.
    config: () => ({ optimizeDeps: { exclude: ['program-finder'] } }),
    /** @param {{ base: string }} config */
    configResolved(config) {
      base = `${config.base === './' ? '' : config.base}${folder}/`;
    },
    /** @param {string} code @param {string} id */
    transform(code, id) {
      if (id.split('?')[0].replaceAll('\\', '/') !== INDEX) return;
      return { code: code.replace(BESIDE, JSON.stringify(base)), map: null };
    },
    // What is used here comes before Vite's own handlers.
    /** @param {{ middlewares: { use(handler: (request: any, response: any, next: () => void) => void): void } }} server */
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url, 'http://localhost');
        const start = base.startsWith('/') ? base : `/${base}`;
        const name = pathname.startsWith(start) ? pathname.slice(start.length) : '';
        if (!names.includes(name)) return next();
        response.setHeader('content-type', TYPES[/** @type {keyof typeof TYPES} */ (name.split('.').pop())]);
        response.setHeader('cache-control', 'no-cache');
        response.end(readFileSync(new URL(name, FOLDER)));
      });
    },
    /** @this {{ emitFile(file: object): void, environment?: { name: string } }} */
    generateBundle() {
      if ((this.environment?.name ?? 'client') !== 'client') return;
      for (const name of names) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: readFileSync(new URL(name, FOLDER)) });
      }
    },
  };
}
