// What a page's policies and its server's headers let the finder do, as browsers decide it: which form starts, or what is in the way.
// tests/e2e/support/policies.mjs has the cases that were tried in three engines.

/**
 * Where something came from and what came with it.
 * @typedef {{ url: string, status: number, headers: Record<string, string>, text: string, sha384?: string }} Answer
 */

/** @typedef {Map<string, string[]>} Policy Directives, each with its sources. */

/** The policies of a page: those of its headers, and those in its markup. Each of them has to allow what is done. */
export const policiesOf = (/** @type {string[]} */ texts) =>
  texts
    .flatMap((text) => text.split(','))
    .map((text) => {
      /** @type {Policy} */
      const policy = new Map();
      for (const directive of text.split(';')) {
        const [name, ...sources] = directive.trim().split(/\s+/);
        // Of a directive that is there twice, the first counts.
        if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
      }
      return policy;
    })
    .filter((policy) => policy.size);

/** The sources of the first of these directives that there is; none where none restricts. */
const sourcesOf = (/** @type {Policy} */ policy, /** @type {string[]} */ ...names) => {
  const name = names.find((one) => policy.has(one));
  return name === undefined ? undefined : /** @type {string[]} */ (policy.get(name));
};

const FRAME = ['frame-src', 'child-src', 'default-src'];
const SCRIPT = ['script-src-elem', 'script-src', 'default-src'];
const CODE = ['script-src', 'default-src'];
const FETCH = ['connect-src', 'default-src'];

const has = (/** @type {string[]} */ sources, /** @type {string} */ word) => sources.some((source) => source.toLowerCase() === word);

/** Whether a source of a policy means an address. `self` is the page's own. */
const means = (/** @type {string} */ source, /** @type {URL} */ url, /** @type {string} */ self) => {
  const lower = source.toLowerCase();
  if (lower === "'self'") return url.origin === self;
  if (lower === '*') return /^https?:$/.test(url.protocol);
  if (/^[a-z][a-z0-9+.-]*:$/.test(lower)) return url.protocol === lower || (lower === 'http:' && url.protocol === 'https:');
  const [, scheme, host, port, path] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:']+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source) ?? [];
  if (!host) return false;
  if (scheme ? `${scheme.toLowerCase()}:` !== url.protocol : new URL(self).protocol !== url.protocol && url.protocol !== 'https:')
    return false;
  const wanted = host.toLowerCase();
  if (wanted.startsWith('*.') ? !url.hostname.endsWith(wanted.slice(1)) : url.hostname !== wanted) return false;
  const usual = url.protocol === 'https:' ? '443' : '80';
  if (port !== '*' && (port ?? usual) !== (url.port || usual)) return false;
  if (!path || path === '/') return true;
  return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path;
};

const allows = (/** @type {string[] | undefined} */ sources, /** @type {string} */ url, /** @type {string} */ self) =>
  !sources || sources.some((source) => means(source, new URL(url), self));

/** Whether a script with this nonce may be loaded from there. */
const loads = (
  /** @type {string[] | undefined} */ sources,
  /** @type {string} */ url,
  /** @type {string} */ self,
  /** @type {string | undefined} */ nonce,
) => {
  if (!sources) return true;
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
  return !has(sources, "'strict-dynamic'") && allows(sources, url, self);
};

const header = (/** @type {Answer | undefined} */ answer, /** @type {string} */ name) => answer?.headers[name] ?? '';
const headerPolicies = (/** @type {Answer | undefined} */ answer) => policiesOf([header(answer, 'content-security-policy')]);
const isolated = (/** @type {Answer} */ page) => /require-corp|credentialless/.test(header(page, 'cross-origin-embedder-policy'));
const crosses = (/** @type {Answer} */ answer) => header(answer, 'cross-origin-resource-policy').trim() === 'cross-origin';

/**
 * What is known of a page with a finder.
 * @typedef {{
 *   page: Answer, metas: string[], nonce?: string, loader: string, config?: string,
 *   frame?: Answer, stub?: Answer,
 * }} Facts
 */

/** @typedef {{ form: 'file' | 'stub' | 'fallback', why: string[], remedy: string }} Outcome */

