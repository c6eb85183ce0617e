import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { readText } from './inputFiles';
import { DEFAULT_GEODATA } from './parseCommand';
import { readPlace } from './readPlace';
import { readDefinitions } from './scenarioDefinitions';
import { shippedScenarios } from './shippedScenarios';

const SCENARIO_FOLDER = 'scenarios';
const DEFINITIONS = join(SCENARIO_FOLDER, 'definitions', 'shipped.json');

function failed(problems: readonly string[]): number {
  process.stderr.write(`${problems.join('\n')}\n`);
  return 2;
}

/** Writes the shipped scenarios anew from their definitions and the geodata. */
function buildScenarios(): number {
  const text = readText(DEFINITIONS);
  if (text.kind === 'failed') return failed(text.problems);
  const definitions = readDefinitions(DEFINITIONS, text.value);
  if (definitions.kind === 'invalid') return failed(definitions.problems);
  const place = readPlace(DEFAULT_GEODATA);
  if (place.kind === 'failed') return failed(place.problems);
  if (place.value.problems.length > 0) return failed(place.value.problems);
  for (const [file, content] of shippedScenarios(definitions.value, place.value)) {
    writeFileSync(join(SCENARIO_FOLDER, file), content);
    process.stdout.write(`${file}\n`);
  }
  return 0;
}

process.exitCode = buildScenarios();
