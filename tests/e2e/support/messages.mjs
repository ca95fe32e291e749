// The messages between frame and loader, by name. Typed by www/messages.d.ts: tsc refuses a list that lacks one.

/** @import { FromFrame, ToFrame } from '../../../www/messages.js' */

/** @type {Record<FromFrame['type'], true>} */
export const FROM_FRAME = {
  ready: true,
  failed: true,
  stopped: true,
  wrong: true,
  open: true,
  close: true,
  exit: true,
  'exit-page': true,
  language: true,
  event: true,
  contact: true,
};
/** @type {Record<ToFrame['type'], true>} */
export const TO_FRAME = { init: true, logo: true, language: true, opened: true, closed: true };
