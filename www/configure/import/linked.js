// Drafts from schema.org data: JSON-LD by itself, or in the source of a page.

/** @import { Draft } from './draft.js' */

const OURS = /Organization|MedicalClinic|MedicalBusiness|LocalBusiness|Hospital|Physician|MedicalTherapy/;
const listOf = (/** @type {any} */ value) => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
const textOf = (/** @type {any} */ value) =>
  typeof value === 'string' ? value.trim() : typeof value?.name === 'string' ? value.name.trim() : undefined;

/** The level that a name says, by its own words only. */
export const levelIn = (/** @type {string} */ name) => {
  if (/intensive outpatient|\bIOP\b/i.test(name)) return 'iop';
  if (/partial hospitali[sz]ation|\bPHP\b/i.test(name)) return 'php';
  if (/aftercare/i.test(name)) return 'aftercare';
  return /standard outpatient/i.test(name) ? 'outpatient' : undefined;
};

/** Whether a name says 24-hour care. */
const NIGHT = /residential|inpatient|detox/i;

/** Every thing of the data, however deep it is in a graph. @type {(data: any, depth?: number) => any[]} */
const things = (data, depth = 0) => {
  if (depth > 8 || !data || typeof data !== 'object') return [];
  if (Array.isArray(data)) return data.flatMap((/** @type {any} */ one) => things(one, depth + 1));
  return [data, ...(data['@graph'] ? things(data['@graph'], depth + 1) : [])];
};

/** JSON-LD in the source of a page. @returns {any[]} */
export const dataIn = (/** @type {string} */ source) => {
  const found = [];
  const scripts = new RegExp(['<scr', 'ipt\\b[^>]*application/ld\\+json[^>]*>([^]*?)</scr', 'ipt'].join(''), 'gi');
  for (const [, text] of source.matchAll(scripts)) {
    try {
      found.push(JSON.parse(text));
    } catch {} // That of another is no reason not to read this one.
  }
  return found;
};

/** Services that are offered, in whatever way they are: their names, and what kind each is said to be. @returns {{ name: string, type: string }[]} */
const offered = (/** @type {any} */ thing, depth = 0) => {
  if (depth > 6 || !thing || typeof thing !== 'object') return [];
  const inside = ['availableService', 'makesOffer', 'hasOfferCatalog', 'itemListElement', 'itemOffered', 'department'];
  return inside.flatMap((name) =>
    listOf(thing[name]).flatMap((one) => {
      const deeper = offered(one, depth + 1);
      if (deeper.length) return deeper;
      const name = textOf(one);
      return name ? [{ name, type: textOf(one.serviceType) ?? '' }] : [];
    }),
  );
};

/** Whether data is schema.org's. */
export const isLinked = (/** @type {any} */ data) => things(data).some((one) => one['@type'] || one['@context']);

/**
 * @param {any} data
 * @returns {Draft}
 */
export const fromLinked = (data) => {
  /** @type {Draft} */
  const draft = { programs: [], contact: {}, unused: [] };
  const all = things(data);
  const ours = all.filter((one) => listOf(one['@type']).some((type) => OURS.test(String(type))));
  const [main] = ours;
  if (!main) {
    draft.unused.push('There is no organization in this data.');
    return draft;
  }
  /** What is there and is no words, or more than is read of it. */
  const unread = (/** @type {string} */ what, /** @type {any} */ value, /** @type {boolean} */ read) => {
    const all = listOf(value);
    if (all.length && !read) draft.unused.push(`"${what}" cannot be read, and is not used.`);
    else if (all.length > 1) draft.unused.push(`Of "${what}" the first is used, and ${all.length - 1} more are not.`);
  };
  draft.name = textOf(main.name);
  for (const what of ['name', 'telephone', 'email', 'url']) unread(what, main[what], textOf(main[what]) !== undefined);
  unread('contactPoint', main.contactPoint, Object(listOf(main.contactPoint)[0]) === listOf(main.contactPoint)[0]);
  const phone = textOf(main.telephone) ?? textOf(listOf(main.contactPoint)[0]?.telephone);
  if (phone) draft.contact.phone = phone;
  const email = textOf(main.email)?.replace(/^mailto:/, '');
  if (email) draft.contact.email = email;
  const url = textOf(listOf(main.contactPoint)[0]?.url) ?? textOf(main.url);
  if (url) draft.contact.link = url.replace(/^http:/, 'https:');
  if (url?.startsWith('http:')) draft.unused.push(`The address was given as ${url}, and is written with https:.`);
  const [address] = listOf(main.address);
  if (typeof address === 'string')
    draft.contact.address = {
      lines: address
        .split(/\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    };
  else if (address) {
    const town = [address.addressLocality, [address.addressRegion, address.postalCode].filter(Boolean).join(' ')]
      .filter(Boolean)
      .join(', ');
    const street = String(textOf(address.streetAddress) ?? '').split('\n');
    const lines = [...street, town].map((line) => line.trim()).filter(Boolean);
    if (lines.length) draft.contact.address = { lines };
  }
  unread('address', main.address, Boolean(draft.contact.address));
  const hours = listOf(main.openingHours).filter((one) => typeof one === 'string');
  if (hours.length) draft.contact.hours = hours.join('; ');
  else if (main.openingHoursSpecification) draft.unused.push('Opening hours are not used: write in your own words when somebody answers.');
  if (main.logo)
    draft.unused.push('The logo is not used: its file has to be on your own site, and its address is relative to finder.json.');
  const services = new Map(ours.flatMap((one) => offered(one)).map(({ name, type }) => [name, type]));
  for (const [name, type] of services) {
    if (NIGHT.test(name) || NIGHT.test(type))
      draft.unused.push(`"${name}" is left out. 24-hour care is never listed; visitors are referred.`);
    else {
      const level = levelIn(name) ?? levelIn(type);
      draft.programs.push(level ? { name, level } : { name });
      if (!level) draft.unused.push(`"${name}" does not say its level of care: choose it.`);
    }
  }
  for (const other of ours.slice(1))
    draft.unused.push(`${textOf(other.name) ?? 'Another organization'} is not used, but for what it offers.`);
  return draft;
};
