import { ButtonClickTrackingPlugin, enableButtonClickTracking } from '@snowplow/browser-plugin-button-click-tracking';
import { enableFormTracking, FormTrackingPlugin } from '@snowplow/browser-plugin-form-tracking';
import { enableLinkClickTracking, LinkClickTrackingPlugin } from '@snowplow/browser-plugin-link-click-tracking';
import { enableActivityTracking, newTracker, trackPageView, trackSelfDescribingEvent } from '@snowplow/browser-tracker';
import { at, join } from '../home.js';

newTracker('page', at('snowplow'), {
  appId: 'page',
  eventMethod: 'post',
  bufferSize: 1,
  encodeBase64: true,
  contexts: { session: true, browser: true, webPage: true },
  plugins: [ButtonClickTrackingPlugin(), FormTrackingPlugin(), LinkClickTrackingPlugin()],
});
enableActivityTracking({ minimumVisitLength: 1, heartbeatDelay: 1 });
enableLinkClickTracking({ pseudoClicks: true, trackContent: true });
enableFormTracking({ options: { events: ['submit_form', 'focus_form', 'change_form'] } });
enableButtonClickTracking();
addEventListener('load', () => {
  trackPageView();
  enableFormTracking();
});

join('snowplow', {
  say: (word) => trackSelfDescribingEvent({ event: { schema: 'iglu:page/said/jsonschema/1-0-0', data: { word } } }),
});
