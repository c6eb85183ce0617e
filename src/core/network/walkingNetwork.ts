import { DETOUR_FACTOR } from '../method/parameters';
import type { PlanarPoint } from '../geometry/shapes';
import { DistanceFields } from './distanceField';
import { buildGraph } from './graph';
import type { WalkingGraph } from './graph';
import { findComponents } from './islands';
import type { Components, Island } from './islands';
import { toPlanarLines } from './planarLines';
import type { PlanarLines } from './planarLines';
import { emptyPlace, NetworkSnapper } from './snapping';
import { WalkingDistances } from './walkingDistances';
import type { StationOnNetwork } from './walkingDistances';
import type { WalkingLines } from './walkingLines';

/** Fields kept for stations that come back, bytes. */
const FIELD_MEMORY_BYTES = 64e6;

/** Sets of stations whose distances are kept as they are: today's, and those of the scenario at hand. */
const KEPT_DISTANCES = 2;

export interface NetworkSummary {
  /** Crossings and ends. */
  readonly nodes: number;
  /** Chains between nodes. */
  readonly links: number;
  readonly kilometres: number;
  /** Parts without connection to the longest part, longest first. */
  readonly islands: readonly Island[];
}

export interface DistanceOptions {
  /** Walked length over straight line on the legs to and from the network; `DETOUR_FACTOR` by default. */
  readonly detourFactor?: number;
  /**
   * How far along the network to look from a station; no limit by default. Walks within it are exact; of longer ones
   * it is only known that they are longer: they get the straight line × detour factor, but never less than the reach
   * with the legs.
   */
  readonly reachMetres?: number;
}

const kilometreFormat = new Intl.NumberFormat('nb-NO', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function islandNotes(islands: readonly Island[]): string[] {
  if (islands.length === 0) return [];
  const kilometres = islands.reduce((sum, island) => sum + island.lengthMetres, 0) / 1000;
  const parts = islands.length === 1 ? 'en del' : `${islands.length} deler`;
  return [
    `Gangnettet har ${parts} uten forbindelse med resten, til sammen ${kilometreFormat.format(kilometres)} km. ` +
      'Fra et punkt på en slik del regnes gangavstanden til stasjoner utenfor delen som luftlinje ganget med omvegsfaktoren.',
  ];
}

/** A walking network ready to answer. Made by `createWalkingNetwork`. */
export class WalkingNetwork {
  readonly summary: NetworkSummary;
  /** Norwegian: what was left out of the network, and its islands. */
  readonly notes: readonly string[];
  readonly #graph: WalkingGraph;
  readonly #components: Components;
  readonly #snapper: NetworkSnapper;
  readonly #fields: DistanceFields;
  readonly #knownFields = new Map<string, Float64Array>();
  readonly #knownDistances = new Map<string, WalkingDistances>();

  constructor(lines: PlanarLines, notes: readonly string[]) {
    this.#graph = buildGraph(lines);
    this.#components = findComponents(this.#graph);
    this.#snapper = new NetworkSnapper(this.#graph);
    this.#fields = new DistanceFields(this.#graph);
    this.summary = {
      nodes: this.#graph.nodeCount,
      links: this.#graph.linkFrom.length,
      kilometres: this.#graph.linkMetres.reduce((sum, metres) => sum + metres, 0) / 1000,
      islands: this.#components.islands,
    };
    this.notes = [...notes, ...islandNotes(this.#components.islands)];
  }

  /**
   * Walking distances to stations (EPSG:25832). Those of the latest few sets are kept, and the fields of stations asked for
   * before, so that moving one station costs one search, and none a data set that is built anew on the same network.
   */
  distancesTo(stations: readonly PlanarPoint[], options: DistanceOptions = {}): WalkingDistances {
    const { detourFactor = DETOUR_FACTOR, reachMetres = Infinity } = options;
    const key = [detourFactor, reachMetres, ...stations.flatMap(({ x, y }) => [x, y])].join(' ');
    const distances = this.#knownDistances.get(key) ?? this.#findDistances(stations, detourFactor, reachMetres);
    keepLatest(this.#knownDistances, key, distances, KEPT_DISTANCES);
    return distances;
  }

  #findDistances(stations: readonly PlanarPoint[], detourFactor: number, reachMetres: number): WalkingDistances {
    const onNetwork = stations.map((position) => this.#putOnNetwork(position, reachMetres));
    this.#forgetOldFields(stations.length);
    return new WalkingDistances({
      graph: this.#graph,
      components: this.#components,
      snapper: this.#snapper,
      stations: onNetwork,
      detourFactor,
      reachMetres,
    });
  }

  #putOnNetwork(position: PlanarPoint, reachMetres: number): StationOnNetwork {
    const place = emptyPlace();
    if (!this.#snapper.snap(Float64Array.of(position.x, position.y), place)) return { position, place: null, field: new Float64Array() };
    const { link, offsetMetres, remainingMetres } = place;
    const key = `${link} ${offsetMetres} ${reachMetres}`;
    const field =
      this.#knownFields.get(key) ??
      this.#fields.from(
        [
          { node: this.#graph.linkFrom[link]!, metres: offsetMetres },
          { node: this.#graph.linkTo[link]!, metres: remainingMetres },
        ],
        reachMetres,
      );
    keepLatest(this.#knownFields, key, field, Infinity);
    return { position, place, field };
  }

  #forgetOldFields(inUse: number): void {
    const room = Math.max(inUse, Math.floor(FIELD_MEMORY_BYTES / (8 * this.#graph.nodeCount + 1)));
    forgetOldest(this.#knownFields, room);
  }
}

/** Puts a value where the latest are: taken out and put back, the oldest come first in a map. No more than so many are kept. */
function keepLatest<Value>(values: Map<string, Value>, key: string, value: Value, most: number): void {
  values.delete(key);
  values.set(key, value);
  forgetOldest(values, most);
}

function forgetOldest(values: Map<string, unknown>, most: number): void {
  for (const key of values.keys()) {
    if (values.size <= most) break;
    values.delete(key);
  }
}

/**
 * Builds the walking network of lines read by `readLines`. No lines make a network where every walk is
 * straight line × detour factor.
 */
export function createWalkingNetwork(lines: WalkingLines): WalkingNetwork {
  return new WalkingNetwork(toPlanarLines(lines), lines.notes);
}
