import type { Dataset } from '../../src/core/domain/dataset';
import { identifier, type ScenarioId } from '../../src/core/domain/identifiers';
import type { Scenario } from '../../src/core/domain/scenario';
import { derivedFiles } from '../../src/core/geodata/derivedFiles';
import { readDataset } from '../../src/core/geodata/readDataset';
import { newScenario } from '../../src/core/operations/newScenario';
import { squarePlace } from './squarePlace';

/** A made-up municipality with three towns, `a`, `b` and `c`, and their default areas. */
export function threeTowns(): Dataset {
  const files = squarePlace([
    { id: 'stasjon-a', town: 'a', east: 2500, north: 5000 },
    { id: 'stasjon-b', town: 'b', east: 5000, north: 6000 },
    { id: 'stasjon-c', town: 'c', east: 7500, north: 6000 },
  ]);
  const derived = derivedFiles(files);
  if (derived.kind === 'invalid') throw new Error(derived.problems.join('\n'));
  const reading = readDataset(new Map([...files, ...derived.value]));
  if (reading.kind === 'failed') throw new Error(reading.problems.join('\n'));
  return reading.dataset;
}

/** A scenario of 3 000 dwellings on it with nothing placed yet. */
export function emptyScenario(dataset: Dataset, id = 'prøve'): Scenario {
  return newScenario(dataset, { id: identifier<ScenarioId>(id), name: `Scenario ${id}`, programme: { dwellingsPerYear: 300 } });
}
