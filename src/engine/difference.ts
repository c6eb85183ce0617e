import type { DevelopmentArea } from '../core/domain/developmentArea';
import type { AreaId, MeasureId } from '../core/domain/identifiers';
import type { Measure } from '../core/domain/measure';
import type { Scenario } from '../core/domain/scenario';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import type { OutlineNumber, OutlineNumbers } from './outlineNumbers';

/** A development area with its outline by number. */
export type AreaSheet = Omit<DevelopmentArea, 'outline'> & { readonly outline: OutlineNumber };

/** New dwellings of areas that are otherwise as they were. */
export interface DwellingChanges {
  /** Positions of the areas in the scenario's list, ascending. */
  readonly positions: Uint32Array<ArrayBuffer>;
  readonly periods: number;
  /** `periods` figures for each area, in the order of `positions`. */
  readonly dwellings: Float64Array<ArrayBuffer>;
}

/** A measure with its outline, where it has one, by number. */
export type MeasureSheet<Kind extends Measure = Measure> = Kind extends { readonly outline: LonLatMultiPolygon }
  ? Omit<Kind, 'outline'> & { readonly outline: OutlineNumber }
  : Kind;

type ScenarioFields = Omit<Scenario, 'measures' | 'areas'>;

/** What makes one scenario of another, in a form that is cheap to send. What is left out is as it was. */
export interface ScenarioDifference {
  /** True when it starts from an empty scenario and earlier outlines are not known. */
  readonly fromScratch: boolean;
  readonly fields: Partial<ScenarioFields>;
  readonly measures: readonly MeasureSheet[];
  readonly removedMeasures: readonly MeasureId[];
  /** All areas there are, in their order; null when they are the same ones as before. */
  readonly order: readonly AreaId[] | null;
  readonly areas: readonly AreaSheet[];
  readonly dwellings: DwellingChanges | null;
  /** Outlines that have not been sent before. */
  readonly newOutlines: ReadonlyMap<OutlineNumber, LonLatMultiPolygon>;
  /** Numbers that will not be used any more. */
  readonly goneOutlines: readonly OutlineNumber[];
}

function differsOnlyInDwellings(previous: DevelopmentArea, next: DevelopmentArea): boolean {
  return (
    previous.name === next.name &&
    previous.origin === next.origin &&
    previous.outline === next.outline &&
    previous.town === next.town &&
    previous.typology === next.typology &&
    previous.developableShare === next.developableShare &&
    previous.setByHand === next.setByHand &&
    previous.phase === next.phase &&
    previous.note === next.note
  );
}

function changedFields(previous: Scenario | null, next: Scenario): Partial<ScenarioFields> {
  const { measures: _measures, areas: _areas, ...fields } = next;
  if (!previous) return fields;
  const before: Readonly<Record<string, unknown>> = { ...previous };
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => before[field] !== value));
}

function packDwellings(positions: readonly number[], areas: readonly DevelopmentArea[]): DwellingChanges | null {
  const [first] = areas;
  if (!first) return null;
  const periods = first.dwellingsByPeriod.length;
  const dwellings = new Float64Array(areas.length * periods);
  let next = 0;
  for (const { dwellingsByPeriod } of areas) {
    for (const count of dwellingsByPeriod) {
      dwellings[next] = count;
      next += 1;
    }
  }
  return { positions: Uint32Array.from(positions), periods, dwellings };
}

function haveSameOrder(one: Scenario['areas'], other: Scenario['areas']): boolean {
  if (one.size !== other.size) return false;
  const ids = one.keys();
  for (const id of other.keys()) if (ids.next().value !== id) return false;
  return true;
}

/**
 * What changed from `previous` (null: nothing is known yet) to `next`, told by object identity: everything in a scenario
 * is immutable, so the same object has the same content.
 */
export function scenarioDifference(
  previous: Scenario | null,
  next: Scenario,
  numbers: OutlineNumbers,
): ScenarioDifference {
  if (!previous) numbers.startOver();
  const goneOutlines = numbers.takeCollected();
  const newOutlines = new Map<OutlineNumber, LonLatMultiPolygon>();
  const outlineNumber = (outline: LonLatMultiPolygon): OutlineNumber => {
    const { number, isNew } = numbers.numberOf(outline);
    if (isNew) newOutlines.set(number, outline);
    return number;
  };
  const measures: MeasureSheet[] = [];
  for (const [id, measure] of next.measures) {
    if (previous?.measures.get(id) === measure) continue;
    measures.push('outline' in measure ? { ...measure, outline: outlineNumber(measure.outline) } : measure);
  }
  const areas: AreaSheet[] = [];
  const otherDwellings: DevelopmentArea[] = [];
  const positions: number[] = [];
  let position = -1;
  for (const [id, area] of next.areas) {
    position += 1;
    const before = previous?.areas.get(id);
    if (before === area) continue;
    const periods = otherDwellings[0]?.dwellingsByPeriod.length ?? area.dwellingsByPeriod.length;
    if (before && differsOnlyInDwellings(before, area) && area.dwellingsByPeriod.length === periods) {
      otherDwellings.push(area);
      positions.push(position);
    } else {
      areas.push({ ...area, outline: outlineNumber(area.outline) });
    }
  }
  return {
    fromScratch: !previous,
    fields: changedFields(previous, next),
    measures,
    removedMeasures: previous ? [...previous.measures.keys()].filter((id) => !next.measures.has(id)) : [],
    order: previous && haveSameOrder(previous.areas, next.areas) ? null : [...next.areas.keys()],
    areas,
    dwellings: packDwellings(positions, otherDwellings),
    newOutlines,
    goneOutlines,
  };
}
