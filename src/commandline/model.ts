import process from 'node:process';
import { runTool } from './runTool';

process.exitCode = await runTool(process.argv.slice(2), {
  result: (text) => process.stdout.write(text),
  message: (text) => process.stderr.write(text),
});
