import programFinder from 'program-finder/vite';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [programFinder()] });
