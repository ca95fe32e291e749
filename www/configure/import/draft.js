// What an import comes to: drafts that a person looks at, and what was not used.

import { nearest } from './nearest.js';

/** @import { Outline } from '../controls.js' */

/**
 * Programs and ways of contact as they were found, and what was not used, in words. `suggested` are names that the source has for the
 * whole place and not for a program: nobody but the provider knows for which they are true.
 * @typedef {{
 *   programs: Record<string, any>[], contact: Record<string, any>, unused: string[], name?: string,
 *   suggested?: Record<string, string[]>,
 * }} Draft
 */

/**
 * For each closed list, what gives the name that is meant by some words.
 * @typedef {Record<string, ((words: string) => string | undefined) | undefined>} Names
 */

const plain = (/** @type {string} */ text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Other words that people write, for names of lists. */
const ALSO = /** @type {Record<string, Record<string, string>>} */ ({
  level: {
    op: 'outpatient',
    'standard outpatient': 'outpatient',
    'intensive outpatient': 'iop',
    'intensive outpatient program': 'iop',
    'partial hospitalization': 'php',
    'partial hospitalization program': 'php',
    'day treatment': 'php',
    'after care': 'aftercare',
    alumni: 'aftercare',
  },
  treats: { substances: 'substance_use', sud: 'substance_use', addiction: 'substance_use', mh: 'mental_health' },
  setting: { 'on site': 'in_person', onsite: 'in_person', telehealth: 'video', online: 'video', virtual: 'video' },
  tracks: { teens: 'adolescent', adolescents: 'adolescent', 'co occurring': 'dual_diagnosis', 'lgbtq people': 'lgbtq' },
  languages: { english: 'en', spanish: 'es', asl: 'ase' },
  payers: {
    'private insurance': 'private',
    insurance: 'private',
    tricare: 'tricare_va',
    va: 'tricare_va',
    'sliding scale': 'sliding_fee',
    cash: 'self_pay',
  },
});

/**
 * The names of each list of a program, by the outline of the form.
 * @param {Outline[]} fields Those of a program.
 * @returns {Names}
 */
export const namesOf = (fields) => {
  const lists = [
    ...fields,
    ...(fields.find(({ name }) => name === 'payers')?.fields ?? []),
    ...(fields.find(({ name }) => name === 'schedule')?.fields ?? []),
  ];
  /** @type {Names} */
  const names = {};
  for (const { name, choices } of lists) {
    if (!choices) continue;
    const also = ALSO[name === 'payer' ? 'payers' : name] ?? {};
    const known = new Map(
      choices.flatMap(
        ([id, words]) =>
          /** @type {[string, string][]} */ ([
            [plain(id), id],
            [plain(words ?? id), id],
          ]),
      ),
    );
    for (const [words, id] of Object.entries(also)) known.set(words, id);
    names[name] = (words) => {
      const wanted = plain(words);
      return known.get(wanted) ?? known.get(nearest(wanted, [...known.keys()]) ?? '');
    };
  }
  return names;
};
