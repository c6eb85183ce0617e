import type { Dataset } from '../core/domain/dataset';
import { layersOf } from '../core/domain/dataset';
import { readDataset } from '../core/geodata/readDataset';
import type { Input } from './inputFiles';
import { readFolder } from './readFolder';

function failed(...problems: readonly string[]): Input<Dataset> {
  return { kind: 'failed', problems };
}

/** Reads the geodata folder. Layers that are missing are told of in the data set's `problems`. */
export function readPlace(folder: string): Input<Dataset> {
  let files: ReadonlyMap<string, string>;
  try {
    files = readFolder(folder);
  } catch {
    return failed(`Mappen «${folder}» med geodata kan ikke leses. Oppgi en annen med --geodata MAPPE.`);
  }
  const reading = readDataset(files);
  if (reading.kind === 'failed') return failed(...reading.problems);
  const { dataset } = reading;
  if (layersOf(dataset, 'municipality').length === 0 && layersOf(dataset, 'land').length === 0) {
    return failed(...dataset.problems, `Mappen «${folder}» har verken kommunegrense eller landflate. Minst én av dem må til.`);
  }
  return { kind: 'read', value: dataset };
}
