import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { commandScript, readScript, REPOSITORY } from '../support/tool';

/** Folders of the core; each may import only from those before it. */
const CORE_ORDER = [
  'geometry',
  'domain',
  'method',
  'network',
  'geodata',
  'import',
  'scoring',
  'allocation',
  'operations',
  'exchange',
] as const;

const PAGE_PACKAGES = ['react', 'react-dom/client', 'maplibre-gl', 'zustand', 'idb', '@digdir/designsystemet-react'];

/** What each layer outside the core may import: layers, and packages that others may not. */
const OUTER: Readonly<Record<string, { readonly layers: readonly string[]; readonly packages: readonly string[] }>> = {
  engine: { layers: [], packages: [] },
  state: { layers: ['engine'], packages: ['react', 'zustand', 'idb'] },
  map: { layers: ['engine', 'state'], packages: ['react', 'react-dom/client', 'zustand', 'maplibre-gl', 'idb'] },
  interface: {
    layers: ['engine', 'state'],
    packages: ['react', 'react-dom/client', 'zustand', 'idb', '@digdir/designsystemet-react'],
  },
  application: { layers: ['engine', 'state', 'map', 'interface'], packages: PAGE_PACKAGES },
  commandline: { layers: [], packages: ['node:fs'] },
};

const TURF_FREE = new Set(['geometry', 'network', 'import', 'scoring', 'allocation', 'operations']);

interface Case {
  readonly folder: string;
  readonly specifier: string;
  readonly allowed: boolean;
}

function coreCases(): Case[] {
  return CORE_ORDER.flatMap((folder, place) => [
    ...CORE_ORDER.flatMap((other, otherPlace) => {
      if (other === folder) return [];
      const allowed = otherPlace < place;
      return [
        { folder: `core/${folder}`, specifier: `../${other}/part`, allowed },
        { folder: `core/${folder}/inner`, specifier: `../../${other}/part`, allowed },
      ];
    }),
    ...[...Object.keys(OUTER), 'main'].map((layer) => ({
      folder: `core/${folder}`,
      specifier: `../../${layer}/part`,
      allowed: false,
    })),
    ...[...PAGE_PACKAGES, 'node:fs'].map((specifier) => ({ folder: `core/${folder}`, specifier, allowed: false })),
    { folder: `core/${folder}`, specifier: '@turf/turf', allowed: !TURF_FREE.has(folder) },
    { folder: `core/${folder}`, specifier: 'zod', allowed: true },
    { folder: `core/${folder}`, specifier: './part', allowed: true },
  ]);
}

function outerCases(): Case[] {
  return Object.entries(OUTER).flatMap(([folder, { layers, packages }]) => [
    ...Object.keys(OUTER).flatMap((other) =>
      other === folder ? [] : [{ folder, specifier: `../${other}/part`, allowed: layers.includes(other) }],
    ),
    { folder, specifier: '../core/scoring/part', allowed: true },
    { folder, specifier: '../main', allowed: false },
    { folder, specifier: '../../tests/support/part', allowed: false },
    ...[...PAGE_PACKAGES, 'node:fs', '@turf/turf'].map((specifier) => ({
      folder,
      specifier,
      allowed: packages.includes(specifier),
    })),
  ]);
}

const report = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), filename: z.string(), message: z.string() })),
});

/** Codes of the lint errors per file of a folder that holds a copy of the repository's lint rules. */
function lint(folder: string): ReadonlyMap<string, readonly string[]> {
  const { stdout } = readScript(commandScript('oxlint'), ['--format=json', 'src'], folder);
  const codes = new Map<string, string[]>();
  for (const { code, filename } of report.parse(JSON.parse(stdout)).diagnostics) {
    const file = path.relative(folder, path.resolve(folder, filename)).replaceAll(path.sep, '/');
    codes.set(file, [...(codes.get(file) ?? []), code ?? '']);
  }
  return codes;
}

