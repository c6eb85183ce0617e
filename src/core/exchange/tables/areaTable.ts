import { areaDwellings } from '../../domain/developmentArea';
import { periodsOf } from '../../domain/programme';
import { TYPOLOGIES } from '../../method/parameters';
import { LAND_CLASSES } from '../../scoring/evaluation';
import { LAND_CLASS_NAMES } from '../../scoring/explanation';
import { conflictsByArea, conflictText, type ExportedScenario } from '../exportedScenario';
import { number, text, type ExportTable } from './exportTable';

/** Every area with dwellings, and what is measured of it. */
export function areaTable(exported: ExportedScenario): ExportTable {
  const { scenario, facts, dataset, evaluation } = exported;
  const periods = periodsOf(scenario.programme);
  const conflicts = conflictsByArea(evaluation);
  const towns = new Map(dataset.parameters.towns.map(({ id, name }) => [id, name]));
  const built = [...scenario.areas.values()]
    .filter((area) => areaDwellings(area) > 0)
    .toSorted((first, second) => (first.id < second.id ? -1 : 1));
  return {
    id: 'utbyggingsfelt',
    title: 'Utbyggingsfelt',
    notes: ['Felt med boliger. Standardfelt er en antakelse om ombygging i småbyene. Boliger er beregnet og kan ha desimaler.'],
    columns: [
      text('Felt'),
      text('Navn'),
      text('Småby'),
      text('Opphav'),
      text('Boligtype'),
      text('Arealformål'),
      number('Boliger'),
      ...periods.map(({ firstYear, lastYear }) => number(`Boliger ${firstYear}–${lastYear}`)),
      number('Kapasitet', 'boliger', 0),
      number('Landareal', 'daa'),
      number('Utbyggbar andel', '%', 0),
      number('Tid til avgang', 'min'),
      ...LAND_CLASSES.map((landClass) => number(LAND_CLASS_NAMES[landClass], 'daa')),
      text('Konflikter'),
      text('Merknad'),
    ],
    rows: built.map((area) => {
      const measured = facts.get(area.id);
      const minutes = measured?.meanDepartureMinutes ?? Infinity;
      return [
        area.id,
        area.name,
        area.town === null ? null : (towns.get(area.town) ?? area.town),
        area.origin === 'drawn' ? 'tegnet felt' : 'standardfelt (antakelse)',
        area.typology,
        area.origin === 'drawn' ? TYPOLOGIES[area.typology].arealformål : null,
        areaDwellings(area),
        ...periods.map((_, index) => area.dwellingsByPeriod[index] ?? 0),
        measured?.capacity ?? null,
        measured?.landDaa ?? null,
        area.developableShare * 100,
        Number.isFinite(minutes) ? minutes : null,
        ...LAND_CLASSES.map((landClass) => measured?.groundDaa[landClass] ?? null),
        conflictText(conflicts.get(area.id)),
        area.note,
      ];
    }),
  };
}
