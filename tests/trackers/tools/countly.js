import Countly from 'countly-sdk-web';
import { at, join } from '../home.js';

Countly.init({
  app_key: 'planted',
  url: at('countly'),
  interval: 200,
  session_update: 1,
  force_post: true,
  require_consent: false,
  ignore_bots: false,
  salt: undefined,
});
Countly.track_sessions();
Countly.track_pageview();
Countly.track_clicks();
Countly.track_scrolls();
Countly.track_errors();
Countly.track_links();
Countly.track_forms();
Countly.collect_from_forms();

join('countly', { say: (word) => Countly.add_event({ key: word, count: 1 }) });