let folder = '';

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'smabymodellen-lint-'));
  cpSync(path.join(REPOSITORY, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
  cpSync(path.join(REPOSITORY, 'tsconfig.json'), path.join(folder, 'tsconfig.json'));
  symlinkSync(path.join(REPOSITORY, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('imports point one way', () => {
  it('lint refuses every import against the order of the layers, and no other', () => {
    const cases = [...coreCases(), ...outerCases()];
    const files = new Map(cases.map((entry, index) => [`src/${entry.folder}/case${index}.ts`, entry]));
    for (const [file, { specifier }] of files) write(file, `import { part } from '${specifier}';\n\npart();\n`);
    const codes = lint(folder);
    const judged = [...files].map(([file, { folder: from, specifier }]) => ({
      folder: from,
      specifier,
      allowed: !(codes.get(file) ?? []).includes('eslint(no-restricted-imports)'),
    }));
    expect(judged).toEqual(cases);
  });

  it('holds for types and for what is exported again', () => {
    write('src/core/scoring/typeOnly.ts', "import type { part } from '../exchange/part';\n\nexport type Part = typeof part;\n");
    write('src/core/scoring/again.ts', "export { part } from '../exchange/part';\n");
    write('src/interface/again.ts', "export { part } from '../map/part';\n");
    const codes = lint(folder);
    for (const file of ['src/core/scoring/typeOnly.ts', 'src/core/scoring/again.ts', 'src/interface/again.ts']) {
      expect(codes.get(file), file).toContain('eslint(no-restricted-imports)');
    }
  });

  it('knows the folders that the core really has', () => {
    const { stdout } = readScript(commandScript('oxlint'), ['--debug=files', 'src/core'], REPOSITORY);
    const folders = new Set(Array.from(stdout.matchAll(/core[\\/](\w+)[\\/]/gu), ([, name]) => name));
    expect(folders.size).toBeGreaterThan(3);
    for (const name of folders) expect(CORE_ORDER).toContain(name);
  });
});

describe('rules of the house', () => {
  const snippets: Readonly<Record<string, string>> = {
    'typescript(no-explicit-any)': 'export const loose: any = 1;\n',
    'typescript(no-non-null-assertion)': 'export const last = (list: number[]): number => list.at(-1)!;\n',
    'typescript(ban-ts-comment)': `${['// @ts', 'expect-error'].join('-')}: no reason is good enough\nexport const wrong: number = "text";\n`,
    'typescript(no-floating-promises)': 'export function start(work: () => Promise<void>): void {\n  work();\n}\n',
    'typescript(switch-exhaustiveness-check)':
      "export function say(word: 'yes' | 'no'): void {\n  switch (word) {\n    case 'yes':\n      throw new Error(word);\n  }\n}\n",
    'eslint(no-console)': "console.log('left behind');\n",
    'eslint(eqeqeq)': 'export const same = (one: number, other: number): boolean => one == other;\n',
    'eslint(no-warning-comments)': '// TODO: later\nexport const one = 1;\n',
    'import(no-default-export)': 'export default 1;\n',
    'eslint(max-lines)': `export const numbers = [\n${'  1,\n'.repeat(300)}];\n`,
    'eslint(no-restricted-globals)': "export const socket = new WebSocket('wss://example.invalid');\n",
    'react(no-danger)':
      'export function Panel(props: { readonly text: string }) {\n  return <p dangerouslySetInnerHTML={{ __html: props.text }} />;\n}\n',
    'react(hooks)':
      "import { useState } from 'react';\n\nexport function Panel(props: { readonly open: boolean }) {\n  if (props.open) useState(0);\n  return <p />;\n}\n",
    'jsx-a11y(alt-text)': 'export function Picture() {\n  return <img src="map.png" />;\n}\n',
  };

  it('each fires on a snippet that breaks it', () => {
    const files = Object.entries(snippets).map(([rule, text], index) => ({
      rule,
      file: `src/interface/snippet${index}.tsx`,
      text,
    }));
    for (const { file, text } of files) write(file, text);
    const codes = lint(folder);
    for (const { rule, file } of files) expect(codes.get(file), file).toContain(rule);
  });

  it('circles of imports are found', () => {
    write('src/state/first.ts', "import { second } from './second';\n\nexport const first = (): number => second() + 1;\n");
    write('src/state/second.ts', "import { first } from './first';\n\nexport const second = (): number => first() - 1;\n");
    expect(lint(folder).get('src/state/first.ts')).toContain('import(no-cycle)');
  });

  it('no file steps out of them', () => {
    // Put together here so that this file does not find itself.
    const escape = new RegExp(['(ox|es)lint', 'disable|@ts', '(ignore|expect-error|nocheck)'].join('-'), 'u');
    const sources = ['src', 'tests'].flatMap((top) =>
      readdirSync(path.join(REPOSITORY, top), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/u.test(file))
        .map((file) => path.join(top, file)),
    );
    const escaping = sources.filter((file) => escape.test(readFileSync(path.join(REPOSITORY, file), 'utf8')));
    expect(sources.length).toBeGreaterThan(20);
    expect(escaping).toEqual([]);
  });
});
