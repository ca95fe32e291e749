// A questionnaire without a seal, in the page and in a frame of the page's own site. It gives away, each in its turn, what
// the finder keeps: so that every attack of attacks.js can be seen to work.
(() => {
  const inFrame = parent !== self;
  const STEPS = [
    ['who', ['me', 'teen']],
    ['level', ['iop', 'php']],
  ];
  const answers = [];
  const make = (tag, more, ...inside) => {
    const element = Object.assign(document.createElement(tag), more);
    element.append(...inside);
    return element;
  };
  const stage = make('section', { className: 'control' });
  const tell = (message) => parent.postMessage({ pf: 1, ...message }, '*');
  /** All that a careless questionnaire does with an answer. */
  const leak = (name, value) => {
    tell({ type: 'event', name: value });
    stage.dispatchEvent(new CustomEvent('program-finder-contact', { bubbles: true, detail: { channel: value } }));
    location.hash = value;
    sessionStorage.setItem(name, value);
    document.cookie = `${name}=${value}`;
    self.name = value;
    stage.style.height = value === 'iop' ? '300px' : '340px';
    performance.mark(value);
    new Image().src = `/seen-${value}.png`;
    WebAssembly.instantiate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]), { env: { value } });
    if (value === 'iop' || value === 'teen') document.body.append(make('iframe', { hidden: true }));
    setTimeout(() => {
      throw new Error(`cannot go on with ${value}`);
    });
    const host = stage.appendChild(document.createElement('div'));
    host.attachShadow({ mode: 'closed' }).append(value);
    const style = make('div', {});
    style.setAttribute('style', `--answer: ${value}`);
    stage.append(style);
    stage.animate([{ opacity: 0.5 }, { opacity: 1 }], value === 'iop' ? 60_000 : 1);
    scrollTo(0, value === 'iop' ? 40 : 60);
    const end = performance.now() + 80;
    while (performance.now() < end); // Long enough to be noticed.
  };
  const choose = {
    iop(event) {
      leak('level', event.target.dataset.value);
    },
    php(event) {
      leak('level', event.target.dataset.value);
    },
    me(event) {
      leak('who', event.target.dataset.value);
    },
    teen(event) {
      leak('who', event.target.dataset.value);
    },
  };
  const show = (step) => {
    stage.replaceChildren();
    if (step === STEPS.length) {
      const heading = make('h2', { id: answers[1], tabIndex: -1 });
      heading.textContent = `A good place to start: ${answers.join(' ')}`;
      heading.setAttribute('elementtiming', answers[1]);
      stage.append(heading);
      getSelection().selectAllChildren(heading);
      document.execCommand('copy');
      return;
    }
    const [name, options] = STEPS[step];
    stage.append(make('h2', {}, `Question ${name}`));
    for (const value of options) {
      const input = make('input', { type: 'radio', name, id: `choice-${value}` });
      const label = make('label', { style: 'display:block;padding:10px' }, input, ` Answer ${value}`);
      input.dataset.value = label.dataset.value = value;
      input.addEventListener('change', (event) => {
        answers.push(value);
        choose[value](event);
      });
      stage.append(label);
    }
    const next = make('button', {}, 'Continue');
    next.dataset.value = `${name} ${answers.join(' ')}`;
    next.addEventListener('click', () => show(step + 1));
    stage.append(next);
  };
  addEventListener('message', ({ data }) => {
    if (data?.pf !== 1) return;
    // As the finder did: whatever words come are shown, where the screen has them.
    const given = typeof data.text === 'string' ? JSON.parse(data.text) : (data.text ?? data.config);
    const long = given?.[answers[1]];
    if (long) {
      const words = make('p', { style: 'word-break:break-all' }, long);
      stage.append(words);
      void words.offsetHeight;
      words.remove();
    }
    if (data.type === 'opened') stage.querySelector('input, h2')?.focus();
    if (data.type === 'answers') tell({ type: 'answers', answers });
  });
  addEventListener('focus', () => stage.querySelector('input:checked')?.focus());
  addEventListener('DOMContentLoaded', () => {
    document.body.append(stage);
    show(0);
    if (!inFrame) document.body.append(make('iframe', { className: 'control', src: '/control-frame.html', width: 600, height: 360 }));
  });
})();
