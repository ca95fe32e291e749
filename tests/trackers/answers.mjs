// What the servers of the tools answer, as far as a tool asks before it records: that all recording is on.

const POSTHOG = {
  supportedCompression: ['gzip', 'gzip-js'],
  isAuthenticated: false,
  hasFeatureFlags: false,
  autocapture_opt_out: false,
  captureDeadClicks: true,
  capturePerformance: { network_timing: true, web_vitals: true },
  heatmaps: true,
  surveys: false,
  autocaptureExceptions: true,
  sessionRecording: {
    endpoint: '/s/',
    recorderVersion: 'v2',
    consoleLogRecordingEnabled: true,
    networkPayloadCapture: { recordBody: true, recordHeaders: true },
    canvas: { enabled: true, fps: 2, quality: '0.2' },
    sampleRate: null,
    minimumDurationMilliseconds: null,
    linkedFlag: null,
    masking: { maskAllInputs: false, maskTextSelector: null },
  },
};

const NEWRELIC = {
  stn: 1,
  err: 1,
  ins: 1,
  spa: 1,
  sr: 1,
  srs: 1,
  st: 1,
  sts: 1,
  log: 3,
  logapi: 3,
  loaded: 1,
  app: { agents: [{ entityGuid: 'planted' }], nrServerTime: Date.now() },
};

const OPENREPLAY = {
  token: 'planted',
  userUUID: 'planted',
  projectID: '1',
  sessionID: '1',
  beaconSizeLimit: 1_000_000,
  compressionThreshold: 1_000_000,
  startTimestamp: Date.now(),
  delay: 0,
  userState: '',
  userCity: '',
  userCountry: '',
  userBrowser: '',
  userOS: '',
  userDevice: '',
  canvasEnabled: true,
  canvasQuality: 'low',
  canvasFPS: 1,
  features: { 'feature-flags': false, 'usability-test': false },
  conditions: [],
};

const AMPLITUDE = {
  configs: {
    sessionReplay: {
      sr_sampling_config: { capture_enabled: true, sample_rate: 1 },
      sr_privacy_config: { defaultMaskLevel: 'light', unmaskSelector: ['*'], blockSelector: [], maskSelector: [] },
      sr_interaction_config: { enabled: true, trackEveryNms: 20, batch: false },
      sr_logging_config: { console: { enabled: true, levels: ['log', 'info', 'warn', 'error', 'debug', 'trace'] } },
    },
  },
};

const graph = (body) => {
  const { operationName = '', variables = {} } = (() => {
    try {
      return JSON.parse(body);
    } catch {
      return {}; // A part that is compressed asks for nothing.
    }
  })();
  const session = { secure_id: variables.session_secure_id, project_id: '1', sampling: null };
  return {
    data: operationName.toLowerCase() === 'initializesession' ? { initializeSession: session } : { pushPayload: 1, pushSessionEvents: 1 },
  };
};

/** By tool: what is answered to a path. */
export const ANSWERS = {
  posthog: (path) => (/^\/(flags|decide|array)/.test(path) ? POSTHOG : { status: 1 }),
  countly: () => ({ result: 'Success' }),
  newrelic: (path) => (path.startsWith('/1/') ? NEWRELIC : {}),
  openreplay: (path) => (path.includes('/start') ? OPENREPLAY : path.includes('conditions') ? { conditions: [] } : {}),
  highlight: (path, body) => (path.startsWith('/graphql') ? graph(body) : {}),
  amplitude: (path) => (path.startsWith('/config') ? AMPLITUDE : { code: 200 }),
  rollbar: () => ({ err: 0, result: { id: null, uuid: 'planted' } }),
  mixpanel: () => ({ code: 200, status: 'OK' }),
};
