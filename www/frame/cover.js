// A page can lay something over the frame that nobody sees, as fine as a hair, and hear where it is pressed: the place tells
// the answer. Chromium says of an element of this document whether all of it can be seen, whatever the page has done; the
// other engines do not. The page is told nothing of it.

/** Calls `tell` with whether something lies over the frame, whenever that changes. */
export const watchCover = (tell) => {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return;
  new IntersectionObserver(
    (entries) => {
      const { isIntersecting, isVisible } = entries.at(-1);
      tell(isIntersecting && !isVisible);
    },
    { trackVisibility: true, delay: 100 }, // The least that the browser takes.
  ).observe(document.body);
};
