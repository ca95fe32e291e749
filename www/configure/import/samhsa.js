// Drafts from a listing of FindTreatment.gov, whose rows describe a place and not its programs: each level of outpatient care that it
// names becomes a draft, and all else a suggestion that nobody has ticked. The words of a service are gone by first, since its codes
// change from year to year.

/** @import { Draft } from './draft.js' */

/** What stands for what: words of the listing, its code, and a name of ours. @type {[field: string, words: RegExp, codes: string[], id: string][]} */
const MAP = [
  ['setting', /telemedicine|telehealth/i, ['TELE'], 'video'],
  ['tracks', /\badolescents?\b/i, ['AD'], 'adolescent'],
  ['tracks', /lgbt|lesbian/i, ['GL'], 'lgbtq'],
  ['tracks', /veterans|military/i, ['VET', 'ADM', 'MF'], 'veterans'],
  ['tracks', /pregnant|postpartum/i, ['PW'], 'perinatal'],
  ['tracks', /young adults|transitional age/i, ['TAY'], 'young_adults'],
  ['tracks', /\b(adult )?women\b/i, ['WN'], 'women'],
  ['tracks', /\b(adult )?men\b/i, ['MN'], 'men'],
  ['tracks', /seniors|older adults/i, ['SNR'], 'older_adults'],
  ['tracks', /co-?occurring/i, ['CO', 'SUMH'], 'dual_diagnosis'],
  ['services', /individual (counseling|psychotherapy)/i, ['ICO', 'IPT'], 'individual'],
  ['services', /group (counseling|therapy)/i, ['GCO', 'GT'], 'group'],
  ['services', /family (counseling|therapy)|couples/i, ['FCO', 'CFT'], 'family'],
  ['services', /education|relapse prevention/i, ['SAE', 'HEO', 'RELP'], 'education'],
  ['services', /case management/i, ['CM'], 'case_management'],
  ['services', /vocational|employment/i, ['VOC', 'EMP'], 'vocational'],
  ['services', /housing/i, ['HS'], 'housing'],
  ['services', /buprenorphine|methadone|naltrexone/i, ['UB', 'UN', 'PMAT', 'BUM', 'MM', 'OTP', 'OMB'], 'medication'],
  ['services', /skills/i, ['SSD'], 'life_skills'],
  ['services', /peer support|self-help|recovery coach|mentoring/i, ['PEER', 'RC', 'SHG'], 'peer_support'],
  ['services', /aftercare|discharge planning/i, ['ACC', 'DP'], 'aftercare'],
  ['approach', /cognitive behavioral/i, ['CBT'], 'cbt'],
  ['approach', /dialectical/i, ['DBT'], 'dbt'],
  ['approach', /trauma-related|trauma therapy/i, ['TRC'], 'trauma_informed'],
  ['approach', /motivational/i, ['MOTI'], 'motivational'],
  ['approach', /12-step|twelve-step/i, ['TWFA'], 'twelve_step'],
  ['languages', /\bspanish\b/i, ['SP'], 'es'],
  ['languages', /sign language/i, ['AH', 'ASL'], 'ase'],
  ['languages', /\barabic\b/i, ['F4'], 'ar'],
  ['languages', /\bfrench\b/i, ['F28'], 'fr'],
  ['languages', /\bcreole\b/i, ['F19'], 'ht'],
  ['languages', /\bkorean\b/i, ['F47'], 'ko'],
  ['languages', /\bportuguese\b/i, ['F67'], 'pt'],
  ['languages', /\brussian\b/i, ['F70'], 'ru'],
  ['languages', /\btagalog\b/i, ['F81'], 'tl'],
  ['languages', /\bvietnamese\b/i, ['F92'], 'vi'],
  ['languages', /\bchinese\b|mandarin|cantonese/i, ['F17'], 'zh'],
  ['payers', /\bmedicaid\b/i, ['MD'], 'medicaid'],
  ['payers', /\bmedicare\b/i, ['MC'], 'medicare'],
  ['payers', /military insurance|tricare/i, ['MI'], 'tricare_va'],
  ['payers', /private health insurance|private insurance/i, ['PI'], 'private'],
  ['payers', /sliding fee/i, ['SS'], 'sliding_fee'],
  ['payers', /self-?pay|cash/i, ['SF'], 'self_pay'],
];

const SETTINGS = ['SET', 'TC', 'FT'];
const NIGHT = /inpatient|residential|24-hour|detoxification|halfway|hospital inpatient/i;
const TREATS = /substance|mental|both|co-?occurring/i;
const CHILDREN = /\bchildren\b/i;

