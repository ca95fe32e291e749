// What the build puts in, and what TypeScript does not know of browsers yet.

/** Each language that there is, with the frame's title in it. */
declare const PF_LANGS: Record<string, string>;

/** Whether there are more than two languages. */
declare const PF_MENU: boolean;

/** What stands in the names of the files that belong to this build of the loader. */
declare const PF_BUILD: string;

/** The loader's style sheet (program-finder.css). */
declare const PF_STYLE: string;

/** The folder with the finder's files, for a whole page: what the npm package sets. The attribute `base` comes before it. */
declare var programFinderBase: string | undefined;

/** Which values the tokens of a theme can have (src/provider/theme.rs). */
declare const PF_TOKENS: {
  /** The tokens that are colors. */
  COLORS: string[];
  /** Those that are numbers: unit, least and most. */
  SIZES: Record<string, [unit: string, least: number, most: number]>;
  /** The most letters of a list of fonts. */
  MOST: number;
};

interface Window {
  /** Hands the glue of the core and a packed catalog to the shell (www/frame/payload.js). */
  PF_CORE(glue: import('./frame/core.js').Glue, catalog: string): void;
  /** Hands it the module, as a string. */
  PF_WASM(text: string, pairs: string, sizes: number[], shapes: string): void;
  trustedTypes: TrustedTypePolicyFactory;
}

interface String {
  /** Of the first letter. */
  charCodeAt(): number;
}

interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
}
declare const trustedTypes: TrustedTypePolicyFactory;
