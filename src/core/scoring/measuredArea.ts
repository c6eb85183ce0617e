import type { DevelopmentArea } from '../domain/developmentArea';
import { SQUARE_METRES_PER_DAA, TYPOLOGIES } from '../method/parameters';
import type { AreaGround } from './areaGround';

/** An area with what is measured of its ground. */
export interface MeasuredArea {
  readonly area: DevelopmentArea;
  readonly ground: AreaGround;
  /** Dwellings it holds: land area · developable share · density (method §2). */
  readonly capacity: number;
}

/** Adds the capacity to an area and its ground. */
export function measuredArea(area: DevelopmentArea, ground: AreaGround): MeasuredArea {
  const { dwellingsPerDaa } = TYPOLOGIES[area.typology];
  return { area, ground, capacity: (ground.land / SQUARE_METRES_PER_DAA) * area.developableShare * dwellingsPerDaa };
}

/** Share of an area's land that `placed` dwellings take, at most its developable share (method §5). */
export function shareTaken({ area, ground }: MeasuredArea, placed: number): number {
  if (placed <= 0 || ground.land <= 0) return 0;
  const { dwellingsPerDaa } = TYPOLOGIES[area.typology];
  return Math.min(area.developableShare, placed / (dwellingsPerDaa * (ground.land / SQUARE_METRES_PER_DAA)));
}
