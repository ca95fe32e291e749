// Every message between the loader and the frame. The page around the frame, and every script on it, reads each of them and
// can post any: so none carries a question, an answer or a result, and whoever hears one takes its fields for unknown.

import type { Channel, ProgramFinderEvents } from './program-finder.js';

export type { Channel };

/** What the frame says to the loader. www/frame/wire.js alone sends it. */
export type FromFrame =
  /** The start screen is there. */
  | { type: 'ready' }
  /** The core did not start, and why. */
  | { type: 'failed'; why: string }
  /** The core stopped at an error of its own. */
  | { type: 'stopped' }
  /** The configuration has mistakes. */
  | { type: 'wrong' }
  /** Start was pressed where it opens the finder over the page. */
  | { type: 'open' }
  /** The finder over the page was closed. */
  | { type: 'close' }
  /** Quick exit. */
  | { type: 'exit' }
  /** Where quick exit leads, once the core has read it: an address that the configuration has. */
  | { type: 'exit-page'; address: string }
  /** Another language was asked for. */
  | { type: 'language'; lang: string }
  /** A step of the visit, where the provider asked for events. */
  | { type: 'event'; name: Step }
  /** A link to the provider was followed, where the provider asked for events. */
  | { type: 'contact'; channel: Channel };

/** What the loader says to the frame. */
export type ToFrame =
  /** The answer to `ready`. */
  | {
      type: 'init';
      /** The configuration as JSON, so that its size is known before anything is done with it. */
      config: string;
      display: Display;
      /** Start opens the finder over the page, whatever `display` says. */
      narrow: boolean;
      /** The host of the page, which quick exit may not lead to. */
      site: string;
      /** That of the first heading; 0 where none is set. */
      level: number;
      /** The finder is open over the page already. */
      opened: boolean;
    }
  /** The provider's logo, as pixels. */
  | { type: 'logo'; picture: ImageBitmap }
  /** The answer to `language`: the packed catalog, as text. */
  | { type: 'language'; lang: string; text: string }
  /** The answer to `open`: the finder lies over the page. */
  | { type: 'opened' }
  /** The finder is back in its place on the page. */
  | { type: 'closed' };

export type Step = 'started' | 'finished';
export type Display = 'inline' | 'dialog';

/** What the element's events are called after `program-finder-`. */
export type EventName = keyof ProgramFinderEvents extends `program-finder-${infer Name}` ? Name : never;

/** A configuration as it came: only the Rust core knows, and checks, what it holds. */
export type Configuration = Record<string, any>;

/** A configuration as it was found, with its text, and whether a field is given twice in it. Without both where it was no JSON. */
export type Read = [config: Configuration, text?: string, twice?: boolean];

/**
 * What the loader keeps of a finder. It begins with the usual page of quick exit: the others are set before they are asked for.
 */
export type State = [
  /** Where quick exit leads. */
  exit: string,
  chosen: HTMLIFrameElement | undefined,
  config: Configuration,
  /** What it was read from, where that was JSON. */
  text: string | undefined,
  /** The page's scroll and style, as they were found. */
  before: { left: number; top: number; overflow: string; bare: boolean },
  refused: boolean | undefined,
];

/** A message as it is heard: of its fields nothing is known until it is checked. */
export type Heard<Message extends { type: string }> = { type: Message['type'] } & Record<string, unknown>;
