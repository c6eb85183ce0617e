import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { REPOSITORY, runScript } from '../support/tool';

/*
 * `npm run bench`: bundles the benchmark as the page is bundled, so that it measures what users run, and runs it in
 * Node. The bundle lies inside node_modules, where it finds the packages that are not bundled. `npm run bench -- "from
 * scratch" draws` times the rows alone that have one of these in their names, and writes nothing.
 */

const cache = path.join(REPOSITORY, 'node_modules', '.cache');
mkdirSync(cache, { recursive: true });
const outDir = mkdtempSync(path.join(cache, 'benchmark-'));
try {
  await build({
    configFile: false,
    root: REPOSITORY,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rolldownOptions: {
        input: ['benchmark', 'workerMemory'].map((name) => path.join(import.meta.dirname, `${name}.ts`)),
        output: { entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['geos-wasm'] },
  });
  process.exitCode = await runScript(path.join(outDir, 'benchmark.mjs'), [
    REPOSITORY,
    path.join(outDir, 'workerMemory.mjs'),
    ...process.argv.slice(2),
  ]);
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
