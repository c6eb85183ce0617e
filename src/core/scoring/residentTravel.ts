import type { PlanarBounds } from '../geometry/shapes';
import { ACCESSIBILITY_REACH_METRES, WALKING_METRES_PER_MINUTE } from '../method/parameters';
import type { Neighbourhoods, ResidentsOutside } from './neighbourhoods';
import type { ServiceSet, ServiceStation } from './service';
import { TRAVEL_SUMS, TravelSum, type Travel } from './travel';
import type { Walks } from './walks';

/**
 * Transit proximity of residents. Found of every neighbourhood with the stations of today, once; with other stations it
 * is found anew only where one that comes, goes or changes can tell. A sum is always that of the neighbourhoods' sums, so
 * that it is the same to the last bit whatever was asked before.
 */
export class ResidentTravel {
  private readonly neighbourhoods: Neighbourhoods;
  private readonly todayService: ServiceSet;
  private readonly walksTo: (service: ServiceSet) => Walks;
  /** `TRAVEL_SUMS` for each neighbourhood, with today's stations. */
  private readonly sums: Float64Array;
  /** Longest walk to a station of today, metres, and latest departure, minutes, in each neighbourhood. */
  private readonly farthestMetres: Float64Array;
  private readonly latestMinutes: Float64Array;

  constructor(neighbourhoods: Neighbourhoods, todayService: ServiceSet, walksTo: (service: ServiceSet) => Walks) {
    const count = neighbourhoods.bounds.length;
    this.neighbourhoods = neighbourhoods;
    this.todayService = todayService;
    this.walksTo = walksTo;
    this.sums = new Float64Array(count * TRAVEL_SUMS);
    this.farthestMetres = new Float64Array(count);
    this.latestMinutes = new Float64Array(count);
    const sum = new TravelSum(todayService, walksTo(todayService));
    for (let group = 0; group < count; group += 1) {
      this.measure(group, sum);
      sum.writeTo(this.sums, group * TRAVEL_SUMS);
      this.farthestMetres[group] = sum.farthestMetres;
      this.latestMinutes[group] = sum.latestMinutes;
    }
  }

  /** Mean over all residents with today's stations; null when there are none. */
  today(): Travel | null {
    const all = new TravelSum(this.todayService, this.walksTo(this.todayService));
    for (let start = 0; start < this.sums.length; start += TRAVEL_SUMS) all.addSums(this.sums, start);
    return all.mean();
  }

  /** Mean over the residents outside the towns; null when there are none. */
  outside({ whole, rest }: ResidentsOutside, service: ServiceSet): Travel | null {
    const walks = this.walksTo(service);
    const own = new TravelSum(service, walks);
    const all = new TravelSum(service, walks);
    const sums = new Float64Array(TRAVEL_SUMS);
    const changed = changedStations(this.todayService, service);
    const { bounds } = this.neighbourhoods;
    for (const group of whole) {
      if (changed.some((station) => this.tells(station, group, bounds[group]!, walks.leastFactor))) {
        this.measure(group, own);
        own.writeTo(sums, 0);
        all.addSums(sums, 0);
      } else {
        all.addSums(this.sums, group * TRAVEL_SUMS);
      }
    }
    own.clear();
    own.addAll(rest.points, rest.weights);
    own.writeTo(sums, 0);
    all.addSums(sums, 0);
    return all.mean();
  }

  private measure(group: number, sum: TravelSum): void {
    const { starts, grouped } = this.neighbourhoods;
    sum.clear();
    sum.addGroup(grouped.points, grouped.weights, starts[group]!, starts[group + 1]!);
  }

  /**
   * Whether a station may be nearest, or the first to depart from, or within reach of the accessibility index somewhere in
   * a neighbourhood. @param leastFactor no walk is shorter than the straight line times this.
   */
  private tells({ x, y, waitMinutes }: ServiceStation, group: number, { minX, minY, maxX, maxY }: PlanarBounds, leastFactor: number): boolean {
    const dx = Math.max(0, minX - x, x - maxX);
    const dy = Math.max(0, minY - y, y - maxY);
    const metres = Math.sqrt(dx * dx + dy * dy) * leastFactor - MARGIN_METRES;
    return (
      metres <= Math.max(this.farthestMetres[group]!, ACCESSIBILITY_REACH_METRES) ||
      metres / WALKING_METRES_PER_MINUTE + waitMinutes <= this.latestMinutes[group]!
    );
  }
}

/** Far more than rounding, far less than matters to which neighbourhoods are measured anew. */
const MARGIN_METRES = 0.001;

/** Stations that are in one of two services only. */
function changedStations(one: ServiceSet, other: ServiceSet): readonly ServiceStation[] {
  const onlyIn = ({ stations }: ServiceSet, rest: ServiceSet): readonly ServiceStation[] => {
    const keys = new Set(rest.stations.map(({ key }) => key));
    return stations.filter(({ key }) => !keys.has(key));
  };
  return [...onlyIn(one, other), ...onlyIn(other, one)];
}
