import type { Dataset } from '../core/domain/dataset';
import type { Scenario } from '../core/domain/scenario';
import { scoreSummary, type ScoreSummary } from '../core/exchange/scoreSummary';
import type { ScoreRange, UncertaintyResult } from '../core/scoring/uncertainty/uncertainty';
import type { Conflict, Evaluation, PartId, PartResult } from '../core/scoring/evaluation';
import { CONFLICT_NAMES, LAND_CLASS_NAMES } from '../core/scoring/explanation';
import { drawnFrom, fixed, percent, rangeOf, withUnit } from './numbers';
import { textTable } from './textTable';

const PARTS: Readonly<Record<PartId, { readonly name: string; readonly unit: string }>> = {
  B1: { name: 'dyrka mark', unit: 'daa tatt i bruk' },
  B2: { name: 'grønnstruktur', unit: 'm² per bolig' },
  B3: { name: 'sammenheng', unit: 'andel tapt' },
  B4: { name: 'vannbelter', unit: 'm² per bolig' },
  B5: { name: 'nærgrønt', unit: 'andel boliger' },
  B6: { name: 'overvann', unit: 'm² økt avrenningsflate per bolig' },
};

function dwellingLines({ dwellings, outside }: Evaluation): readonly (readonly string[])[] {
  return [
    ['Program', withUnit(dwellings.programme, 'boliger', 0)],
    ['Plassert', withUnit(dwellings.placed, 'boliger', 0)],
    ['Uplassert', withUnit(dwellings.unplaced, 'boliger', 0)],
    ['Over kapasitet', withUnit(dwellings.overCapacity, 'boliger', 0)],
    ['Spredt utenfor småbyene', withUnit(outside.spread, 'boliger', 0)],
  ];
}

interface Ranges {
  readonly transit: ScoreRange | null;
  readonly blueGreen: ScoreRange | null;
}

const RANGE_LABEL = '5–95 % av trekningene';

function transitLines({ transit, today }: Evaluation, range: ScoreRange | null): readonly (readonly string[])[] {
  const row = (name: string, pick: (result: Evaluation['transit']) => string): readonly string[] => [name, pick(transit), pick(today)];
  return [
    ['', 'scenario', 'i dag'],
    row('Poeng, 0–100, høyere er bedre', ({ score }) => fixed(score)),
    [RANGE_LABEL, rangeOf(range)],
    row('Innen 500 m fra stasjon', ({ share500 }) => percent(share500)),
    row('Innen 1000 m fra stasjon', ({ share1000 }) => percent(share1000)),
    row('Gange til nærmeste stasjon', ({ meanWalkMinutes }) => withUnit(meanWalkMinutes, 'min')),
    row('Baneindeks (T3), høyere er bedre', ({ accessibilityIndex }) => fixed(accessibilityIndex?.mean ?? null)),
  ];
}

function partStatus({ status }: PartResult): string {
  if (status.kind === 'good') return '';
  if (status.kind === 'noDwellings') return 'ingen boliger';
  if (status.kind === 'coarse') return `grove data (${fixed(status.accuracyMetres, 0)} m)`;
  return status.reason === 'tooCoarse' ? 'mangler datagrunnlag (for grovt)' : 'mangler datagrunnlag';
}

function blueGreenLines({ blueGreen }: Evaluation, range: ScoreRange | null): readonly (readonly string[])[] {
  return [
    ['Poeng, 0–100, høyere er bedre', fixed(blueGreen.score)],
    [RANGE_LABEL, rangeOf(range)],
    ...blueGreen.parts.map((part) => {
      const { name, unit } = PARTS[part.id];
      return [`${part.id} ${name}`, fixed(part.score), part.value === null ? '' : `${fixed(part.value, 2)} ${unit}`, partStatus(part)];
    }),
  ];
}

function landLines({ landAccount }: Evaluation): readonly (readonly string[])[] {
  return [
    ['', 'i feltene', 'tatt i bruk'],
    ...landAccount.rows.map((row) => [LAND_CLASS_NAMES[row.landClass], withUnit(row.areaDaa, 'daa'), withUnit(row.takenDaa, 'daa')]),
  ];
}

