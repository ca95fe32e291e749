// Every file that is shipped, changed, cut off, late, never there or of the wrong type: what the browser can tell to be
// wrong does not run, and visitors see the finder in its other form, or the provider's words. Never half a finder.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { fallback, falls, form, works } from './support/mounted.mjs';
import { fileOf, hashed, openSite, page } from './support/site.mjs';
import { meet, openPage, until } from './support/visitor.mjs';

/** @import { Answer } from './support/site.mjs' */

const LOADER = '/program-finder/program-finder.js';
const FILE = hashed('frame.en.html');
const STUB = hashed('frame.en.js');
const WORDS = hashed('text.es.json');
const CONFIG = '/finder.json';

const INTEGRITY = `sha384-${createHash('sha384')
  .update(readFileSync(fileOf(LOADER)))
  .digest('base64')}`;
const PINNED = page({ script: `<script src="${LOADER}" integrity="${INTEGRITY}" async></script>` });

const type = (name) => ({ headers: { 'content-type': name, 'x-content-type-options': 'nosniff' } });
const cut = (part) => ({ change: (bytes) => bytes.subarray(0, bytes.length * part) });
const flip = (place) => ({
  change: (bytes) => {
    const changed = Buffer.from(bytes);
    changed[place(changed)] ^= 1;
    return changed;
  },
});
const GONE = { status: 404 };
const middle = (bytes) => bytes.length >> 1;

/** Where the file is not there, so that only the stub could start. */
const stub = (answer) => ({ [FILE]: GONE, [STUB]: answer });

/** What comes of it: `file`, `stub`, `words` for the provider's, or a list of what the message has to say. */
/** @type {Record<string, [Record<string, Answer>, string | string[]]>} */
const FAULTS = {
  'the loader, as the page names it by its hash': [{ '/page.html': PINNED }, 'file'],
  'the loader, a byte of it changed, where the page names its hash': [{ '/page.html': PINNED, [LOADER]: flip(middle) }, 'words'],
  'the loader, cut off': [{ [LOADER]: cut(0.6) }, 'words'],
  'the loader, never there': [{ [LOADER]: { hang: true } }, 'words'],
  'the loader, as plain text': [{ [LOADER]: type('text/plain') }, 'words'],
  'the loader, late': [{ [LOADER]: { delay: 1500 } }, 'file'],
  'the file, as plain text': [{ [FILE]: type('text/plain') }, 'stub'],
  'the file, as a download': [{ [FILE]: type('application/octet-stream') }, 'stub'],
  'the file, late': [{ [FILE]: { delay: 1500 } }, 'file'],
  'the file, in another charset': [{ [FILE]: type('text/html; charset=iso-8859-1') }, 'file'],
  'the file, never there': [{ [FILE]: { hang: true } }, 'stub'],
  'both forms, never there': [{ [FILE]: { hang: true }, [STUB]: { hang: true } }, [FILE, STUB]],
  'the stub, as plain text': [stub(type('text/plain')), [FILE, STUB]],
  'the stub, late': [stub({ delay: 1500 }), 'stub'],
  'the stub, in another charset': [stub(type('text/javascript; charset=iso-8859-1')), 'stub'],
  'the stub, cut off in the shell': [stub(cut(0.05)), [STUB]],
  'the stub, cut off in the module': [stub(cut(0.8)), [STUB]],
  'the configuration, cut off': [{ [CONFIG]: cut(0.5) }, [CONFIG, 'JSON']],
  'the configuration, as plain text': [{ [CONFIG]: type('text/plain') }, 'file'],
  'the configuration, late': [{ [CONFIG]: { delay: 1500 } }, 'file'],
  'the configuration, never there': [{ [CONFIG]: { hang: true } }, ['configuration', 'in time']],
};

inEachEngine('the files', (it) => {
  for (const [name, [answers, comes]] of Object.entries(FAULTS)) {
    // WebKit's driver says nothing of a page that still loads.
    if (it.name === 'webkit' && Object(answers[LOADER]).hang) continue;
    test(name, async (t) => {
      const site = await (answers['/page.html'] ? openSite : it.open)({ '/page.html': page(), ...answers });
      t.after(site.close);
      const opened = await openPage(t, it, site.url('/first.html'));
      // Not waited for: a page whose script never comes has never loaded.
      await opened.evaluate((address) => void setTimeout(() => (location.href = address)), site.url('/page.html'));
      await until(() => opened.evaluate(() => Boolean(document.querySelector('.fallback'))).catch(() => false), 'the page');
      if (comes === 'words') {
        await new Promise((go) => setTimeout(go, 500));
        return fallback(opened);
      }
      if (Array.isArray(comes)) return falls(opened, ...comes);
      const visitor = await meet(opened);
      assert.equal(await form(visitor), comes);
      return works(visitor);
    });
  }

  for (const [how, answer] of Object.entries({
    missing: GONE,
    'cut off': cut(0.5),
    'a web page': { body: '<!doctype html><p>Hello' },
  })) {
    test(`the other language's words, ${how}: the finder stays as it is, and the console says so`, async (t) => {
      const site = await it.open({ '/page.html': page(), [WORDS]: answer });
      t.after(site.close);
      const opened = await openPage(t, it, site.url('/page.html'));
      const visitor = await meet(opened);
      await visitor.press('the other language', () => document.querySelector('.switch'));
      await until(async () => {
        await opened.evaluate(() => {});
        return opened.said.some(({ text, type }) => type === 'error' && text.startsWith('program-finder'));
      }, 'a message');
      await works(visitor);
    });
  }
});
