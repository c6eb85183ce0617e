import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { REPOSITORY } from '../support/tool';
import { bundle, filesBelow, mutate, type Mutant } from './mutants';
import type { Answer, Ask, DryTest, PlannedFile } from './protocol';
import { inDrawnOrder, printSurvivors, printTable, shareText, type Result } from './report';

/*
 * `npm run test:mutation`: mutants of the geometry and the scoring against the tests that reach them.
 *   -- --most=300 --seed=2     a random sample: so many mutants of each folder (all without it), drawn by the seed
 *   -- --minutes=10            no more than so long for each folder; those that were run are then the sample
 *   -- --files=lattice,belts   only these files of the folders
 *   -- --folders=geometry      only this folder
 *   -- --workers=2             so many processes that run tests
 */

const { values: options } = parseArgs({
  options: {
    most: { type: 'string', default: 'Infinity' },
    minutes: { type: 'string', default: 'Infinity' },
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: '' },
    folders: { type: 'string', default: 'geometry,scoring' },
    workers: { type: 'string', default: '1' },
  },
});

const inReference = (...names: readonly string[]): readonly string[] => names.map((name) => `tests/reference/${name}.test.ts`);

/** Tests of the whole model, from data to numbers, which reach geometry and scoring alike. */
const OF_THE_WHOLE = ['tests/golden/madeUpNumbers.test.ts', 'tests/golden/shippedNumbers.test.ts', 'tests/property/robustness.test.ts'];

/** Which tests are set on which folder: those beside the code, and those elsewhere that hold its numbers to something and take some seconds at most. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  geometry: [
    ...filesBelow('src/core/geometry', '.test.ts'),
    ...inReference('planar', 'overlay', 'invalid'),
    ...['addedGreen', 'areaGround', 'belts', 'connectivity', 'greenTaking', 'nearbyGreen', 'residents', 'stepByStep'].map((name) => `src/core/scoring/${name}.test.ts`),
    'src/core/operations/drawing.test.ts',
    ...OF_THE_WHOLE,
  ],
  scoring: [...filesBelow('src/core/scoring', '.test.ts'), ...OF_THE_WHOLE],
};

/** When a process is given up that says nothing, on the slowest of machines. */
const LOST_MILLISECONDS = 1_800_000;

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
  if ((await worker.ask(null, LOST_MILLISECONDS))?.kind !== 'ready') throw new Error('The process for the tests did not start.');
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
    const answer = await worker.ask({ kind: 'dry', bundle: file }, LOST_MILLISECONDS);
    if (answer?.kind !== 'dry') throw new Error(`${path.basename(file)} does not run: ${answer?.kind === 'broken' ? answer.problem : 'no answer'}`);
    for (const { name, problem } of answer.tests) if (problem !== null) console.log(`Fails without a mutant, left out: ${path.basename(file)}: ${name}: ${problem}`);
    const milliseconds = answer.tests.reduce((sum, test) => sum + test.milliseconds, answer.loadMilliseconds);
    console.log(`${path.basename(file, '.cjs')}: ${(milliseconds / 1000).toFixed(1)} s`);
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

/** Writes results where they can be read, also while more are worked on. */
function keep(results: readonly Result[]): void {
  mkdirSync(path.join(REPOSITORY, 'reports'), { recursive: true });
  writeFileSync(path.join(REPOSITORY, 'reports', 'mutation.json'), JSON.stringify(results, null, 1));
}

/** Runs mutants in their order until time is up. */
async function runMutants(mutants: readonly Mutant[], files: readonly DryFile[]): Promise<readonly Result[]> {
  const deadline = Date.now() + 60_000 * Number(options.minutes);
  const queue = [...mutants];
  const results: Result[] = [];
  const workOff = async (): Promise<void> => {
    let worker = await startWorker();
    for (let mutant = queue.shift(); mutant !== undefined && Date.now() < deadline; mutant = queue.shift()) {
      const { plan, milliseconds, hits } = planFor(mutant, files);
      if (plan.length === 0) {
        results.push({ ...mutant, outcome: 'unreached', by: null });
        continue;
      }
      const answer = await worker.ask({ kind: 'mutant', mutant: mutant.id, hitLimit: 2000 + 100 * hits, limitMilliseconds: 15_000 + 4 * milliseconds, plan }, LOST_MILLISECONDS);
      if (answer?.kind === 'broken') throw new Error(answer.problem);
      if (answer === null) worker = await startWorker();
      if (answer === null) results.push({ ...mutant, outcome: 'endless', by: null });
      else if (answer.kind === 'killed') results.push({ ...mutant, outcome: answer.endless ? 'endless' : 'killed', by: answer.by });
      else results.push({ ...mutant, outcome: 'survived', by: null });
      if (results.length % 25 === 0) {
        console.log(shareText(results));
        keep(results);
      }
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

/** One run of all tests without a mutant says which tests reach which; then each mutant of the sample is run. */
async function runFolder(folder: string, scratch: string): Promise<readonly Result[]> {
  const tests = TESTS[folder];
  if (tests === undefined) throw new Error(`No folder ${folder}; there are ${Object.keys(TESTS).join(' and ')}.`);
  const names = options.files === '' ? null : options.files.split(',');
  const sources = filesBelow(`src/core/${folder}`, '.ts')
    .filter((file) => !file.endsWith('.test.ts'))
    .filter((file) => names === null || names.includes(path.basename(file, '.ts')));
  if (sources.length === 0) return [];
  const { mutants, texts } = await mutate(sources);
  const sample = inDrawnOrder(mutants, options.seed).slice(0, Number(options.most));
  console.log(`${folder}: ${sample.length} of ${mutants.length} mutants, ${tests.length} test files`);
  const results = await runMutants(sample, await dryRuns(await writeBundles(tests, texts, path.join(scratch, folder))));
  printSurvivors(results);
  return results;
}

const scratch = mkdtempSync(path.join(tmpdir(), 'smabymodellen-mutants-'));
try {
  const begun = performance.now();
  const results: Result[] = [];
  for (const folder of options.folders.split(',')) results.push(...(await runFolder(folder, scratch)));
  keep(results);
  printTable(results);
  console.log(`${Math.round((performance.now() - begun) / 1000)} s`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
