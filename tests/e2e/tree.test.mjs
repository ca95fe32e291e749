// What a screen reader is told: groups, names, descriptions, headings and tables in Chromium's accessibility tree.

import assert from 'node:assert/strict';
import test from 'node:test';
import { inEachBrowser } from './support/browsers.mjs';
import { FINDER, page } from './support/site.mjs';
import { mistake, tour } from './support/tour.mjs';
import { ofRole, treeOf } from './support/tree.mjs';
import { unfold, visit } from './support/visitor.mjs';
import { SWITCH, say, TEXT } from './support/words.mjs';

const ANSWERS = { '/page.html': page(), '/bare.html': page({ finder: FINDER.replace(' config="/finder.json"', '') }) };

/** What stands before every screen, always in one order. */
const STANDING = [
  ['StaticText', 'strip.ask'],
  ['link', 'strip.call988'],
  ['link', 'strip.text988'],
  ['link', 'strip.call911'],
  ['button', undefined, SWITCH],
  ['link', 'exit.label'],
  ['status', undefined],
].map(([role, key, words = key ? say(key) : '']) => `${role} ${words}`.trim());

/** The words on a question's screen, by what they are. */
const wordsOn = (visitor) =>
  visitor.ask(() => {
    const all = (selector) =>
      [...document.querySelectorAll(selector)]
        .filter((one) => one.getClientRects().length)
        .map((one) => one.innerText.replace(/\s+/g, ' ').trim());
    return {
      question: all('.stage h2')[0],
      hints: all('.stage .hint'),
      errors: all('.stage .error'),
      options: all('.stage .option'),
    };
  });

