import type { LayerRole } from '../domain/catalogue';
import { layersOf, type Dataset } from '../domain/dataset';
import type { LayerId } from '../domain/identifiers';
import { outlineFaults } from '../geometry/projection';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import type { GeometryFault } from '../geometry/validity';

/** Roles whose polygons are measured. */
const MEASURED_ROLES: readonly LayerRole[] = ['municipality', 'land', 'water', 'farmland', 'marka', 'green', 'builtUp'];

/** Faults that are mended without changing what ground a polygon covers. */
const HARMLESS: ReadonlySet<GeometryFault> = new Set<GeometryFault>(['repeatedVertices', 'spikes']);

/** Norwegian notes on layers whose polygons had to be mended, by layer. */
export type MendedLayers = ReadonlyMap<LayerId, string>;

/** Whether an outline had to be mended so that it may cover other ground than was meant. */
export function isMended(outline: LonLatMultiPolygon): boolean {
  return outlineFaults(outline).some((fault) => !HARMLESS.has(fault));
}

/** The layers that are measured with polygons that were not valid. */
export function mendedLayers(dataset: Pick<Dataset, 'layers'>): MendedLayers {
  const notes = new Map<LayerId, string>();
  for (const role of MEASURED_ROLES) {
    for (const { description, polygons } of layersOf(dataset, role)) {
      // What has its plane outline at hand was mended when it was read.
      const count = polygons.filter((feature) => !feature.planar && isMended(feature.outline)).length;
      if (count > 0) notes.set(description.id, noteOf(count, description.title));
    }
  }
  return notes;
}

function noteOf(count: number, title: string): string {
  const what = count === 1 ? '1 flate' : `${count} flater`;
  const were = count === 1 ? 'ugyldig' : 'ugyldige';
  return `${what} i laget «${title}» var ${were} og ble rettet: kantene krysset eller lå oppå hverandre. Se over laget der det betyr noe.`;
}
