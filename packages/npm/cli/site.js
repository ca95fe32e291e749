// `program-finder check` of a page: gets what the page names, and says of each thing that is wrong what to do. One cause is told once.

import { findingsOf } from '../../../www/findings.js';
import { read } from './page.js';
import { predicted } from './policy.js';
import { reachOf, shownAs } from './reach.js';

/** @import { Reader } from '../../../www/findings.js' */
/** @import { Answer } from './policy.js' */

/** @typedef {{ check: string, message: string }} SiteFinding */

const OLD = 180; // Days after which a program's facts are looked at again.

const digits = (/** @type {unknown} */ text) =>
  String(text ?? '')
    .replace(/\D/g, '')
    .replace(/^1(?=\d{10}$)/, '');
const typeOf = (/** @type {Answer} */ answer) => answer.headers['content-type'] ?? '';

/** Days from one number of digits of year, month and day to another. */
const daysBetween = (/** @type {number} */ from, /** @type {number} */ to) => {
  const at = (/** @type {number} */ day) => Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
  return (at(to) - at(from)) / 86_400_000;
};

/**
 * Checks a page.
 * @param {Reader} reader
 * @param {string} target
 * @param {number} day
 * @returns {Promise<{ findings: SiteFinding[], notes: string[], form?: string }>}
 */
