import type { DevelopmentArea } from '../domain/developmentArea';
import type { AreaId, TownId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import type { LonLat, LonLatMultiPolygon } from '../geometry/shapes';
import { CONFLICT_MINIMUM_SQUARE_METRES } from '../method/parameters';
import { measureAreaGround, type AreaGround } from './areaGround';
import { AreasGround, type AreaMeasurer, type NearGreen } from './areasGround';
import type { Baseline } from './baseline';
import { runoffOfFullArea } from './blueGreen';
import { conflictPositions } from './conflictPositions';
import type { GroundConflictKind } from './evaluation';
import { CONFLICT_KINDS } from './groundTraits';
import { capacityOf, type MeasuredArea } from './measuredArea';
import type { MeasureEffects } from './measureEffects';
import { shareNearGreen, type NearbyGreen } from './nearbyGreen';
import { once } from './once';
import type { ServiceSet } from './service';
import { TravelSum, type Travel } from './travel';
import type { Walks } from './walks';

interface MeasuredOutline {
  readonly ground: AreaGround;
  /** Found when the first of them is asked for. */
  conflictPositions: ReadonlyMap<GroundConflictKind, LonLat | null> | null;
}

/** Ground that measures change. */
export type GroundEffects = Pick<MeasureEffects, 'protectedGround' | 'addedGreen'>;

/** A scenario's areas, in the order of their ids. */
export interface MeasuredAreas {
  readonly areas: readonly MeasuredArea[];
  /** The same object as long as nothing but dwellings and notes differ. */
  readonly ground: AreasGround;
}

interface Latest extends MeasuredAreas {
  readonly effects: GroundEffects;
  /** Ids in the order of the scenario's own list, and the positions in that list of the measured areas. */
  readonly ids: readonly AreaId[];
  readonly order: Uint32Array;
}

/** Measures areas on a baseline, each outline object once: an edit makes a new object, and only that is measured anew. */
export class AreaMeasurements implements AreaMeasurer {
  private readonly baseline: Baseline;
  private readonly walksTo: (service: ServiceSet) => Walks;
  private readonly outlines = new WeakMap<LonLatMultiPolygon, MeasuredOutline>();
  private readonly townIds: readonly TownId[];
  private readonly travelSums = new WeakMap<ServiceSet, TravelSum>();
  private readonly travelsByService = new WeakMap<ServiceSet, WeakMap<AreaGround, { readonly travel: Travel | null }>>();
  private readonly sharesByGreen = new WeakMap<NearbyGreen, WeakMap<AreaGround, NearGreen>>();
  private latest: Latest | null = null;

  constructor(baseline: Baseline, walksTo: (service: ServiceSet) => Walks) {
    this.baseline = baseline;
    this.walksTo = walksTo;
    this.townIds = baseline.dataset.towns.map(({ id }) => id);
  }

  /** A scenario's areas as they are under its measures. */
  measureAll(scenario: Pick<Scenario, 'areas'>, effects: GroundEffects): MeasuredAreas {
    const { latest } = this;
    const ids = latest && sameKeys(latest.ids, scenario.areas) ? latest.ids : [...scenario.areas.keys()];
    const isSameList = ids === latest?.ids;
    const order = isSameList ? latest.order : orderById(ids);
    const known =
      isSameList && latest.effects.protectedGround === effects.protectedGround && latest.effects.addedGreen === effects.addedGreen
        ? latest.areas
        : null;
    const given = [...scenario.areas.values()];
    const areas: MeasuredArea[] = [];
    let onlyDwellings = known !== null;
    for (let position = 0; position < order.length; position += 1) {
      const area = given[order[position]!]!;
      const before = known?.[position];
      if (before?.area === area) {
        areas.push(before);
      } else if (before && isSameBuilding(before.area, area)) {
        const { outline, ground, protectedSquareMetres, runoffWhenFull, capacity } = before;
        areas.push({ area, outline, ground, protectedSquareMetres, runoffWhenFull, capacity });
      } else {
        areas.push(this.measure(area, effects));
        onlyDwellings = false;
      }
    }
    const ground = onlyDwellings && latest ? latest.ground : new AreasGround(areas, this.townIds, this);
    this.latest = { areas, ground, effects, ids, order };
    return this.latest;
  }

  /** Mean transit proximity over the area's homes; null where it has none. */
  travel({ outline }: MeasuredArea, service: ServiceSet): Travel | null {
    const { ground } = this.outlineOf(outline);
    const travels = once(this.travelsByService, service, () => new WeakMap<AreaGround, { readonly travel: Travel | null }>());
    return once(travels, ground, () => {
      const sum = once(this.travelSums, service, () => new TravelSum(service, this.walksTo(service)));
      sum.clear();
      sum.addAll(ground.homes);
      return { travel: sum.mean() };
    }).travel;
  }

  /** Shares of the area's homes with small and with large green nearby. */
  nearGreen({ outline }: MeasuredArea, green: NearbyGreen): NearGreen {
    const { ground } = this.outlineOf(outline);
    const shares = once(this.sharesByGreen, green, () => new WeakMap<AreaGround, NearGreen>());
    return once(shares, ground, () => shareNearGreen(green, ground.homes));
  }

  /** A place where the area meets what is to be spared. */
  conflictPosition({ outline }: MeasuredArea, kind: GroundConflictKind): LonLat | null {
    const measured = this.outlineOf(outline);
    const { ground } = measured;
    measured.conflictPositions ??= conflictPositions(
      this.baseline.ground,
      this.baseline.conflicts,
      outline,
      ground,
      CONFLICT_KINDS.filter((one) => ground.conflicts[one] >= CONFLICT_MINIMUM_SQUARE_METRES),
    );
    return measured.conflictPositions.get(kind) ?? null;
  }

  private measure(area: DevelopmentArea, { protectedGround, addedGreen }: GroundEffects): MeasuredArea {
    const { outline, protectedSquareMetres } = protectedGround
      ? protectedGround.buildable(area.outline)
      : { outline: area.outline, protectedSquareMetres: 0 };
    const measured = this.outlineOf(outline).ground;
    const ground = addedGreen ? addedGreen.groundUnder(measured, outline) : measured;
    return { area, outline, ground, protectedSquareMetres, runoffWhenFull: runoffOfFullArea(area.typology, ground), capacity: capacityOf(area, ground) };
  }

  private outlineOf(outline: LonLatMultiPolygon): MeasuredOutline {
    let measured = this.outlines.get(outline);
    if (!measured) {
      measured = {
        ground: measureAreaGround(this.baseline.ground, this.baseline.landRaster, outline),
        conflictPositions: null,
      };
      this.outlines.set(outline, measured);
    }
    return measured;
  }
}

function sameKeys(ids: readonly AreaId[], areas: Scenario['areas']): boolean {
  if (ids.length !== areas.size) return false;
  let index = 0;
  for (const id of areas.keys()) {
    if (id !== ids[index]) return false;
    index += 1;
  }
  return true;
}

/** Positions of ids in the order in which they sort. */
function orderById(ids: readonly AreaId[]): Uint32Array {
  const order = Uint32Array.from(ids, (_, index) => index);
  const areSorted = ids.every((id, index) => index === 0 || ids[index - 1]! < id);
  return areSorted ? order : order.sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
}

/** Whether two states of an area differ in nothing but dwellings, their phase and notes. */
function isSameBuilding(one: DevelopmentArea, other: DevelopmentArea): boolean {
  return (
    one.outline === other.outline &&
    one.typology === other.typology &&
    one.developableShare === other.developableShare &&
    one.town === other.town &&
    one.name === other.name
  );
}
