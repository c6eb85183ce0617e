import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build, type Plugin } from 'vite';
import { REPOSITORY } from '../support/tool';

/** One change to the code, made by Stryker's mutators: which file, where, and what stands there instead. */
export interface Mutant {
  readonly id: string;
  /** Path from the repository's top, with `/` on every system. */
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  /** What stands there, and what the mutant has instead; both on one line. */
  readonly original: string;
  readonly replacement: string;
}

/** The sources with every mutant built in, each asleep until it is named as the active one. */
export interface MutatedSources {
  readonly mutants: readonly Mutant[];
  /** Changed text by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Messages are not what is scored: text in the code is left as it is. */
const LEFT_ALONE = ['StringLiteral'];

type Logger = ConstructorParameters<typeof Instrumenter>[0];

const ignore = (): void => undefined;
const LOGGER: Logger = {
  isTraceEnabled: () => false,
  isDebugEnabled: () => false,
  isInfoEnabled: () => false,
  isWarnEnabled: () => false,
  isErrorEnabled: () => true,
  isFatalEnabled: () => true,
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: console.error,
  fatal: console.error,
};

const onOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** All files below a folder of the repository that end so, as paths from the repository's top. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(path.join(REPOSITORY, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll(path.sep, '/')}`)
    .filter((name) => name.endsWith(ending))
    .toSorted();
}

/** Builds every mutant into the files (paths from the repository's top). */
export async function mutate(files: readonly string[]): Promise<MutatedSources> {
  const sources = new Map(files.map((file) => [path.join(REPOSITORY, file), readFileSync(path.join(REPOSITORY, file), 'utf8')]));
  const { files: changed, mutants } = await new Instrumenter(LOGGER).instrument(
    [...sources].map(([name, content]) => ({ name, content, mutate: true })),
    { plugins: null, excludedMutations: LEFT_ALONE, ignorers: [], noHeader: false },
  );
  return {
    texts: new Map(changed.map(({ name, content }) => [path.normalize(name), content])),
    mutants: mutants
      .filter(({ status }) => status === undefined)
      .map(({ id, fileName, mutatorName, location, replacement }) => {
        const lines = sources.get(path.normalize(fileName))!.split('\n').slice(location.start.line, location.end.line + 1);
        lines.push(lines.pop()!.slice(0, location.end.column));
        lines[0] = lines[0]!.slice(location.start.column);
        return {
          id,
          file: path.relative(REPOSITORY, fileName).replaceAll(path.sep, '/'),
          line: location.start.line + 1,
          mutator: mutatorName,
          original: onOneLine(lines.join('\n')),
          replacement: onOneLine(replacement),
        };
      }),
  };
}

/** What a script cannot hold, as it waits while it loads; it is code of the tests, so no mutant is in it. */
const LOADED_APART = path.join(REPOSITORY, 'tests', 'reference', 'geos');

/** One test file with all of the repository's code it uses, as a script that can be run anew for every mutant; libraries stay outside. */
export async function bundle(testFile: string, texts: ReadonlyMap<string, string>): Promise<string> {
  const mutated: Plugin = {
    name: 'mutated-sources',
    enforce: 'pre',
    resolveId: (id, importer) =>
      importer !== undefined && path.resolve(path.dirname(importer), id) === LOADED_APART ? { id: `${LOADED_APART}.ts`, external: 'absolute' } : null,
    load: (id) => texts.get(path.normalize(id)) ?? null,
  };
  const output = await build({
    root: REPOSITORY,
    configFile: false,
    logLevel: 'error',
    plugins: [mutated],
    build: {
      ssr: path.join(REPOSITORY, testFile),
      write: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
  });
  if (!('output' in output)) throw new Error(`No bundle came of ${testFile}.`);
  // Libraries are handed over as modules (see worker.ts): what one calls its default export is taken as that.
  return output.output[0].code.replaceAll(/(= __toESM\(\w+), 1\);/gu, '$1);');
}
