import { ZONE_ROLES, type LayerRole } from '../domain/catalogue';
import { layersOf, type Dataset } from '../domain/dataset';
import { expandBounds, jointBounds } from '../geometry/bounds';
import { OverlayTree, type OverlayLayer, type OverlayResult } from '../geometry/overlayTree';
import { planarOf } from '../geometry/projection';
import type { PlanarBounds, PlanarMultiPolygon } from '../geometry/shapes';
import { waterBelts } from './belts';
import type { LandClass } from './evaluation';

/** What the ground is told apart by; each is one layer of the overlay, in this order. */
const GROUND_LAYERS = [
  'municipality',
  'land',
  'lake',
  'farmland',
  'marka',
  'green',
  'builtUp',
  'shoreBelt',
  'watercourseBelt',
  ...ZONE_ROLES,
  'greenNode',
] as const;

export type GroundLayer = (typeof GROUND_LAYERS)[number];

/** Ground outside the municipality that is still measured, so that an area that strays is told what it is on. */
const MARGIN_METRES = 1000;

/** All layers of a data set, overlaid once. */
export interface Ground {
  readonly bounds: PlanarBounds;
  readonly tree: OverlayTree;
  readonly municipality: PlanarMultiPolygon;
  readonly land: PlanarMultiPolygon;
  readonly lakes: PlanarMultiPolygon;
  readonly farmland: PlanarMultiPolygon;
  /** False when the data set has no land layer: everything is then taken for land. */
  readonly knowsLand: boolean;
}

function bitOf(layer: GroundLayer): number {
  return 1 << GROUND_LAYERS.indexOf(layer);
}

const BITS = Object.fromEntries(GROUND_LAYERS.map((layer) => [layer, bitOf(layer)])) as Record<GroundLayer, number>;

/** Whether an overlay mask says that `layer` covers. */
export function covers(mask: number, layer: GroundLayer): boolean {
  return (mask & BITS[layer]) !== 0;
}

/** The land account's class of an overlay mask, by the method's order of precedence (§5). */
export function landClassOf(mask: number): LandClass {
  if (!covers(mask, 'land')) return 'sea';
  if (covers(mask, 'lake')) return 'lake';
  if (covers(mask, 'farmland')) return 'farmland';
  if (covers(mask, 'marka')) return 'marka';
  if (covers(mask, 'green')) return 'green';
  return covers(mask, 'builtUp') ? 'builtUp' : 'other';
}

/** Green by the account's precedence, m². */
export interface GreenAreas {
  /** Green outside Marka, by group. */
  readonly byGroup: Float64Array;
  readonly marka: number;
}

/** Ground of an overlay that turns green when green is added there, m²: what is green already, or ranks before it, stays. */
export function addedGreenIn({ masks, areas }: OverlayResult): { readonly builtUp: number; readonly other: number } {
  const added = { builtUp: 0, other: 0 };
  masks.forEach((mask, index) => {
    const landClass = landClassOf(mask);
    if (landClass === 'builtUp' || landClass === 'other') added[landClass] += areas[index]!;
  });
  return added;
}

/** Measures green groups and Marka in an overlay. */
export function greenAreas(tree: OverlayTree, groupCount: number): GreenAreas {
  const byGroup = new Float64Array(groupCount);
  let marka = 0;
  const { masks, patches, areas } = tree.all();
  masks.forEach((mask, index) => {
    const landClass = landClassOf(mask);
    if (landClass === 'marka') marka += areas[index]!;
    else if (landClass === 'green' && patches[index]! >= 0) byGroup[patches[index]!]! += areas[index]!;
  });
  return { byGroup, marka };
}

/**
 * Overlays a data set's layers.
 *
 * @param greenNodes pieces of green that the overlay tells apart, by their index.
 * @param onStage hears when waters are measured, and how much of the overlay is done, 0–1
 * @throws RangeError when the data set has neither a municipality nor land.
 */
export function buildGround(
  dataset: Pick<Dataset, 'layers' | 'parameters'>,
  greenNodes: readonly PlanarMultiPolygon[] = [],
  onStage: (stage: 'water' | 'overlay', done: number | null) => void = () => undefined,
): Ground {
  const polygonsOf = (role: LayerRole): readonly PlanarMultiPolygon[] =>
    layersOf(dataset, role).flatMap((layer) => layer.polygons.map(planarOf));
  const municipality = polygonsOf('municipality');
  const land = polygonsOf('land');
  const lakes = polygonsOf('water');
  const extent = jointBounds(municipality.length > 0 ? municipality : land);
  if (!extent) throw new RangeError('A data set needs a municipality or land');
  const bounds = expandBounds(extent, MARGIN_METRES);
  const everywhere: PlanarMultiPolygon = [
    [
      Float64Array.of(
        bounds.minX, bounds.minY, bounds.maxX, bounds.minY, bounds.maxX, bounds.maxY, bounds.minX, bounds.maxY,
      ),
    ],
  ];
  onStage('water', null);
  const belts = waterBelts(dataset, dataset.parameters.waterBelts, bounds);
  const layers: Record<GroundLayer, OverlayLayer> = {
    municipality: { polygons: municipality.length > 0 ? municipality : [everywhere] },
    land: { polygons: land.length > 0 ? land : [everywhere] },
    lake: { polygons: lakes },
    farmland: { polygons: polygonsOf('farmland') },
    marka: { polygons: polygonsOf('marka') },
    green: { polygons: polygonsOf('green') },
    builtUp: { polygons: polygonsOf('builtUp') },
    shoreBelt: { polygons: [belts.shore] },
    watercourseBelt: { polygons: [belts.watercourse] },
    natureReserve: { polygons: polygonsOf('natureReserve') },
    flood: { polygons: polygonsOf('flood') },
    quickClay: { polygons: polygonsOf('quickClay') },
    noise: { polygons: polygonsOf('noise') },
    valuableNature: { polygons: polygonsOf('valuableNature') },
    greenNode: { polygons: greenNodes },
  };
  onStage('overlay', 0);
  return {
    bounds,
    tree: new OverlayTree(
      bounds,
      GROUND_LAYERS.map((layer) => layers[layer]),
      GROUND_LAYERS.indexOf('greenNode'),
      { onPart: (done) => onStage('overlay', done) },
    ),
    municipality: layers.municipality.polygons.flat(),
    land: layers.land.polygons.flat(),
    lakes: lakes.flat(),
    farmland: layers.farmland.polygons.flat(),
    knowsLand: land.length > 0,
  };
}
