// The preview's way into its finder: the configurator sends made-up answers, and the finder shows their result; the gallery of screens
// sends presses, and it shows where they lead. It is part of the preview's frame alone (xtask/src/build/parts.rs); the frame that
// visitors get has no such script, and its core no such function.

/** Milliseconds until a screen is laid out to its end (`.new` in www/frame/result.css). */
const LAID_OUT = 400;

/**
 * The glue of the core, with a finder that can be told what to show.
 * @param {any} glue
 */
export const opened = (glue) => ({
  start: glue.start,
  Finder: {
    mount(/** @type {Element} */ stage, /** @type {object} */ config, /** @type {object} */ host) {
      const finder = glue.Finder.mount(stage, config, host);
      const root = /** @type {ShadowRoot} */ (stage.getRootNode());
      const find = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
      const leaveStart = () => {
        find('.start').hidden = true;
        find('.stage').hidden = false;
        find('.page').classList.add('running');
      };
      /** Presses what a visitor would: choices by their places, and then what leads on. */
      const press = (/** @type {number[]} */ places) => {
        const options = /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.stage .option'));
        for (const place of places) if (!options[place].querySelector('input')?.checked) options[place].click();
        find('.stage .safety .actions button, .stage .primary').click();
      };
      addEventListener('message', ({ source, data }) => {
        if (source !== parent || !(data?.answers || data?.steps)) return;
        // Whoever fills in the form beside it, or reads the page around it, has the focus.
        const { focus } = HTMLElement.prototype;
        HTMLElement.prototype.focus = () => {};
        if (data.answers) {
          leaveStart();
          finder.showResult(data.answers);
        } else {
          const [begins, ...steps] = data.steps;
          if (begins) {
            leaveStart();
            finder.start();
          }
          steps.forEach(press);
        }
        HTMLElement.prototype.focus = focus;
        const page = find('.page');
        page.scrollTop = 0;
        const heading = find(data.steps?.length === 0 ? '.start h2' : '.stage h2').textContent;
        const tell = () => parent.postMessage({ pf: 1, type: 'showing', heading, high: page.scrollHeight }, '*');
        if (data.answers) tell();
        else setTimeout(tell, LAID_OUT);
      });
      parent.postMessage({ pf: 1, type: 'mounted' }, '*');
      return finder;
    },
  },
});
