// What the tests use of puppeteer that its own types leave out.
import type { CDPSession, KeyPressOptions } from 'puppeteer-core';

declare module 'puppeteer-core' {
  interface Frame {
    /** The line to Chromium's own document of this frame, whatever process that is in. */
    readonly client: CDPSession;
  }
  interface Keyboard {
    /** A key by a name that was worked out. */
    press(key: string, options?: KeyPressOptions): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
  }
}
