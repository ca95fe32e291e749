// The npm package as it is packed, put into apps that are built as developers build them, and taken to a result; its types, its
// commands and its modules.

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it as test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from '../support/browsers.mjs';
import { openFront } from '../support/demo.mjs';
import { FULL, leftOut } from '../support/level.mjs';
import { listening } from '../support/listening.mjs';
import { falls, form, works } from '../support/mounted.mjs';
import { xtask } from '../support/native.mjs';
import { ours } from '../support/said.mjs';
import { FINDER, page, ROOT, TARGET } from '../support/site.mjs';
import { meet, openPage } from '../support/visitor.mjs';
import { DEMO } from '../support/words.mjs';

leftOut('the npm package in apps of Vite, webpack, esbuild, React, Vue, Svelte, Next and Astro');

// Within the repository, so that what builds the apps is found in its node_modules.
const APPS = join(TARGET, 'npm-apps');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };
const CONFIG = JSON.stringify({ ...DEMO, logo: undefined });

const run = (folder, program, ...words) => execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
const tool = (name) => join(ROOT, 'node_modules/.bin', name);

/** Serves a folder as it is. */
const serve = async (folder) => {
  const server = createServer((request, response) => {
    const path = join(folder, decodeURIComponent(new URL(request.url, 'http://site').pathname).replace(/\/$/, '/index.html'));
    if (!existsSync(path)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'text/plain' }).end(readFileSync(path));
  });
  const port = await listening(server);
  return { url: `http://127.0.0.1:${port}/`, close: () => (server.close(), server.closeAllConnections()) };
};

