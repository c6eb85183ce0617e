import { commandScript, runScript } from './tool';

/*
 * `npm run test:long`: what takes too long for every `npm test`. Files broken on the way, twenty times as many.
 */

process.env['IMPORT_FUZZ_FILES'] ??= '20000';
process.exitCode = await runScript(commandScript('vitest'), ['run', '--project=model', 'tests/property/importFuzz.test.ts']);
