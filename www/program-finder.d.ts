/**
 * The public contract of program-finder.js, a classic script that defines the element `<program-finder>`.
 *
 * ```html
 * <script src="program-finder.js" async></script>
 * <program-finder config="finder.json" style="display:block;min-height:680px">
 *   <p>Call us at (555) 555-0142. In a crisis, call or text 988.</p>
 * </program-finder>
 * ```
 *
 * What stands inside the element is shown before the finder is ready, without JavaScript, and whenever the finder
 * can't run: put a telephone number and a crisis line there.
 *
 * Nothing here carries a question, an answer or a result, and nothing ever will.
 */

/** The element `<program-finder>`. Attributes are read when it is put into a document, and when one changes. */
export interface ProgramFinderElement extends HTMLElement {
  addEventListener<K extends keyof ProgramFinderEvents>(
    type: K,
    listener: (this: ProgramFinderElement, event: ProgramFinderEvents[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** The attributes, for frameworks that type their templates. */
export interface ProgramFinderAttributes {
  /**
   * Address of the folder with the finder's files, relative to the page. Without it they are looked for beside the script; write it
   * where something combines, moves or renames scripts.
   */
  base?: string;
  /**
   * Address of the configuration, a JSON file that docs/configuration.md describes, relative to the page. Without
   * it, a `<script type="application/json">` inside the element is read; without that, the finder names no program.
   */
  config?: string;
  /** Language of the finder. Without it, that of `language` in the configuration, or of the page around the element. */
  lang?: string;
  /**
   * `inline` (the default): the finder stays in its place on the page. `dialog`: Start opens it over the page. In a
   * place that is narrower than 480 or on a screen that is lower than 560 CSS pixels, Start always does.
   */
  display?: 'inline' | 'dialog';
  /**
   * The level of the finder's own first heading, from 1 to 5; `2` unless set. One more than that of the heading above the
   * finder on your page, so that people who go by headings find their way.
   */
  'heading-level'?: '1' | '2' | '3' | '4' | '5';
}

/** How the visitor left for the provider, or for a crisis line. */
export type Channel = 'phone' | 'text' | 'email' | 'link' | 'map';

/** Events of the element. They bubble, and cross shadow roots. */
export interface ProgramFinderEvents {
  /** The start screen is shown. */
  'program-finder-ready': CustomEvent<null>;
  /** The finder was opened over the page. */
  'program-finder-open': CustomEvent<null>;
  /** The finder was closed, and is back in its place on the page. */
  'program-finder-close': CustomEvent<null>;
  /** The first question is shown. Only with `"events": true` in the configuration. */
  'program-finder-started': CustomEvent<null>;
  /** A result is about to be shown: the same event whatever it is. Only with `"events": true` in the configuration. */
  'program-finder-finished': CustomEvent<null>;
  /** A link to the provider itself was followed: never a crisis line, a program's own page or a directory. Only with `"events": true` in the configuration. */
  'program-finder-contact': CustomEvent<{ channel: Channel }>;
}

/**
 * Custom properties of CSS that the element reads on the page. The look of the finder itself is set by `theme` in
 * the configuration, because the styles of a page do not reach into the sealed frame.
 *
 * - `--program-finder-height`: height of the element, `680px` unless set. Reserve the same height on the element
 *   (`style="display:block;min-height:680px"`), so that nothing moves when the script arrives.
 * - `--program-finder-radius`: radius of its corners, `12px` unless set.
 */
export type ProgramFinderProperty = '--program-finder-height' | '--program-finder-radius';

declare global {
  interface HTMLElementTagNameMap {
    'program-finder': ProgramFinderElement;
  }
  /** On the element, and on everything around it that the events bubble to: the document and the window too. */
  interface GlobalEventHandlersEventMap extends ProgramFinderEvents {}
}
