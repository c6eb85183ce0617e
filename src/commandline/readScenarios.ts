import type { Dataset } from '../core/domain/dataset';
import type { Scenario } from '../core/domain/scenario';
import { readScenarioFile } from '../core/exchange/scenarioFile';
import { readText, type Input } from './inputFiles';

export interface ReadScenarios {
  readonly files: readonly { readonly file: string; readonly scenario: Scenario }[];
  readonly notes: readonly string[];
}

/** Reads scenario files of a place, all or none: one broken file, and every reason is told. */
export function readScenarios(paths: readonly string[], dataset: Dataset): Input<ReadScenarios> {
  const problems: string[] = [];
  const notes: string[] = [];
  const files = paths.flatMap((file) => {
    const text = readText(file);
    if (text.kind === 'failed') {
      problems.push(...text.problems);
      return [];
    }
    const reading = readScenarioFile(text.value, file, dataset);
    if (reading.kind === 'failed') {
      problems.push(...reading.problems);
      return [];
    }
    notes.push(...reading.notes);
    return [{ file, scenario: reading.scenario }];
  });
  return problems.length > 0 ? { kind: 'failed', problems } : { kind: 'read', value: { files, notes } };
}
