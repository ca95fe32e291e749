/** What of Vite's own type `Plugin` this plugin has: the package asks for no version of Vite. */
export interface ProgramFinderPlugin {
  name: 'program-finder';
}

export interface ProgramFinderPluginOptions {
  /** The folder's name under the site's base; `program-finder` unless set. */
  folder?: string;
}

/** Serves the finder's folder raw in development, and puts it into what is built. `import 'program-finder'` then finds it. */
export default function programFinder(options?: ProgramFinderPluginOptions): ProgramFinderPlugin;
