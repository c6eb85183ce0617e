import type { PlanarPoint } from '../geometry/shapes';
import type { WalkingGraph } from './graph';
import type { Components } from './islands';
import { emptyPlace } from './snapping';
import type { NetworkSnapper, SnappedPlace } from './snapping';

/** How a point's distances were found: along the network, or all of them as straight line × detour factor. */
export type DistanceKind = 'network' | 'fallback';

/** A station with its place on the network and the distances from there. */
export interface StationOnNetwork {
  readonly position: PlanarPoint;
  /** Null where every link is too far away: all walks to it are straight line × detour factor. */
  readonly place: SnappedPlace | null;
  /** Metres from the station's place to every node; empty where it has no place. */
  readonly field: Float64Array;
}

export interface WalkingDistancesInput {
  readonly graph: WalkingGraph;
  readonly components: Components;
  readonly snapper: NetworkSnapper;
  readonly stations: readonly StationOnNetwork[];
  readonly detourFactor: number;
  readonly reachMetres: number;
}

/** Stands for the component of a point that no link is near; that of stations without a place is another. */
const OFF_NETWORK = -2;

/** Nodes turned at a time, so that what is read and written stays in the processor's cache. */
const NODES_AT_A_TIME = 512;

/** All fields in one, the stations of a node side by side: a point reads two short runs of memory instead of many places. */
function fieldsByNode(stations: readonly StationOnNetwork[], nodeCount: number): Float64Array {
  const count = stations.length;
  const byNode = new Float64Array(nodeCount * count);
  for (let start = 0; start < nodeCount; start += NODES_AT_A_TIME) {
    const end = Math.min(start + NODES_AT_A_TIME, nodeCount);
    stations.forEach(({ place, field }, station) => {
      if (place === null) return;
      for (let node = start; node < end; node += 1) byNode[node * count + station] = field[node]!;
    });
  }
  return byNode;
}

/**
 * Walking distances to a set of stations (method §3): the straight leg × detour factor from the point to the nearest
 * link, the shortest path along the network, and the leg × detour factor from the network to the station.
 *
 * The nearest link decides, also when it belongs to an island. A station that cannot be reached along the network
 * from there gets straight line × detour factor, so that a gap in the map never takes a station out of reach.
 */
export class WalkingDistances {
  readonly #input: WalkingDistancesInput;
  readonly #place = emptyPlace();
  readonly #stationX: Float64Array;
  readonly #stationY: Float64Array;
  readonly #stationLink: Int32Array;
  readonly #stationOffset: Float64Array;
  readonly #stationLeg: Float64Array;
  readonly #stationComponent: Int32Array;
  readonly #fields: Float64Array;
  /** The point walked from, and what leads from its place on the network: `#place` is that of the latest point on it. */
  readonly #start = new Float64Array(2);
  #component = OFF_NETWORK;
  #firstField = 0;
  #lastField = 0;
  #leg = 0;

  /** No walk is shorter than the straight line times this. */
  readonly leastFactor: number;
  /** Positions in the list of stations of those that every link is too far from. */
  readonly stationsOffNetwork: readonly number[];

  constructor(input: WalkingDistancesInput) {
    const { stations, detourFactor, graph, components } = input;
    this.#input = input;
    this.leastFactor = Math.min(1, detourFactor);
    this.#stationX = Float64Array.from(stations, (station) => station.position.x);
    this.#stationY = Float64Array.from(stations, (station) => station.position.y);
    this.#stationLink = Int32Array.from(stations, ({ place }) => place?.link ?? -1);
    this.#stationOffset = Float64Array.from(stations, ({ place }) => place?.offsetMetres ?? 0);
    this.#stationLeg = Float64Array.from(stations, ({ place }) => (place?.legMetres ?? 0) * detourFactor);
    this.#stationComponent = this.#stationLink.map((link) => (link < 0 ? -1 : components.ofNode[graph.linkFrom[link]!]!));
    this.#fields = fieldsByNode(stations, graph.nodeCount);
    this.stationsOffNetwork = [...this.#stationLink.keys()].filter((station) => this.#stationLink[station]! < 0);
  }

  /**
   * Writes the walking distance in metres from a point (EPSG:25832) to each station, in the order of the stations;
   * `out` has room for all of them. Always finite and never less than the straight line.
   * `fallback`: the point is too far from every link, or on an island with no station.
   */
  at(x: number, y: number, out: Float64Array): DistanceKind {
    this.startAt(x, y);
    let kind: DistanceKind = 'fallback';
    for (let station = 0; station < this.#stationLink.length; station += 1) {
      out[station] = this.metresTo(station);
      if (this.#stationComponent[station] === this.#component) kind = 'network';
    }
    return kind;
  }

  /** Chooses the point (EPSG:25832) that `metresTo` walks from. */
  startAt(x: number, y: number): void {
    const { graph, components, snapper, detourFactor } = this.#input;
    const place = this.#place;
    this.#start[0] = x;
    this.#start[1] = y;
    if (!snapper.snap(this.#start, place)) {
      this.#component = OFF_NETWORK;
      return;
    }
    const stationCount = this.#stationLink.length;
    const from = graph.linkFrom[place.link]!;
    this.#component = components.ofNode[from]!;
    this.#firstField = from * stationCount;
    this.#lastField = graph.linkTo[place.link]! * stationCount;
    this.#leg = place.legMetres * detourFactor;
  }

  /**
   * Walking distance in metres from the point chosen with `startAt` to the station at a position in the list: what `at`
   * writes there.
   */
  metresTo(station: number): number {
    const { reachMetres, detourFactor } = this.#input;
    const component = this.#stationComponent[station]!;
    if (component !== this.#component) return this.#straightMetres(station) * detourFactor;
    const { link, offsetMetres, remainingMetres } = this.#place;
    const fields = this.#fields;
    let along = Math.min(fields[this.#firstField + station]! + offsetMetres, fields[this.#lastField + station]! + remainingMetres);
    if (this.#stationLink[station] === link) along = Math.min(along, Math.abs(offsetMetres - this.#stationOffset[station]!));
    const legs = this.#leg + this.#stationLeg[station]!;
    return along <= reachMetres ? legs + along : Math.max(this.#straightMetres(station) * detourFactor, legs + reachMetres);
  }

  #straightMetres(station: number): number {
    const awayX = this.#stationX[station]! - this.#start[0]!;
    const awayY = this.#stationY[station]! - this.#start[1]!;
    return Math.sqrt(awayX * awayX + awayY * awayY);
  }
}