inEachBrowser('the accessibility tree', (it) => {
  if (it.name !== 'chromium') return; // Firefox's driver does not show its own.
  it.answers = structuredClone(ANSWERS);

  test('each question is a group with its name and description, and each option is named as it reads', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    const asked = new Set();
    await tour(visitor, async (name) => {
      const screen = await visitor.look();
      if (screen.at !== 'question') return;
      asked.add(name);
      const words = await wordsOn(visitor);
      const tree = await treeOf(visitor);
      const [group, ...more] = ofRole(tree, 'group', 'radiogroup');
      assert.deepEqual(
        more.map((one) => one.name),
        [],
        `${name}: one group`,
      );
      assert.equal(group.name, words.question, name);
      assert.equal(group.description, [...words.hints, ...words.errors].join(' '), name);
      assert.equal(words.errors.length, name.endsWith('missed') ? 1 : 0, name);
      assert.deepEqual(
        ofRole(group.inside, 'radio', 'checkbox').map((one) => one.name),
        words.options,
        name,
      );
      assert.equal(new Set(ofRole(group.inside, 'radio', 'checkbox').map((one) => one.role)).size, 1, name);
      assert.deepEqual(ofRole(tree, 'radio', 'checkbox').length, words.options.length, `${name}: no option outside the group`);
      // Once as the group's name, and once as a heading in it.
      assert.deepEqual(
        tree.filter((one) => one.name === words.question).map((one) => one.role),
        ['group', 'heading', 'StaticText'],
        name,
      );
      const [heading] = ofRole(group.inside, 'heading');
      assert.equal(heading.level, 2, name);
      assert.ok(name.endsWith('missed') || heading.focused, `${name}: the heading has focus`);
    });
    assert.ok(asked.size >= 15, [...asked].join(' '));
  });

  test('on every screen the same things come first, in the same order, and no two that differ have one name', async (t) => {
    const visitor = await visit(t, it, it.site.url('/bare.html'));
    let status;
    let standing;
    await tour(visitor, async (name) => {
      const tree = await treeOf(visitor);
      const [, ...rest] = tree; // After the document itself.
      const first = rest.filter(
        (one) => !(one.role === 'StaticText' && /^(link|button)$/.test(one.path.at(-1))) && one.role !== 'paragraph',
      );
      const order = first.slice(0, STANDING.length).map((one) => `${one.role} ${one.name}`.trim());
      assert.deepEqual([...order].sort(), [...STANDING].sort(), name);
      assert.deepEqual(order, standing ?? order, name);
      standing = order;
      // One region for messages, there from the first screen on, and never made anew.
      const [region, ...others] = ofRole(tree, 'status', 'alert', 'log');
      assert.equal(others.length, 0, name);
      assert.equal(region.live, 'polite', name);
      assert.equal(region.id, status ?? region.id, `${name}: the message region is another one`);
      status = region.id;
      // Nothing that counts, weighs or rates a person.
      assert.deepEqual(
        ofRole(tree, 'meter', 'progressbar', 'slider', 'ProgressIndicator', 'image', 'img').map((one) => one.name),
        [],
        name,
      );
      assert.ok(!tree.some((one) => /[%★☆⭐]|\d+ ?\/ ?\d+/.test(one.name)), `${name}: a rating`);
      // Two links of one name lead to one place, and no two buttons have one name; but a reason, too, can be changed at.
      const change = say('result.edit.name', { answer: '', question: '' });
      const names = new Map();
      for (const { role, name: words, url, id } of ofRole(tree, 'link', 'button')) {
        assert.ok(words, `${name}: a ${role} without a name`);
        const where = url ?? (words.includes(change) ? words : id);
        assert.equal(names.get(`${role} ${words}`) ?? where, where, `${name}: two that differ are called "${words}"`);
        names.set(`${role} ${words}`, where);
      }
      // One heading of the second level, which is the screen's name; the provider's page has the first.
      const headings = ofRole(tree, 'heading');
      assert.equal(headings.filter((one) => one.level === 2).length, 1, name);
      assert.ok(
        headings.every((one) => one.level >= 2 && one.name),
        name,
      );
      assert.equal(new Set(headings.map((one) => one.name)).size, headings.length, `${name}: two headings are alike`);
    });
  });

  test('an error is heard: focus is on the summary, it says what is missing, and leads to the first option', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    await tour(visitor, async (name) => {
      if (!TEXT[`${name}.error`]) return;
      await mistake(visitor);
      const error = say(`${name}.error`);
      const tree = await treeOf(visitor);
      const summary = tree.findLast((one) => one.focused);
      assert.equal(summary.name, `${say('error.title')} ${error}`, name);
      assert.deepEqual(
        ofRole(summary.inside, 'button', 'link').map((one) => one.name),
        [error],
        name,
      );
      assert.ok(ofRole(tree, 'group')[0].description.endsWith(error), name);
      await visitor.pressWords(error);
      const at = await visitor.ask(() => {
        const bar = Math.max(
          ...[...document.querySelectorAll('.crisis, .bar')]
            .filter((one) => getComputedStyle(one.parentElement).position === 'sticky' || getComputedStyle(one).position === 'sticky')
            .map((one) => one.getBoundingClientRect().bottom),
          0,
        );
        const { top, bottom } = document.querySelector('legend').getBoundingClientRect();
        return {
          first: document.activeElement === document.querySelector('.stage input'),
          legend: top >= bar && bottom <= innerHeight,
        };
      });
      assert.deepEqual(at, { first: true, legend: true }, `${name}: focus on the first option, with the question in view`);
    });
  });

  test('the comparison is a table: a caption, heads of rows and columns, no empty cell, and the suggestion in words', async (t) => {
    const visitor = await visit(t, it, it.site.url('/page.html'));
    let tables = 0;
    await tour(visitor, async (name) => {
      if (!name.startsWith('result: ')) return;
      await unfold(visitor, say('result.compare'));
      const [table] = ofRole(await treeOf(visitor), 'table');
      if (!table) return;
      tables += 1;
      assert.equal(table.name, say('compare.caption'), name);
      const rows = ofRole(table.inside, 'row').map((row) => ofRole(row.inside, 'columnheader', 'rowheader', 'cell', 'gridcell'));
      const [head, ...body] = rows;
      assert.ok(body.length >= 6, name);
      assert.ok(
        head.slice(1).every((cell) => cell.role === 'columnheader' && cell.name),
        name,
      );
      for (const [first, ...cells] of body) {
        assert.equal(first.role, 'rowheader', name);
        assert.equal(cells.length, head.length - 1, name);
        assert.ok(
          [first, ...cells].every((cell) => cell.name),
          `${name}: an empty cell in "${first.name}"`,
        );
      }
      const marked = head.filter((cell) => cell.name.includes(say('compare.suggested')));
      const shown = await visitor.ask(() => document.querySelectorAll('.compare .suggested').length);
      assert.equal(marked.length, shown, name);
    });
    assert.ok(tables >= 4, `${tables} results with a table`);
  });
});
