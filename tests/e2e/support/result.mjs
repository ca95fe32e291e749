// Reads a result screen as a visitor does: by its headings and what stands under them, in the order of the page.

/** Every card of the result, and what the tests ask about most. */
export const readResult = (visitor) =>
  visitor.ask(() => {
    const words = (element) => element?.innerText.replace(/\s+/g, ' ').trim();
    const all = (from, selector) => [...(from?.querySelectorAll(selector) ?? [])];
    const links = (from) => all(from, 'a').map((link) => ({ words: words(link), href: link.getAttribute('href') }));
    const top = (element) => element && element.getBoundingClientRect().top;
    const result = document.querySelector('.result');
    const cards = all(result, ':scope > section').map((card) => ({
      kind: [...card.classList].filter((name) => name !== 'card').join(' '),
      title: words(card.querySelector('h2, h3')),
      words: words(card),
      links: links(card),
    }));
    const card = (name) => result.querySelector(`:scope > .${name}`);
    return {
      // The one heading that has focus when the result is shown.
      heading: words(result.querySelector('h2')),
      headings: all(result, 'h2').length,
      // The suggestion, and the first step that stands before it.
      suggestion: words(card('suggestion')?.querySelector('.heading')),
      pair: all(card('suggestion'), '.level h3').map(words),
      first: words(card('first-step')?.querySelector('.heading')),
      safety: words(card('safety')?.querySelector('.heading')),
      tops: { first: top(card('first-step')), safety: top(card('safety')), suggestion: top(card('suggestion')) },
      cards,
      reasons: all(result, '.reason').map((reason) => ({
        why: words(reason.querySelector('p')),
        said: all(reason, '.said > span').map(words),
        in: words(reason.closest('section').querySelector('h2, h3, .then')),
      })),
      held: all(result, '.held li').map(words),
      changes: all(result, '.changes li').map(words),
      adds: all(result, '.add h4').map(words),
      programs: all(result, '.program').map((program) => ({
        name: words(program.querySelector('h4')),
        kind: words(program.querySelector('.kind')),
        direction: words(program.querySelector('.direction')),
        fits: all(program, '.fit').map(words),
        mismatches: all(program, '.mismatch').map(words),
        facts: all(program, '.facts li').map(words),
        links: links(program),
      })),
      contact: links(all(result, ':scope > section').find((one) => one.querySelector('.contact'))),
      answers: all(result, '.answers .row').map((row) => all(row, 'dt, dd').slice(0, 2).map(words)),
      suggested: all(result, '.compare .suggested').map((mark) => words(mark.parentElement.querySelector('span'))),
    };
  });
