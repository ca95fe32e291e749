// What crosses between the frame's scripts and the Rust core: src/web/finder.rs and src/web/wire.rs, which say what each
// member is for.

import type { Configuration } from '../messages.js';

/** The glue that wasm-bindgen makes, and the function that starts the module. */
export interface Glue {
  Finder: { mount(stage: Element, config: Configuration, host: Host): Finder };
  start(bytes: Uint8Array<ArrayBuffer>): Promise<WebAssembly.Memory>;
}

export interface Finder {
  start(): void;
  introduce(phone: Element, name: Element): void;
  repaint(): void;
  act(number: number): void;
  enter(): void;
  destroy(): void;
}

export interface Host {
  readonly lang: string;
  readonly level: number;
  readonly today: number;
  readonly site: string;
  text(key: string, voice?: number): string | undefined;
  settle(exit: string, events: boolean): void;
  post(name: string, detail: string): void;
  keep(way: string): boolean;
  focus(element: HTMLElement): void;
  home(): void;
  top(): void;
  say(words: string, shown?: boolean): void;
  warn(words: string): void;
  wrong(): void;
}

/** A catalog as it is used: the seeds, and the sentences. */
export type Catalog = string[];

/** Of each language, how many letters its catalog has, its hash, and the name of the language in its own words. */
export type Known = Record<string, [size: number, hash: string, name: string]>;
