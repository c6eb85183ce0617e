import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { REPOSITORY } from '../support/tool';
import { bundle, filesBelow, mutate, readSources, type Mutant } from './mutants';
import type { Answer, Ask, DryTest, PlannedFile } from './protocol';
import { isInSample, printSurvivors, printTable, shareText, type Result } from './report';

/*
 * `npm run test:mutation`: mutants of the geometry and the scoring against the tests that reach them.
 *   -- --share=0.25 --seed=2   a random sample: so much of every file's mutants (all without it)
 *   -- --files=lattice,belts   only these files of the folders
 *   -- --folders=geometry      only this folder
 */

const { values: options } = parseArgs({
  options: {
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: '' },
    folders: { type: 'string', default: 'geometry,scoring' },
    workers: { type: 'string', default: '1' },
  },
});

/** Which tests are set on which folder: those beside the code, and those that hold its numbers to something else. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  geometry: filesBelow('src/core/geometry', '.test.ts'),
  scoring: filesBelow('src/core/scoring', '.test.ts'),
};

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));

class Worker {
  readonly #child: ChildProcess;

  constructor() {
    this.#child = fork(WORKER, [], { cwd: REPOSITORY, execArgv: ['--import', 'tsx', '--max-old-space-size=1500'] });
  }

  /** @returns null when no answer came in time or the process died: then it is gone. */
  ask(question: Ask | null, milliseconds: number): Promise<Answer | null> {
    return new Promise((resolve) => {
      const settle = (answer: Answer | null): void => {
        clearTimeout(timer);
        this.#child.removeAllListeners();
        if (answer === null) this.#child.kill('SIGKILL');
        resolve(answer);
      };
      const timer = setTimeout(() => settle(null), milliseconds);
      this.#child.once('message', (answer: Answer) => settle(answer));
      this.#child.once('exit', () => settle(null));
      if (question !== null) this.#child.send(question);
    });
  }

  end(): void {
    this.#child.kill();
  }
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker();
  if ((await worker.ask(null, 60_000))?.kind !== 'ready') throw new Error('The process for the tests did not start.');
  return worker;
}

interface DryFile {
  readonly bundle: string;
  readonly loadMilliseconds: number;
  readonly reachedOnLoad: Readonly<Record<string, number>>;
  readonly tests: readonly DryTest[];
}

async function dryRuns(bundles: readonly string[]): Promise<readonly DryFile[]> {
  const worker = await startWorker();
  const files: DryFile[] = [];
  for (const file of bundles) {
    const answer = await worker.ask({ kind: 'dry', bundle: file }, 300_000);
    if (answer?.kind !== 'dry') throw new Error(`${path.basename(file)} does not run: ${answer?.kind === 'broken' ? answer.problem : 'no answer'}`);
    for (const { name, problem } of answer.tests) if (problem !== null) console.log(`Fails without a mutant, left out: ${path.basename(file)}: ${name}: ${problem}`);
    files.push({ bundle: file, ...answer });
  }
  worker.end();
  return files;
}

interface Plan {
  readonly plan: readonly PlannedFile[];
  readonly milliseconds: number;
  readonly hits: number;
}

/** The tests that reach a mutant, the quickest files and tests first. */
function planFor(mutant: Mutant, files: readonly DryFile[]): Plan {
  const reaching = files
    .map(({ bundle: file, loadMilliseconds, reachedOnLoad, tests }) => {
      const onLoad = reachedOnLoad[mutant.id] ?? 0;
      const chosen = tests
        .filter(({ reached, problem }) => problem === null && (onLoad > 0 || mutant.id in reached))
        .toSorted((a, b) => a.milliseconds - b.milliseconds);
      return {
        file: { bundle: file, tests: chosen.map(({ name }) => name) },
        milliseconds: loadMilliseconds + chosen.reduce((sum, test) => sum + test.milliseconds, 0),
        hits: onLoad + chosen.reduce((sum, { reached }) => sum + (reached[mutant.id] ?? 0), 0),
      };
    })
    .filter(({ file }) => file.tests.length > 0)
    .toSorted((a, b) => a.milliseconds - b.milliseconds);
  return {
    plan: reaching.map(({ file }) => file),
    milliseconds: reaching.reduce((sum, file) => sum + file.milliseconds, 0),
    hits: Math.max(0, ...reaching.map(({ hits }) => hits)),
  };
}

