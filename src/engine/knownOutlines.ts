import type { Dataset } from '../core/domain/dataset';
import type { Scenario } from '../core/domain/scenario';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';

function areEqual(first: LonLatMultiPolygon, second: LonLatMultiPolygon): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}

/**
 * A copied scenario whose default areas lie on the data set's own outline objects again, so that what was measured of
 * them is not measured once more.
 */
export function withKnownOutlines(scenario: Scenario, dataset: Pick<Dataset, 'defaultAreas'>): Scenario {
  const known = new Map(dataset.defaultAreas.map(({ id, outline }) => [id, outline]));
  return {
    ...scenario,
    areas: new Map(
      Array.from(scenario.areas, ([id, area]) => {
        const outline = known.get(id);
        return [id, outline && areEqual(outline, area.outline) ? { ...area, outline } : area];
      }),
    ),
  };
}
