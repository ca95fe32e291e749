// `import 'program-finder/svelte'` lets TypeScript know <program-finder> in components of Svelte 5.
import type { HTMLAttributes } from 'svelte/elements';
import type { ProgramFinderAttributes, ProgramFinderElement, ProgramFinderListeners } from './attributes.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'program-finder': Omit<HTMLAttributes<ProgramFinderElement>, keyof ProgramFinderAttributes> &
      ProgramFinderAttributes &
      ProgramFinderListeners;
  }
}
