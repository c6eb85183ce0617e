import type { AreaId } from '../../core/domain/identifiers';
import type { Scenario } from '../../core/domain/scenario';
import { multiPolygonArea } from '../../core/geometry/area';
import { bufferLines, intersection } from '../../core/geometry/booleans';
import { boxesMeet, lonLatBox } from '../../core/geometry/lonLatBox';
import { toPlanarLine, toPlanarMultiPolygon } from '../../core/geometry/projection';
import type { LonLatLine } from '../../core/geometry/shapes';

/** The area that a line runs over the farthest; null where it runs over none. */
export function crossedArea({ areas }: Pick<Scenario, 'areas'>, line: LonLatLine): AreaId | null {
  const box = lonLatBox([[line]]);
  const band = bufferLines([toPlanarLine(line)], 0.5);
  let most = 0;
  let crossed: AreaId | null = null;
  for (const { id, outline } of areas.values()) {
    if (!boxesMeet(lonLatBox(outline), box)) continue;
    const shared = multiPolygonArea(intersection(toPlanarMultiPolygon(outline), band));
    if (shared > most) {
      most = shared;
      crossed = id;
    }
  }
  return crossed;
}