export const checkSite = async (reader, target, day) => {
  const reach = reachOf(target);
  const findings = /** @type {SiteFinding[]} */ ([]);
  const notes = /** @type {string[]} */ ([]);
  const find = (/** @type {string} */ check, /** @type {string} */ message) => void findings.push({ check, message });
  const done = (/** @type {string | undefined} */ form = undefined) => ({ findings, notes, form });
  const missing = (/** @type {Answer} */ answer) =>
    answer.status ? `was answered with status ${answer.status}` : `cannot be reached: ${answer.text}`;

  const page = await reach.get(reach.url);
  if (page.status !== 200) return (find('page', `${shownAs(page.url)} ${missing(page)}. Check the address.`), done());
  if (typeOf(page) && !/html/i.test(typeOf(page))) {
    find('page', `${shownAs(page.url)} is sent as ${typeOf(page)}, which browsers do not show as a page. Let its server send text/html.`);
    return done();
  }
  const { finder, script, combined, metas, base, lang, headingBefore, trackers, styles } = read(page.text);
  const from = base ? new URL(base, page.url).href : page.url;

  if (!finder) {
    find(
      'page',
      'There is no <program-finder> on the page. Paste the lines where it belongs; an editor may have taken them out, so use a block for HTML.',
    );
    return done();
  }
  if (!script) {
    const why = combined
      ? ` ${combined} looks like scripts that a plugin has combined: make an exception there for program-finder.js, or set "base" on <program-finder>.`
      : ' Paste the line with <script src="…/program-finder.js" async> as well.';
    find('loader', `No script on the page is the loader.${why}`);
    return done();
  }
  const address = new URL(script.src, from).href;
  const loader = await reach.get(address);
  if (loader.status !== 200)
    return (find('loader', `The loader ${shownAs(address)} ${missing(loader)}. Upload the folder program-finder, or correct src.`), done());
  if (!/javascript|ecmascript/i.test(typeOf(loader)))
    return (
      find(
        'loader',
        `The loader ${shownAs(address)} is sent as ${typeOf(loader) || 'nothing'}, which browsers do not run. The file is not there, or the server wants text/javascript for .js.`,
      ),
      done()
    );
  if (script.rewritten) {
    const [, tool, remedy] = script.rewritten;
    find('loader', `${tool} has changed the loader's script, so that it starts late or never. Put ${remedy}.`);
  }
  const { integrity } = script.attributes;
  const moving = /program-finder(\.min)?\.js$/.test(new URL(address).pathname);
  if (integrity && !integrity.split(/\s+/).includes(`sha384-${loader.sha384}`)) {
    find(
      'loader',
      `The integrity of the script is not that of ${shownAs(address)}, so browsers refuse it. Take the lines of this version, whose file has its version in its name.`,
    );
    return done();
  }
  if (integrity && moving)
    find(
      'loader',
      `The script has an integrity, and a name that stays when the file changes: the next update would be refused. Name the file with its version, program-finder.X.Y.Z.js, or leave integrity out.`,
    );

  // The frame of the page's language, as the loader asks for it.
  const folder = new URL('.', new URL(finder.attributes.base ? `${finder.attributes.base.replace(/\/?$/, '/')}` : address, from)).href;
  const manifest = await reach.get(`${folder}manifest.json`);
  const files = /** @type {Record<string, { sha384: string }>} */ ({});
  try {
    Object.assign(files, JSON.parse(manifest.text).files);
  } catch {} // An older folder has none.
  const spoken = /^es\b/i.test(finder.attributes.lang ?? lang) ? 'es' : 'en';
  const nameOf = (/** @type {string} */ end) =>
    Object.keys(files).find((name) => name.startsWith(`frame.${spoken}.`) && name.endsWith(end)) ?? `frame.${spoken}${end}`;
  const [frame, stub] = [await reach.get(folder + nameOf('.html')), await reach.get(folder + nameOf('.js'))];
  const mixed = [
    [address, loader],
    [frame.url, frame],
    [stub.url, stub],
  ].filter(([url, answer]) => {
    const known = files[String(url).split('/').at(-1) ?? ''];
    return known && /** @type {Answer} */ (answer).status === 200 && known.sha384 !== /** @type {Answer} */ (answer).sha384;
  });
  for (const [url] of mixed)
    find(
      'frames',
      `${shownAs(String(url))} is not of the build that manifest.json names: two builds are mixed, by an upload that was not finished or a cache. Upload the whole folder again, and empty the cache.`,
    );

  const configAt = finder.attributes.config ? new URL(finder.attributes.config, from).href : undefined;
  const outcome = predicted({ page, metas, nonce: script.attributes.nonce, loader: address, config: configAt, frame, stub });
  if (outcome.form === 'fallback') find('policy', `The finder does not start: ${outcome.why.join('; ')}. ${outcome.remedy}`);
  else if (outcome.form === 'stub')
    notes.push(`The finder starts in its second form, which is larger: ${outcome.why.join('; ')}. ${outcome.remedy}`);

  // The configuration.
  let config = /** @type {Record<string, any> | undefined} */ (undefined);
  const text = configAt ? await reach.get(configAt) : undefined;
  if (configAt && text && text.status !== 200)
    find('configuration', `${shownAs(configAt)} ${missing(text)}. Put the file there, or correct the config attribute.`);
  else if (
    configAt &&
    new URL(configAt).origin !== new URL(page.url).origin &&
    !/\*|^https?:/.test(text?.headers['access-control-allow-origin'] ?? '')
  )
    find(
      'configuration',
      `${configAt} is on another site than the page. Put it on the same one, or let its server send Access-Control-Allow-Origin.`,
    );
  else if (text || finder.json !== undefined) {
    const name = configAt ? shownAs(configAt) : 'The script inside <program-finder>';
    const found = findingsOf(reader, (text?.text ?? finder.json ?? '').replace(/^\ufeff/, ''), name, day);
    config = found.config;
    for (const { line, column, message } of found.findings) find('configuration', `${name}:${line}:${column}: ${message}`);
    for (const [index, { checked }] of (Array.isArray(config?.programs) ? config.programs : []).map(
      (/** @type {any} */ one, /** @type {number} */ at) => [at, one ?? {}],
    )) {
      const checkedOn = Number(/^\d{4}-\d\d-\d\d$/.test(checked) && checked.replaceAll('-', ''));
      if (checkedOn && daysBetween(checkedOn, day) > OLD)
        find(
          'configuration',
          `programs[${index}].checked: found ${checked}, more than ${OLD} days ago. Make sure that the program is still right, and write the day.`,
        );
    }
  } else
    find(
      'configuration',
      'The finder has no configuration. Name your finder.json in its config attribute: without one it shows none of your programs.',
    );

  // The words that stand for it.
  const { links } = finder;
  const phone = config?.contact?.phone;
  const own = links.filter((link) => /^tel:/i.test(link) && !['988', '911'].includes(digits(link)));
  if (!own.length)
    find(
      'words',
      `Nothing inside <program-finder> calls you. Visitors without JavaScript see only what stands there: add <a href="tel:…">${phone ?? 'your number'}</a>.`,
    );
  else if (phone && digits(phone).length >= 10 && !own.some((link) => digits(phone).includes(digits(link))))
    find(
      'words',
      `The number inside <program-finder> (${own[0].slice(4)}) is not contact.phone (${phone}). Correct the one that is wrong.`,
    );
  for (const line of ['988', '911'])
    if (!links.some((link) => digits(link) === line))
      find('words', `Inside <program-finder> is no link to ${line}. Add <a href="tel:${line}">${line}</a>.`);
  if (!/min-height|[^-]height/.test(finder.attributes.style ?? '') && !/program-finder[^{}]*\{[^}]*height/.test(styles))
    find(
      'words',
      'No height is kept for the finder, so the page moves when it comes. Add style="display:block;min-height:680px" to <program-finder>.',
    );
  const level = Number(finder.attributes['heading-level'] ?? 2);
  if (headingBefore !== undefined && level > headingBefore + 1)
    find(
      'words',
      `The finder's first heading is of level ${level}, and the heading before it of level ${headingBefore}. Set heading-level="${headingBefore + 1}".`,
    );
  if (!lang) find('words', 'The page does not say its language. Add lang="en" or lang="es" to <html>.');

  // Who watches.
  if (trackers.length) {
    const who = trackers.join(', ');
    if (config?.events === true)
      find(
        'trackers',
        `"events" is true, and the page has ${who}. They could learn that somebody used the finder. Federal guidance names such tools among pages to keep trackers off: set "events" to false, or ask your counsel.`,
      );
    else notes.push(`The page has ${who}. They see that the page was visited, and nothing of the finder.`);
  }
  return done(outcome.form);
};
