import { identifier, type MeasureId, type TownId } from '../../src/core/domain/identifiers';
import type { Measures } from '../../src/core/domain/measure';
import type { LonLatMultiPolygon } from '../../src/core/geometry/shapes';

/** The one measure that gives a town another outline; none for null. */
export function townOutline(town: TownId, outline: LonLatMultiPolygon | null): Measures {
  if (!outline) return new Map();
  const id = identifier<MeasureId>(`omriss-${town}`);
  return new Map([[id, { kind: 'townOutline', id, name: 'Nytt omriss', note: '', counted: true, town, outline }]]);
}
