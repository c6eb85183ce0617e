import type { DevelopmentArea } from '../domain/developmentArea';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { conflictPosition, measureAreaGround, type AreaGround } from './areaGround';
import type { Baseline } from './baseline';
import type { GroundConflictKind } from './evaluation';
import { capacityOf, type MeasuredArea } from './measuredArea';
import type { MeasureEffects } from './measureEffects';
import { shareNearGreen, type NearbyGreen } from './nearbyGreen';
import type { ServiceSet } from './service';
import { meanTravel, type Travel, type WalkingDistances } from './travel';

interface MeasuredOutline {
  readonly ground: AreaGround;
  readonly travelByService: WeakMap<ServiceSet, { readonly travel: Travel | null }>;
  readonly conflictPositions: Map<GroundConflictKind, LonLat | null>;
  readonly nearGreen: WeakMap<NearbyGreen, readonly [small: number, large: number]>;
}

/** Ground that measures change. */
export type GroundEffects = Pick<MeasureEffects, 'protectedGround' | 'addedGreen'>;

interface MeasuredUnder {
  readonly effects: GroundEffects;
  readonly measured: MeasuredArea;
}

/** Measures areas on a baseline, each outline object once: an edit makes a new object, and only that is measured anew. */
export class AreaMeasurements {
  private readonly baseline: Baseline;
  private readonly distancesOf: (service: ServiceSet) => WalkingDistances;
  private readonly areas = new WeakMap<DevelopmentArea, MeasuredUnder>();
  private readonly outlines = new WeakMap<LonLatMultiPolygon, MeasuredOutline>();

  constructor(baseline: Baseline, distancesOf: (service: ServiceSet) => WalkingDistances) {
    this.baseline = baseline;
    this.distancesOf = distancesOf;
  }

  /** An area as it is under a scenario's measures. */
  measure(area: DevelopmentArea, effects: GroundEffects): MeasuredArea {
    const known = this.areas.get(area);
    if (
      known &&
      known.effects.protectedGround === effects.protectedGround &&
      known.effects.addedGreen === effects.addedGreen
    ) {
      return known.measured;
    }
    const measured = this.measureUnder(area, effects);
    this.areas.set(area, { effects, measured });
    return measured;
  }

  /** Mean transit proximity over the area's homes; null where it has none. */
  travel({ outline }: MeasuredArea, service: ServiceSet): Travel | null {
    const { ground, travelByService } = this.outlineOf(outline);
    let known = travelByService.get(service);
    if (!known) {
      known = { travel: meanTravel(ground.homes, service, this.distancesOf(service)) };
      travelByService.set(service, known);
    }
    return known.travel;
  }

  /** Shares of the area's homes with small and with large green nearby. */
  nearGreen({ outline }: MeasuredArea, green: NearbyGreen): readonly [small: number, large: number] {
    const { ground, nearGreen } = this.outlineOf(outline);
    let shares = nearGreen.get(green);
    if (!shares) {
      shares = shareNearGreen(green, ground.homes);
      nearGreen.set(green, shares);
    }
    return shares;
  }

  /** A place where the area meets what is to be spared. */
  conflictPosition({ outline }: MeasuredArea, kind: GroundConflictKind): LonLat | null {
    const { conflictPositions } = this.outlineOf(outline);
    let position = conflictPositions.get(kind);
    if (position === undefined) {
      position = conflictPosition(this.baseline.ground, outline, kind);
      conflictPositions.set(kind, position);
    }
    return position;
  }

  private measureUnder(area: DevelopmentArea, { protectedGround, addedGreen }: GroundEffects): MeasuredArea {
    const { outline, protectedSquareMetres } = protectedGround
      ? protectedGround.buildable(area.outline)
      : { outline: area.outline, protectedSquareMetres: 0 };
    const measured = this.outlineOf(outline).ground;
    const ground = addedGreen ? addedGreen.groundUnder(measured, outline) : measured;
    return { area, outline, ground, protectedSquareMetres, capacity: capacityOf(area, ground) };
  }

  private outlineOf(outline: LonLatMultiPolygon): MeasuredOutline {
    let measured = this.outlines.get(outline);
    if (!measured) {
      measured = {
        ground: measureAreaGround(this.baseline.ground, this.baseline.landRaster, outline),
        travelByService: new WeakMap(),
        conflictPositions: new Map(),
        nearGreen: new WeakMap(),
      };
      this.outlines.set(outline, measured);
    }
    return measured;
  }
}
