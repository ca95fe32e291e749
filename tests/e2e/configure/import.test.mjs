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
import { FULL } from '../support/level.mjs';
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

  // What a source says is used, or said to be unused; and nothing but what it says is in a draft.
  const LEVELS = ['outpatient', 'iop', 'php', 'aftercare'];
  const mentions = (unused, words) => unused.some((one) => one.includes(words));
  const words = fc.oneof(
    fc.constantFrom('IOP', 'PHP', 'residential', 'Day treatment', '18+', '3-5', 'Mon 9-12', 'yes', 'May', '5/31/2026', 'veterans; teens'),
    fc.constantFrom('Medicaid (Plan A)', 'http://a.example', 'Spanish, Klingon', 'detox', '24-hour care', '6-9 pm', '-1', '__proto__'),
    fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/["\s]+/g, ' ').trim() || 'x'),
  );
  const always = (property) => fc.assert(property, { numRuns: FULL ? 5000 : 400, seed: 15 });

  it('uses each cell of a table, or says that it does not', () => {
    const headings = fc.constantFrom(...TABLE[0], 'Name', 'Colour', '', 'Prescriber', 'Accepts', 'Town');
    const table = fc.tuple(
      fc.array(headings, { maxLength: 9 }),
      fc.array(fc.array(fc.oneof(words, fc.constant('')), { maxLength: 12 }), { minLength: 1, maxLength: 4 }),
    );
    always(
      fc.property(table, ([head, rows]) => {
        const all = [['Name', ...head], ...rows.map((row, at) => [`Program ${at}`, ...row])];
        const { programs, unused } = draftsOf(all.map((row) => row.join('\t')).join('\n'));
        assert.equal(programs.length, rows.length);
        rows.forEach((row, at) => {
          const program = programs[at];
          assert.ok(program.level === undefined || LEVELS.includes(program.level), JSON.stringify(program));
          const said = row.filter(Boolean).length;
          const used = Object.keys(program).length - 1 - ('schedule' in program ? 1 : 0) + Object.keys(program.schedule ?? {}).length;
          const left = row.filter((cell, place) => {
            if (!cell) return false;
            const heading = head[place];
            return heading && mentions(unused, `The column "${heading}" is not used`) ? true : mentions(unused, `Program ${at}: `);
          }).length;
          assert.ok(used <= said, `${JSON.stringify(program)} of ${JSON.stringify([head, row])}`);
          assert.ok(used + left >= said, `${JSON.stringify([head, row, program, unused])}`);
        });
      }),
    );
  });

  it('uses each service of a listing, or says that it does not, and ticks none', () => {
    const label = fc.oneof(
      fc.constantFrom(
        ...LISTINGS.flatMap(({ rows }) => rows.flatMap(({ services }) => services.flatMap(({ f3 }) => f3.split('; ')))),
        'Community mental health center',
        'Telemedicine/telehealth therapy',
        'Outpatient detoxification',
        'Psychiatric hospital',
      ),
      words.map((one) => one.replaceAll(';', ' ').trim() || 'x'),
    );
    const service = fc.record({ f2: fc.constantFrom('SET', 'TC', 'FT', 'PAY', 'SP', 'MD', 'AD', ''), f3: label });
    const row = fc.record({ name1: fc.constantFrom('Lantern Cove', 'Pier Nine'), services: fc.array(service, { maxLength: 8 }) });
    always(
      fc.property(fc.array(row, { minLength: 1, maxLength: 3 }), (rows) => {
        const { programs, unused, suggested } = draftsOf(JSON.stringify(rows));
        for (const program of programs) {
          assert.ok(LEVELS.includes(program.level), JSON.stringify(program));
          for (const name of Object.keys(program)) assert.ok(['name', 'level', 'treats', 'town'].includes(name), name);
        }
        const alone = (f2, f3) => draftsOf(JSON.stringify([{ name1: 'A', services: [{ f2, f3 }] }]));
        for (const { f2, f3 } of rows.flatMap(({ services }) => services)) {
          const one = alone(f2, f3);
          const isTreated = f2 === 'TC' && /substance|mental|both|co-?occurring/i.test(f3);
          const isSuggested = Object.entries(one.suggested).some(([name, ids]) => ids.every((id) => suggested[name]?.includes(id)));
          assert.ok(
            one.programs.length || isTreated || isSuggested || mentions(unused, f3) || /children/i.test(f3),
            `${f2} ${f3}: ${JSON.stringify({ programs, suggested, unused })}`,
          );
        }
      }),
    );
  });

  it('uses each service of a page, or says that it does not, and makes up no level', () => {
    const name = fc.oneof(words, fc.constantFrom('Evening IOP', 'Partial hospitalization', 'Residential care', 'Counseling', 'Detox'));
    const offer = fc.oneof(
      name,
      name.map((one) => ({ '@type': 'Service', name: one })),
      fc.tuple(name, words).map(([one, type]) => ({ '@type': 'Offer', itemOffered: { '@type': 'Service', name: one, serviceType: type } })),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const place = fc.record(
      {
        '@type': fc.constantFrom('MedicalClinic', ['Organization', 'LocalBusiness'], 'WebSite'),
        name: fc.oneof(name, fc.jsonValue({ maxDepth: 1 })),
        telephone: fc.oneof(fc.constant('(555) 555-0100'), fc.jsonValue({ maxDepth: 1 })),
        makesOffer: fc.array(offer, { maxLength: 5 }),
        address: fc.oneof(fc.constant('1 Elm Street\nSpringfield'), fc.jsonValue({ maxDepth: 2 })),
      },
      { requiredKeys: ['@type', 'name'] },
    );
    const junk = fc.constantFrom('', '<p>Hello</p>', '<script>alert(1)</script>', '<script type="application/ld+json">{</script>');
    always(
      fc.property(place, junk, (data, other) => {
        const text = JSON.stringify(data).replaceAll('<', '\\u003c');
        const { programs, unused, contact } = draftsOf(`<html>${other}<script type="application/ld+json">${text}</script></html>`);
        if (data['@type'] === 'WebSite') return assert.deepEqual([programs, contact], [[], {}]);
        for (const program of programs) {
          assert.deepEqual(
            Object.keys(program).filter((one) => !['name', 'level'].includes(one)),
            [],
          );
          assert.ok(program.level === undefined || LEVELS.includes(program.level));
          if (!program.level) assert.ok(mentions(unused, `"${program.name}" does not say its level`), program.name);
        }
        for (const one of data.makesOffer ?? []) {
          const offered = /** @type {any} */ (one)?.itemOffered?.name ?? /** @type {any} */ (one)?.name ?? one;
          if (typeof offered !== 'string' || !offered.trim()) continue;
          assert.ok(
            programs.some(({ name }) => name === offered.trim()) || mentions(unused, `"${offered.trim()}"`),
            JSON.stringify([offered, programs, unused]),
          );
        }
        for (const [field, is] of [
          ['telephone', contact.phone],
          ['address', contact.address],
        ]) {
          const given = data[String(field)];
          const isThere = given !== undefined && given !== null && String(given).trim() !== '';
          if (isThere && !is) assert.ok(mentions(unused, `"${field}"`), JSON.stringify([data, unused]));
        }
      }),
    );
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
