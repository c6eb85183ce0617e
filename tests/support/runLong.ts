import { commandScript, runScript } from './tool';

/*
 * `npm run test:long`: what takes too long for every `npm test`. Files broken on the way, twenty times as many, and the browser
 * killed twenty-five times as often. `npm run test:long -- files` or `-- crashes` runs one of them.
 */

const chosen = process.argv.slice(2);
const isChosen = (name: string): boolean => chosen.length === 0 || chosen.includes(name);

process.env['IMPORT_FUZZ_FILES'] ??= '20000';
process.env['SMABY_KILLS'] ??= '500';

const runs = [
  { name: 'files', parameters: ['run', '--project=model', 'tests/property/importFuzz.test.ts'] },
  { name: 'crashes', parameters: ['run', '--project=browser', 'tests/browser/crash.spec.ts'] },
];
for (const { parameters } of runs.filter((run) => isChosen(run.name))) {
  const exitCode = await runScript(commandScript('vitest'), parameters);
  if (exitCode !== 0) process.exitCode = exitCode;
}
