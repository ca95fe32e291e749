// `import 'program-finder/vue'` lets TypeScript know <program-finder> in templates of Vue 3.
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { ProgramFinderAttributes, ProgramFinderEvents } from './attributes.js';

type Capital<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Capital<Rest>}` : Capitalize<Name>;
type Listeners = { [Name in keyof ProgramFinderEvents as `on${Capital<Name>}`]?: (event: ProgramFinderEvents[Name]) => void };

declare module 'vue' {
  interface GlobalComponents {
    'program-finder': DefineComponent<ProgramFinderAttributes & Listeners & HTMLAttributes>;
  }
}
