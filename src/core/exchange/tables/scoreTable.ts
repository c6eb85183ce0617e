import { INDICATORS } from '../../method/indicators';
import type { PartStatus, TransitResult } from '../../scoring/evaluation';
import type { ScoreRange } from '../../scoring/uncertainty/uncertainty';
import { rangesText, type DrawnRanges } from '../drawRanges';
import type { ExportedScenario } from '../exportedScenario';
import { number, text, type Cell, type ExportTable } from './exportTable';

/** Parts that are told as a share of one; the others in their own unit. */
const SHARES = new Set(['B3', 'B5']);

/** Whether a part can be said, in words; empty when it can, on good data. */
export function statusText(status: PartStatus): string {
  switch (status.kind) {
    case 'good':
      return '';
    case 'coarse':
      return `grove data (${status.accuracyMetres} m)`;
    case 'missing':
      return status.reason === 'tooCoarse' ? 'mangler datagrunnlag (for grovt)' : 'mangler datagrunnlag';
    case 'noDwellings':
      return 'ingen boliger';
  }
}

function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

const SCORE_COLUMN = 4;

/** Puts two cells after the score. */
function beside<Item>(row: readonly Item[], low: Item, high: Item): readonly Item[] {
  return [...row.slice(0, SCORE_COLUMN + 1), low, high, ...row.slice(SCORE_COLUMN + 1)];
}

/** The table with the ranges that were drawn, in columns of their own. */
function withRanges(table: ExportTable, ranges: DrawnRanges): ExportTable {
  const { transit, blueGreen } = ranges;
  const rangeOf = new Map<Cell, ScoreRange | null>([
    ['T', transit],
    ['B', blueGreen],
  ]);
  return {
    ...table,
    notes: [...table.notes, rangesText(ranges)],
    columns: beside(table.columns, number('Spenn fra'), number('Spenn til')),
    rows: table.rows.map((row) => {
      const range = rangeOf.get(row[0] ?? null);
      return beside<Cell>(row, range?.low ?? null, range?.high ?? null);
    }),
  };
}

/** Both scores with their parts and ranges, and what they are made of. */
export function scoreTable(exported: ExportedScenario): ExportTable {
  const table = scoresOf(exported);
  return exported.ranges ? withRanges(table, exported.ranges) : table;
}

function scoresOf({ evaluation }: ExportedScenario): ExportTable {
  const { transit, today, blueGreen, dwellings, persons } = evaluation;
  const both = (id: string, name: string, unit: string, of: (result: TransitResult) => number | null): readonly Cell[] => [
    id,
    name,
    of(transit),
    unit,
    id === 'T' ? transit.score : null,
    null,
    of(today),
    '',
  ];
  const only = (name: string, value: number | null, unit: string): readonly Cell[] => ['', name, value, unit, null, null, null, ''];
  return {
    id: 'poeng',
    title: 'Poeng',
    notes: ['Poeng er 0–100, høyere er bedre. Deler som mangler datagrunnlag, er holdt utenfor snittet.'],
    columns: [
      text('Tall'),
      text('Navn'),
      number('Verdi', '', 2),
      text('Enhet'),
      number('Poeng'),
      number('Vekt', '%'),
      number('I dag', '', 2),
      text('Merknad'),
    ],
    rows: [
      both('T', INDICATORS.T.name, INDICATORS.T.quantity.unit, ({ score }) => score),
      both('T1', 'Boliger innen 500 m gange', '%', ({ share500 }) => percent(share500)),
      both('T1', 'Boliger innen 1000 m gange', '%', ({ share1000 }) => percent(share1000)),
      both('T2', INDICATORS.T2.name, INDICATORS.T2.quantity.unit, ({ meanWalkMinutes }) => meanWalkMinutes),
      both('T3', INDICATORS.T3.name, INDICATORS.T3.quantity.unit, ({ accessibilityIndex }) => accessibilityIndex?.mean ?? null),
      ['B', INDICATORS.B.name, blueGreen.score, INDICATORS.B.quantity.unit, blueGreen.score, null, null, ''],
      ...blueGreen.parts.map(({ id, value, score, weight, status }): readonly Cell[] => [
        id,
        `${INDICATORS[id].name}: ${INDICATORS[id].quantity.name.toLocaleLowerCase('nb')}`,
        SHARES.has(id) ? percent(value) : value,
        INDICATORS[id].quantity.unit,
        score,
        weight * 100,
        null,
        statusText(status),
      ]),
      only('Boliger i programmet', dwellings.programme, 'boliger'),
      only('Plassert', dwellings.placed, 'boliger'),
      only('Uplassert', dwellings.unplaced, 'boliger'),
      only('Over kapasitet', dwellings.overCapacity, 'boliger'),
      only('Nye innbyggere', persons, 'personer'),
      only('Boliger i småbyene', percent(evaluation.shareInTowns), '%'),
      only('Boliger på bebygd grunn', percent(evaluation.shareOnBuiltUp), '%'),
      only('Tetthet på grunnen som bygges', evaluation.dwellingsPerDaa, 'boliger/daa'),
    ],
  };
}
