import { identifier, type MeasureId, type TownId } from '../../src/core/domain/identifiers';
import type { Measures, TownOutline } from '../../src/core/domain/measure';
import type { LonLatMultiPolygon } from '../../src/core/geometry/shapes';

/** The one measure that gives a town another outline; none for null. */
export function townOutline(town: TownId, outline: LonLatMultiPolygon | null): Measures {
  if (!outline) return new Map();
  const measure = townOutlineMeasure(town, outline);
  return new Map([[measure.id, measure]]);
}

/** Another outline for a town. */
export function townOutlineMeasure(town: TownId, outline: LonLatMultiPolygon): TownOutline {
  return { kind: 'townOutline', id: identifier<MeasureId>(`omriss-${town}`), name: 'Nytt omriss', note: '', counted: true, town, outline };
}
