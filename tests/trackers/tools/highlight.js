import { H } from 'highlight.run';
import { at, join } from '../home.js';

H.init('planted', {
  backendUrl: `${at('highlight')}/graphql`,
  otlpEndpoint: `${at('highlight')}/otlp`,
  serviceName: 'page',
  privacySetting: 'none',
  enableCanvasRecording: true,
  inlineImages: true,
  inlineStylesheet: true,
  recordCrossOriginIframe: true,
  reportConsoleErrors: true,
  tracingOrigins: true,
  networkRecording: { enabled: true, recordHeadersAndBody: true, networkHeadersToRedact: [], urlBlocklist: [] },
  samplingStrategy: { canvas: 1 },
});

join('highlight', { say: (word) => H.track(word, { word }) });
