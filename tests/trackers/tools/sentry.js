import * as Sentry from '@sentry/browser';
import { at, join } from '../home.js';

Sentry.init({
  dsn: 'https://planted@sentry.example/1',
  tunnel: `${at('sentry')}/envelope`,
  tracesSampleRate: 1,
  replaysSessionSampleRate: 1,
  replaysOnErrorSampleRate: 1,
  dataCollection: { userInfo: true, cookies: true, httpHeaders: true, urlQueryParams: true },
  normalizeDepth: 10,
  maxValueLength: 10_000,
  integrations: [
    Sentry.browserTracingIntegration({ enableInp: true, enableLongAnimationFrame: true }),
    Sentry.captureConsoleIntegration(),
    Sentry.breadcrumbsIntegration({
      dom: { serializeAttribute: ['name', 'value', 'aria-label', 'data-rule'], maxStringLength: 1000 },
    }),
    Sentry.replayCanvasIntegration(),
    Sentry.replayIntegration({
      maskAllText: false,
      maskAllInputs: false,
      blockAllMedia: false,
      networkDetailAllowUrls: [/.*/],
      networkCaptureBodies: true,
      useCompression: true,
      flushMinDelay: 100,
      flushMaxDelay: 200,
      minReplayDuration: 0,
      slowClickTimeout: 1000,
      mutationLimit: 1_000_000,
      mutationBreadcrumbLimit: 1_000_000,
      stickySession: false,
    }),
  ],
});

join('sentry', {
  say: (word) => Sentry.captureMessage(word),
  flush: () => {
    Sentry.getReplay()?.flush();
    Sentry.flush();
  },
});
