// Quick exit: first nothing of the questionnaire is left in this document, then the page is asked to go. The
// frame may not navigate the page itself, and a sealed frame that could would be a worse one.

import { post } from './wire.js';

const PRESSES = 3;
const WITHIN_MS = 5000;

/**
 * `wipe` clears the answers. Listens to the link and to Shift, pressed three times with no other key between.
 * @param {HTMLElement} link
 * @param {() => void} wipe
 */
export const watchExit = (link, wipe) => {
  const leave = () => {
    try {
      wipe();
    } finally {
      document.documentElement.replaceChildren();
      post.exit();
    }
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let count = 0;
  let since = 0;
  addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') count = 0;
    else if (!event.repeat) {
      if (event.timeStamp - since > WITHIN_MS) count = 0;
      if (!count) since = event.timeStamp;
      if (++count === PRESSES) leave();
    }
  });
};
