import { BrowserAgent } from '@newrelic/browser-agent/loaders/browser-agent';
import { at, join } from '../home.js';

const server = at('newrelic').replace('http://', '');
const ids = { accountID: '1', trustKey: '1', agentID: '1', licenseKey: 'planted', applicationID: '1' };
const agent = new BrowserAgent({
  init: {
    ssl: false,
    harvest: { interval: 1 },
    privacy: { cookies_enabled: true },
    session_replay: {
      enabled: true,
      preload: true,
      autoStart: true,
      sampling_rate: 100,
      error_sampling_rate: 100,
      mask_all_inputs: false,
      mask_input_options: { password: false },
      mask_text_selector: null,
      block_selector: '',
      collect_fonts: true,
      inline_images: true,
    },
    session_trace: { enabled: true },
    user_actions: {
      enabled: true,
      elementAttributes: ['id', 'className', 'tagName', 'type', 'value', 'name', 'textContent', 'data-rule'],
    },
    generic_events: { enabled: true },
    logging: { enabled: true },
    performance: { capture_marks: true, capture_measures: true, resources: { enabled: true } },
    ajax: { capture_payloads: 'all', deny_list: [] },
    distributed_tracing: { enabled: true },
  },
  info: { beacon: server, errorBeacon: server, licenseKey: 'planted', applicationID: '1', sa: 1 },
  loader_config: ids,
});

join('newrelic', { say: (word) => agent.addPageAction(word) });
