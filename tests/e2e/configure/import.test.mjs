// Programs from what there is: tables of every kind give the programs that they say, a listing gives drafts and no more, and no text
// makes the import fail. Without a browser: the configurator and the command-line tool read by the same code.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { ROOT } from '../support/site.mjs';
import { LISTINGS, PAGE, PROGRAMS, TABLE } from './sources.mjs';

describe('import', () => {
  let folder;
  /** @type {(text: string) => any} */
  let draftsOf;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'import-'));
    const out = join(folder, 'import.mjs');
    const entry = `
      import { draftsOf } from ${JSON.stringify(join(ROOT, 'www/configure/import/read.js'))};
      import { namesOf } from ${JSON.stringify(join(ROOT, 'www/configure/import/draft.js'))};
      import words from ${JSON.stringify(join(ROOT, 'www/words/config.en.json'))};
      const of = (path, name) => ({ name, choices: Object.entries(words[path].choices ?? {}) });
      const inside = (start) => Object.keys(words).filter((path) => path.startsWith(start) && !/[.[]/.test(path.slice(start.length)));
      const fields = inside('programs[].').map((path) => ({
        ...of(path, path.slice(11)),
        fields: [...inside(path + '.'), ...inside(path + '[].')].map((one) => of(one, one.split('.').at(-1))),
      })).map((field) => ({ ...field, choices: field.choices.length ? field.choices : undefined }));
      const names = namesOf(fields.map((field) => ({ ...field, fields: field.fields.map((one) => ({ ...one, choices: one.choices.length ? one.choices : undefined })) })));
      export const read = (text) => draftsOf(text, names);
    `;
    const esbuild = join(ROOT, 'node_modules/.bin/esbuild');
    execFileSync(esbuild, ['--bundle', '--format=esm', '--loader=js', `--outfile=${out}`], {
      input: entry,
      cwd: ROOT,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    draftsOf = (await import(pathToFileURL(out).href)).read;
  });
  after(() => folder && rmSync(folder, { recursive: true }));

  const rows = (cut, end = '\n') =>
    TABLE.map((row) =>
      row.map((cell) => (/["\n]|[,;\t]/.test(cell) && cut !== '\t' ? `"${cell.replaceAll('"', '""')}"` : cell)).join(cut),
    ).join(end);

  it('reads a table however it was copied or saved', () => {
    const ways = {
      'cells of a spreadsheet': rows('\t', '\r\n'),
      'a CSV file': rows(','),
      'one with semicolons': rows(';'),
      'with CRLF and a byte order mark': `\ufeff${rows(',', '\r\n')}\r\n`,
      'with everything in quotation marks': TABLE.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
      'with empty lines': `${rows('\t')}\n\n\n`,
    };
    for (const [what, text] of Object.entries(ways)) {
      const { programs, unused, from } = draftsOf(text);
      assert.deepEqual(programs, PROGRAMS, what);
      assert.deepEqual([unused, from], [[], 'a table'], what);
    }
  });

  it('says what it does not use, and keeps the rest', () => {
    const { programs, unused } = draftsOf(
      'Program name\tLevel of care\tMeets\tColour\nEvening\tIOP\tsometimes\tred\nDay\tresidential\tMon-Thu 9-12\tblue',
    );
    const days = ['mon', 'tue', 'wed', 'thu'].map((day) => ({ day, from: '09:00', to: '12:00' }));
    assert.deepEqual(programs, [
      { name: 'Evening', level: 'iop' },
      { name: 'Day', schedule: { slots: days } },
    ]);
    assert.deepEqual(unused, [
      'The column "Colour" is not used.',
      'Evening: Meets "sometimes" is not used.',
      'Day: Level of care "residential" is not used.',
    ]);
    assert.match(draftsOf('a\tb\nc\td').unused[0], /no heading "Name"/);
  });

  it('makes drafts of a listing: the levels that it names, and nothing ticked', () => {
    for (const { what, rows, levels, left } of LISTINGS) {
      for (const text of [JSON.stringify({ page: 1, rows }), JSON.stringify(rows)]) {
        const { programs, unused, from } = draftsOf(text);
        assert.equal(from, 'a listing of FindTreatment.gov', what);
        assert.deepEqual(
          programs.map(({ level }) => level),
          levels,
          what,
        );
        for (const program of programs)
          for (const name of ['tracks', 'services', 'schedule', 'checked', 'ages']) assert.ok(!(name in program), `${what}: ${name}`);
        for (const words of left)
          assert.ok(
            unused.some((one) => one.includes(words)),
            `${what}: ${words} in ${unused.join(' ')}`,
          );
      }
    }
    const { contact, suggested, name } = draftsOf(JSON.stringify(LISTINGS[0].rows));
    assert.equal(name, 'Lantern Cove');
    assert.deepEqual(contact, {
      phone: '555-555-0142',
      link: 'https://lanterncove.example',
      address: { lines: ['18 Breakwater Street', 'Suite 2', 'Lantern Cove, ME 04000'] },
    });
    assert.deepEqual(suggested, {
      setting: ['video'],
      tracks: ['veterans', 'dual_diagnosis'],
      services: ['individual', 'case_management'],
      approach: ['cbt'],
      languages: ['es'],
      payers: ['medicaid', 'self_pay'],
    });
  });

  it('reads schema.org data, by itself and in the source of a page', () => {
    const [, data] = /ld\+json">([^]*?)<\/script>/.exec(PAGE);
    for (const text of [data, PAGE]) {
      const { programs, contact, name, unused } = draftsOf(text);
      assert.equal(name, 'Lantern Cove');
      assert.deepEqual(programs, [
        { name: 'Evening Intensive Outpatient Program', level: 'iop' },
        { name: 'PHP', level: 'php' },
        { name: 'Counseling' },
      ]);
      assert.deepEqual(contact, {
        phone: '(555) 555-0142',
        link: 'https://lanterncove.example/',
        address: { lines: ['18 Breakwater Street', 'Lantern Cove, ME 04000'] },
      });
      assert.ok(unused.some((words) => words.includes('"Counseling" does not say its level')));
      assert.ok(unused.some((words) => words.includes('"Residential treatment" is left out')));
    }
  });

  it('fails at no text', () => {
    const pieces = fc.constantFrom(
      'Name',
      'Level',
      '\t',
      ',',
      ';',
      '\n',
      '\r',
      '"',
      '{',
      '}',
      '[',
      ']',
      ':',
      'name1',
      'services',
      'f1',
      'f2',
      'f3',
      '<script',
      '@type',
      '@graph',
      'null',
      '1',
      '\ufeff',
      '\0',
      'Mon 9-12',
      '18+',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    );
    const data = fc
      .jsonValue({ maxDepth: 4 })
      .map((value) =>
        JSON.stringify([
          { name1: value, services: [{ f2: 'SET', f3: value }, value], '@type': 'Organization', makesOffer: value, address: value },
        ]),
      );
    const run = (text) => {
      const { programs, unused } = draftsOf(text);
      return Array.isArray(programs) && (programs.length > 0 || unused.length > 0 || /name1|@type/.test(text));
    };
    fc.assert(fc.property(fc.oneof(texts, data), run), { numRuns: 2000, seed: 15 });
  });
});
