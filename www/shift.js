// Shift, pressed three times with nothing between, is quick exit: in the frame, and on the page around it.

const PRESSES = 3;
const WITHIN_MS = 5000;

/**
 * Calls `act` then. A press counts when the key comes up again, and only if nothing else was done with it: whoever holds Shift to
 * select, to scroll sideways or for a capital letter wants to stay. With Sticky Keys, which hold it for its owner, it does not
 * come up alone, so there nobody leaves by accident; the button is for them.
 * @param {() => void} act
 * @param {(event: KeyboardEvent) => boolean} [counts]
 */
export const onShifts = (act, counts = () => true) => {
  let [steps, since] = [0, 0]; // Each press is two: down, and up.
  const hear = (/** @type {any} */ event) => {
    const { timeStamp } = event;
    if (event.key !== 'Shift' || !counts(event)) steps = 0;
    else if (event.type === 'keyup' ? steps % 2 : !event.repeat && steps % 2 < 1) {
      if (steps % 2 < 1 && timeStamp - since > WITHIN_MS) steps = 0;
      if (!steps) since = timeStamp;
      if (++steps === 2 * PRESSES) act();
    }
  };
  for (const type of ['keydown', 'keyup', 'pointerdown', 'wheel', 'blur']) addEventListener(type, hear, true);
};
