// What a visitor takes along of a result: on paper, as a file, as text. Each has the summary alone, and the answers only
// where the visitor wants them there.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { speak } from './support/languages.mjs';
import { testIf } from './support/level.mjs';
import { PEOPLE } from './support/people.mjs';
import { record } from './support/record.mjs';
import { page } from './support/site.mjs';
import { becomes, could, until, visit } from './support/visitor.mjs';
import { answerWords, DEMO, say } from './support/words.mjs';

const CLOSE = PEOPLE['both: cocaine every day, and most days undone'];
const ANSWERS = { '/page.html': page({ after: '<p class="host">Words of the page</p><textarea rows="4"></textarea>' }) };

/** Answers, and when they could come, in words that nothing else on what is kept has in them. */
const TOLD = [
  say('week.weekends'),
  answerWords('substances', 'stimulants', 'self'),
  answerWords('mind', 'most_days', 'self'),
  answerWords('use', 'daily', 'self'),
];
const SUMMARY = [
  say('result.heading.close.iop_php'),
  say('keep.crisis'),
  say('asks.title'),
  say('asks.cost'),
  DEMO.contact.phone,
  DEMO.contact.email,
  DEMO.contact.link,
  DEMO.name,
  'Both Together IOP',
  say('result.sub.self'),
  say('add.dual_diagnosis.title'),
];
const NEVER = ['Words of the page', say('nav.restart'), say('result.compare'), say('keep.note'), say('exit.label'), 'Weekly counseling'];

const has = (text, words) => words.filter((one) => text.includes(one));
const plain = (text) => text.replace(/\s+/g, ' ');

/** That this is the summary, with the answers on it or without. */
const isSummary = (words, answers) => {
  const text = plain(words);
  assert.deepEqual(
    SUMMARY.filter((one) => !text.includes(one)),
    [],
    text,
  );
  assert.deepEqual(has(text, NEVER), []);
  assert.deepEqual(has(text, TOLD), answers ? TOLD : [], text);
};

const pressKeep = (visitor, way) => visitor.pressWords(say(`keep.${way}`));
const include = (visitor) => visitor.press('the answers', () => document.querySelector('.keep .option'));
const told = (visitor) => visitor.ask(() => document.querySelector('.kept').innerText);

