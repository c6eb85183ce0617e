import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { commandScript, readScript, REPOSITORY } from '../support/tool';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built page, served for the length of the test run. */
    readonly address: string;
  }
}

/** The built page, served. */
export interface ServedBuild {
  readonly address: string;
  /** Ends the serving and removes what was built. */
  close(): Promise<void>;
}

/** Builds the page as it is shipped, into a folder of its own, and serves it as `npm start` does. */
export async function serveBuild(): Promise<ServedBuild> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'smabymodellen-build-'));
  const build = readScript(commandScript('vite'), ['build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn']);
  if (build.exitCode !== 0) throw new Error(`The page could not be built:\n${build.stdout}${build.stderr}`);
  const server = await preview({
    root: REPOSITORY,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'warn',
  });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The built page could not be served.');
  return {
    address,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

/** Has the page built and served for a test run. */
export default async function provideBuild(project: TestProject): Promise<() => Promise<void>> {
  const build = await serveBuild();
  project.provide('address', build.address);
  return () => build.close();
}