function townLines({ towns, outside }: Evaluation, dataset: Dataset): readonly (readonly string[])[] {
  const name = (id: string): string => dataset.parameters.towns.find((town) => town.id === id)?.name ?? id;
  return [
    ['', 'kvote', 'plassert', 'uplassert', 'kapasitet', 'innbyggere', 'kollektivnærhet'],
    ...towns.map((town) => [
      name(town.town),
      fixed(town.quota, 0),
      fixed(town.placed, 0),
      fixed(town.unplaced, 0),
      fixed(town.capacity, 0),
      fixed(town.persons, 0),
      fixed(town.transitScore),
    ]),
    [
      'Utenfor småbyene',
      fixed(outside.quota, 0),
      fixed(outside.inAreas + outside.spread, 0),
      fixed(outside.unplaced, 0),
      '–',
      fixed(outside.persons, 0),
      fixed(outside.transitScore),
    ],
  ];
}

function conflictLines(conflicts: readonly Conflict[]): readonly (readonly string[])[] {
  if (conflicts.length === 0) return [['Ingen']];
  const kinds = [...new Set(conflicts.map((conflict) => conflict.kind))];
  return kinds.map((kind) => {
    const found = conflicts.filter((conflict) => conflict.kind === kind);
    const areaDaa = found.reduce((sum, conflict) => sum + conflict.areaDaa, 0);
    const forbidden = found.some((conflict) => conflict.severity === 'forbidden');
    return [CONFLICT_NAMES[kind], `${found.length} felt`, withUnit(areaDaa, 'daa'), forbidden ? 'ikke tillatt' : ''];
  });
}

function section(title: string, rows: readonly (readonly string[])[], alignments?: Parameters<typeof textTable>[1]): readonly string[] {
  return ['', title, ...textTable(rows, alignments).map((line) => `  ${line}`)];
}

/** The ranges of the only scenario that was drawn for. */
function rangesIn({ scenarios }: UncertaintyResult): Ranges {
  return scenarios[0] ?? { transit: null, blueGreen: null };
}

/** What `score --json` prints: the summary, with the 5–95 % range of both scores and how it was drawn. */
export function scoreWithRanges(
  scenario: Scenario,
  evaluation: Evaluation,
  uncertainty: UncertaintyResult,
): ScoreSummary & { readonly ranges: Ranges & Pick<UncertaintyResult, 'generator' | 'seed' | 'draws'> } {
  const { generator, seed, draws } = uncertainty;
  return { ...scoreSummary(scenario, evaluation), ranges: { generator, seed, draws, ...rangesIn(uncertainty) } };
}

/**
 * One scenario's numbers as aligned text with units, in Norwegian.
 * @param uncertainty draws for this scenario alone
 */
export function scoreReport(
  scenario: Scenario,
  evaluation: Evaluation,
  dataset: Dataset,
  uncertainty: UncertaintyResult,
): string {
  const ranges = rangesIn(uncertainty);
  const { programme } = scenario;
  const projects = dataset.parameters.projects.map(
    ({ id, name }) => `${name} ${scenario.projects.get(id) === false ? 'av' : 'på'}`,
  );
  return [
    `${scenario.name} (${scenario.id})`,
    [`${programme.firstYear}–${programme.lastYear}`, `${fixed(programme.dwellingsPerYear, 0)} boliger i året`, ...projects].join(' · '),
    ...(evaluation.permitted ? [] : ['IKKE TILLATT: felt med boliger ligger i Marka eller i sjøen. Scenarioet rangeres ikke.']),
    ...section('Boliger', dwellingLines(evaluation)),
    ...section('Kollektivnærhet', transitLines(evaluation, ranges.transit)),
    ...section('Blågrønt grep', blueGreenLines(evaluation, ranges.blueGreen), ['left', 'right', 'left', 'left']),
    ...section('Småbyer (boliger)', townLines(evaluation, dataset)),
    ...section('Arealregnskap', landLines(evaluation)),
    ...section('Konflikter', conflictLines(evaluation.conflicts), ['left', 'right', 'right', 'left']),
    ...(evaluation.notes.length > 0 ? ['', 'Merk', ...evaluation.notes.map((note) => `  ${note}`)] : []),
    '',
    drawnFrom(uncertainty),
    `Metodeversjon ${evaluation.methodVersion}, datasett ${evaluation.datasetHash}`,
    '',
  ].join('\n');
}
