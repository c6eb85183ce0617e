import { DETOUR_FACTOR } from '../method/parameters';
import type { ServiceSet, ServiceStation } from './service';

/** Walks from a point to the stations of a service set. */
export interface Walks {
  /** Chooses the point, EPSG:25832. */
  startAt(x: number, y: number): void;
  /** Walk from there to the station at a position in the set, metres. */
  metresTo(station: number): number;
  /** No walk is shorter than the straight line times this. */
  readonly leastFactor: number;
}

/** Walks of the straight line times the detour factor (method §3). */
export class StraightWalks implements Walks {
  readonly leastFactor: number;
  private readonly stations: readonly ServiceStation[];
  private x = Number.NaN;
  private y = Number.NaN;

  constructor({ stations }: Pick<ServiceSet, 'stations'>, detourFactor = DETOUR_FACTOR) {
    this.leastFactor = detourFactor;
    this.stations = stations;
  }

  startAt(x: number, y: number): void {
    this.x = x;
    this.y = y;
  }

  metresTo(station: number): number {
    const { x, y } = this.stations[station]!;
    const dx = this.x - x;
    const dy = this.y - y;
    return Math.sqrt(dx * dx + dy * dy) * this.leastFactor;
  }
}
