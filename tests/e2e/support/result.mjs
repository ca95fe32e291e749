// Reads a result screen by its headings and what stands under them, in the order of the page, folded or not.

/** All that the tests ask about. What is made ready to be printed is no part of it. */
export const readResult = (visitor) =>
  visitor.ask(() => {
    // Not innerText: what is folded has none in every browser.
    const words = (element) => element?.textContent.replace(/\s+/g, ' ').trim();
    const result = document.querySelector('.result');
    const all = (selector, from = result) => [...(from?.querySelectorAll(selector) ?? [])].filter((one) => !one.closest('.summary'));
    const links = (from) => all('a', from).map((link) => ({ words: words(link), href: link.getAttribute('href') }));
    const [safety, first, suggestion] = ['.danger', '.first:not(.danger)', '.suggestion'].map((step) => all(`.steps > ${step}`)[0]);
    const heading = (step) => words(all(':scope > .heading', step)[0]);
    const top = (step) => step?.getBoundingClientRect().top;
    return {
      // The one heading that has focus when the result is shown.
      heading: words(all('h2')[0]),
      headings: all('h2').length,
      words: all(':scope > :not(.summary)').map(words).join('\n'),
      links: links(result),
      // The suggestion, and the first steps that stand before it.
      suggestion: heading(suggestion),
      pair: all('.level strong', suggestion).map(words),
      first: heading(first),
      safety: heading(safety),
      tops: { safety: top(safety), first: top(first), suggestion: top(suggestion) },
      reasons: all('.reasons > li').map((reason) => ({
        why: words(reason.querySelector('p')),
        // Each answer that is quoted leads to its question, and says so.
        said: all('.said button', reason).map((one) => ({ words: words(one), name: one.getAttribute('aria-label') })),
        isFirst: Boolean(reason.closest('.steps')),
        folded: Boolean(reason.closest('.why details')),
      })),
      adds: all('.add h4').map(words),
      programs: all('.program').map((program) => ({
        name: words(program.querySelector('h4')),
        kind: words(program.querySelector('.kind')),
        direction: words(program.querySelector('.direction')),
        fits: all('.fit', program).map(words),
        mismatches: all('.mismatch', program).map(words),
        facts: all('p.facts > span, p.facts:not(:has(span)), .facts li', program).map(words),
        links: links(program),
        folded: Boolean(program.closest('details')),
      })),
      contact: links(all('.contact')[0]),
      answers: all('.answers .row').map((row) => all('dt, dd', row).map(words)),
      suggested: all('.compare .suggested').map((mark) => words(mark.parentElement.querySelector('span'))),
      held: all('.held li').map(words),
    };
  });