/** The level that a setting of the listing names. @returns {{ level: string, name: string } | undefined} */
const levelOf = (/** @type {string} */ label) => {
  if (NIGHT.test(label) && !/partial/i.test(label)) return undefined;
  if (/partial hospitalization|day treatment/i.test(label)) return { level: 'php', name: 'Partial hospitalization' };
  if (/intensive outpatient/i.test(label)) return { level: 'iop', name: 'Intensive outpatient' };
  if (/^(regular )?outpatient|^regular outpatient/i.test(label)) return { level: 'outpatient', name: 'Outpatient' };
  return undefined;
};

const ORDER = ['outpatient', 'iop', 'php'];
const labelsOf = (/** @type {any} */ service) =>
  String(service?.f3 ?? '')
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);

/** The rows of a listing, in the forms in which it comes. @returns {any[] | undefined} */
export const rowsOf = (/** @type {any} */ data) => {
  const rows = Array.isArray(data) ? data : Array.isArray(data?.rows) ? data.rows : data?.services && data?.name1 ? [data] : undefined;
  return rows?.length && rows.every((/** @type {any} */ row) => row && typeof row === 'object' && ('name1' in row || 'services' in row))
    ? rows
    : undefined;
};

/**
 * @param {any[]} rows
 * @returns {Draft}
 */
export const fromListing = (rows) => {
  /** @type {Draft} */
  const draft = { programs: [], contact: {}, unused: [], suggested: {} };
  rows.forEach((row, index) => {
    const place = [row.name1, row.name2].filter(Boolean).join(', ');
    if (!index) {
      draft.name = String(row.name1 ?? '');
      const link = typeof row.website === 'string' && row.website ? row.website.replace(/^(https?:\/\/)?/, 'https://') : undefined;
      if (link && link !== row.website) draft.unused.push(`The website was given as ${row.website}, and is written as ${link}.`);
      const town = [row.city, [row.state, row.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
      const lines = [row.street1, row.street2, town].filter((line) => typeof line === 'string' && line);
      if (row.phone) draft.contact.phone = String(row.phone);
      if (link) draft.contact.link = link;
      if (lines.length) draft.contact.address = { lines };
    } else draft.unused.push(`${place}: how to reach it is not used, but for that of the first place.`);
    const services = Array.isArray(row.services) ? row.services : [];
    if (row.services !== undefined && !Array.isArray(row.services))
      draft.unused.push(`${place}: its services are no list, and are not used.`);
    const type = services.filter((/** @type {any} */ one) => SETTINGS.includes(one?.f2)).flatMap(labelsOf);
    const all = services.flatMap((/** @type {any} */ one) => labelsOf(one).map((label) => ({ label, code: String(one?.f2 ?? '') })));
    const kinds = services.filter((/** @type {any} */ one) => one?.f2 === 'TC').flatMap(labelsOf);
    const treats = [
      ...(kinds.some((/** @type {string} */ one) => /substance|both/i.test(one)) ? ['substance_use'] : []),
      ...(kinds.some((/** @type {string} */ one) => /mental|both|co-?occurring/i.test(one)) ? ['mental_health'] : []),
    ];
    const levels = new Map();
    for (const label of type) {
      const found = levelOf(label);
      if (found) levels.set(found.level, found.name);
      else if (NIGHT.test(label))
        draft.unused.push(`${place}: "${label}" is left out. 24-hour care is never listed; visitors are referred.`);
    }
    for (const level of ORDER.filter((one) => levels.has(one))) {
      draft.programs.push({
        name: rows.length > 1 ? `${levels.get(level)}, ${place}` : levels.get(level),
        level,
        ...(treats.length && { treats }),
        ...(rows.length > 1 && row.city && { town: row.city }),
      });
    }
    if (!levels.size) draft.unused.push(`${place}: no outpatient care is named, so no program was made.`);
    for (const { label, code } of all) {
      // A setting is done with where it says a level, or what the place treats.
      if (SETTINGS.includes(code) && (levelOf(label) || NIGHT.test(label) || (code === 'TC' && TREATS.test(label)))) continue;
      const found = MAP.filter(
        ([, words, codes]) => words.test(label) || codes.includes(label) || (codes.includes(code) && label === code),
      );
      for (const [field, , , id] of found) {
        const list = ((draft.suggested ??= {})[field] ??= []);
        if (!list.includes(id)) list.push(id);
      }
      if (CHILDREN.test(label))
        draft.unused.push(`${place}: it sees children. The finder is for ages 13 and up; say which ages a program takes.`);
      else if (!found.length) draft.unused.push(`${place}: "${label}" is not used.`);
    }
  });
  draft.unused = [...new Set(draft.unused)];
  return draft;
};
