// The way through the questions: danger is met at once, Back and changes keep what was said, and every step can be
// done with the keyboard alone, or with a finger on a small screen.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachEngine } from './support/browsers.mjs';
import { PEOPLE } from './support/people.mjs';
import { readResult } from './support/result.mjs';
import { FINDER, hashed, page } from './support/site.mjs';
import { stripWatcher } from './support/strip.mjs';
import { becomes, change, meet, openPage, until, visit } from './support/visitor.mjs';
import { answerWords, say, voiced } from './support/words.mjs';

const DRINKING = PEOPLE['a substance: daily drinking'];
const TEEN = PEOPLE['a teen'];
const EMERGENCY = PEOPLE['an emergency'];

const chosen = (screen) => screen.options.filter((option) => option.chosen).map((option) => option.words);
const labels = (question, answer, voice = 'self') => [answer].flat().map((option) => voiced(`${question}.${option}`, voice));
const ask = (question, voice = 'self') => say(`${question}.ask.${voice}`);

const ANSWERS = {
  '/page.html': page({
    before: '<h1 style="margin:0 0 300px">Lantern Cove</h1><a href="#top">Top</a>',
    after: '<p><a class="after" href="#end">Address</a></p><p style="height:1200px">',
  }),
};

inEachEngine('the steps', (it) => {
  it.answers = structuredClone(ANSWERS);
  const touchTest = it.name === 'webkit' ? () => {} : test; // WebKit's driver has no finger.
  test('a danger answer brings the safety screen at once; Back and going on both work; the result stays a safety result', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    const strip = stripWatcher();
    await visitor.start();
    await visitor.choose('me');
    await visitor.go();
    await visitor.choose(EMERGENCY.answers.danger);
    let screen = await visitor.go();
    assert.equal(screen.at, 'safety');
    await strip(screen, visitor);
    // The most urgent danger first, each with what to do, and then what to expect.
    assert.equal(screen.heading, voiced('safety.title.medical', 'self'));
    const steps = ['call', 'naloxone', 'again', 'breaths', 'side', 'stay'].map((step) => `safety.overdose.${step}`);
    const inView = [
      'safety.title.suicide',
      'safety.text.medical',
      'safety.lead.suicide',
      'safety.text.suicide',
      'safety.overdose',
      'safety.more',
    ];
    for (const key of inView) assert.ok(screen.words.includes(voiced(key, 'self')), key);
    // What can wait for a moment is folded.
    const all = await visitor.ask(() => document.querySelector('.safety').textContent);
    for (const key of [
      ...steps,
      'safety.poison',
      'safety.expect',
      'safety.someone',
      'safety.spanish',
      'safety.veterans',
      'safety.deaf',
      'safety.trevor',
    ]) {
      assert.ok(all.includes(voiced(key, 'self')), key);
    }
    const links = (selector) =>
      visitor.ask((selector) => [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href')), selector);
    assert.deepEqual(await links('.safety .call'), ['tel:911', 'tel:988', 'sms:988', 'tel:911']);
    const folded = await links('.safety details a');
    for (const address of ['tel:+18002221222', 'https://988lifeline.org/chat/', 'sms:741741?&body=HOME'])
      assert.ok(folded.includes(address), `${address} of ${folded}`);
    // A number in a sentence is a link as well, and nothing but its own number is in it.
    const inSentences = await visitor.ask(() =>
      [...document.querySelectorAll('.safety p a, .safety li a')].map((link) => [link.textContent, link.getAttribute('href')]),
    );
    for (const pair of [
      ['911', 'tel:911'],
      ['988', 'tel:988'],
      ['838255', 'sms:838255'],
      ['1-866-488-7386', 'tel:+18664887386'],
      ['START to 678678', 'sms:678678?&body=START'],
    ]) {
      assert.ok(
        inSentences.some((link) => String(link) === String(pair)),
        `${pair} of ${inSentences}`,
      );
    }
    assert.equal(
      await visitor.ask(() => document.querySelectorAll('dialog, [role=dialog], [role=alertdialog]').length),
      0,
      'a screen, not a dialog',
    );

    screen = await visitor.back();
    assert.equal(screen.heading, ask('danger'));
    assert.deepEqual(chosen(screen), labels('danger', EMERGENCY.answers.danger));

    // Taken back, it is no danger.
    await visitor.press('None of these', () => document.querySelectorAll('.stage .option')[5]);
    screen = await visitor.go();
    assert.equal(screen.heading, ask('concern'));
    await visitor.back();

    // Said again, and gone on from: whatever else is answered, safety comes first.
    await visitor.choose(['being_hurt']);
    screen = await visitor.go();
    assert.equal(screen.heading, voiced('safety.title.being_hurt', 'self'));
    screen = await visitor.turn(() => visitor.pressWords(voiced('safety.go_on', 'self')), 'going on');
    const calm = {
      concern: 'mental_health',
      suicide: 'none',
      mind: 'little',
      signs: 'none',
      heavy: 'none',
      body: 'none',
      home: 'supportive',
      care: 'none',
    };
    while (screen.at === 'question') {
      const asked = Object.keys(calm).find((question) => screen.heading === ask(question));
      assert.ok(asked, screen.heading);
      await visitor.choose(calm[asked]);
      screen = await visitor.go();
    }
    assert.equal(screen.at, 'result');
    const result = await readResult(visitor);
    assert.equal(result.heading, say('result.heading.emergency'));
    assert.ok(result.tops.safety < result.tops.suggestion);
    assert.ok(
      result.words.includes(say('result.programs.later')) && result.programs.length > 0 && result.programs.every(({ folded }) => folded),
      'programs can wait',
    );
    const calls = await visitor.ask(() =>
      [...document.querySelectorAll('.steps > .danger > .calls a')].map((link) => link.getAttribute('href')),
    );
    assert.equal(calls[0], 'tel:911');
    assert.ok(calls.includes('tel:+18007997233'), `whom to reach: ${calls}`);
  });

  test('choosing never leaves a question, Continue without a choice says what is missing, and Back keeps the answers', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.start();
    let screen = await visitor.go();
    assert.equal(screen.heading, ask('who'));
    assert.equal(screen.error, `${say('error.title')} ${say('who.error')}`);
    assert.equal(await visitor.ask(() => document.activeElement.className), 'error-summary');
    // Every radio of a question can be chosen, one after the other.
    for (const option of ['me_teen', 'child', 'other_adult']) {
      await visitor.choose(option);
      screen = await visitor.look();
      assert.equal(screen.heading, ask('who'));
      assert.deepEqual(chosen(screen), labels('who', option));
    }
    screen = await visitor.go();
    assert.equal(screen.heading, ask('danger', 'other'), 'and the words follow the answer');
    await visitor.choose(['none']);
    await visitor.go();
    await visitor.choose('mental_health');
    await visitor.go();
    await visitor.choose(['wish']);
    await visitor.go();
    await visitor.choose('some');
    await visitor.go();
    for (const [question, answer] of [
      ['mind', 'some'],
      ['suicide', ['wish']],
      ['concern', 'mental_health'],
      ['danger', ['none']],
      ['who', 'other_adult'],
    ]) {
      screen = await visitor.back();
      assert.equal(screen.heading, ask(question, question === 'who' ? 'self' : 'other'));
      assert.deepEqual(chosen(screen), labels(question, answer, 'other'));
      assert.equal(screen.focus, 'heading');
    }
    assert.ok(!screen.buttons.includes(say('nav.back')), 'there is nothing before the first question');
  });

  test('from the result one answer is changed, and what it changed is said; Start over forgets', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await visitor.complete(TEEN.answers);
    const moved = (key, before, answer) =>
      say(`result.${key}`, {
        question: say('mind.name'),
        before: answerWords('mind', before, 'teen'),
        answer: answerWords('mind', answer, 'teen'),
      });
    let screen = await change(visitor, 'mind');
    assert.equal(screen.heading, ask('mind', 'teen'));
    assert.deepEqual(chosen(screen), labels('mind', 'most_days', 'teen'));
    await visitor.choose('nearly_always');
    screen = await visitor.go();
    assert.equal(screen.at, 'result');
    assert.equal(screen.status, moved('moved.php', 'most_days', 'nearly_always'));
    const result = await readResult(visitor);
    assert.equal(result.suggestion, say('result.heading.php'));
    assert.ok(result.answers.some(([name, words]) => name === say('mind.name') && words === answerWords('mind', 'nearly_always', 'teen')));

    // An answer that a reason quotes leads to its question as well.
    const quoted = say('result.edit.name', { answer: answerWords('mind', 'nearly_always', 'teen'), question: say('mind.name') });
    screen = await visitor.turn(() => visitor.pressWords(quoted), 'the answer that is quoted');
    assert.equal(screen.heading, ask('mind', 'teen'));
    await visitor.choose('most_days');
    screen = await visitor.go();
    assert.equal(screen.status, moved('moved.iop', 'nearly_always', 'most_days'));

    await visitor.pressWords(say('nav.restart'));
    await until(async () => (await visitor.look()).at === 'start', 'the start screen');
    screen = await visitor.start();
    assert.equal(screen.heading, ask('who'));
    assert.deepEqual(chosen(screen), []);
  });

  test('a whole visit with the keyboard alone: Tab, arrows, Space and Enter', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { hand: 'keys' });
    const strip = stripWatcher();
    // From the page's own first link into the frame; press() goes on with Tab until it is where it wants to be.
    await visitor.page.evaluate(() => document.querySelector('a').focus({ preventScroll: true }));
    await visitor.complete(DRINKING.answers, (screen) => strip(screen, visitor));
    assert.equal((await readResult(visitor)).suggestion, say(DRINKING.suggestion));
    // To change an answer, and back.
    await change(visitor, 'care');
    const screen = await visitor.back();
    assert.equal(screen.at, 'result');
    assert.equal(screen.focus, 'heading');
    // Quick exit is reached backwards, before everything else, and Tab leads out of the finder at its end.
    const exit = await visitor.hold(() => document.querySelector('.exit'));
    await visitor.tabTo('quick exit', exit);
    // The bar with the two ways to talk is last.
    const last = await visitor.hold(() =>
      [...document.querySelectorAll('.page a, .page button, .page summary')].filter((one) => one.checkVisibility()).at(-1),
    );
    await visitor.ask((button) => button.focus({ preventScroll: true }), last);
    await visitor.page.keyboard.press('Tab');
    await until(() => visitor.page.evaluate(() => document.activeElement.className === 'after'), 'focus on the page after the finder');
  });

  test('Enter on an option goes on; letters and digits do nothing', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'), { hand: 'keys' });
    await visitor.start();
    await visitor.choose('my_teen');
    for (const key of ['b', 'n', '1', 'y', '/']) await visitor.page.keyboard.press(key);
    assert.equal((await visitor.look()).heading, ask('who'));
    const screen = await visitor.turn(() => visitor.page.keyboard.press('Enter'), 'Enter');
    assert.equal(screen.heading, ask('danger', 'child'));
  });

  touchTest('a whole visit by touch on a small screen: over the whole page, and the page is as it was after Close', async (t) => {
    const opened = await openPage(t, it, it.site.url('/page.html'), { width: 360, height: 740, touch: true });
    const state = () =>
      opened.evaluate(() => ({
        scroll: [scrollX, scrollY],
        html: document.documentElement.getAttribute('style'),
        body: document.body.getAttribute('style'),
        overflow: [getComputedStyle(document.documentElement).overflow, getComputedStyle(document.body).overflow],
        finder: document.querySelector('program-finder').getAttribute('style'),
      }));
    const over = () =>
      opened.evaluate(() => {
        const finder = document.querySelector('program-finder');
        // But for the bar that a browser on a desktop scrolls with.
        const { clientWidth: right, clientHeight: bottom } = document.documentElement;
        const corners = [
          [2, 2],
          [right - 3, 2],
          [2, bottom - 3],
          [right - 3, bottom - 3],
        ];
        return corners.every(([x, y]) => document.elementFromPoint(x, y) === finder);
      });
    const visitor = await meet(opened, { hand: 'touch' });
    const loads = () => it.site.requests.filter((request) => request.path === hashed('frame.en.html')).length;
    const [before, loaded] = [await state(), loads()];
    assert.equal(await over(), false);

    const strip = stripWatcher();
    await visitor.start();
    await until(over, 'the finder over the whole page');
    assert.equal(await visitor.ask(() => innerWidth), await opened.evaluate(() => document.documentElement.clientWidth));
    await visitor.choose('me');
    await visitor.go();
    await visitor.choose(['none']);
    let screen = await visitor.go();
    await strip(screen, visitor);

    const close = () => visitor.press('Close', () => document.querySelector('.close'));
    await close();
    await until(async () => !(await over()), 'the page again');
    await becomes(state, before);
    // What was asked is not left lying on the page; it comes back with the answers.
    await until(async () => (screen = await visitor.look()).at === 'start', 'the start screen');
    assert.deepEqual(screen.buttons, [say('nav.continue')]);
    await visitor.press('Continue', () => document.querySelector('.start .primary'));
    await until(over, 'the finder over the whole page again');
    await until(async () => (screen = await visitor.look()).at === 'question', 'the question');
    assert.equal(screen.heading, ask('concern'));

    while (screen.at === 'question') {
      await strip(screen, visitor);
      const question = Object.keys(DRINKING.answers).find((name) => screen.heading === ask(name));
      await visitor.choose(DRINKING.answers[question]);
      screen = await visitor.go();
    }
    await strip(screen, visitor);
    assert.equal((await readResult(visitor)).suggestion, say(DRINKING.suggestion));
    assert.equal(await visitor.ask(() => document.scrollingElement.scrollWidth <= innerWidth), true, 'nothing is cut off at the side');
    await close();
    await until(async () => !(await over()), 'the page again');
    await becomes(state, before);
    assert.equal(loads(), loaded, 'the frame was never loaded anew');
  });

  test('as a dialog it opens over the page, keeps focus inside, and Escape closes it', async (t) => {
    it.site.answers['/dialog.html'] = page({
      finder: FINDER.replace('<program-finder', '<program-finder display="dialog"'),
      after: '<button class="behind">Menu</button>',
    });
    const visitor = await visit(t, it, it.site.url('/dialog.html'));
    const open = () =>
      visitor.page.evaluate(() => Boolean(document.querySelector('program-finder').shadowRoot.querySelector('dialog[open]')));
    const overPage = () =>
      visitor.page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2) === document.querySelector('program-finder'));
    assert.equal(await open(), false);
    const screen = await visitor.start();
    await until(open, 'the dialog');
    assert.equal(screen.heading, ask('who'));
    assert.ok(await overPage());
    // What is behind cannot be reached.
    await visitor.page.evaluate(() => document.querySelector('.behind').focus());
    assert.notEqual(await visitor.page.evaluate(() => document.activeElement.className), 'behind');
    await visitor.choose('me');
    await visitor.page.keyboard.press('Escape');
    await until(async () => !(await open()), 'the page again');
    await until(() => visitor.ask(() => document.hasFocus() && document.activeElement.matches('.start .primary')), 'focus on Continue');
    assert.deepEqual((await visitor.look()).buttons, [say('nav.continue')]);
    // Pressed with a key, it goes on where it was.
    await visitor.page.keyboard.press('Enter');
    await until(open, 'the dialog again');
    const again = await until(async () => {
      const now = await visitor.look();
      return now.at === 'question' && now;
    }, 'the question');
    assert.equal(again.heading, ask('who'));
    assert.deepEqual(chosen(again), labels('who', 'me'));
  });
});
