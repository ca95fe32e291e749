// `import 'program-finder/react'` lets TypeScript know <program-finder> in JSX of React 19.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ProgramFinderAttributes, ProgramFinderElement, ProgramFinderListeners } from './attributes.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'program-finder': DetailedHTMLProps<HTMLAttributes<ProgramFinderElement>, ProgramFinderElement> &
        ProgramFinderAttributes &
        ProgramFinderListeners;
    }
  }
}
