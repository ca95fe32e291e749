// Quick exit: first nothing of the questionnaire is left in this document, then the page is asked to go. The
// frame may not navigate the page itself, and a sealed frame that could would be a worse one.

import { onShifts } from '../shift.js';
import { post } from './wire.js';

/**
 * `wipe` clears the answers. Listens to the link and to Shift.
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
  onShifts(leave);
};
