// The simulator's script: it shows what the module says, and works nothing out by itself.
'use strict';

{
  /** @returns {any} The element of that id, of whatever kind the page has it. */
  const find = (id) => document.getElementById(id);
  const data = JSON.parse(find('data').textContent);
  const parts = find('parts').content;
  const byId = new Map(data.questions.map((question) => [question.id, question]));

  // The answers by question, each a list of options, whether or not the question is asked.
  let answers = new Map();
  let config;
  let decide;

  /** An element with properties and children. Text is only ever text. */
  const element = (tag, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children.flat().filter((child) => child !== undefined && child !== ''));
    return made;
  };
  const part = (kind, id) => parts.querySelector(`[data-${kind}="${id}"]`).cloneNode(true);

  const voice = () => find('voice').value || data.voiceOf[answers.get('who')?.[0]] || data.voices[0].id;
  const say = (key) => data.text[`${key}.${voice()}`] ?? data.text[key] ?? '';
  const fill = (sentence, words) => sentence.replaceAll(/\{(\w+)\}/g, (_, name) => words[name]);
  const nameOf = (question) => say(`${question}.name`);
  const optionsOf = (question, options) => options.map((option) => `“${say(`${question}.${option}`)}”`).join(', ');
  const levelOf = (level) => say(`level.${level}.name`);

  // --- Answers

  const asked = (question, outcome) => outcome.path.includes(question.id);

  const choose = (question, option, chosen) => {
    const before = answers.get(question.id) ?? [];
    let after = chosen ? [option] : [];
    if (question.many) {
      const alone = (other) => question.alone.includes(other);
      const kept = before.filter((other) => other !== option && !(chosen && (alone(option) || alone(other))));
      after = question.options.filter((other) => kept.includes(other) || (chosen && other === option));
    }
    if (after.length) answers.set(question.id, after);
    else answers.delete(question.id);
    find('case').value = '';
    show();
  };

  const questionParts = data.questions.map((question, at) => {
    const options = question.options.map((option) => {
      const input = element('input', { type: question.many ? 'checkbox' : 'radio', name: question.id, value: option });
      input.addEventListener('change', () => choose(question, option, input.checked));
      const words = element('span');
      const classes = question.unknown.includes(option) ? 'option unknown' : 'option';
      return { option, input, words, label: element('label', { className: classes }, input, words) };
    });
    const legend = element('legend');
    const hint = element('p', { className: 'hint' });
    const again = element('button', { type: 'button', className: 'again', textContent: 'No answer' });
    again.addEventListener('click', () => {
      answers.delete(question.id);
      options[0].input.focus();
      show();
    });
    const mark = element('span', { className: 'mark' });
    const when = part('asked', question.id);
    const why = element(
      'details',
      { className: 'why' },
      element('summary', { textContent: 'Asked when' }),
      when.querySelector('li') ? when : 'Always.',
    );
    const field = element(
      'fieldset',
      { id: `q-${question.id}` },
      legend,
      mark,
      hint,
      options.map(({ label }) => label),
      again,
      why,
    );
    find('questions').append(field);
    return { question, at, options, legend, hint, again, mark, field };
  });

  const showQuestions = (outcome) => {
    for (const { question, at, options, legend, hint, again, mark, field } of questionParts) {
      const is = asked(question, outcome);
      const given = answers.get(question.id) ?? [];
      field.hidden = !is && !find('all').checked;
      field.className = is ? (outcome.next === question.id ? 'next' : '') : 'unasked';
      legend.textContent = `${at + 1}. ${say(`${question.id}.ask`)}`;
      hint.textContent = say(`${question.id}.hint`);
      hint.hidden = !hint.textContent;
      const state = is
        ? outcome.next === question.id
          ? 'next'
          : given.length
            ? 'answered'
            : 'not answered yet'
        : 'Not asked: an answer has no effect';
      mark.textContent = `${nameOf(question.id)} · ${state}`;
      for (const { option, input, words } of options) {
        input.checked = given.includes(option);
        words.textContent = say(`${question.id}.${option}`);
      }
      again.hidden = !given.length;
    }
  };

  // --- Outcome

  const section = (heading, ...children) => element('section', {}, element('h3', { textContent: heading }), ...children);
  const listOf = (items, className = '') =>
    element(
      'ul',
      { className },
      items.map((item) => element('li', {}, item)),
    );
  const titled = (key) => [element('strong', { textContent: say(`${key}.title`) }), element('p', { textContent: say(`${key}.text`) })];

  const fact = (name, ...children) => [element('dt', { textContent: name }), element('dd', {}, ...children)];

  // Each question of the path leads to its answers.
  const path = (outcome) =>
    element(
      'ol',
      { className: 'path' },
      outcome.path.map((question) => element('li', {}, element('a', { href: `#q-${question}`, textContent: nameOf(question) }))),
    );

  const suggestion = (outcome, { state, levels }) => {
    const told = fact(
      'A visitor reads',
      element('strong', { className: 'told', textContent: data.headings[[state, ...levels].join(' ')] }),
    );
    if (!outcome.level) return [...told, ...fact('Level', 'None')];
    const { low, high } = outcome.range;
    const [name, meaning] = data.certainty[outcome.certainty];
    return [
      ...told,
      ...fact('Level', element('strong', { className: 'level', textContent: levelOf(outcome.level) })),
      ...fact('Range', low === high ? levelOf(low) : `${levelOf(low)} to ${levelOf(high)}`),
      ...fact('How sure', element('strong', { textContent: name }), element('p', { textContent: meaning })),
    ];
  };

  const fired = (rule) => {
    const said = rule.because.map(({ question, answer }) =>
      element('li', {}, element('b', { textContent: nameOf(question) }), `: ${optionsOf(question, answer)}`),
    );
    const sources = rule.sources.map((source) => element('li', { textContent: data.sources[source].join('. ') }));
    const details = element(
      'details',
      {},
      element('summary', { textContent: 'Conditions and sources' }),
      part('rule', rule.rule).querySelector('ul'),
      element('ul', { className: 'sources' }, sources),
    );
    return element(
      'article',
      { className: 'rule' },
      element('code', { textContent: rule.rule }),
      part('rule', rule.rule).querySelector('.effect'),
      element('p', { textContent: say(`why.${rule.rule}`) }),
      element('ul', { className: 'because' }, said),
      details,
    );
  };

  const change = ({ question, answer, level }) => {
    const words = answer.map((option) => say(`${question}.${option}`)).join(', ');
    return fill(say(`whatif.${level}`), { question: nameOf(question), answer: words });
  };

  const program = (match) => {
    const notes = [...match.fits.map((fit) => data.fits[fit]), ...match.mismatches.map((mismatch) => data.mismatches[mismatch])];
    return [
      element('strong', { textContent: match.name }),
      match.level ? `, ${say(`level.${match.level}.short`)}` : '',
      notes.length ? `: ${notes.join('; ')}` : '',
    ];
  };

  const programs = ({ fitting, missing, nearest, aftercare }) => {
    if (config === undefined) return element('p', { textContent: 'Paste a configuration below to see programs matched.' });
    const parts = [];
    if (fitting.length) parts.push(listOf(fitting.map(program)));
    if (missing.length) parts.push(element('p', { textContent: `Nothing is listed at: ${missing.map(levelOf).join(', ')}.` }));
    if (nearest.length) {
      const near = ({ direction, program: match }) => [`${say(`programs.${direction}`)}: `, ...program(match)];
      parts.push(listOf(nearest.map(near)));
    }
    if (aftercare.length) parts.push(element('p', { textContent: say('add.aftercare.title') }), listOf(aftercare.map(program)));
    return parts.length ? parts : element('p', { textContent: 'No program is shown with this outcome.' });
  };

  const showOutcome = ({ outcome, suggestion: told, programs: matches }) => {
    const next = outcome.next ? nameOf(outcome.next) : 'none: every question that is asked has an answer';
    const found = [
      element('dl', {}, suggestion(outcome, told), fact('Next question', next), fact(`Path (${outcome.path.length})`, path(outcome))),
      outcome.first_steps.length &&
        section(
          'First steps',
          listOf(
            outcome.first_steps.map((step) => titled(`step.${step}`)),
            'steps',
          ),
        ),
      outcome.add_ons.length && section('Add-ons', listOf(outcome.add_ons.map((add) => titled(`add.${add}`)))),
      section(`Rules that fired (${outcome.fired.length})`, ...outcome.fired.map(fired)),
      outcome.held_down_by.length &&
        section('What held the level down', listOf(outcome.held_down_by.map((question) => say(`held.${question}`)))),
      outcome.level &&
        section(
          'What would change the level',
          outcome.would_change.length ? listOf(outcome.would_change.map(change)) : element('p', { textContent: say('whatif.none') }),
        ),
      section('Programs', ...[programs(matches)].flat()),
    ];
    find('outcome').replaceChildren(...found.filter(Boolean));
    const level = outcome.level
      ? `${say(`level.${outcome.level}.short`)}, ${data.certainty[outcome.certainty][0].toLowerCase()}`
      : 'no level';
    const steps = outcome.first_steps.map((step) => `${say(`step.${step}.title`)}. `).join('');
    find('status').textContent = `${steps}${outcome.next ? 'So far' : 'Result'}: ${level}. Next question: ${outcome.next ? next : 'none'}.`;
  };

  // --- Everything together

  // In the order of the questions, and as the command-line tool reads them.
  const given = () =>
    Object.fromEntries(
      data.questions.filter(({ id }) => answers.has(id)).map(({ id, many }) => [id, many ? answers.get(id) : answers.get(id)[0]]),
    );

  const show = () => {
    const report = decide(given(), config);
    showQuestions(report.outcome);
    showOutcome(report);
    find('answers').textContent = JSON.stringify(given(), null, 2);
    find('json').textContent = JSON.stringify(report, null, 2);
  };

  const readConfig = () => {
    const text = find('config').value.trim();
    const said = find('config-said');
    config = undefined;
    said.textContent = '';
    try {
      if (text) {
        config = JSON.parse(text);
        said.textContent = 'It is used.';
      }
    } catch (error) {
      said.textContent = `This is not JSON: ${error.message}`;
    }
    show();
  };

  const take = (said) => {
    answers = new Map(
      Object.entries(said)
        .filter(([id]) => byId.has(id))
        .map(([id, chosen]) => [id, [chosen].flat()]),
    );
    show();
  };

  find('voice').append(element('option', { value: '', textContent: 'As the first answer asks for' }));
  find('voice').append(...data.voices.map(({ id, name }) => element('option', { value: id, textContent: name })));
  const cases = data.cases.flatMap((group) => group.cases);
  let number = 0;
  for (const group of data.cases) {
    const options = group.cases.map(({ name }) => element('option', { value: String(number++), textContent: name }));
    find('case').append(element('optgroup', { label: group.name }, options));
  }
  find('voice').addEventListener('change', () => show());
  find('all').addEventListener('change', () => show());
  find('case').addEventListener('change', () => find('case').value && take(cases[find('case').value].answers));
  find('config').addEventListener('input', readConfig);
  find('clear').addEventListener('click', () => {
    find('case').value = '';
    take({});
  });
  find('demo').addEventListener('click', () => {
    find('config').value = data.demo;
    readConfig();
  });

  globalThis.programFinder
    .then((core) => {
      decide = core.decide;
      show();
    })
    .catch((error) => {
      find('status').textContent = `The module did not start in this browser: ${error.message}`;
    });
}
