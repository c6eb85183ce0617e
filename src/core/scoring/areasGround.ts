import type { TownId } from '../domain/identifiers';
import { areaColumns, type AreaColumns } from './areaColumns';
import type { ConnectivityNetwork } from './connectivity';
import { GreenTaking } from './greenTaking';
import type { MeasuredArea } from './measuredArea';
import type { NearbyGreen } from './nearbyGreen';
import { once } from './once';
import type { ServiceSet } from './service';
import type { Travel } from './travel';
import { TravelColumns } from './travelColumns';

/** Shares of an area's homes with small and with large green nearby. */
export type NearGreen = readonly [small: number, large: number];

/** What is measured of one area at a time. */
export interface AreaMeasurer {
  readonly travel: (area: MeasuredArea, service: ServiceSet) => Travel | null;
  readonly nearGreen: (area: MeasuredArea, green: NearbyGreen) => NearGreen;
}

/** Something of each area, found when it is asked for and then kept. */
export class AreaColumn<Value> {
  private readonly areas: readonly MeasuredArea[];
  private readonly find: (area: MeasuredArea) => Value;
  private readonly values: (Value | undefined)[];

  constructor(areas: readonly MeasuredArea[], find: (area: MeasuredArea) => Value) {
    this.areas = areas;
    this.find = find;
    this.values = areas.map(() => undefined);
  }

  /** That of the area at a position. */
  at(position: number): Value {
    const known = this.values[position];
    if (known !== undefined) return known;
    const value = this.find(this.areas[position]!);
    this.values[position] = value;
    return value;
  }
}

/**
 * The ground of a scenario's areas, in the order of the areas: what does not depend on their dwellings. As long as only
 * dwellings change it is the same object, so that what is gathered here of all areas is gathered once.
 */
export class AreasGround {
  readonly columns: AreaColumns;
  private readonly areas: readonly MeasuredArea[];
  private readonly measurer: AreaMeasurer;
  private readonly travelsByService = new WeakMap<ServiceSet, TravelColumns>();
  private readonly nearByGreen = new WeakMap<NearbyGreen, AreaColumn<NearGreen>>();
  private readonly takingByNetwork = new WeakMap<ConnectivityNetwork, GreenTaking>();

  constructor(areas: readonly MeasuredArea[], townIds: readonly TownId[], measurer: AreaMeasurer) {
    this.areas = areas;
    this.columns = areaColumns(areas, townIds);
    this.measurer = measurer;
  }

  /** Mean transit proximity over each area's homes. */
  travels(service: ServiceSet): TravelColumns {
    return once(this.travelsByService, service, () => new TravelColumns(this.areas, (area) => this.measurer.travel(area, service)));
  }

  /** Green near each area's homes. */
  nearGreen(green: NearbyGreen): AreaColumn<NearGreen> {
    return once(this.nearByGreen, green, () => new AreaColumn(this.areas, (area) => this.measurer.nearGreen(area, green)));
  }

  /** What the areas can take of the green network's nodes. */
  greenTaking(network: ConnectivityNetwork): GreenTaking {
    return once(this.takingByNetwork, network, () => new GreenTaking(network, this.areas.map(({ ground }) => ground)));
  }
}
