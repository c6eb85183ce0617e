import { conflictText, type ExportedScenario } from '../exportedScenario';
import { sourcesOf } from '../proof';
import { roundedNumbers } from '../roundedNumbers';
import { areaTable } from './areaTable';
import { number, text, type ExportTable } from './exportTable';
import { landAccountTable } from './landAccountTable';
import { measureTable } from './measureTable';
import { scoreTable } from './scoreTable';

function townTable({ evaluation, dataset }: ExportedScenario): ExportTable {
  const name = (id: string): string => dataset.parameters.towns.find((town) => town.id === id)?.name ?? id;
  const { outside } = evaluation;
  return {
    id: 'smabyer',
    title: 'Småbyer',
    notes: ['Boliger og innbyggere når hele programmet er bygd. Personer per bolig etter boligtype er en antakelse.'],
    columns: [
      text('Småby'),
      number('Kvote', 'boliger', 0),
      number('Plassert', 'boliger', 0),
      number('Uplassert', 'boliger', 0),
      number('Kapasitet', 'boliger', 0),
      number('Innbyggere', 'personer', 0),
      number('Kollektivnærhet', 'poeng'),
    ],
    rows: [
      ...evaluation.towns.map((town) => [name(town.town), town.quota, town.placed, town.unplaced, town.capacity, town.persons, town.transitScore]),
      ['Utenfor småbyene', outside.quota, outside.inAreas + outside.spread, outside.unplaced, null, outside.persons, outside.transitScore],
    ],
  };
}

function periodTable({ evaluation }: ExportedScenario): ExportTable {
  return {
    id: 'perioder',
    title: 'Perioder',
    notes: ['Stillingen ved utgangen av hver periode, samlet fra første år.'],
    columns: [
      text('Periode'),
      number('Boliger i programmet', '', 0),
      number('Plassert', 'boliger', 0),
      number('Innbyggere', 'personer', 0),
      number('Kollektivnærhet', 'poeng'),
      number('Blågrønt grep', 'poeng'),
    ],
    rows: evaluation.periods.map(({ period, dwellings, persons, transit, blueGreen }) => [
      `${period.firstYear}–${period.lastYear}`,
      dwellings.programme,
      dwellings.placed,
      persons,
      transit.score,
      blueGreen.score,
    ]),
  };
}

function conflictTable({ evaluation, scenario }: ExportedScenario): ExportTable {
  return {
    id: 'konflikter',
    title: 'Konflikter',
    notes: ['Felt med boliger som berører noe som skal spares. I Marka og i sjøen er det ikke tillatt, og planen rangeres ikke.'],
    columns: [text('Felt'), text('Navn'), text('Berører'), number('Areal', 'daa', 2), text('Følge')],
    rows: evaluation.conflicts.map(({ area, kind, areaDaa, severity }) => [
      area,
      scenario.areas.get(area)?.name ?? '',
      conflictText([kind]),
      areaDaa,
      severity === 'forbidden' ? 'ikke tillatt' : 'varsel',
    ]),
  };
}

function sourceTable(exported: ExportedScenario): ExportTable {
  const { evaluation, scenario, walkingNetwork } = exported;
  return {
    id: 'kilder',
    title: 'Kilder',
    notes: [
      `Scenario: ${scenario.name}. Metodeversjon ${evaluation.methodVersion}, datasett ${evaluation.datasetHash}.`,
      walkingNetwork === null ? 'Gange er luftlinje ganger omveisfaktor.' : `Gange følger «${walkingNetwork.name}» (${walkingNetwork.hash}).`,
      'Planutkast fra Småbymodellen. Ikke en vedtatt plan.',
    ],
    columns: [text('Kartlag'), text('Kilde'), text('Dato'), text('Lisens'), text('Navngivelse'), number('Nøyaktighet', 'm', 0), text('Merknad'), text('Antakelse')],
    rows: sourcesOf(exported).map((source) => [
      source.lag,
      source.kilde,
      source.dato,
      source.lisens,
      source.navngivelse,
      source.nøyaktighet_m,
      source.merknad,
      source.antakelse ? 'ja' : 'nei',
    ]),
  };
}

/** Everything of a scenario that is a table, the most asked for first. */
export function scenarioTables(exported: ExportedScenario): readonly ExportTable[] {
  return roundedNumbers([
    scoreTable(exported),
    landAccountTable(exported),
    areaTable(exported),
    townTable(exported),
    periodTable(exported),
    conflictTable(exported),
    measureTable(exported),
    sourceTable(exported),
  ]);
}
