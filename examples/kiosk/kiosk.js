// Clears the screen by loading the page anew: nothing of the visit before is kept anywhere. By the button, and after a while in
// which nobody has touched it. A page cannot see what is done in the finder, so it asks first.

const ASK_AFTER = 5 * 60_000;
const CLEAR_AFTER = 60_000;

const still = document.querySelector('.still');
const clear = () => location.reload();
let timer;
const wait = () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    still.showModal();
    timer = setTimeout(clear, CLEAR_AFTER);
  }, ASK_AFTER);
};
document.querySelector('.clear').addEventListener('click', clear);
document.querySelector('.stay').addEventListener('click', () => still.close());
still.addEventListener('close', wait);
wait();
