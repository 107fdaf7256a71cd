import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { shellPages } from './web/build/shellPages.ts';
import { shells } from './web/build/shells.ts';
import { shellWorkers } from './web/build/shellWorkers.ts';

/** Four small products from one source: the entry page and three shells, each with a bundle of its own. */
export default defineConfig({
  publicDir: 'web/public',
  plugins: [react(), shellPages(), shellWorkers()],
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Phones of elders: Chrome 87 and Safari 14 are the oldest that a street still meets.
    target: ['chrome87', 'safari14'],
    cssTarget: ['chrome87', 'safari14'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { input: Object.fromEntries(shells.map((shell) => [shell.name, shell.html])) },
  },
});
