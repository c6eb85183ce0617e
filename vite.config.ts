import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The development server injects inline scripts for hot reload; only what is built and shipped carries the content policy. */
const withoutContentPolicyInDevelopment: Plugin = {
  name: 'without-content-policy-in-development',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/u, ''),
};

export default defineConfig({
  base: './',
  plugins: [react(), withoutContentPolicyInDevelopment],
  // Geodata and scenarios reach the page as files of their own, never as data inside a script.
  assetsInclude: ['**/*.geojson', '**/*.csv'],
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
  worker: { format: 'es' },
  preview: { port: 5319 },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'model',
          environment: 'node',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts'],
          setupFiles: ['tests/support/steadySeeds.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.spec.ts'],
          globalSetup: ['tests/browser/servedBuild.ts'],
          // One page at a time: software rendering fills both cores.
          fileParallelism: false,
          // A page drawn in software answers late when the machine has other work: a second try tells that from a fault.
          retry: 1,
          testTimeout: 300_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'peers',
          environment: 'node',
          include: ['tests/peers/**/*.peer.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
