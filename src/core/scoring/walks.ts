import { DETOUR_FACTOR } from '../method/parameters';
import type { WalkingDistances as NetworkDistances } from '../network/walkingDistances';
import type { WalkingNetwork } from '../network/walkingNetwork';
import type { ServiceSet } from './service';

/** Fills `distances` with the walk from (x, y) to each station of a service set, metres. */
export interface WalkingDistances {
  (x: number, y: number, distances: Float64Array): void;
  /** Given where every walk is the straight line times this factor. */
  readonly detourFactor?: number;
  /** Given where walks follow a network, to the same stations: for walks to only some of them. */
  readonly network?: Pick<NetworkDistances, 'startAt' | 'metresTo'>;
}

/** Straight line times the detour factor (method §3). */
export function detourDistances(service: ServiceSet, detourFactor = DETOUR_FACTOR): WalkingDistances {
  const { stations } = service;
  const walk = (x: number, y: number, distances: Float64Array): void => {
    for (let index = 0; index < stations.length; index += 1) {
      const station = stations[index]!;
      const dx = x - station.x;
      const dy = y - station.y;
      distances[index] = Math.sqrt(dx * dx + dy * dy) * detourFactor;
    }
  };
  return Object.assign(walk, { detourFactor });
}

/** Along a walking network, and as `detourDistances` where it does not reach (method §3). */
export function networkDistances(service: ServiceSet, network: WalkingNetwork): WalkingDistances {
  const distancesTo = network.distancesTo(service.stations);
  const walk = (x: number, y: number, distances: Float64Array): void => {
    distancesTo.at(x, y, distances);
  };
  return Object.assign(walk, { network: distancesTo });
}
