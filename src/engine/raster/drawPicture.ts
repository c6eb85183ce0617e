import { PngWriter } from '../../core/exchange/mapSheet/pngChunks';
import type { PlanarBounds } from '../../core/geometry/shapes';
import type { RasterFacts, RasterReading } from '../../core/import/rasters/rasterLayer';
import type { CellReader } from './cells';
import { drawSquare, TILE_PIXELS } from './drawTile';

/** What ground a picture is to show, and in how many dots. */
export interface PictureOrder {
  /** EPSG:25832. */
  readonly bounds: PlanarBounds;
  readonly wide: number;
  readonly high: number;
}

/** Bytes that are made into text at once: as many as a call takes, and whole groups of three. */
const GROUP = 3 * 8192;

function dataAddress(png: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < png.length; at += GROUP) parts.push(btoa(String.fromCharCode(...png.subarray(at, at + GROUP))));
  return `data:image/png;base64,${parts.join('')}`;
}

/** A raster on a rectangle of the plane, north up, as a PNG in a `data:` address; null where it has nothing there. */
export async function drawPicture(reader: CellReader, facts: RasterFacts, reading: RasterReading, { bounds, wide, high }: PictureOrder): Promise<string | null> {
  const { minX, minY, maxX, maxY } = bounds;
  const [eastPerDot, southPerDot] = [(maxX - minX) / wide, (maxY - minY) / high];
  const writer = new PngWriter(wide, high);
  let isEmpty = true;
  for (let top = 0; top < high; top += TILE_PIXELS) {
    const rows = Math.min(TILE_PIXELS, high - top);
    const strip = new Uint8ClampedArray(4 * wide * rows);
    for (let left = 0; left < wide; left += TILE_PIXELS) {
      const square = {
        minX: minX + left * eastPerDot,
        maxX: minX + (left + TILE_PIXELS) * eastPerDot,
        minY: maxY - (top + TILE_PIXELS) * southPerDot,
        maxY: maxY - top * southPerDot,
      };
      const pixels = await drawSquare(reader, facts, reading, square);
      if (!pixels) continue;
      isEmpty = false;
      const long = 4 * Math.min(TILE_PIXELS, wide - left);
      for (let row = 0; row < rows; row += 1) {
        const from = 4 * TILE_PIXELS * row;
        strip.set(pixels.subarray(from, from + long), 4 * (wide * row + left));
      }
    }
    writer.add(strip);
  }
  return isEmpty ? null : dataAddress(writer.finish());
}
