import { runExport } from './exportCommand';
import { runFetchData } from './fetchData/fetchData';
import { parseCommand } from './parseCommand';
import { runReport } from './reportCommand';
import { runModel, type Output } from './runModel';
import { runVerify } from './verifyCommand';

/**
 * Runs the command line.
 * @param args what follows the program's name
 * @returns the exit code
 */
export async function runTool(args: readonly string[], output: Output): Promise<number> {
  const command = parseCommand(args);
  switch (command.kind) {
    case 'export':
      return runExport(command, output);
    case 'report':
      return runReport(command, output);
    case 'verify':
      return runVerify(command, output);
    case 'fetchData':
      return runFetchData(command, output);
    default:
      return runModel(command, output);
  }
}
