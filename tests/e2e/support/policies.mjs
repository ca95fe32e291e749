// Headers that a provider's site may send, on the page or on every file, each alone and as strict as they are met with, and what
// comes of each: policies.test.mjs tries them in browsers, and check holds what it predicts against them.

import { FINDER, hashed, page } from './site.mjs';

export const LOADER = '/program-finder/program-finder.js';
export const FILE = hashed('frame.en.html');
export const STUB = hashed('frame.en.js');

export const csp = (value) => ({ 'content-security-policy': value });
const NONCE = 'r4nd0m';
const WITH_NONCE = page({ script: `<script nonce="${NONCE}" src="${LOADER}" async></script>` });
const ANYWHERE = { 'cross-origin-resource-policy': 'cross-origin' };
const ISOLATED = { 'cross-origin-embedder-policy': 'require-corp', 'cross-origin-opener-policy': 'same-origin' };
const QUIRKS = ({ url }) =>
  `<html><head><base href="${url('/elsewhere/')}"><title>Lantern Cove</title></head><body bgcolor="white"><center>` +
  `${FINDER}</center><script src="${url(LOADER)}"></script></body></html>`;

/**
 * By what is sent: the `page`'s headers, those on `all` files, or on some by their paths (`files`); the page itself where
 * it is another (`html`). What comes of it: `file`, `stub`, or the words that the message has to have; in WebKit, `webkit`,
 * where that is not the same.
 */
export const POLICIES = {
  nothing: { gives: 'file' },
  "default-src 'self'": { page: csp("default-src 'self'"), gives: 'file' },
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'": {
    page: csp("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"),
    gives: 'file',
  },
  "default-src 'self' 'unsafe-inline'": { page: csp("default-src 'self' 'unsafe-inline'"), gives: 'file' },
  "default-src 'none' with frame-src for the folder": {
    page: ({ url }) => csp(`default-src 'none'; script-src ${url(LOADER)}; connect-src 'self'; frame-src ${url('/program-finder/')}`),
    gives: 'file',
  },
  'a nonce and strict-dynamic': {
    page: csp(`script-src 'nonce-${NONCE}' 'strict-dynamic'; object-src 'none'; base-uri 'none'`),
    html: WITH_NONCE,
    gives: 'file',
  },
  "a nonce, strict-dynamic and 'wasm-unsafe-eval'; frame-src 'none'": {
    page: csp(`script-src 'nonce-${NONCE}' 'strict-dynamic' 'wasm-unsafe-eval'; frame-src 'none'`),
    html: WITH_NONCE,
    gives: 'stub',
  },
  "script-src with the folder and 'wasm-unsafe-eval'; frame-src 'none'": {
    page: ({ url }) => csp(`script-src ${url('/program-finder/')} 'wasm-unsafe-eval'; frame-src 'none'`),
    gives: 'stub',
  },
  "script-src 'self' 'wasm-unsafe-eval'; frame-src 'none'": {
    page: csp("script-src 'self' 'wasm-unsafe-eval'; frame-src 'none'"),
    gives: 'stub',
    webkit: ['frame-src'], // There 'self' does not match in a sandbox.
  },
  "default-src 'none'; script-src and connect-src 'self'": {
    page: csp("default-src 'none'; script-src 'self'; connect-src 'self'"),
    gives: ['frame-src'],
  },
  "require-trusted-types-for 'script'": { page: csp("require-trusted-types-for 'script'; trusted-types 'none'"), gives: 'file' },
  "trusted-types program-finder; frame-src 'none'": {
    page: csp("require-trusted-types-for 'script'; trusted-types program-finder; frame-src 'none'"),
    gives: 'stub',
  },
  "trusted-types 'none'; frame-src 'none'": {
    page: csp("require-trusted-types-for 'script'; trusted-types 'none'; frame-src 'none'"),
    gives: ['frame-src'],
  },
  'a sandbox that allows scripts and the same origin': { page: csp('sandbox allow-scripts allow-same-origin'), gives: 'file' },
  'a sandbox that allows scripts alone': { page: csp('sandbox allow-scripts'), gives: ['finder.json', "can't be fetched"] },
  "on every file: default-src 'self'": { all: csp("default-src 'self'"), gives: ['Content-Security-Policy', 'wasm-unsafe-eval'] },
  "on every file: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'": {
    all: csp("default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"),
    gives: 'stub',
    webkit: ['Content-Security-Policy', 'wasm-unsafe-eval'],
  },
  'on every file: X-Frame-Options: DENY': { all: { 'x-frame-options': 'DENY' }, gives: 'stub' },
  'on every file: X-Frame-Options: SAMEORIGIN': { all: { 'x-frame-options': 'SAMEORIGIN' }, gives: 'file' },
  "on every file: frame-ancestors 'self'": { all: csp("frame-ancestors 'self'"), gives: 'file' },
  "on every file: frame-ancestors 'none'": { all: csp("frame-ancestors 'none'"), gives: 'stub' },
  'Cross-Origin-Embedder-Policy: require-corp, and frame.en.js with Cross-Origin-Resource-Policy: cross-origin': {
    page: ISOLATED,
    files: { [STUB]: ANYWHERE },
    gives: 'stub',
  },
  'the same on the frame too': { page: ISOLATED, files: { [FILE]: { ...ISOLATED, ...ANYWHERE } }, gives: 'file' },
  'Cross-Origin-Embedder-Policy: require-corp alone': { page: ISOLATED, gives: ['Cross-Origin-Resource-Policy'] },
  'Cross-Origin-Opener-Policy: same-origin': { page: { 'cross-origin-opener-policy': 'same-origin' }, gives: 'file' },
  'on every file: Cross-Origin-Resource-Policy: same-origin': {
    all: { 'cross-origin-resource-policy': 'same-origin' },
    gives: 'file',
  },
  'Permissions-Policy: nothing at all': {
    page: { 'permissions-policy': 'clipboard-write=(), fullscreen=(), autoplay=(), geolocation=()' },
    gives: 'file',
  },
  'on every file: Referrer-Policy: no-referrer, nosniff': {
    all: { 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' },
    gives: 'file',
  },
  'a page in quirks mode, with a base element': { html: QUIRKS, gives: 'file' },
};
