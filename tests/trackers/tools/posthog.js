import posthog from 'posthog-js/dist/module.full.no-external';
import { at, join } from '../home.js';

posthog.init('phc_planted', {
  api_host: at('posthog'),
  ui_host: at('posthog'),
  autocapture: { capture_copied_text: true },
  rageclick: true,
  capture_pageview: true,
  capture_pageleave: true,
  capture_dead_clicks: true,
  capture_heatmaps: true,
  capture_performance: { network_timing: true, web_vitals: true },
  capture_exceptions: true,
  enable_recording_console_log: true,
  mask_all_text: false,
  mask_all_element_attributes: false,
  mask_personal_data_properties: false,
  disable_session_recording: false,
  disable_surveys: true,
  opt_out_useragent_filter: true, // The browser of a test is not a robot to be left out.
  request_batching: false,
  session_recording: {
    maskAllInputs: false,
    maskInputOptions: { password: false },
    maskTextSelector: null,
    blockClass: 'never',
    recordCrossOriginIframes: true,
    recordHeaders: true,
    recordBody: true,
    captureCanvas: { recordCanvas: true, canvasFps: 2, canvasQuality: '0.2' },
    full_snapshot_interval_millis: 60_000,
    session_idle_threshold_ms: 600_000,
  },
});

join('posthog', { say: (word) => posthog.capture('said', { word }, { send_instantly: true }) });
