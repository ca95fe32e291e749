export * from './files/program-finder.js';

/**
 * Says where the folder with the finder's files is, for all finders of the page: `npx program-finder copy public/program-finder` puts
 * it there. Call it in the module that imports the package. The attribute `base` of an element comes before it, and the Vite plugin
 * makes it needless.
 */
export function setBase(address: string | URL): void;

declare global {
  /** What `setBase` sets. */
  var programFinderBase: string | undefined;
}
