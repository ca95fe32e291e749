import * as amplitude from '@amplitude/analytics-browser';
import { sessionReplayPlugin } from '@amplitude/plugin-session-replay-browser';
import { at, join } from '../home.js';

amplitude.add(
  sessionReplayPlugin({
    sampleRate: 1,
    forceSessionTracking: true,
    configServerUrl: `${at('amplitude')}/config`,
    trackServerUrl: `${at('amplitude')}/track`,
    privacyConfig: { defaultMaskLevel: 'light', unmaskSelector: ['*'], blockSelector: [] },
    interactionConfig: { enabled: true, trackEveryNms: 20, batch: false },
    useWebWorker: false,
    // Its other store loses what is recorded while it sends.
    storeType: 'memory',
    captureFullSnapshotOnFocus: true,
  }),
);
const { promise } = amplitude.init('planted', {
  serverUrl: `${at('amplitude')}/2/httpapi`,
  fetchRemoteConfig: false,
  flushIntervalMillis: 100,
  autocapture: {
    attribution: true,
    pageViews: true,
    sessions: true,
    formInteractions: true,
    fileDownloads: true,
    webVitals: true,
    frustrationInteractions: true,
    elementInteractions: { cssSelectorAllowlist: ['*'], actionClickAllowlist: ['*'], exposureDuration: 10 },
    networkTracking: {
      captureRules: [{ urls: [/.*/], responseBody: { allowlist: ['**'] }, requestBody: { allowlist: ['**'] } }],
    },
  },
});

promise.then(() => {
  const flush = () => {
    amplitude.flush();
    // Its recording is sent at growing intervals, and when somebody turns to another window.
    dispatchEvent(new Event('blur'));
  };
  join('amplitude', { say: (word) => amplitude.track(word), flush });
});
