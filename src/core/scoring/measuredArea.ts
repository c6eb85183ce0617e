import type { DevelopmentArea } from '../domain/developmentArea';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { SQUARE_METRES_PER_DAA, TYPOLOGIES } from '../method/parameters';
import type { AreaGround } from './areaGround';

/** An area with what is measured of its ground. */
export interface MeasuredArea {
  readonly area: DevelopmentArea;
  /** Where it can be built on: its outline less what the scenario protects. */
  readonly outline: LonLatMultiPolygon;
  /** Ground under that outline. */
  readonly ground: AreaGround;
  /** Ground of the area that the scenario protects, m². */
  readonly protectedSquareMetres: number;
  /** Added run-off if all its land were taken, m² of reduced area: Σ (φ after − φ before) · ground (method §5 B6). */
  readonly runoffWhenFull: number;
  /** Dwellings it holds: land area · developable share · density (method §2). */
  readonly capacity: number;
}

/** Dwellings that an area holds on its ground. */
export function capacityOf({ typology, developableShare }: DevelopmentArea, ground: AreaGround): number {
  return (ground.land / SQUARE_METRES_PER_DAA) * developableShare * TYPOLOGIES[typology].dwellingsPerDaa;
}