describe('the npm package', { skip: !FULL, concurrency: 1 }, () => {
  let packed;

  before(() => {
    rmSync(APPS, { recursive: true, force: true });
    const told = xtask('release', '--no-build', '--out', join(APPS, 'out'));
    packed = told.split('\n').find((line) => line.endsWith('.tgz'));
  });

  /** A new app with the package installed, and these files. */
  const app = (name, files = {}) => {
    const folder = join(APPS, name);
    mkdirSync(folder, { recursive: true });
    for (const [path, text] of Object.entries({ 'package.json': '{"private":true,"type":"module"}', ...files })) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    run(folder, 'npm', 'install', '--offline', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', packed);
    return folder;
  };
  const files = (folder) => join(folder, 'node_modules/program-finder/files');

  test('has what it says it has: publint and attw find nothing', () => {
    run(ROOT, tool('publint'), packed, '--strict');
    run(
      ROOT,
      tool('attw'),
      packed,
      '--profile',
      'esm-only',
      '--exclude-entrypoints',
      'custom-elements.json',
      'html-data.json',
      'web-types.json',
      'manifest.json',
    );
  });

  test('carries the bytes of the folder', () => {
    const folder = app('bytes');
    assert.deepEqual(readdirSync(files(folder)).sort(), readdirSync(join(ROOT, 'dist')).sort());
    for (const name of readdirSync(files(folder))) {
      assert.ok(readFileSync(join(files(folder), name)).equals(readFileSync(join(ROOT, 'dist', name))), name);
    }
  });

  test('its loader for bundlers is that of the folder', () => {
    const folder = join(app('loader'), 'node_modules/program-finder');
    const { build } = JSON.parse(readFileSync(join(files(app('loader')), 'manifest.json'), 'utf8'));
    const loader = readFileSync(join(folder, 'loader.js'), 'utf8');
    assert.deepEqual([...new Set(loader.match(/\b[0-9a-f]{8}\b(?=[.`"])/g))], [build]);
    // What it imports by an address of the page no bundler may look for.
    assert.equal(loader.match(/import\(/g).length, loader.match(/webpackIgnore: true/g).length);
  });

  test('is imported on a server without a word', () => {
    const folder = app('server');
    assert.equal(run(folder, process.execPath, '--input-type=module', '-e', "await import('program-finder')"), '');
  });

  test('types: strict, with React, Vue and Svelte, and without any of them', () => {
    const options = {
      strict: true,
      noEmit: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
      jsx: 'react-jsx',
      types: [],
    };
    const config = (include) => JSON.stringify({ compilerOptions: { ...options, lib: ['es2022', 'dom', 'dom.iterable'] }, include });
    const folder = app('types', {
      'tsconfig.json': config(['*.ts', '*.tsx']),
      'plain.ts': `import { setBase, type ProgramFinderElement } from 'program-finder';
        import { check } from 'program-finder/config';
        setBase('/program-finder/');
        const finder = document.createElement('program-finder') satisfies ProgramFinderElement;
        finder.addEventListener('program-finder-contact', ({ detail }) => detail.channel satisfies 'phone' | 'text' | 'email' | 'link' | 'map');
        // @ts-expect-error: there is no such channel.
        document.addEventListener('program-finder-contact', ({ detail }) => detail.channel satisfies 'fax');
        check('{}').map(({ field, message }) => field + message);`,
      'core.ts': `import { decide, Session } from 'program-finder/core';
        const decision = decide({ who: 'me' }, {});
        decision.outcome.level satisfies string | null;
        Session.start({}, {}).free();`,
      'react.tsx': `import type {} from 'program-finder/react';
        export const good = <program-finder config="/finder.json" base="/a/" display="dialog" heading-level="3" onprogram-finder-ready={() => {}} />;
        // @ts-expect-error: no such place.
        export const wrong = <program-finder display="popup" />;`,
      'vue.ts': `import type {} from 'program-finder/vue';
        import type { GlobalComponents } from 'vue';
        type Props = InstanceType<GlobalComponents['program-finder']>['$props'];
        export const good: Props = { config: '/finder.json', display: 'dialog', onProgramFinderReady: () => {} };
        // @ts-expect-error: no such place.
        export const wrong: Props = { display: 'popup' };`,
      'svelte.ts': `import type {} from 'program-finder/svelte';
        import type { SvelteHTMLElements } from 'svelte/elements';
        export const good: SvelteHTMLElements['program-finder'] = { config: '/finder.json', 'onprogram-finder-ready': () => {} };
        // @ts-expect-error: no such place.
        export const wrong: SvelteHTMLElements['program-finder'] = { display: 'popup' };`,
      'vite.ts': `import programFinder from 'program-finder/vite';
        import { defineConfig } from 'vite';
        export default defineConfig({ plugins: [programFinder({ folder: 'finder' })] });`,
    });
    run(folder, tool('tsc'), '--project', '.', '--skipLibCheck');
    // Where no framework is installed, a page that uses none is not told of them. Its own declarations are checked there too.
    const bare = join(ROOT, '../program-finder-bare');
    rmSync(bare, { recursive: true, force: true });
    try {
      cpSync(join(folder, 'node_modules/program-finder'), join(bare, 'node_modules/program-finder'), { recursive: true });
      cpSync(join(folder, 'plain.ts'), join(bare, 'plain.ts'));
      writeFileSync(join(bare, 'tsconfig.json'), config(['plain.ts']));
      run(bare, tool('tsc'), '--project', '.');
    } finally {
      rmSync(bare, { recursive: true, force: true });
    }
  });

  test('`copy` copies the folder, deletes nothing and writes nowhere else', () => {
    const folder = app('copy', { 'public/program-finder/frame.en.00000000.html': 'old', 'public/index.html': 'page' });
    const said = run(folder, 'npx', '--offline', 'program-finder', 'copy', 'public/program-finder');
    assert.match(said, /setBase\('\/program-finder\/'\)/);
    const wanted = readdirSync(files(folder)).filter((name) => !name.endsWith('.d.ts'));
    assert.deepEqual(readdirSync(join(folder, 'public/program-finder')).sort(), [...wanted, 'frame.en.00000000.html'].sort());
    assert.equal(readFileSync(join(folder, 'public/index.html'), 'utf8'), 'page');
    for (const words of [['copy'], ['copy', '--all'], ['copy', 'a', 'b'], ['copy', 'public/index.html'], ['paste']]) {
      assert.throws(() => run(folder, 'npx', '--offline', 'program-finder', ...words), { status: 2 }, words.join(' '));
    }
  });

  test('its other commands run from the package: the form is served, and what they read and write fits together', async (t) => {
    const folder = app('commands', { 'finder.json': CONFIG, 'programs.csv': 'Name,Level\nEvening IOP,IOP\n' });
    const npx = (...words) => run(folder, 'npx', '--offline', 'program-finder', ...words);
    assert.match(npx('check', 'finder.json'), /^Nothing is wrong in finder\.json/);
    assert.deepEqual(JSON.parse(npx('import', 'programs.csv')).drafts, [{ name: 'Evening IOP', level: 'iop' }]);
    writeFileSync(join(folder, 'data.json'), npx('jsonld', 'finder.json'));
    assert.equal(JSON.parse(npx('import', 'data.json')).drafts.length, DEMO.programs.length);
    assert.match(npx('--help'), /copy DIR[^]*configure[^]*check[^]*import[^]*jsonld/);
    const main = join(folder, 'node_modules/program-finder/cli/main.js');
    const server = spawn(process.execPath, [main, 'configure'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => server.kill());
    const url = await new Promise((found) => createInterface(server.stdout).once('line', found));
    assert.equal(await (await fetch(url)).text(), readFileSync(join(folder, 'node_modules/program-finder/configure.html'), 'utf8'));
    for (const words of [['check', '--browser', 'finder.json'], ['import'], ['jsonld'], ['configure', '--port', 'x']])
      assert.throws(() => npx(...words), { status: 2 }, words.join(' '));
  });

  test('`config` names what the console names, and reads text that is not quite JSON', async () => {
    const { check } = await import(pathToFileURL(join(app('config'), 'node_modules/program-finder/config/index.js')).href);
    const today = new Date(2026, 10, 30);
    assert.deepEqual(check(DEMO, { today }), []);
    const [{ field, message }, ...more] = check({ ...DEMO, contact: { ...DEMO.contact, phone: '555' } }, { today });
    assert.deepEqual([field, more], ['contact.phone', []]);
    assert.match(message, /"555"/);
    assert.match(check('{"name": "A",}', { today })[0].message, /line 1, column 13/);
    assert.match(check('[]', { today })[0].message, /braces/);
    assert.match(
      check('{"name": "A", "name": "B"}', { today })
        .map((one) => one.message)
        .join('\n'),
      /given twice/,
    );
  });

  test('`core` decides as the engine does', async () => {
    const { decide } = await import(pathToFileURL(join(app('core'), 'node_modules/program-finder/core/index.js')).href);
    const { outcome } = decide({ who: 'me', danger: ['medical'] }, {});
    assert.equal(outcome.first_steps[0], 'emergency');
  });

  describe('in apps', { concurrency: 1 }, () => {
    const it = { name: 'chromium', browser: undefined };
    before(async () => {
      it.browser = await launch('chromium');
    });
    after(() => it.browser?.close());

    /** That the page at this address has a finder that works, and got the frame's file as it is shipped. */
    const finds = async (t, url, path = '') => {
      const front = await openFront(url);
      t.after(front.close);
      const opened = await openPage(t, it, new URL(path, front.url).href);
      const visitor = await meet(opened);
      assert.equal(await form(visitor), 'file');
      const src = await opened.evaluate((frame) => frame.src, visitor.element);
      const answer = await fetch(new URL(new URL(src).pathname, url));
      const hash = createHash('sha384')
        .update(Buffer.from(await answer.arrayBuffer()))
        .digest('base64');
      const { files: shipped } = JSON.parse(readFileSync(join(ROOT, 'dist/manifest.json'), 'utf8'));
      assert.equal(hash, shipped[src.split('/').pop()].sha384, 'the frame is served to the letter');
      await works(visitor);
      assert.deepEqual(ours(opened), []);
    };
    const findsIn = async (t, folder, path) => {
      const site = await serve(folder);
      t.after(site.close);
      await finds(t, site.url, path);
    };

    const HTML = page({ script: '<script type="module" src="/main.js"></script>' });
    const SET = "import { setBase } from 'program-finder';\nsetBase('/program-finder/');\n";

    test('the zip, as START.html says: the example, the folder and the lines to paste', async (t) => {
      const { version } = JSON.parse(readFileSync(join(ROOT, 'dist/manifest.json'), 'utf8'));
      const folder = join(APPS, 'out', `program-finder-${version}`);
      const [lines, frame, pinned] = [
        ...readFileSync(join(folder, 'START.html'), 'utf8').matchAll(/<pre><code>([^]*?)<\/code><\/pre>/g),
      ].map(([, text]) =>
        text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]),
      );
      assert.match(frame, /finder\.html/);
      cpSync(join(folder, 'finder.example.json'), join(folder, 'program-finder/finder.json'));
      for (const [name, pasted] of Object.entries({ plain: lines, pinned: lines.replace(/<script[^]*?<\/script>/, pinned) })) {
        writeFileSync(join(folder, `${name}.html`), `<!doctype html><html lang="en"><title>A site</title><body>${pasted}</body></html>`);
        await findsIn(t, folder, `${name}.html`);
      }
      await findsIn(t, folder, 'program-finder/finder.html');
    });

    test('a plain page, with the package served as it is', async (t) => {
      const map = JSON.stringify({ imports: { 'program-finder': '/node_modules/program-finder/index.js' } });
      const script = `<script type="importmap">${map}</script><script type="module">import 'program-finder'</script>`;
      await findsIn(t, app('plain', { 'index.html': page({ script }), 'finder.json': CONFIG }));
    });

    test('no folder is named where it cannot be found: one message says how', async (t) => {
      const folder = app('lost', { 'index.html': HTML, 'finder.json': CONFIG, 'source.js': "import 'program-finder';" });
      run(folder, tool('esbuild'), 'source.js', '--bundle', '--format=iife', '--outfile=main.js', '--log-level=error');
      const site = await serve(folder);
      t.after(site.close);
      await falls(await openPage(t, it, site.url), 'base="/program-finder/"');
    });

    test('esbuild, with `copy` and `setBase`', async (t) => {
      const folder = app('esbuild', { 'index.html': HTML, 'finder.json': CONFIG, 'source.js': SET });
      run(folder, 'npx', '--offline', 'program-finder', 'copy', 'program-finder');
      run(folder, tool('esbuild'), 'source.js', '--bundle', '--minify', '--format=esm', '--outfile=main.js', '--log-level=error');
      await findsIn(t, folder);
    });

    test('webpack, with `copy` and `setBase`', async (t) => {
      const { default: webpack } = await import('webpack');
      const folder = app('webpack', { 'public/index.html': HTML, 'public/finder.json': CONFIG, 'source.js': SET });
      run(folder, 'npx', '--offline', 'program-finder', 'copy', 'public/program-finder');
      const output = { path: join(folder, 'public'), filename: 'main.js' };
      const options = /** @type {const} */ ({ mode: 'production', context: folder, entry: './source.js', output });
      const stats = await new Promise((done, failed) => webpack(options, (error, made) => (error ? failed(error) : done(made))));
      assert.deepEqual([stats.compilation.errors, stats.compilation.warnings], [[], []]);
      for (const name of readdirSync(join(folder, 'public')).filter((one) => one.endsWith('.js')))
        assert.ok(!readFileSync(join(folder, 'public', name), 'utf8').includes(ROOT), `no path of this machine in ${name}`);
      await findsIn(t, join(folder, 'public'));
    });

    /** An example as an app of its own. */
    const example = (name) => {
      const folder = app(name);
      cpSync(join(ROOT, 'examples', name), folder, {
        recursive: true,
        filter: (path) => !/node_modules|package\.json$|\/dist$/.test(path),
      });
      return folder;
    };
    for (const name of ['vite', 'react', 'vue', 'svelte']) {
      test(`the example ${name}, built, and in development`, async (t) => {
        const { build, createServer: develop } = await import('vite');
        const root = example(name);
        for (const base of ['/', '/deep/er/']) {
          if (base !== '/')
            writeFileSync(
              join(root, 'index.html'),
              readFileSync(join(root, 'index.html'), 'utf8').replace('"/finder.json"', `"${base}finder.json"`),
            );
          const common = /** @type {const} */ ({ root, base, logLevel: 'error', configFile: join(root, 'vite.config.js') });
          await build({ ...common, build: { outDir: `dist${base}`, emptyOutDir: true } });
          await findsIn(t, join(root, 'dist'), base);
          const server = await develop({ ...common, server: { port: 0, host: '127.0.0.1', hmr: false } });
          await server.listen();
          t.after(() => server.close());
          await finds(
            t,
            `http://127.0.0.1:${server.config.server.port || /** @type {any} */ (server.httpServer.address()).port}${base}`,
            base,
          );
          if (name !== 'vite') break;
        }
      });
    }

    /** An app of a framework that paints pages on a server, as its makers' own command begins it: what it wants comes from the registry. */
    const framework = (name, wants, files) => {
      const folder = join(APPS, name);
      const all = { 'package.json': '{"private":true,"type":"module"}', 'public/finder.json': CONFIG, ...files };
      for (const [path, text] of Object.entries(all)) {
        mkdirSync(join(folder, path, '..'), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      run(
        folder,
        'npm',
        'install',
        '--prefer-offline',
        '--ignore-scripts',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        ...wants,
        packed,
      );
      run(folder, 'npx', '--offline', 'program-finder', 'copy', 'public/program-finder');
      return folder;
    };

    test('Next: painted on the server, and alive in the browser', async (t) => {
      const folder = framework('next', ['next@16.4.6', 'react@19.3.1', 'react-dom@19.3.1'], {
        'next.config.mjs': "export default { output: 'export', turbopack: { root: import.meta.dirname } };",
        'app/layout.jsx': 'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
        'app/page.jsx': "import { Finder } from './finder.jsx';\nexport default () => <main><h1>A clinic</h1><Finder /></main>;",
        'app/finder.jsx': `'use client';
          ${SET}
          export const Finder = () => (
            <program-finder config="/finder.json" style={{ display: 'block', minHeight: 680 }}>
              <p className="fallback">Call us at <a href="tel:+15555550142">(555) 555-0142</a>.</p>
            </program-finder>
          );`,
      });
      run(folder, 'env', 'NEXT_TELEMETRY_DISABLED=1', 'npx', '--offline', 'next', 'build');
      assert.match(readFileSync(join(folder, 'out/index.html'), 'utf8'), /<program-finder config="\/finder.json"[^]*\(555\) 555-0142/);
      await findsIn(t, join(folder, 'out'));
    });

    test('Astro, built', async (t) => {
      const folder = framework('astro', ['astro@5.18.2'], {
        'src/pages/index.astro': page({ script: `<script>${SET}</script>` }),
      });
      run(folder, 'env', 'ASTRO_TELEMETRY_DISABLED=1', 'npx', '--offline', 'astro', 'build');
      await findsIn(t, join(folder, 'dist'));
    });

    test('the finder of these pages is the one of the documentation', () => assert.ok(HTML.includes(FINDER)));
  });
});
