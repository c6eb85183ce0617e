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
  readonly ids: readonly AreaId[];
  readonly periods: number;
  /** `periods` figures for each area, in the order of `ids`. */
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
  readonly removed: readonly AreaId[];
  readonly areas: readonly AreaSheet[];
  readonly dwellings: DwellingChanges | null;
  /** Outlines that have not been sent before. */
  readonly newOutlines: ReadonlyMap<OutlineNumber, LonLatMultiPolygon>;
  /** Numbers that will not be used any more. */
  readonly goneOutlines: readonly OutlineNumber[];
}

const AREA_FIELDS = ['name', 'origin', 'outline', 'town', 'typology', 'developableShare', 'setByHand', 'phase', 'note'] as const;

function differsOnlyInDwellings(previous: DevelopmentArea, next: DevelopmentArea): boolean {
  return AREA_FIELDS.every((field) => previous[field] === next[field]);
}

function changedFields(previous: Scenario | null, next: Scenario): Partial<ScenarioFields> {
  const { measures: _measures, areas: _areas, ...fields } = next;
  if (!previous) return fields;
  const before: Readonly<Record<string, unknown>> = { ...previous };
  return Object.fromEntries(Object.entries(fields).filter(([field, value]) => before[field] !== value));
}

function packDwellings(areas: readonly DevelopmentArea[]): DwellingChanges | null {
  const [first] = areas;
  if (!first) return null;
  const periods = first.dwellingsByPeriod.length;
  const dwellings = new Float64Array(areas.length * periods);
  areas.forEach((area, index) => dwellings.set(area.dwellingsByPeriod, index * periods));
  return { ids: areas.map((area) => area.id), periods, dwellings };
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
  for (const [id, area] of next.areas) {
    const before = previous?.areas.get(id);
    if (before === area) continue;
    const periods = otherDwellings[0]?.dwellingsByPeriod.length ?? area.dwellingsByPeriod.length;
    if (before && differsOnlyInDwellings(before, area) && area.dwellingsByPeriod.length === periods) {
      otherDwellings.push(area);
    } else {
      areas.push({ ...area, outline: outlineNumber(area.outline) });
    }
  }
  return {
    fromScratch: !previous,
    fields: changedFields(previous, next),
    measures,
    removedMeasures: previous ? [...previous.measures.keys()].filter((id) => !next.measures.has(id)) : [],
    removed: previous ? [...previous.areas.keys()].filter((id) => !next.areas.has(id)) : [],
    areas,
    dwellings: packDwellings(otherDwellings),
    newOutlines,
    goneOutlines,
  };
}
