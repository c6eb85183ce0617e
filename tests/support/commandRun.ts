import { parseCommand } from '../../src/commandline/parseCommand';
import { runModel } from '../../src/commandline/runModel';
import { runTool } from '../../src/commandline/runTool';

/** What a run of the command line came to. */
export interface Run {
  readonly code: number;
  readonly result: string;
  readonly message: string;
}

/** Runs a command that prints. */
export function printingRun(...args: readonly string[]): Run {
  let result = '';
  let message = '';
  const command = parseCommand(args);
  if (command.kind === 'export' || command.kind === 'report' || command.kind === 'verify' || command.kind === 'fetchData') throw new Error(`${command.kind} is no command that prints`);
  const code = runModel(command, { result: (text) => (result += text), message: (text) => (message += text) });
  return { code, result, message };
}

/** Runs any command. */
export async function toolRun(...args: readonly string[]): Promise<Run> {
  let result = '';
  let message = '';
  const code = await runTool(args, { result: (text) => (result += text), message: (text) => (message += text) });
  return { code, result, message };
}
