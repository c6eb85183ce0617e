import type { PlanarBounds } from '../../core/geometry/shapes';
import { systemOf } from '../../core/import/coordinateSystem';
import type { CellWindow } from '../../core/import/rasters/coverage';
import { painterOf } from '../../core/import/rasters/rasterColours';
import type { RasterFacts, RasterReading } from '../../core/import/rasters/rasterLayer';
import { eachPixel, planeMesh, tileMesh, type PixelMesh } from '../../core/import/rasters/pixelMesh';
import type { TileAddress } from '../../core/import/rasters/webMercatorTile';
import { MOST_CELLS, type CellReader } from './cells';

/** Pixels along a tile's side. */
export const TILE_PIXELS = 512;

function windowOf({ left, top, right, bottom }: PixelMesh, { columns, rows }: RasterFacts, level: { readonly columns: number; readonly rows: number }): CellWindow | null {
  const [across, down] = [level.columns / columns, level.rows / rows];
  const window = {
    left: Math.max(0, Math.floor(left * across) - 1),
    top: Math.max(0, Math.floor(top * down) - 1),
    right: Math.min(level.columns, Math.ceil(right * across) + 1),
    bottom: Math.min(level.rows, Math.ceil(bottom * down) + 1),
  };
  return window.right > window.left && window.bottom > window.top ? window : null;
}

async function drawMesh(reader: CellReader, facts: RasterFacts, reading: RasterReading, mesh: PixelMesh): Promise<Uint8ClampedArray<ArrayBuffer> | null> {
  if (!(mesh.right > 0 && mesh.bottom > 0 && mesh.left < facts.columns && mesh.top < facts.rows)) return null;
  const cellsPerPixel = Math.sqrt(((mesh.right - mesh.left) * (mesh.bottom - mesh.top)) / TILE_PIXELS ** 2);
  let level = await reader.levelFor(Math.max(1, cellsPerPixel), true);
  let window = windowOf(mesh, facts, level);
  if (window && (window.right - window.left) * (window.bottom - window.top) > MOST_CELLS) {
    level = await reader.levelFor(Infinity, true);
    window = windowOf(mesh, facts, level);
  }
  if (!window || (window.right - window.left) * (window.bottom - window.top) > MOST_CELLS) return null;
  const cells = await level.read(window);
  const { left, top, right, bottom } = window;
  const [across, down] = [level.columns / facts.columns, level.rows / facts.rows];
  const pixels = new Uint8ClampedArray(4 * TILE_PIXELS ** 2);
  const words = new Uint32Array(pixels.buffer);
  const paint = painterOf(reading, facts.noData);
  eachPixel(mesh, TILE_PIXELS, (pixel, column, row) => {
    const x = Math.floor(column * across);
    const y = Math.floor(row * down);
    if (x < left || x >= right || y < top || y >= bottom) return;
    const cell = (y - top) * (right - left) + (x - left);
    if (!facts.isPicture) {
      words[pixel] = paint(cells[cell] ?? Number.NaN);
      return;
    }
    for (let channel = 0; channel < 4; channel += 1) pixels[4 * pixel + channel] = cells[4 * cell + channel] ?? 0;
  });
  return pixels;
}

/** The pixels of a tile, red to alpha; null where the raster has nothing there. Cells are drawn as they are, unmixed. */
export async function drawTile(reader: CellReader, facts: RasterFacts, reading: RasterReading, address: TileAddress): Promise<Uint8ClampedArray<ArrayBuffer> | null> {
  const system = systemOf(facts.system.id);
  return system && drawMesh(reader, facts, reading, tileMesh(address, system, facts.placement));
}

/** As `drawTile`, of a square of the plane, EPSG:25832. */
export async function drawSquare(reader: CellReader, facts: RasterFacts, reading: RasterReading, square: PlanarBounds): Promise<Uint8ClampedArray<ArrayBuffer> | null> {
  const system = systemOf(facts.system.id);
  return system && drawMesh(reader, facts, reading, planeMesh(square, system, facts.placement));
}
