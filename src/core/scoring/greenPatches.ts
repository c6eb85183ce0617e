import { layersOf, type Dataset } from '../domain/dataset';
import type { LayerRole } from '../domain/catalogue';
import { multiPolygonArea, polygonArea } from '../geometry/area';
import { difference, intersection, union } from '../geometry/booleans';
import { toPlanarMultiPolygon } from '../geometry/projection';
import type { PlanarMultiPolygon } from '../geometry/shapes';

/** One connected piece of green structure. */
export interface GreenPatch {
  readonly outline: PlanarMultiPolygon;
  readonly areaSquareMetres: number;
}

function merged(dataset: Pick<Dataset, 'layers'>, ...roles: readonly LayerRole[]): PlanarMultiPolygon {
  return union(
    ...roles.flatMap((role) =>
      layersOf(dataset, role).flatMap((layer) => layer.polygons.map(({ outline }) => toPlanarMultiPolygon(outline))),
    ),
  );
}

/** The connected pieces of a multipolygon. */
export function connectedPatches(outline: PlanarMultiPolygon): readonly GreenPatch[] {
  return outline.map((polygon) => ({ outline: [polygon], areaSquareMetres: polygonArea(polygon) }));
}

/** Green structure on land that is neither farmland, by the account's precedence, nor Marka when that is left out. */
function greenGround(dataset: Pick<Dataset, 'layers'>, withMarka: boolean): PlanarMultiPolygon {
  const green = withMarka ? merged(dataset, 'green', 'marka') : merged(dataset, 'green');
  const spared = withMarka ? merged(dataset, 'farmland', 'water') : merged(dataset, 'farmland', 'water', 'marka');
  const onLand =
    layersOf(dataset, 'land').length > 0 ? intersection(green, merged(dataset, 'land')) : green;
  return difference(onLand, spared);
}

/** Connected green outside Marka, cut at its boundary (method §5 B3). */
export function greenOutsideMarka(dataset: Pick<Dataset, 'layers'>): readonly GreenPatch[] {
  return connectedPatches(greenGround(dataset, false));
}

/** Connected green with Marka (method §5 B5). */
export function greenWithMarka(dataset: Pick<Dataset, 'layers'>): readonly GreenPatch[] {
  return connectedPatches(greenGround(dataset, true));
}

/** Marka on its own; empty where the place has none. */
export function markaGround(dataset: Pick<Dataset, 'layers'>): PlanarMultiPolygon {
  return merged(dataset, 'marka');
}

/** What is left of green patches when ground is taken from them, in connected pieces. */
export function patchesWithout(
  patches: readonly GreenPatch[],
  taken: PlanarMultiPolygon,
): readonly GreenPatch[] {
  return patches.flatMap((patch) => connectedPatches(difference(patch.outline, taken)));
}

/** Sum of the patches' areas, m². */
export function patchArea(patches: readonly GreenPatch[]): number {
  return multiPolygonArea(patches.flatMap((patch) => patch.outline));
}
