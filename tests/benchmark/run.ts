import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { REPOSITORY, runScript } from '../support/tool';
import { measurePage } from './page/pageBenchmark';

/*
 * `npm run bench`: bundles the benchmark as the page is bundled, so that it measures what users run, and runs it in
 * Node. The bundle lies inside node_modules, where it finds the packages that are not bundled. `npm run bench -- "from
 * scratch" draws` times the rows alone that have one of these in their names, and writes nothing. `npm run bench -- page`
 * measures the page in a browser alone, which is last otherwise, and writes that part of the results.
 */

const wanted = process.argv.slice(2);
const isPageAlone = wanted.length === 1 && wanted[0] === 'page';

async function measureEngine(): Promise<void> {
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
      ...wanted,
    ]);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

if (!isPageAlone) await measureEngine();
if (isPageAlone || wanted.length === 0) await measurePage(path.join(REPOSITORY, 'tests', 'benchmark', 'RESULTS.md'));
