import type { DevelopmentArea } from '../domain/developmentArea';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { conflictPosition, measureAreaGround, type AreaGround } from './areaGround';
import type { Baseline } from './baseline';
import type { ConflictKind } from './evaluation';
import { measuredArea, type MeasuredArea } from './measuredArea';
import { shareNearGreen, type NearbyGreen } from './nearbyGreen';
import type { ServiceSet } from './service';
import { meanTravel, type Travel, type WalkingDistances } from './travel';

interface MeasuredOutline {
  readonly ground: AreaGround;
  readonly travelByService: Map<string, Travel | null>;
  readonly conflictPositions: Map<ConflictKind, LonLat | null>;
  readonly nearGreen: WeakMap<NearbyGreen, readonly [small: number, large: number]>;
}

/** Measures areas on a baseline, each outline object once: an edit makes a new object, and only that is measured anew. */
export class AreaMeasurements {
  private readonly baseline: Baseline;
  private readonly distancesOf: (service: ServiceSet) => WalkingDistances;
  private readonly areas = new WeakMap<DevelopmentArea, MeasuredArea>();
  private readonly outlines = new WeakMap<LonLatMultiPolygon, MeasuredOutline>();

  constructor(baseline: Baseline, distancesOf: (service: ServiceSet) => WalkingDistances) {
    this.baseline = baseline;
    this.distancesOf = distancesOf;
  }

  measure(area: DevelopmentArea): MeasuredArea {
    let measured = this.areas.get(area);
    if (!measured) {
      measured = measuredArea(area, this.outlineOf(area).ground);
      this.areas.set(area, measured);
    }
    return measured;
  }

  /** Mean transit proximity over the area's homes; null where it has none. */
  travel(area: DevelopmentArea, service: ServiceSet): Travel | null {
    const { ground, travelByService } = this.outlineOf(area);
    let travel = travelByService.get(service.key);
    if (travel === undefined) {
      travel = meanTravel(ground.homes, service, this.distancesOf(service));
      travelByService.set(service.key, travel);
    }
    return travel;
  }

  /** Shares of the area's homes with small and with large green nearby. */
  nearGreen(area: DevelopmentArea, green: NearbyGreen): readonly [small: number, large: number] {
    const { ground, nearGreen } = this.outlineOf(area);
    let shares = nearGreen.get(green);
    if (!shares) {
      shares = shareNearGreen(green, ground.homes);
      nearGreen.set(green, shares);
    }
    return shares;
  }

  /** A place where the area meets what is to be spared. */
  conflictPosition(area: DevelopmentArea, kind: ConflictKind): LonLat | null {
    const { conflictPositions } = this.outlineOf(area);
    let position = conflictPositions.get(kind);
    if (position === undefined) {
      position = conflictPosition(this.baseline.ground, area.outline, kind);
      conflictPositions.set(kind, position);
    }
    return position;
  }

  private outlineOf({ outline }: DevelopmentArea): MeasuredOutline {
    let measured = this.outlines.get(outline);
    if (!measured) {
      measured = {
        ground: measureAreaGround(this.baseline.ground, this.baseline.landRaster, outline),
        travelByService: new Map(),
        conflictPositions: new Map(),
        nearGreen: new WeakMap(),
      };
      this.outlines.set(outline, measured);
    }
    return measured;
  }
}
