import { defineConfig } from 'vitest/config';

/** What mutation testing runs against its mutants: the tests that stand beside the code of one folder of the core. */
const folder = process.env['MUTATED_FOLDER'] ?? '{geometry,scoring}';

export default defineConfig({
  test: {
    environment: 'node',
    include: [`src/core/${folder}/**/*.test.ts`],
    setupFiles: ['tests/mutation/quickProperties.ts'],
    testTimeout: 60_000,
  },
});
