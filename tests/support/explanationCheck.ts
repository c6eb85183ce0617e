import fc from 'fast-check';
import { quantityText } from '../../src/core/method/figureText';
import type { ConflictKind, Evaluation, LandClass, PartId } from '../../src/core/scoring/evaluation';
import type { Scenario } from '../../src/core/domain/scenario';
import type { Assessment } from '../../src/core/scoring/assessment';
import type { Evaluator } from '../../src/core/scoring/evaluator';
import { explain } from '../../src/core/scoring/explain';
import { EXPLAINED_IDS, explainedConflict, type ExplainedId, type Explanation } from '../../src/core/scoring/explanation';

/** None, or enough to divide by: the least numbers there are have no digits left to sum. */
export function someDwellings(most: number): fc.Arbitrary<number> {
  return fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, { arbitrary: fc.double({ min: 0.01, max: most, noNaN: true }), weight: 5 });
}

const percent = (share: number | null): number | null => (share === null ? null : 100 * share);

/** What the evaluation itself says, by the ids of the explained numbers. */
function toldBy(evaluation: Evaluation, id: ExplainedId): Readonly<Record<string, number | null>> {
  const { transit, blueGreen, landAccount } = evaluation;
  const part = (partId: PartId, scale = 1): Readonly<Record<string, number | null>> => {
    const found = blueGreen.parts.find((candidate) => candidate.id === partId);
    const value = found?.value ?? null;
    return { quantity: value === null ? null : scale * value, score: found?.score ?? null };
  };
  const land = (landClass: LandClass): Readonly<Record<string, number | null>> => {
    const row = landAccount.rows.find((candidate) => candidate.landClass === landClass);
    return { area: row?.areaDaa ?? null, taken: row?.takenDaa ?? null };
  };
  const conflicts = (kind: ConflictKind | null): Readonly<Record<string, number | null>> => {
    const found = evaluation.conflicts.filter((conflict) => conflict.kind === kind);
    return { overlap: found.reduce((sum, { areaDaa }) => sum + areaDaa, 0), areas: found.length };
  };
  switch (id) {
    case 'T':
      return { T: transit.score };
    case 'T1':
      return { near: percent(transit.share500), walkable: percent(transit.share1000) };
    case 'T2':
      return { walk: transit.meanWalkMinutes };
    case 'T3':
      return { index: transit.accessibilityIndex?.mean ?? null };
    case 'B':
      return { B: blueGreen.score };
    case 'B3':
    case 'B5':
      return part(id, 100);
    case 'B1':
    case 'B2':
    case 'B4':
    case 'B6':
      return part(id);
    case 'sea':
    case 'lake':
    case 'farmland':
    case 'marka':
    case 'green':
    case 'builtUp':
    case 'other':
      return land(id);
    default:
      return conflicts(explainedConflict(id));
  }
}

/** Numbers that a formula makes of another; no ground sums to them. */
const DERIVED: ReadonlySet<string> = new Set(['score', 'areas']);

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function equal(actual: number, expected: number): boolean {
  return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

/** What an explanation says that the evaluation does not: its numbers, the sums of its rows, and its formula. */
export function falseIn(explanation: Explanation, { evaluation, scenario, baseline }: Pick<Assessment, 'evaluation' | 'scenario' | 'baseline'>): readonly string[] {
  const { id, numbers, tables, filledIn } = explanation;
  const found: string[] = [];
  const hold = (isTrue: boolean, otherwise: string): void => {
    if (!isTrue) found.push(`${id}: ${otherwise}`);
  };
  const told = toldBy(evaluation, id);
  hold(numbers.map((number) => number.id).join() === Object.keys(told).join(), 'other numbers');
  hold(numbersIn(explanation).every(Number.isFinite), 'not finite');
  for (const { id: numberId, name, value } of numbers) {
    hold(value === told[numberId], `${name} is ${value} for ${told[numberId]}`);
    if (value === null) continue;
    if (DERIVED.has(numberId)) continue;
    hold(filledIn.join('\n').includes(quantityText(value)), `${name} is not in ${filledIn.join('; ')}`);
    const given = tables.flatMap((table) => {
      const column = table.columns.findIndex((candidate) => candidate.gives === numberId);
      return column < 0 ? [] : [{ table, column }];
    });
    hold(given.length > 0, `${name} has no ground`);
    for (const { table, column } of given) {
      const total = table.totals[column] ?? Number.NaN;
      const sum = table.rows.reduce((partial, row) => partial + (row.values[column] ?? 0), 0);
      hold(equal(total, value), `${table.title}: total ${total} for ${value}`);
      hold(equal(sum, value), `${table.title}: rows sum to ${sum} for ${value}`);
    }
  }
  const layers = new Set(baseline.dataset.layers.map(({ description }) => description.id));
  hold(explanation.layers.every((layer) => layers.has(layer)), 'a layer that is not there');
  for (const { subject } of tables.flatMap((table) => table.rows)) {
    hold(subject.kind !== 'area' || scenario.areas.has(subject.area), 'an area that is not there');
  }
  return found;
}

/** The same of everything that can be explained of a scenario. */
export function falseAbout(evaluator: Evaluator, scenario: Scenario): readonly string[] {
  const assessment = evaluator.assess(scenario);
  return EXPLAINED_IDS.flatMap((id) => falseIn(explain(assessment, id), assessment));
}
