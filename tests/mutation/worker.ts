import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Ask, Answer, DryTest } from './protocol';

/*
 * A process that runs test files under mutants. A test file with all the code below it is one script: for each mutant it is run
 * anew from its first line, so that constants, caches and what `describe` sets up are the mutant's own.
 */

/** Cases a property is tried on under a mutant, at most, and the seed they are drawn by: every run of this gives the same. */
const PROPERTY_CASES = 20;
const SEED = 20_261_122;

/** The library of properties with fewer cases, and without the search for the smallest one that fails. */
const fewCases = (library: object): object => {
  const assert = <Values>(property: fc.IRawProperty<Values>, parameters: fc.Parameters<Values> = {}): void | Promise<void> =>
    fc.assert(property, { ...parameters, numRuns: Math.min(PROPERTY_CASES, parameters.numRuns ?? PROPERTY_CASES) });
  return { ...library, assert };
};

fc.configureGlobal({ seed: SEED, endOnFailure: true });

/** What the mutated code reads and writes: the mutant that is awake, and how often each was come past. */
const switches = {
  active: -1,
  hits: 0,
  hitLimit: Infinity,
  reached: new Uint32Array(16_384),
  /** Called where the active mutant stands; ends what would never end. */
  hit(): true {
    this.hits += 1;
    if (this.hits > this.hitLimit) throw new Error(ENDLESS);
    return true;
  },
};

const ENDLESS = 'The mutant runs without end';

/** Stryker's calls as plain comparisons and sums: code with thousands of mutants in it must still be quick. */
function lighten(code: string, isCounted: boolean): string {
  return code
    .replaceAll(/\bstryMutAct_9fa48(?:\$\d+)?\("(\d+)"\)/gu, '(MUTANTS.active === $1 && MUTANTS.hit())')
    .replaceAll(/\bstryCov_9fa48(?:\$\d+)?\(((?:"\d+"(?:,\s*)?)+)\)/gu, (_, ids: string) =>
      isCounted ? `(${ids.replaceAll(/"(\d+)"/gu, 'MUTANTS.reached[$1]++')})` : '0',
    );
}

/** How often each mutant was come past since this was last asked. */
function takeReached(): Record<string, number> {
  const reached: Record<string, number> = {};
  for (const [mutant, count] of switches.reached.entries()) if (count > 0) reached[mutant] = count;
  switches.reached.fill(0);
  return reached;
}

type Body = () => unknown;

interface Collected {
  readonly tests: { readonly name: string; readonly body: Body }[];
  readonly before: Body[];
  readonly after: Body[];
}

type Declare = (name: string, ...rest: readonly unknown[]) => void;

/** The part of vitest that our tests use, collecting instead of running. */
function collector(): { readonly collected: Collected; readonly vitest: object } {
  const collected: Collected = { tests: [], before: [], after: [] };
  const titles: string[] = [];
  const bodyOf = (rest: readonly unknown[]): ((...values: readonly unknown[]) => unknown) => {
    const body = rest.find((value) => typeof value === 'function');
    if (body === undefined) throw new Error('A test without a body.');
    return body as (...values: readonly unknown[]) => unknown;
  };
  const withEach = (declare: Declare): Declare & { each: unknown } =>
    Object.assign(declare, {
      each: (table: readonly unknown[]) => (name: string, ...rest: readonly unknown[]) => {
        for (const [index, row] of table.entries()) {
          const values = Array.isArray(row) ? (row as readonly unknown[]) : [row];
          declare(`${name} ${index}`, () => bodyOf(rest)(...values));
        }
      },
    });
  const describe = withEach((name, ...rest) => {
    titles.push(name);
    bodyOf(rest)();
    titles.pop();
  });
  const it = withEach((name, ...rest) => {
    const body = bodyOf(rest);
    collected.tests.push({ name: [...titles, name, collected.tests.length].join(' > '), body: () => body() });
  });
  const beforeAll = (body: Body): number => collected.before.push(body);
  const afterAll = (body: Body): number => collected.after.push(body);
  return { collected, vitest: { __esModule: true, describe, it, test: it, expect, beforeAll, afterAll } };
}

