import type { NetworkIdentity } from '../core/exchange/networkIdentity';
import type { Assessment } from '../core/scoring/assessment';
import { evaluatorAlong } from './evaluatorAlong';
import { expandPatterns, type Input } from './inputFiles';
import type { ScoringOptions } from './parseCommand';
import { readNetwork } from './readNetwork';
import { readPlace } from './readPlace';
import { readScenarios } from './readScenarios';

/** Scenario files as they were assessed. */
export interface AssessedFiles {
  /** In the order of the files. */
  readonly assessments: readonly Assessment[];
  readonly walkingNetwork: NetworkIdentity | null;
  /** What the user should know beside the result. */
  readonly notes: readonly string[];
}

/** Reads everything first, then assesses: one broken file, and nothing is assessed. */
export function assessFiles(
  files: readonly string[],
  { geodata, network }: Pick<ScoringOptions, 'geodata' | 'network'>,
): Input<AssessedFiles> {
  const paths = expandPatterns(files);
  if (paths.kind === 'failed') return paths;
  const place = readPlace(geodata);
  if (place.kind === 'failed') return place;
  const read = readScenarios(paths.value, place.value);
  if (read.kind === 'failed') return read;
  const walks = readNetwork(network);
  if (walks.kind === 'failed') return walks;
  const evaluator = evaluatorAlong(place.value, walks.value);
  return {
    kind: 'read',
    value: {
      assessments: read.value.files.map(({ scenario }) => evaluator.assess(scenario)),
      walkingNetwork: walks.value?.identity ?? null,
      notes: [...place.value.problems, ...read.value.notes],
    },
  };
}
