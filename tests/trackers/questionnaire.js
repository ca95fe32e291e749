// The control: the same words as an ordinary part of the page, without any seal. Every row has a fixed place, one for
// each step and option, so that a test can press where something stands without being able to look into it.

const ROW = 36;
const at = (step, row) => ({ x: 40 + step * 11, y: 60 + row * ROW });

/** Puts the questionnaire into `root`: `steps` of { name, question, options: [{ name, words }] }, then `result`. */
self.putQuestionnaire = (root, { steps, result }, top = 0) => {
  const document = root.ownerDocument ?? self.document;
  const make = (tag, text, properties = {}) => {
    const element = Object.assign(document.createElement(tag), properties);
    if (text) element.textContent = text;
    return element;
  };
  const put = (element, { x, y }, width) => {
    element.style.cssText = `position:absolute;left:${x}px;top:${y + top}px;width:${width}px;height:30px;overflow:hidden;white-space:nowrap;margin:0`;
    (root.querySelector('form') ?? root).append(element);
  };
  const show = (step) => {
    root.replaceChildren();
    if (step === steps.length) {
      put(make('h2', result.heading), at(0, 0), 700);
      result.rules.forEach((rule, row) => {
        const line = make('p', result.level);
        line.dataset.rule = rule;
        put(line, at(0, row + 1), 700);
      });
      /** @type {typeof self} */ (self.top).finished = true;
      return;
    }
    const { name, question, options } = steps[step];
    root.append(make('form', '', { id: 'questionnaire', name: 'questionnaire' }));
    put(make('h2', question), { x: 40, y: 20 }, 700);
    options.forEach((option, row) => {
      const label = make('label');
      label.append(make('input', '', { type: 'radio', name, value: `${name}.${option.name}` }), make('span', option.words));
      put(label, at(step, row), 400);
    });
    const on = make('button', 'Continue', { type: 'button' });
    on.addEventListener('click', () => show(step + 1));
    put(on, at(0, options.length), 120);
  };
  show(0);
};
