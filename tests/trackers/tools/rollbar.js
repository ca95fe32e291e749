import Rollbar from 'rollbar/replay';
import { at, join } from '../home.js';

const rollbar = Rollbar.init({
  accessToken: 'planted',
  endpoint: `${at('rollbar')}/api/1/item/`,
  captureUncaught: true,
  captureUnhandledRejections: true,
  captureIp: true,
  captureEmail: true,
  captureUsername: true,
  itemsPerMinute: 10_000,
  maxItems: 10_000,
  scrubTelemetryInputs: false,
  autoInstrument: {
    network: true,
    networkResponseHeaders: true,
    networkResponseBody: true,
    networkRequestHeaders: true,
    networkRequestBody: true,
    log: true,
    dom: true,
    navigation: true,
    connectivity: true,
    contentSecurityPolicy: true,
    errorOnContentSecurityPolicy: true,
  },
  tracing: { enabled: true, endpoint: `${at('rollbar')}/api/1/session/` },
  replay: {
    enabled: true,
    autoStart: true,
    triggerDefaults: { samplingRatio: 1, preDuration: 60, postDuration: 0 },
    triggers: [
      {
        type: 'occurrence',
        level: ['debug', 'info', 'warning', 'error', 'critical'],
        samplingRatio: 1,
        preDuration: 60,
        postDuration: 0,
      },
    ],
    // Its types do not name all that it hands on to rrweb.
    .../** @type {object} */ ({ maskAllInputs: false, maskTextSelector: null }),
    maskInputOptions: { password: false },
    maskTextClass: 'never',
    blockClass: 'never',
    inlineStylesheet: true,
    inlineImages: true,
    collectFonts: true,
  },
});

join('rollbar', { say: (word) => rollbar.error(word) });
