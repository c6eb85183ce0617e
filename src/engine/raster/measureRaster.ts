import { systemOf } from '../../core/import/coordinateSystem';
import { areaInCells, coverageOf, windowOf, type CellWindow } from '../../core/import/rasters/coverage';
import { inverted } from '../../core/import/rasters/gridPlacement';
import type { RasterFacts, RasterKind } from '../../core/import/rasters/rasterLayer';
import { RasterTally, type RasterStatistics } from '../../core/import/rasters/rasterStatistics';
import { multiPolygonArea } from '../../core/geometry/area';
import { toLonLat, toPlanarMultiPolygon } from '../../core/geometry/projection';
import type { LonLatMultiPolygon, PlanarMultiPolygon } from '../../core/geometry/shapes';
import { SQUARE_METRES_PER_DAA } from '../../core/method/parameters';
import type { CellReader } from './cells';

/** Cells that are measured one by one inside one outline; where there are more, an overview of the file is measured instead. */
const MOST_MEASURED_CELLS = 16_000_000;
const CELLS_AT_ONCE = 1_000_000;

/** The system that planar outlines are in already. */
const PLANAR_SYSTEM = 'EPSG:25832';

function ringsInGrid(planar: PlanarMultiPolygon, { system, placement, columns, rows }: RasterFacts, level: { readonly columns: number; readonly rows: number }): Float64Array[] {
  const placed = systemOf(system.id);
  const inverse = inverted(placement);
  if (!placed || !inverse) return [];
  const [across, down] = [level.columns / columns, level.rows / rows];
  return planar.flat().map((ring) => {
    const grid = new Float64Array(ring.length);
    for (let index = 0; index + 1 < ring.length; index += 2) {
      const point = { x: ring[index] ?? 0, y: ring[index + 1] ?? 0 };
      const [x, y] = system.id === PLANAR_SYSTEM ? [point.x, point.y] : placed.fromLonLat(...toLonLat(point));
      grid[index] = (inverse[0] * x + inverse[1] * y + inverse[2]) * across;
      grid[index + 1] = (inverse[3] * x + inverse[4] * y + inverse[5]) * down;
    }
    return grid;
  });
}

function cellsOf({ left, top, right, bottom }: CellWindow): number {
  return (right - left) * (bottom - top);
}

/**
 * What a raster says of the ground inside an outline: every cell counts by the exact share of it that lies inside, in the raster's
 * own grid; the sum of shares is scaled to the outline's area in EPSG:25832. Read strip by strip.
 */
export async function measureRaster(reader: CellReader, facts: RasterFacts, kind: RasterKind, outline: LonLatMultiPolygon): Promise<RasterStatistics> {
  const planar = toPlanarMultiPolygon(outline);
  const full = windowOf(ringsInGrid(planar, facts, facts), facts.columns, facts.rows);
  const excess = full ? cellsOf(full) / MOST_MEASURED_CELLS : 0;
  const wanted = excess > 1 ? facts.levels.find((level) => (facts.columns / level.columns) ** 2 >= excess) : undefined;
  const level = reader.level(wanted ? facts.levels.indexOf(wanted) : 0);
  const rings = ringsInGrid(planar, facts, level);
  const tally = new RasterTally(kind, facts.noData);
  const window = windowOf(rings, level.columns, level.rows);
  if (window) {
    const stripRows = Math.max(1, Math.floor(CELLS_AT_ONCE / (window.right - window.left)));
    for (let { top } = window; top < window.bottom; top += stripRows) {
      const strip = { ...window, top, bottom: Math.min(window.bottom, top + stripRows) };
      tally.add(coverageOf(rings, strip), await level.read(strip));
    }
  }
  return tally.finish(multiPolygonArea(planar) / SQUARE_METRES_PER_DAA, areaInCells(rings), Math.round(facts.columns / level.columns));
}
