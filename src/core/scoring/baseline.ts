import type { Dataset } from '../domain/dataset';
import { expandBounds, jointBounds } from '../geometry/bounds';
import { LatticeFrame, LatticeRaster } from '../geometry/latticeFrame';
import { LATTICE_METRES } from '../method/parameters';
import { ConflictLattice } from './conflictPositions';
import { connectivityNetwork, type ConnectivityNetwork } from './connectivity';
import type { PartId } from './evaluation';
import { greenStructure, type GreenStructure } from './greenGroups';
import { buildGround, greenAreas, type GreenAreas, type Ground } from './ground';
import { mendedLayers, type MendedLayers } from './mendedLayers';
import { nearbyGreen, type NearbyGreen } from './nearbyGreen';
import { OutsideBook } from './neighbourhoods';
import { partGrounds, type PartGround } from './partStatus';
import { locateResidents, type Residents } from './residents';

/** What is measured once per data set, before any scenario. */
export interface Baseline {
  readonly dataset: Dataset;
  readonly ground: Ground;
  readonly landRaster: LatticeRaster;
  readonly conflicts: ConflictLattice;
  /** Null when the data set has no population. */
  readonly residents: Residents | null;
  /** The residents outside the towns; null when the data set has no population. */
  readonly outside: OutsideBook | null;
  readonly partGrounds: Readonly<Record<PartId, PartGround>>;
  readonly mendedLayers: MendedLayers;
  /** The green structure and what it measures; null when the green is too coarse for B3 and B5, or missing. */
  readonly green: { readonly structure: GreenStructure; readonly areas: GreenAreas } | null;
  /** Null when the green is too coarse for B3, or missing. */
  readonly connectivity: ConnectivityNetwork | null;
  /** Null when the green is too coarse for B5, or missing. */
  readonly nearbyGreen: NearbyGreen | null;
}

/** What is built of a baseline, in turn. */
export const BASELINE_STAGES = ['green', 'water', 'overlay', 'residents', 'connectivity'] as const;

export type BaselineStage = (typeof BASELINE_STAGES)[number];

/** Hears what of a baseline is built now, and of that the part done, 0–1; null where there is nothing to go by. */
export type OnBaselineStage = (stage: BaselineStage, done: number | null) => void;

const RASTER_MARGIN_METRES = 1000;

/**
 * Builds the baseline of a data set.
 *
 * @throws RangeError when the data set has neither a municipality nor land.
 */
export function buildBaseline(dataset: Dataset, onStage: OnBaselineStage = () => undefined): Baseline {
  const grounds = partGrounds(dataset);
  const needsGreen = grounds.B3.status.kind !== 'missing' || grounds.B5.status.kind !== 'missing';
  if (needsGreen) onStage('green', null);
  const green = needsGreen ? greenStructure(dataset) : null;
  const ground = buildGround(dataset, green?.groups.map(({ polygons }) => polygons), onStage);
  const areas = greenAreas(ground.tree, green?.groups.length ?? 0);
  const extent = jointBounds([ground.municipality]);
  if (!extent) throw new RangeError('A municipality needs an outline');
  const bounds = expandBounds(extent, RASTER_MARGIN_METRES);
  const municipality = new LatticeRaster(bounds, LATTICE_METRES);
  municipality.cover(ground.municipality, 1);
  const land = new LatticeRaster(bounds, LATTICE_METRES);
  land.cover(ground.land, 1);
  land.cover(ground.lakes, 0);
  onStage('residents', null);
  const residents =
    dataset.population.length > 0
      ? locateResidents(dataset.population, { municipality, land }, ground.municipality)
      : null;
  const outside = residents && new OutsideBook(residents, new LatticeFrame(ground.bounds, LATTICE_METRES), dataset.towns.map(({ outline }) => outline));
  if (green) onStage('connectivity', null);
  return {
    dataset,
    ground,
    landRaster: land,
    conflicts: new ConflictLattice(ground),
    residents,
    outside,
    partGrounds: grounds,
    mendedLayers: mendedLayers(dataset),
    green: green && { structure: green, areas },
    connectivity: green && connectivityNetwork(green.groups, areas.byGroup, green.marka),
    nearbyGreen: green && nearbyGreen(green, areas, ground, land),
  };
}
