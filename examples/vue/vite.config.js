import vue from '@vitejs/plugin-vue';
import programFinder from 'program-finder/vite';
import { defineConfig } from 'vite';

const isCustomElement = (tag) => tag === 'program-finder';

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } }), programFinder()] });
