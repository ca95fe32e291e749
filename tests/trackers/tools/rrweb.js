import { record } from 'rrweb';
import { join, post } from '../home.js';

// rrweb leaves sending to whoever uses it.
const events = [];
const flush = (last) => events.length && post('rrweb', '/events', JSON.stringify(events.splice(0)), last === true);
setInterval(flush, 250);
addEventListener('pagehide', () => flush(true));

record({
  emit: (event) => events.push(event),
  maskAllInputs: false,
  maskInputOptions: { password: false },
  maskTextClass: 'never',
  blockClass: 'never',
  recordCanvas: true,
  recordCrossOriginIframes: true,
  collectFonts: true,
  inlineImages: true,
  inlineStylesheet: true,
  userTriggeredOnInput: true,
  sampling: { mousemove: 20, mouseInteraction: true, input: 'all', scroll: 20 },
});

join('rrweb', { say: (word) => record.addCustomEvent('said', { word }), flush });