inEachEngine('what can be kept', (it) => {
  it.answers = structuredClone(ANSWERS);

  const resultOf = async (t, options) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), options);
    await visitor.arrive(CLOSE.answers);
    await could(visitor, say('week.weekends'));
    return visitor;
  };

  test('copied: what is pasted is the summary, and focus and screen stay', async (t) => {
    const visitor = await resultOf(t);
    // Pasted where every script of the page could read it. The finder says so beside the button.
    const pasted = async () => {
      await visitor.page.evaluate(() => {
        document.querySelector('textarea').value = '';
        document.querySelector('textarea').scrollIntoView();
      });
      await visitor.page.click('textarea');
      await visitor.page.keyboard.down('Control');
      await visitor.page.keyboard.press('v');
      await visitor.page.keyboard.up('Control');
      return until(() => visitor.page.evaluate(() => document.querySelector('textarea').value), 'what was copied');
    };
    await visitor.approach();
    await pressKeep(visitor, 'copy');
    await becomes(() => told(visitor), say('keep.done.copy'), 'it is said beside the buttons');
    assert.equal(
      await visitor.ask(() => document.querySelector('.status').textContent),
      say('keep.done.copy'),
      'and to those who hear the screen',
    );
    assert.equal(await visitor.ask(() => document.activeElement.innerText), say('keep.copy'));
    assert.equal(await visitor.ask(() => getComputedStyle(document.querySelector('.summary')).display), 'none');
    assert.equal(await visitor.ask(() => getSelection().toString()), '');
    isSummary(await pasted(), false);

    await visitor.approach();
    await include(visitor);
    await pressKeep(visitor, 'copy');
    isSummary(await pasted(), true);

    // Taken back, nothing is left of them.
    await visitor.approach();
    await include(visitor);
    assert.equal(await visitor.ask(() => document.querySelector('.summary').childElementCount), 0);
    await pressKeep(visitor, 'copy');
    isSummary(await pasted(), false);
    record(['links', 'Copy as text', it.name], 'copied');
  });

  test('printed: the frame alone is asked to print, with the summary alone on paper', async (t) => {
    const visitor = await resultOf(t);
    await visitor.ask(() => {
      self.printed = [];
      // The dialog of the system cannot be seen by a test. What it would be given is what is there at that moment.
      self.browserPrints = self.print;
      self.print = () => printed.push(document.querySelector('.summary').innerText || document.querySelector('.summary').textContent);
    });
    await pressKeep(visitor, 'print');
    await becomes(() => told(visitor), say('keep.done.print'), 'and what to do where nothing opens');
    assert.equal(await visitor.ask(() => printed.length), 1);
    assert.match(await visitor.ask(() => document.querySelector('.summary time').textContent), /\d{4}/, 'with the day on it');

    // The browser's own: the sandbox lets it be called, and a browser that begins to print says so to the frame.
    const begun = visitor.ask(() => {
      let begun = false;
      addEventListener('beforeprint', () => (begun = true), { once: true });
      browserPrints.call(self);
      return begun;
    });
    begun.catch(() => {}); // An open dialog goes away with the window, and never answers.
    const dialog = new Promise((open) => setTimeout(open, 2000, 'a print dialog opens'));
    const found = await Promise.race([dialog, begun]);
    assert.deepEqual(
      visitor.page.said.filter(({ text }) => /sandbox|Ignored call/.test(text)),
      [],
    );
    const what = { true: 'the summary is printed', false: 'whether a dialog opened could not be seen' };
    record(['links', 'Print', it.name], what[found] ?? found);
  });

  testIf(it.name === 'chromium')('"Not now" leads to what can be kept, and no answer is on it unless it is wanted', async (t) => {
    const visitor = await resultOf(t);
    await visitor.pressWords(say('contact.not_now'));
    await until(() => visitor.ask((title) => document.activeElement.innerText === title, say('keep.title')), 'focus on what can be kept');
    const place = await visitor.ask(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      const head = document.querySelector('.head').getBoundingClientRect().bottom;
      return { top, bottom, head, height: innerHeight };
    });
    assert.ok(place.top >= place.head - 1 && place.bottom <= place.height, JSON.stringify(place));
    assert.equal(await visitor.ask(() => document.querySelector('.keep input').checked), false);
    // It is one of the ways to go on, beside them: nobody is pressed to call.
    const ways = await visitor.ask(() => [...document.querySelectorAll('.contact :is(a, button)')].map((one) => one.textContent));
    assert.equal(ways.length, 6, `call, text, email, page, map, and not now: ${ways}`);
    assert.ok(await visitor.ask((words) => document.querySelector('.contact').textContent.includes(words), say('contact.later')));
  });

  test('saved: a file with a name that tells nothing', async (t) => {
    if (it.name === 'webkit') return record(['links', 'Save as a file', it.name], 'whether a file was saved could not be seen'); // Its driver does not tell.
    const downloads = mkdtempSync(join(tmpdir(), 'saved-'));
    t.after(() => rmSync(downloads, { recursive: true }));
    const visitor = await resultOf(t, { downloads });
    const file = join(downloads, 'summary.html');
    const saved = async () => {
      const html = await until(
        () => existsSync(file) && readFileSync(file, 'utf8').includes('</html>') && readFileSync(file, 'utf8'),
        'the file',
      );
      assert.deepEqual(readdirSync(downloads), ['summary.html']);
      rmSync(file);
      return html;
    };
    const words = (html) =>
      html
        .replace(/<style>.*?<\/style>/s, '')
        .replace(/<\/?a\b[^>]*>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replaceAll('&amp;', '&');
    const before = it.site.requests.length;
    await pressKeep(visitor, 'save');
    const first = await saved();
    isSummary(words(first), false);
    assert.ok(first.includes('<title>Summary</title>') && first.includes('lang="en"') && !/<script|src=/.test(first), first.slice(0, 500));
    await becomes(() => told(visitor), say('keep.done.save'), 'it is said beside the buttons');

    await include(visitor);
    await pressKeep(visitor, 'save');
    isSummary(words(await saved()), true);
    assert.equal(it.site.requests.length, before, 'nothing was asked of any server');
    record(['links', 'Save as a file', it.name], 'summary.html is saved');
  });

  if (it.name !== 'chromium') return; // Its driver alone makes a PDF of a page, and forces colors.
  test('on paper: two pages at most, Letter and A4, in both languages, black on white, and nothing else', async (t) => {
    const visitor = await resultOf(t);
    await visitor.ask(() => (self.print = () => {}));
    const printed = [];
    for (const [lang, answers] of [
      ['en', false],
      ['en', true],
      ['es', true],
      ['es', false],
    ]) {
      await speak(visitor, lang);
      const ticked = await visitor.ask(() => document.querySelector('.keep input').checked);
      if (ticked !== answers) await include(visitor);
      await visitor.press('Print', () => document.querySelectorAll('.keep .ways button')[0]);
      const html = await visitor.ask(() => {
        const copy = /** @type {HTMLElement} */ (self.document.documentElement.cloneNode(true));
        for (const script of copy.querySelectorAll('script, meta, template')) script.remove();
        const inside = [...document.querySelector('.page').getRootNode().children].map((one) => one.outerHTML).join('');
        return { outside: `<!doctype html>${copy.outerHTML}`, inside };
      });
      printed.push({ lang, answers, ...html });
    }

    // Only now: a window that another one lies before paints nothing, and the visitor's must.
    const paper = await visitor.page.browserContext().newPage();
    await paper.emulateMediaType('print');
    for (const { lang, answers, outside, inside } of printed) {
      await paper.setContent(outside);
      const shown = await paper.evaluate((html) => {
        const root = document.body.attachShadow({ mode: 'open' });
        root.innerHTML = html;
        const seen = [...root.querySelectorAll('.page *')].filter(
          (one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
        );
        const black = (one) => getComputedStyle(one).color === 'rgb(0, 0, 0)';
        return {
          text: root.querySelector('.page').innerText,
          colored: seen.filter((one) => !black(one)).map((one) => one.outerHTML.slice(0, 100)),
        };
      }, inside);
      if (lang === 'en') isSummary(shown.text, answers);
      assert.deepEqual(shown.colored, [], 'black alone, so gray loses nothing');
      for (const format of /** @type {const} */ (['letter', 'a4'])) {
        const pdf = Buffer.from(await paper.pdf({ format, margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } })).toString(
          'latin1',
        );
        const pages = pdf.match(/\/Type\s*\/Page\b/g).length;
        assert.ok(pages <= 2, `${pages} pages of ${format}, ${lang}, ${answers ? 'with' : 'without'} answers`);
      }
    }
  });
});
