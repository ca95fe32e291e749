import type { ProgramFinderAttributes, ProgramFinderElement, ProgramFinderEvents } from '../index.js';

/** Listeners as React 19 and Svelte 5 name them: `on` and the event's name. */
export type ProgramFinderListeners = {
  [Name in keyof ProgramFinderEvents as `on${Name}`]?: (event: ProgramFinderEvents[Name]) => void;
};

export type { ProgramFinderAttributes, ProgramFinderElement, ProgramFinderEvents };
