import { datadogRum } from '@datadog/browser-rum';
import { at, join } from '../home.js';

datadogRum.init({
  applicationId: '00000000-0000-4000-8000-000000000000',
  clientToken: 'planted',
  site: 'datadoghq.com',
  service: 'page',
  proxy: `${at('datadog')}/proxy`,
  sessionSampleRate: 100,
  sessionReplaySampleRate: 100,
  traceSampleRate: 100,
  defaultPrivacyLevel: 'allow',
  enablePrivacyForActionName: false,
  trackUserInteractions: true,
  trackResources: true,
  trackLongTasks: true,
  startSessionReplayRecordingManually: false,
  compressIntakeRequests: true,
  silentMultipleInit: true,
});
datadogRum.startSessionReplayRecording({ force: true });

join('datadog', {
  say: (word) => datadogRum.addAction(word),
  // It sends every thirty seconds, and when a page may end. This is how its makers' own tests tell it so.
  flush: () => dispatchEvent(Object.assign(new Event('beforeunload'), { __ddIsTrusted: true })),
});