/** Why the file form does not start; nothing where it does. */
const fileStops = (/** @type {Facts} */ { page, frame, loader }, /** @type {Policy[]} */ policies) => {
  const self = new URL(page.url).origin;
  const folder = new URL('.', loader).href;
  if (frame?.status !== 200) return { why: 'the frame is not on the server', remedy: `Upload the whole folder ${folder} again.` };
  if (policies.some((policy) => !allows(sourcesOf(policy, ...FRAME), frame.url, self)))
    return { why: "the page's policy refuses the frame", remedy: `Add "frame-src ${folder}" to the page's Content-Security-Policy.` };
  if (!/^text\/html/i.test(header(frame, 'content-type')))
    return {
      why: `the frame is sent as ${header(frame, 'content-type') || 'nothing'}`,
      remedy: 'Let the server send .html files as text/html.',
    };
  const same = new URL(frame.url).origin === self;
  const own = headerPolicies(frame);
  const ancestors = own.map((policy) => policy.get('frame-ancestors')).filter((sources) => sources !== undefined);
  if (ancestors.some((sources) => !allows(sources, page.url, new URL(frame.url).origin)))
    return {
      why: "the frame's own headers forbid framing it (frame-ancestors)",
      remedy: `Send no frame-ancestors but 'self' with the files of ${folder}.`,
    };
  const framing = header(frame, 'x-frame-options').trim().toLowerCase();
  if (!ancestors.length && (framing === 'deny' || (framing === 'sameorigin' && !same)))
    return {
      why: `the frame is sent with X-Frame-Options: ${framing.toUpperCase()}`,
      remedy: `Send no X-Frame-Options but SAMEORIGIN with the files of ${folder}.`,
    };
  const blocked = own.some((policy) => {
    const scripts = sourcesOf(policy, ...SCRIPT);
    const code = sourcesOf(policy, ...CODE);
    // The frame's scripts are inside it, and known by hash in its own policy alone.
    const inline = !scripts || (has(scripts, "'unsafe-inline'") && !scripts.some((one) => /^'(nonce|sha\d+)-/.test(one)));
    const wasm = !code || has(code, "'wasm-unsafe-eval'") || has(code, "'unsafe-eval'");
    return !inline || !wasm || (policy.has('sandbox') && !has(/** @type {string[]} */ (policy.get('sandbox')), 'allow-scripts'));
  });
  if (blocked)
    return {
      why: 'the server sends a Content-Security-Policy with the frame',
      remedy: `Send no Content-Security-Policy with the files of ${folder}: the frame has its own.`,
    };
  if (isolated(page) && !(isolated(frame) && crosses(frame)))
    return {
      why: 'the page sends Cross-Origin-Embedder-Policy',
      remedy: `Send the files of ${folder} with "Cross-Origin-Resource-Policy: cross-origin" and the same Cross-Origin-Embedder-Policy.`,
    };
  return undefined;
};

/** Why the stub form does not start. */
const stubStops = (
  /** @type {Facts} */ { page, nonce, stub, loader },
  /** @type {Policy[]} */ policies,
  /** @type {boolean} */ selfInSandbox,
) => {
  const folder = new URL('.', loader).href;
  if (stub?.status !== 200) return 'its script is not on the server';
  const self = new URL(page.url).origin;
  const remedy = `script-src ${folder} 'wasm-unsafe-eval'`;
  for (const policy of policies) {
    const sources = sourcesOf(policy, ...SCRIPT);
    // In a sandbox one engine knows no 'self'.
    const known = selfInSandbox ? sources : sources?.filter((source) => source.toLowerCase() !== "'self'");
    if (!loads(known, stub.url, self, nonce)) return remedy;
    const code = sourcesOf(policy, ...CODE);
    if (code && !has(code, "'wasm-unsafe-eval'") && !has(code, "'unsafe-eval'")) return remedy;
    const types = policy.get('trusted-types');
    const asks = policies.some((one) => one.has('require-trusted-types-for'));
    if (asks && types && !types.includes('program-finder') && !types.includes('*')) return 'trusted-types program-finder';
  }
  return isolated(page) && !crosses(stub) ? 'Cross-Origin-Resource-Policy' : undefined;
};

/**
 * What the finder comes to on a page.
 * @param {Facts} facts
 * @param {{ selfInSandbox?: boolean }} [engine]
 * @returns {Outcome}
 */
export const predicted = (facts, { selfInSandbox = true } = {}) => {
  const { page, metas, nonce, loader, config } = facts;
  const policies = [...headerPolicies(page), ...policiesOf(metas)];
  const self = new URL(page.url).origin;
  const fallback = (/** @type {string} */ why, /** @type {string} */ remedy) => ({
    form: /** @type {const} */ ('fallback'),
    why: [why],
    remedy,
  });
  const boxes = headerPolicies(page)
    .map((policy) => policy.get('sandbox'))
    .filter((sources) => sources !== undefined);
  if (boxes.some((sources) => !has(sources, 'allow-scripts')))
    return fallback("the page's sandbox allows no scripts", 'Add allow-scripts and allow-same-origin to the sandbox of the page.');
  if (policies.some((policy) => !loads(sourcesOf(policy, ...SCRIPT), loader, self, nonce)))
    return fallback(
      "the page's policy refuses the loader",
      `Add "script-src ${loader}" to the page's Content-Security-Policy${policies.some((policy) => has(sourcesOf(policy, ...SCRIPT) ?? [], "'strict-dynamic'")) ? ', or give its script the nonce' : ''}.`,
    );
  if (config) {
    const opaque = boxes.some((sources) => !has(sources, 'allow-same-origin'));
    if (opaque || policies.some((policy) => !allows(sourcesOf(policy, ...FETCH), config, self)))
      return fallback(
        `${new URL(config).pathname.split('/').at(-1)} can't be fetched`,
        opaque ? 'Add allow-same-origin to the sandbox of the page.' : `Add "connect-src ${config}" to the page's Content-Security-Policy.`,
      );
  }
  const file = fileStops(facts, policies);
  if (!file) return { form: 'file', why: [], remedy: '' };
  const stub = stubStops(facts, policies, selfInSandbox);
  if (!stub) return { form: 'stub', why: [file.why], remedy: file.remedy };
  return { form: 'fallback', why: [file.why, stub], remedy: file.remedy };
};
