import { svelte } from '@sveltejs/vite-plugin-svelte';
import programFinder from 'program-finder/vite';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [svelte(), programFinder()] });
