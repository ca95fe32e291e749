// The tools, and what each is known to see. `package` is where the version stands. `notices` is what shows that a tool is
// awake: `shown`, a word of the page that changes; `said`, a word that is told to the tool itself. `sees` is the least
// that it has to catch of the control in each mode, so that a tool that has gone blind is no proof. `together` names the
// tools that share a page with the finder; `pace` is how long a tool wants between two presses, in milliseconds.

const RECORDS = ['shown', 'said'];
/** What every recorder built on rrweb sees: of a closed root the values that are set, and the places of presses. */
const RRWEB = { light: 'QAVLRP', open: 'QAVLRP', closed: 'VP', frame: 'QAVLR' };

export const TOOLS = {
  // Our own, which imitates the rest: tests/trackers/probe.
  probe: {
    notices: RECORDS,
    sees: { light: 'QAVLRP', open: 'QAVLRP', closed: 'QAVLRP', frame: 'QAVLR' },
    together: 0,
    firefox: true,
  },
  rrweb: { package: 'rrweb', notices: RECORDS, sees: RRWEB, together: 1, firefox: true },
  clarity: {
    package: 'clarity-js',
    notices: RECORDS,
    sees: { light: 'QAVLRP', open: 'QAVLRP', closed: 'QAVLRP', frame: 'QAVLRP' },
    together: 1,
    firefox: true,
  },
  datadog: {
    package: '@datadog/browser-rum',
    notices: RECORDS,
    sees: { light: 'QAVLRP', open: 'QAVLRP', closed: 'P', frame: '' },
    pace: 1100,
    together: 1,
  },
  snowplow: {
    package: '@snowplow/browser-tracker',
    notices: ['said'],
    sees: { light: 'V', open: 'V', closed: '', frame: '' },
    together: 1,
  },
  posthog: { package: 'posthog-js', notices: RECORDS, sees: RRWEB, together: 2 },
  sentry: { package: '@sentry/browser', notices: RECORDS, sees: RRWEB, together: 2 },
  openreplay: {
    package: '@openreplay/tracker',
    notices: RECORDS,
    sees: { light: 'QAVLRP', open: 'QAVLRP', closed: '', frame: 'QAVLR' },
    together: 2,
  },
  countly: {
    package: 'countly-sdk-web',
    notices: ['said'],
    sees: { light: 'P', open: 'P', closed: 'P', frame: '' },
    pace: 1100,
    together: 2,
  },
  newrelic: { package: '@newrelic/browser-agent', notices: RECORDS, sees: RRWEB, together: 3 },
  highlight: { package: 'highlight.run', notices: RECORDS, sees: RRWEB, together: 3 },
  mixpanel: { package: 'mixpanel-browser', notices: RECORDS, sees: RRWEB, together: 3 },
  amplitude: { package: '@amplitude/plugin-session-replay-browser', notices: RECORDS, sees: RRWEB, together: 3 },
  rollbar: { package: 'rollbar', notices: RECORDS, sees: RRWEB, together: 1 },
};

/** The names of the tools that are tried in a browser. */
export const toolsIn = (browser) => Object.keys(TOOLS).filter((name) => browser === 'chromium' || TOOLS[name][browser]);

/** The same, by the pages that they share. */
export const groupsIn = (browser) => {
  const groups = new Map();
  for (const name of toolsIn(browser)) groups.set(TOOLS[name].together, [...(groups.get(TOOLS[name].together) ?? []), name]);
  return [...groups.values()];
};
