import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { madeUpNumbers, NUMBER_FILES, shippedNumbers } from './toldNumbers';

/* `npm run numbers`: writes the numbers anew that the model is held to. Look at what differs before it is committed. */

/** Lines that a reader of differences can find the way in. */
const text = (numbers: unknown): string => `${JSON.stringify(numbers, null, 1).replaceAll(/\n {5,}/gu, '').replaceAll(/\n {4}(?=[\]}])/gu, '')}\n`;

for (const [file, numbers] of [[NUMBER_FILES.madeUp, madeUpNumbers], [NUMBER_FILES.shipped, shippedNumbers]] as const) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text(numbers()));
}
