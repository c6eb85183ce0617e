import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closingLine, sumTallies, tallyVitest, type Tally } from './tally';
import { commandScript, runScript } from './tool';

/*
 * `npm test`: everything is run even when something before it failed, and the last line is the sum over all test runs.
 * Types, lint and unused code are checks: they fail the run, but are not tests and are not counted as such.
 * `npm test -- model` leaves the browser tests out, `npm test -- browser` runs only those.
 */

const CHECKS = [
  { title: 'types', script: commandScript('typescript', 'tsc'), parameters: ['-p', '.'] },
  { title: 'types of the core without page or Node', script: commandScript('typescript', 'tsc'), parameters: ['-p', 'src/core/tsconfig.json'] },
  { title: 'lint', script: commandScript('oxlint'), parameters: [] },
  { title: 'unused code and dependencies', script: commandScript('knip'), parameters: [] },
] as const;

const chosen = process.argv.slice(2);
const TEST_PROJECTS = ['model', 'browser'].filter((project) => chosen.length === 0 || chosen.includes(project));

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

async function runProject(project: string, folder: string): Promise<Tally> {
  const file = path.join(folder, `${project}.json`);
  const exitCode = await runScript(commandScript('vitest'), [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return tallyVitest(readReport(file), exitCode);
}

async function main(): Promise<void> {
  const failedChecks: string[] = [];
  for (const { title, script, parameters } of CHECKS) {
    console.log(`\n> ${title}`);
    const exitCode = await runScript(script, parameters);
    if (exitCode !== 0) failedChecks.push(title);
  }

  const folder = mkdtempSync(path.join(tmpdir(), 'smabymodellen-tests-'));
  const tallies: Tally[] = [];
  try {
    for (const project of TEST_PROJECTS) {
      console.log(`\n> tests: ${project}`);
      tallies.push(await runProject(project, folder));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  const sum = sumTallies(tallies);
  if (failedChecks.length > 0) console.log(`\nFailed checks: ${failedChecks.join(', ')}.`);
  console.log(`\n${closingLine(sum)}`);
  process.exitCode = failedChecks.length > 0 || sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}

await main();
