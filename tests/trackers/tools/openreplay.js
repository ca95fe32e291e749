import Tracker from '@openreplay/tracker';
import { at, join } from '../home.js';

const tracker = new Tracker({
  projectKey: 'planted',
  ingestPoint: at('openreplay'),
  __DISABLE_SECURE_MODE: true,
  respectDoNotTrack: false,
  defaultInputMode: 0,
  obscureTextEmails: false,
  obscureTextNumbers: false,
  obscureInputEmails: false,
  obscureInputDates: false,
  obscureInputNumbers: false,
  captureIFrames: true,
  consoleMethods: ['log', 'info', 'warn', 'error', 'debug', 'assert'],
  network: {
    capturePayload: true,
    captureInIframes: true,
    failuresOnly: false,
    ignoreHeaders: false,
    sessionTokenHeader: false,
    sanitizer: (data) => data,
  },
  canvas: { disableCanvas: false, __save_canvas_locally: false },
  resourceBaseHref: location.href,
  mouse: { disableClickmaps: false },
});
// What is told to it before it has started is lost.
tracker.start().then(() => {
  join('openreplay', { say: (word) => tracker.event('said', { word }), flush: () => tracker.forceFlushBatch() });
});
