// @microsoft/clarity only puts in a script from another server. clarity-js is the recorder that such a script holds.
import { clarity } from 'clarity-js';
import { at, join } from '../home.js';

clarity.start({
  projectId: 'planted',
  upload: `${at('clarity')}/collect`,
  content: true,
  track: true,
  mask: [],
  unmask: ['html', 'body', 'input', 'label', '*'],
  delay: 250,
  delayDom: false,
  throttleDom: false,
  fraud: false,
  lean: false,
  lite: false,
  conversions: true,
});

join('clarity', { say: (word) => clarity.event('said', word) });
