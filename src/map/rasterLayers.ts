import { addProtocol, type Map as MapLibreMap } from 'maplibre-gl';
import type { LonLatBox } from '../core/import/importedLayer';
import type { TileAddress } from '../core/import/rasters/webMercatorTile';

/** One of the user's rasters as the map shows it. */
export interface RasterOnMap {
  readonly id: string;
  /** Another number whenever the raster looks otherwise than before. */
  readonly version: number;
  readonly extent: LonLatBox;
  readonly visible: boolean;
  readonly opacity: number;
}

/** Gives the pixels of a tile, red to alpha; null where there is nothing. */
export type DrawRasterTile = (id: string, address: TileAddress) => Promise<Uint8ClampedArray<ArrayBuffer> | null>;

const PROTOCOL = 'own-raster';
const PREFIX = 'raster:';
const TILE_PIXELS = 512;
/** Nearer, the same tiles are drawn larger: a pixel of them is a third of a metre. */
const NEAREST_ZOOM = 17;

/** The first layer above the ground: rasters lie on the ground and beneath what is planned on it. */
const ABOVE_GROUND = 'areas:fill';

/** Has all maps of the page fetch tiles of rasters from `draw`; nothing goes over the network. */
export function provideRasterTiles(draw: DrawRasterTile): void {
  addProtocol(PROTOCOL, async ({ url }, { signal }) => {
    const [, id = '', zoom, column, row] = /^own-raster:\/\/([^/]+)\/\d+\/(\d+)\/(\d+)\/(\d+)$/u.exec(url) ?? [];
    const pixels = signal.aborted ? null : await draw(id, { zoom: Number(zoom), column: Number(column), row: Number(row) });
    const image = pixels ? new ImageData(pixels, TILE_PIXELS, TILE_PIXELS) : new ImageData(1, 1);
    return { data: await createImageBitmap(image) };
  });
}

function sourceOf({ id, version }: Pick<RasterOnMap, 'id' | 'version'>): string {
  return `${PREFIX}${id}:${version}`;
}

const sourcesOn = new WeakMap<MapLibreMap, ReadonlySet<string>>();

/** Shows these rasters and no others, the last uppermost. */
export function showRasters(map: MapLibreMap, rasters: readonly RasterOnMap[]): void {
  const wanted = new Set(rasters.map(sourceOf));
  for (const source of sourcesOn.get(map) ?? []) {
    if (wanted.has(source)) continue;
    map.removeLayer(source);
    map.removeSource(source);
  }
  sourcesOn.set(map, wanted);
  for (const raster of rasters) {
    const source = sourceOf(raster);
    if (!map.getSource(source)) {
      const { west, south, east, north } = raster.extent;
      map.addSource(source, {
        type: 'raster',
        tiles: [`${PROTOCOL}://${raster.id}/${raster.version}/{z}/{x}/{y}`],
        tileSize: TILE_PIXELS,
        bounds: [west, south, east, north],
        maxzoom: NEAREST_ZOOM,
      });
      map.addLayer({ id: source, type: 'raster', source, paint: { 'raster-resampling': 'nearest', 'raster-fade-duration': 0 } }, ABOVE_GROUND);
    }
    map.setLayoutProperty(source, 'visibility', raster.visible ? 'visible' : 'none');
    map.setPaintProperty(source, 'raster-opacity', raster.opacity);
  }
}