async function runMutants(mutants: readonly Mutant[], plans: readonly Plan[]): Promise<readonly Result[]> {
  const queue = mutants.map((mutant, index) => ({ mutant, ...plans[index]! }));
  const results: Result[] = [];
  const workOff = async (): Promise<void> => {
    let worker = await startWorker();
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { mutant, plan, milliseconds, hits } = next;
      if (plan.length === 0) {
        results.push({ ...mutant, outcome: 'unreached', by: null });
        continue;
      }
      const answer = await worker.ask({ kind: 'mutant', mutant: mutant.id, hitLimit: 2000 + 100 * hits, plan }, 5_000 + 4 * milliseconds);
      if (answer === null) worker = await startWorker();
      if (answer === null) results.push({ ...mutant, outcome: 'endless', by: null });
      else if (answer.kind === 'killed') results.push({ ...mutant, outcome: answer.endless ? 'endless' : 'killed', by: answer.by });
      else results.push({ ...mutant, outcome: 'survived', by: null });
    }
    worker.end();
  };
  await Promise.all(Array.from({ length: Number(options.workers) }, workOff));
  return results;
}

async function writeBundles(tests: readonly string[], texts: ReadonlyMap<string, string>, folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const bundles: string[] = [];
  for (const test of tests) {
    const file = path.join(folder, `${test.replaceAll('/', '.')}.cjs`);
    writeFileSync(file, await bundle(test, texts));
    bundles.push(file);
  }
  return bundles;
}

/**
 * One run of all tests with every mutant of the folder built in says which tests reach which. The mutants themselves are run file
 * by file, with only that file's built in: code with mutants in it is slow.
 */
async function runFolder(folder: string, scratch: string): Promise<readonly Result[]> {
  const tests = TESTS[folder];
  if (tests === undefined) throw new Error(`No folder ${folder}; there are ${Object.keys(TESTS).join(' and ')}.`);
  const names = options.files === '' ? null : options.files.split(',');
  const sources = filesBelow(`src/core/${folder}`, '.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => names === null || names.includes(path.basename(file, '.ts')));
  if (sources.length === 0) return [];
  const texts = readSources(sources);
  const all = await mutate(texts);
  const dry = await dryRuns(await writeBundles(tests, all.texts, path.join(scratch, folder)));
  const inSample = isInSample(Number(options.share), options.seed);
  const results: Result[] = [];
  for (const source of sources) {
    const place = path.join(REPOSITORY, source);
    const alone = await mutate(new Map([[place, texts.get(place)!]]));
    const chosen = all.mutants.filter(({ file }) => file === source).flatMap((mutant, index) => (inSample(mutant) ? [{ mutant, index }] : []));
    const plans = chosen.map(({ mutant }) => planFor(mutant, dry));
    const needed = new Set(plans.flatMap(({ plan }) => plan.map(({ bundle: file }) => path.basename(file))));
    const own = path.join(scratch, folder, path.basename(source, '.ts'));
    await writeBundles(tests.filter((test) => needed.has(`${test.replaceAll('/', '.')}.cjs`)), new Map([...texts, ...alone.texts]), own);
    const ownPlans = plans.map((plan) => ({ ...plan, plan: plan.plan.map((file) => ({ ...file, bundle: path.join(own, path.basename(file.bundle)) })) }));
    const begun = performance.now();
    const found = await runMutants(chosen.map(({ index }) => alone.mutants[index]!), ownPlans);
    results.push(...found);
    console.log(`${source}: ${shareText(found)} | ${Math.round((performance.now() - begun) / 1000)} s`);
    printSurvivors(found);
    rmSync(own, { recursive: true, force: true });
  }
  return results;
}

const scratch = mkdtempSync(path.join(tmpdir(), 'smabymodellen-mutants-'));
try {
  const begun = performance.now();
  const results: Result[] = [];
  for (const folder of options.folders.split(',')) results.push(...(await runFolder(folder, scratch)));
  mkdirSync(path.join(REPOSITORY, 'reports'), { recursive: true });
  writeFileSync(path.join(REPOSITORY, 'reports', 'mutation.json'), JSON.stringify(results, null, 1));
  printTable(results);
  console.log(`${Math.round((performance.now() - begun) / 1000)} s`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
