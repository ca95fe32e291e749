// The preview's way into its finder: the configurator sends made-up answers, and the finder shows their result. It is part of
// the preview's frame alone (xtask/src/build/parts.rs); the frame that visitors get has no such script, and its core no such function.

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
      addEventListener('message', ({ source, data }) => {
        if (source !== parent || !data?.answers) return;
        // Not by a press on Start, which moves focus: whoever fills in the form beside it has it.
        find('.start').hidden = true;
        find('.stage').hidden = false;
        find('.page').classList.add('running');
        finder.showResult(data.answers);
        find('.page').scrollTop = 0;
        parent.postMessage({ pf: 1, type: 'showing', heading: find('.stage h2').textContent }, '*');
      });
      parent.postMessage({ pf: 1, type: 'mounted' }, '*');
      return finder;
    },
  },
});
