import type { Measure } from '../../domain/measure';
import { SQUARE_METRES_PER_DAA } from '../../method/parameters';
import { CONSIDERATIONS } from '../arealdel/planCodes';
import { surfaceArea, surfacesOf } from '../arealdel/surfaces';
import type { ExportedScenario } from '../exportedScenario';
import { number, text, type Cell, type ExportTable } from './exportTable';

/** What a kind of measure is called. */
export const MEASURE_NAMES: Readonly<Record<Measure['kind'], string>> = {
  stationChange: 'Endret stasjon',
  addedStation: 'Ny stasjon',
  addedGreen: 'Nytt grønt',
  protection: 'Vern',
  townOutline: 'Nytt omriss for småby',
};

/** What a measure is about: a station, a code, a town. */
function subject(measure: Measure, { dataset }: ExportedScenario): string {
  switch (measure.kind) {
    case 'stationChange': {
      const name = dataset.stations.find(({ id }) => id === measure.station)?.name ?? measure.station;
      return measure.position ? `${name}, flyttet` : name;
    }
    case 'addedStation':
      return `${measure.line}, fra ${measure.openingYear}`;
    case 'protection':
      return `H${measure.code} ${CONSIDERATIONS[measure.code]}`;
    case 'townOutline':
      return dataset.parameters.towns.find(({ id }) => id === measure.town)?.name ?? measure.town;
    case 'addedGreen':
      return '';
  }
}

/** Everything the scenario does beside building homes, counted or not. */
export function measureTable(exported: ExportedScenario): ExportTable {
  const measures = [...exported.scenario.measures.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    id: 'tiltak',
    title: 'Tiltak',
    notes: ['Det scenarioet gjør ved siden av å bygge boliger. Tiltak som er slått av, er ikke regnet med.'],
    columns: [
      text('Tiltak'),
      text('Type'),
      text('Navn'),
      text('Gjelder'),
      text('Regnet med'),
      number('Avganger i timen', '', 0),
      number('Areal', 'daa'),
      text('Merknad'),
    ],
    rows: measures.map((measure): readonly Cell[] => [
      measure.id,
      MEASURE_NAMES[measure.kind],
      measure.name,
      subject(measure, exported),
      measure.counted ? 'ja' : 'nei',
      'departuresPerHour' in measure ? measure.departuresPerHour : null,
      'outline' in measure
        ? surfacesOf(measure.outline).reduce((sum, surface) => sum + surfaceArea(surface), 0) / SQUARE_METRES_PER_DAA
        : null,
      measure.note,
    ]),
  };
}
