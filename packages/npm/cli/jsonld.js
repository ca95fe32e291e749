// `program-finder jsonld`: a provider's programs as schema.org data, for search engines. Only what the finder itself would show of
// them is in it.

import { basename } from 'node:path';
import { findingsOf, today } from '../../../www/findings.js';
import { guarded, optionsOf, textOf, Wrong } from './line.js';

/** @import { Finding, Reader } from '../../../www/findings.js' */
/** @import { To } from './line.js' */

const HELP = `Write your programs as schema.org data, which search engines read.

Usage: program-finder jsonld [--lang en|es] [--script] finder.json

Prints JSON-LD: your organization, how to reach it, and its programs. What is wrong in the configuration is said, and left out.
Nothing about visitors is in it, and nothing that is not in your configuration.

Options:
      --lang LANG   The language of words that are given in several: en (the default) or es
      --script      With the tags around it: paste it into the page about your programs
  -h, --help        This text

Exit codes: 0 it is written; 1 the configuration is no JSON, or has neither a name nor a program; 2 a file or the command line
cannot be read.
`;

/** What each level is called. `levelIn` of www/configure/import/linked.js reads them. */
const LEVELS = /** @type {Record<string, string>} */ ({
  outpatient: 'Standard outpatient program',
  iop: 'Intensive outpatient program',
  php: 'Partial hospitalization program',
  aftercare: 'Aftercare program',
});
const DAYS = /** @type {Record<string, string>} */ ({
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
});

/** Words in which something is wrong that does not keep the finder from showing them. */
const SHOWN = /It is shown as you write it\.$/;

/** A copy without what the finder leaves out: the fields that something is wrong with, and things of a list in which something is. */
const sound = (/** @type {Record<string, any>} */ config, /** @type {Finding[]} */ findings) => {
  const copy = structuredClone(config);
  for (const { field, message } of findings) {
    if (SHOWN.test(message)) continue;
    const path = field.split(/[.[\]]+/).filter(Boolean);
    // Of a program a field is left out, and of a schedule a whole meeting.
    const inside = path.findIndex((step, at) => at > 1 && /^\d+$/.test(step));
    const steps = inside < 0 ? path : path.slice(0, inside + 1);
    let holder = copy;
    for (const step of steps.slice(0, -1)) holder = Object(holder?.[step]);
    delete holder[steps.at(-1) ?? ''];
  }
  return copy;
};

/** Without what is not there. */
const filled = (/** @type {Record<string, any>} */ data) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined && !(Array.isArray(value) && !value.length)));

const addressOf = (/** @type {string[] | undefined} */ lines) => {
  const [, town, state, zip] = /^(.+), ([A-Z]{2}) (\d{5}(?:-\d{4})?)$/.exec(lines?.at(-1) ?? '') ?? [];
  if (!lines || !town) return lines?.join('\n');
  const streetAddress = lines.slice(0, -1).join('\n') || undefined;
  return filled({ '@type': 'PostalAddress', streetAddress, addressLocality: town, addressRegion: state, postalCode: zip });
};

/**
 * The data of a configuration in which nothing is wrong.
 * @param {Record<string, any>} config
 * @param {string} lang
 */
export const linkedOf = (config, lang) => {
  const say = (/** @type {any} */ text) => (text && typeof text === 'object' ? (text[lang] ?? Object.values(text)[0]) : text);
  const { name, contact = {}, programs = [] } = config;
  const offers = programs
    .filter((/** @type {any} */ one) => one?.name && one.level)
    .map((/** @type {any} */ one) => ({
      '@type': 'Offer',
      itemOffered: filled({
        '@type': 'Service',
        name: say(one.name),
        serviceType: LEVELS[one.level],
        description: say(one.note),
        url: one.link,
        audience: one.ages && filled({ '@type': 'PeopleAudience', suggestedMinAge: one.ages.from, suggestedMaxAge: one.ages.to }),
        areaServed: one.states ?? one.town,
        availableChannel: one.languages && { '@type': 'ServiceChannel', availableLanguage: one.languages },
        hoursAvailable: one.schedule?.slots?.filter(Boolean).map((/** @type {any} */ { day, from, to }) => ({
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: DAYS[day],
          opens: from,
          closes: to,
        })),
      }),
    }));
  const { phone, email, link, address } = contact;
  return filled({
    '@context': 'https://schema.org',
    '@type': address ? 'MedicalClinic' : 'MedicalOrganization',
    name: say(name),
    telephone: phone,
    email,
    address: addressOf(address?.lines),
    contactPoint: link && filled({ '@type': 'ContactPoint', telephone: phone, email, url: link }),
    makesOffer: offers,
  });
};

// Not as one word: an end tag in a script of a page would end it.
const TAG = ['scr', 'ipt'].join('');

/**
 * @param {Reader} reader
 * @param {string[]} words
 * @param {To} to
 */
export const run = (reader, words, to) =>
  guarded(to, async () => {
    const { flag, value, help, files } = optionsOf('jsonld', words, ['script'], ['lang']);
    if (help) return (to.out(HELP), 0);
    const [file] = files;
    if (files.length !== 1)
      throw new Wrong(`jsonld wants one FILE, such as finder.json, or - for standard input, and got ${files.join(' ') || 'none'}.`);
    const lang = value('lang') ?? 'en';
    if (!['en', 'es'].includes(lang)) throw new Wrong(`--lang of jsonld is en or es, and not ${lang}.`);
    const called = file === '-' ? 'The standard input' : basename(file);
    const { config, findings } = findingsOf(reader, await textOf(file), called, to.day ?? today());
    for (const { line, column, message } of findings) to.err(`${file}:${line}:${column}: ${message}\n`);
    const data = config && linkedOf(sound(config, findings), lang);
    if (!data?.name && !data?.makesOffer) {
      to.err('Nothing is written: there is neither a name nor a program to tell of.\n');
      return 1;
    }
    // So that nothing in it could end the script that it is put into.
    const text = JSON.stringify(data, null, 2).replaceAll('<', '\\u003c');
    to.out(flag('script') ? `<${TAG} type="application/ld+json">\n${text}\n</${TAG}>\n` : `${text}\n`);
    return 0;
  });
