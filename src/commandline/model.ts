import process from 'node:process';
import { runModel } from './runModel';

process.exitCode = runModel(process.argv.slice(2), {
  result: (text) => process.stdout.write(text),
  message: (text) => process.stderr.write(text),
});
