import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** The repository's top folder. */
export const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));

const packageFile = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/**
 * Path of the script behind a package's command, so that it runs under this Node on every system without a shell.
 * @throws when the package has no such command.
 */
export function commandScript(packageName: string, command = packageName): string {
  const packagePath = path.join(REPOSITORY, 'node_modules', packageName, 'package.json');
  const { bin } = packageFile.parse(JSON.parse(readFileSync(packagePath, 'utf8')));
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`The package ${packageName} has no command ${command}.`);
  return path.join(path.dirname(packagePath), script);
}

/** Environment of a child process: as this one's, without what a surrounding test run or its loader put there. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const { NODE_ENV: _mode, VITEST: _vitest, NODE_OPTIONS: _options, ...rest } = process.env;
  return rest;
}

/** Runs a Node script to its end with its output shown as it comes; gives its exit code. */
export function runScript(script: string, parameters: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...parameters], {
      cwd: REPOSITORY,
      stdio: 'inherit',
      env: plainEnvironment(),
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

export interface ScriptOutput {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a Node script to its end and gives what it printed. */
export function readScript(script: string, parameters: readonly string[], folder = REPOSITORY): ScriptOutput {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...parameters], {
    cwd: folder,
    encoding: 'utf8',
    env: plainEnvironment(),
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
  });
  return { exitCode: status ?? 1, stdout, stderr };
}
