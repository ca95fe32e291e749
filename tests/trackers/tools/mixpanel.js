import mixpanel from 'mixpanel-browser';
import { at, join } from '../home.js';

mixpanel.init('planted', {
  api_host: at('mixpanel'),
  autocapture: {
    pageview: 'full-url',
    click: true,
    dead_click: true,
    input: true,
    rage_click: true,
    scroll: true,
    submit: true,
    capture_text_content: true,
    capture_extra_attrs: ['value', 'name', 'data-rule'],
  },
  record_sessions_percent: 100,
  record_min_ms: 0,
  record_mask_all_text: false,
  record_mask_all_inputs: false,
  record_mask_text_selector: '',
  record_mask_text_class: '',
  record_mask_input_selector: '',
  record_block_selector: '',
  record_block_class: '',
  record_canvas: true,
  record_console: true,
  record_network: true,
  record_heatmap_data: true,
  record_collect_fonts: true,
  record_inline_images: true,
  remote_settings_mode: 'disabled',
  batch_requests: true,
  batch_flush_interval_ms: 300,
  batch_autostart: true,
  api_payload_format: 'json',
  ignore_dnt: true,
});

join('mixpanel', {
  say: (word) => {
    mixpanel.track(word);
    // A recording is sent every ten seconds, and when it ends. So it ends, and another begins.
    setTimeout(() => {
      mixpanel.stop_session_recording();
      mixpanel.start_session_recording();
    }, 100);
  },
});
