// What the tests' scripts take for granted of the pages that they drive: an element that a selector finds is one of
// HTML's. The tests know their own pages; the files that visitors download are checked without this (www/tsconfig.json).

interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}

interface Element {
  innerText: string;
  lang: string;
  dataset: DOMStringMap;
  blur(): void;
}

interface Node {
  /** Of a text. */
  data: string;
  /** Of a shadow root, which getRootNode() gives. */
  host: Element;
}

// What some browsers have and TypeScript does not know yet.
interface PerformanceObserverInit {
  durationThreshold?: number;
  includeSoftNavigationObservations?: boolean;
}
interface ReportBody {
  sample?: string;
}
interface Window {
  find?(text: string): boolean;
}

// What the tests keep on the window of a page, from one look at it to the next, and what their own pages define there.
// effects.test.mjs and hosts/lifecycle.test.mjs
declare var pfTold: any[];
// fingers.test.mjs
declare var listen: (on: EventTarget, places: string[]) => void;
declare var first: string[];
declare var late: string[];
// frame.test.mjs
declare var unsealed: HTMLIFrameElement[];
// hostile/attacks.js
declare var attackLogs: () => Record<string, string[]>;
declare var probeAll: () => Promise<void>;
// hostile/event-timing.test.mjs and links.test.mjs
declare var seen: any;
declare var looked: PerformanceObserverCallback;
// hostile/left.test.mjs
declare var pfHeard: string[];
declare var pfChanged: number;
// hostile/scroll.test.mjs
declare var scrolls: [number, number][];
// keep.test.mjs
declare var printed: string[];
declare var browserPrints: () => void;
// memory.test.mjs
declare var ways: Record<string, () => void>;
declare var memories: WebAssembly.Memory[];
// messages.test.mjs
declare var pfTarget: Window;
declare var pfGo: () => void;
declare var pfSeen: any[];
// mount.test.mjs
declare var taken: Element;
declare var heard: unknown[];
// parity.test.mjs
declare var programFinder: Promise<{ decide: (...given: any[]) => any }>;
// silence.test.mjs
declare var trace: unknown[];
declare var bring: () => unknown;
declare var finder: object;
declare var sizes: unknown[];
declare var shifts: number;
declare var messages: unknown[];
// speed.test.mjs
declare var presses: { duration: number; startTime: number }[];
declare var readyAt: number;
// support/axe.mjs
declare var axe: any;
// support/languages.mjs
declare var pfFetch: typeof fetch;
// support/seal.mjs
declare var wasLetIn: boolean;
// tests/trackers
declare var trackers: any;
declare var finished: boolean;
declare var COLLECTOR: string;
declare var probe: { trace: string[] };
declare var putQuestionnaire: (root: Element | ShadowRoot, questionnaire: any, top?: number) => void;
