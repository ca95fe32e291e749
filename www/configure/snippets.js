// The lines that a provider pastes into its page, for each kind of website. Tests put each of them on a page.

const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The address that calls a number, where that is sure. */
export const telOf = (/** @type {unknown} */ phone) => {
  const text = String(phone ?? '');
  const digits = text.replace(/\D/g, '');
  if (/[a-z]/i.test(text)) return undefined;
  if (/^\s*\+/.test(text) && digits.length > 7) return `+${digits}`;
  if (digits.length === 10) return `+1${digits}`;
  return digits.length === 11 && digits[0] === '1' ? `+${digits}` : undefined;
};

/** What keeps other tools from changing or delaying the loader. They read it before the address, so it comes first. */
const LEAVE_ALONE =
  'data-cfasync="false" data-no-optimize="1" data-no-defer="1" nowprocket data-jetpack-boost="ignore" data-wpmeteor-nooptimize="true" data-cookieconsent="ignore"';

// Not as one word: an end tag in a script of a page would end it.
const TAG = ['scr', 'ipt'].join('');

/**
 * Where things are on the website, and what the page wants.
 * @typedef {{ folder: string, config: string, display: string, level: string }} Options
 */

/** Paths of a website, with a slash at the end of a folder. @type {(options: Options) => Options} */
const tidy = ({ folder, config, ...more }) => ({
  ...more,
  folder: `${folder.trim().replace(/\/*$/, '')}/`,
  config: config.trim() || '/finder.json',
});

/**
 * What stands on the page where there is no finder yet, or none at all.
 * @param {Record<string, any>} data
 */
export const fallback = (data) => {
  const phone = data.contact?.phone;
  const tel = telOf(phone);
  const shown = escaped(String(phone ?? ''));
  const call = phone ? `Call us: ${tel ? `<a href="tel:${tel}">${shown}</a>` : shown}. ` : '';
  return `<p>${call}In a crisis, call or text <a href="tel:988" data-calltrk-noswap>988</a>; in an emergency, call <a href="tel:911" data-calltrk-noswap>911</a>.</p>`;
};

/**
 * The finder and its loader.
 * @param {Record<string, any>} data
 * @param {Options} options
 */
export const lines = (data, options) => {
  const { folder, config, display, level } = tidy(options);
  const more = `${display === 'dialog' ? ' display="dialog"' : ''}${level ? ` heading-level="${escaped(level)}"` : ''}`;
  return `<program-finder config="${escaped(config)}"${more} style="display:block;min-height:680px">
  ${fallback(data)}
</program-finder>
<${TAG} ${LEAVE_ALONE} src="${escaped(folder)}program-finder.js" async></${TAG}>
`;
};

/** A whole page with the finder on it. */
export const page = (/** @type {Record<string, any>} */ data, /** @type {Options} */ options) => {
  const name = typeof data.name === 'object' ? (data.name?.en ?? data.name?.es) : data.name;
  const title = escaped(`Find a place to start${name ? ` | ${name}` : ''}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title>
</head>
<body>
<h1>Find a place to start</h1>
${lines(data, options)}</body>
</html>
`;
};

/** A frame with the finder's own page in it, for websites that take no scripts. */
export const frame = (/** @type {Options} */ options) => {
  const { folder } = tidy(options);
  const base = /^https?:/.test(folder) ? folder : `https://YOUR-WEB-SPACE${folder.startsWith('/') ? '' : '/'}${folder}`;
  return `${base}finder.html`;
};

/** What keeps the finder's place, where it may not stand in the lines. */
export const STYLE_SHEET = 'program-finder { display: block; min-height: 680px }';

/** What each kind of website wants: its name, what to do, and what to paste. */
export const KINDS =
  /** @type {{ id: string, name: string, steps: string[], paste?: (data: Record<string, any>, options: Options) => string }[]} */ ([
    {
      id: 'html',
      name: 'My own server, or plain HTML',
      steps: [
        'Upload the folder program-finder and the file finder.json to your website. Upload over an older one, and delete nothing.',
        'Paste these lines where the finder belongs. Not by a tag manager: it adds trackers to the page, and the finder comes late.',
      ],
      paste: lines,
    },
    {
      id: 'wordpress',
      name: 'WordPress',
      steps: [
        'Upload the folder program-finder and the file finder.json with your host’s file manager, beside wp-content.',
        'Edit the page, add a block “Custom HTML”, and paste these lines into it. They ask caching plugins to leave the finder alone.',
        'WordPress.com takes no scripts on most plans: there, see Wix.',
      ],
      paste: lines,
    },
    {
      id: 'wix',
      name: 'Wix, and others that take no scripts',
      steps: [
        'Upload the folder program-finder to any web space of yours with https, with finder.json inside it.',
        'In the editor add “Embed a site”, and give it this address. Make it at least 680 pixels high.',
      ],
      paste: (_, options) => `${frame(options)}\n`,
    },
    {
      id: 'squarespace',
      name: 'Squarespace, Webflow',
      steps: [
        'Upload the folder program-finder and finder.json to a web space of yours with https. Its server has to send Access-Control-Allow-Origin for finder.json.',
        'Add a block “Code” (Webflow: “Embed”), and paste these lines, with the whole address of that web space in place of both paths.',
      ],
      paste: lines,
    },
    {
      id: 'policy',
      name: 'A site with a strict Content-Security-Policy',
      steps: [
        'Upload and paste as for your own server. Then let the policy allow the script, the frame and the configuration: add these sources to it.',
        `Where it allows no style in the page, take the style out of the lines, and put this into your style sheet: ${STYLE_SHEET}`,
      ],
      paste: (_, options) => {
        const { folder } = tidy(options);
        const host = /^https?:/.test(folder) ? folder : "'self'";
        return `script-src ${host}; frame-src ${host}; connect-src ${host}\n`;
      },
    },
  ]);