const libraries = new Map<string, unknown>();
const scripts = new Map<string, Script>();

async function load(bundle: string, isCounted: boolean): Promise<Script> {
  const code = readFileSync(bundle, 'utf8');
  for (const [, name] of code.matchAll(/require\("([^"]+)"\)/gu)) {
    if (name === undefined || libraries.has(name)) continue;
    const library = (await import(name)) as { readonly default?: unknown };
    const named = name === 'fast-check' ? fewCases(library) : library;
    libraries.set(name, { ...named, default: name === 'fast-check' ? fewCases(fc) : library.default, __esModule: true });
  }
  return new Script(`(function (require, exports, module, __filename, MUTANTS) {${lighten(code, isCounted)}\n})`, { filename: bundle });
}

function collect(script: Script, bundle: string): Collected {
  const { collected, vitest } = collector();
  const run = script.runInThisContext() as (...values: readonly unknown[]) => void;
  const module = { exports: {} };
  run((name: string) => (name === 'vitest' ? vitest : libraries.get(name)), module.exports, module, bundle, switches);
  return collected;
}

/** Time of the processor that this process has used. */
function usedMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** What has been used when this process ends itself. */
const endAt = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)).fill(Infinity);

/** Beside the tests, which may be in a loop without end. */
const WATCH = `
  const endAt = new Float64Array(require('node:worker_threads').workerData);
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1000 > endAt[0]) process.kill(process.pid, 'SIGKILL');
  }, 250);
`;

/** Runs every test without a mutant: how long each takes, whether it passes, and which mutants it reaches how often. */
async function dryRun(bundle: string): Promise<Answer> {
  const script = await load(bundle, true);
  const start = usedMilliseconds();
  const collected = collect(script, bundle);
  for (const body of collected.before) await body();
  const loadMilliseconds = usedMilliseconds() - start;
  const reachedOnLoad = takeReached();
  const tests: DryTest[] = [];
  for (const { name, body } of collected.tests) {
    const begun = usedMilliseconds();
    let problem: string | null = null;
    try {
      await body();
    } catch (error) {
      problem = String(error);
    }
    tests.push({ name, milliseconds: usedMilliseconds() - begun, problem, reached: takeReached() });
  }
  for (const body of collected.after) await body();
  return { kind: 'dry', loadMilliseconds, reachedOnLoad, tests };
}

/** Runs the tests that reach a mutant until one fails. */
async function runMutant({ mutant, hitLimit, limitMilliseconds, plan }: Extract<Ask, { kind: 'mutant' }>): Promise<Answer> {
  Object.assign(switches, { active: Number(mutant), hitLimit });
  endAt[0] = usedMilliseconds() + limitMilliseconds;
  for (const { bundle, tests } of plan) {
    const script = scripts.get(bundle) ?? (await load(bundle, false));
    scripts.set(bundle, script);
    switches.hits = 0;
    let name = `loading ${bundle}`;
    try {
      const collected = collect(script, bundle);
      for (const body of collected.before) await body();
      const bodies = new Map(collected.tests.map((test) => [test.name, test.body]));
      for (name of tests) await bodies.get(name)?.();
      for (const body of collected.after) await body();
    } catch (error) {
      return { kind: 'killed', by: name, endless: String(error).includes(ENDLESS) };
    }
  }
  return { kind: 'survived' };
}

new Worker(WATCH, { eval: true, workerData: endAt.buffer }).unref();

process.on('message', (ask: Ask) => {
  const answered = ask.kind === 'dry' ? dryRun(ask.bundle) : runMutant(ask);
  answered.then(
    (answer) => process.send?.(answer),
    (error: unknown) => process.send?.({ kind: 'broken', problem: String(error) } satisfies Answer),
  );
});
process.send?.({ kind: 'ready' } satisfies Answer);
