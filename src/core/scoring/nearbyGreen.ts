import { multiPolygonBounds } from '../geometry/area';
import { squaredDistanceToSegment } from '../geometry/distance';
import { visitLatticeRuns } from '../geometry/lattice';
import type { PlanarBounds, PlanarMultiPolygon } from '../geometry/shapes';
import { DETOUR_FACTOR, LATTICE_METRES, NEARBY_GREEN, SQUARE_METRES_PER_DAA } from '../method/parameters';
import { patchesWithout, type GreenPatch } from './greenPatches';

/** How many patches of one size each lattice cell has within that size's walk. */
interface NearCounts {
  readonly counts: Uint16Array;
}

/** Which lattice points have green within a walk, for each size of `NEARBY_GREEN` (method §5 B5). */
export interface NearbyGreen {
  readonly frame: LatticeFrame;
  readonly patches: readonly GreenPatch[];
  readonly bySize: readonly NearCounts[];
}

interface LatticeFrame {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly columns: number;
  readonly rows: number;
}

function frameOf(bounds: PlanarBounds): LatticeFrame {
  const firstColumn = Math.floor(bounds.minX / LATTICE_METRES);
  const firstRow = Math.floor(bounds.minY / LATTICE_METRES);
  return {
    firstColumn,
    firstRow,
    columns: Math.ceil(bounds.maxX / LATTICE_METRES) - firstColumn,
    rows: Math.ceil(bounds.maxY / LATTICE_METRES) - firstRow,
  };
}

/** Walks along the straight line times the detour factor reach this far as the crow flies, metres. */
function straightReach(walkMetres: number): number {
  return walkMetres / DETOUR_FACTOR;
}

/** Measures the green of a data set once. */
export function nearbyGreen(patches: readonly GreenPatch[], bounds: PlanarBounds): NearbyGreen {
  const frame = frameOf(bounds);
  const stamp = new Int32Array(frame.columns * frame.rows);
  let mark = 0;
  const bySize = NEARBY_GREEN.map(({ minimumDaa, walkMetres }) => {
    const counts = new Uint16Array(frame.columns * frame.rows);
    for (const patch of patches) {
      if (patch.areaSquareMetres < minimumDaa * SQUARE_METRES_PER_DAA) continue;
      mark += 1;
      visitCellsNear(frame, patch.outline, straightReach(walkMetres), stamp, mark, (cell) => {
        counts[cell]! += 1;
      });
    }
    return { counts };
  });
  return { frame, patches, bySize };
}

/** The same when `taken` is no longer green: the patches it touches are measured anew. */
export function nearbyGreenWithout(green: NearbyGreen, taken: PlanarMultiPolygon): NearbyGreen {
  const bounds = multiPolygonBounds(taken);
  if (!bounds) return green;
  const touched = green.patches.filter(({ outline }) => boundsMeet(multiPolygonBounds(outline), bounds));
  if (touched.length === 0) return green;
  const left = patchesWithout(touched, taken);
  const { frame } = green;
  const stamp = new Int32Array(frame.columns * frame.rows);
  let mark = 0;
  const bySize = NEARBY_GREEN.map(({ minimumDaa, walkMetres }, size) => {
    const counts = green.bySize[size]!.counts.slice();
    const change = (patches: readonly GreenPatch[], step: number): void => {
      for (const patch of patches) {
        if (patch.areaSquareMetres < minimumDaa * SQUARE_METRES_PER_DAA) continue;
        mark += 1;
        visitCellsNear(frame, patch.outline, straightReach(walkMetres), stamp, mark, (cell) => {
          counts[cell]! += step;
        });
      }
    };
    change(touched, -1);
    change(left, 1);
    return { counts };
  });
  return { frame, patches: [...green.patches.filter((patch) => !touched.includes(patch)), ...left], bySize };
}

/** Share of points `x0, y0, …` with green of each size within its walk; weights are equal when left out. */
export function shareNearGreen(
  green: NearbyGreen,
  points: Float64Array,
  weights?: Float64Array,
): readonly [small: number, large: number] {
  const { frame } = green;
  let total = 0;
  const near = [0, 0];
  for (let index = 0; index < points.length; index += 2) {
    const weight = weights ? weights[index / 2]! : 1;
    total += weight;
    const column = Math.floor(points[index]! / LATTICE_METRES) - frame.firstColumn;
    const row = Math.floor(points[index + 1]! / LATTICE_METRES) - frame.firstRow;
    if (column < 0 || column >= frame.columns || row < 0 || row >= frame.rows) continue;
    green.bySize.forEach(({ counts }, size) => {
      if (counts[row * frame.columns + column]! > 0) near[size]! += weight;
    });
  }
  return total > 0 ? [near[0]! / total, near[1]! / total] : [0, 0];
}

function boundsMeet(a: PlanarBounds | null, b: PlanarBounds): boolean {
  return a !== null && a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
}

/** Visits once each lattice cell whose centre lies in the polygons or within `reach` of their edges. */
function visitCellsNear(
  frame: LatticeFrame,
  polygons: PlanarMultiPolygon,
  reach: number,
  stamp: Int32Array,
  mark: number,
  visit: (cell: number) => void,
): void {
  const visitOnce = (cell: number): void => {
    if (stamp[cell] === mark) return;
    stamp[cell] = mark;
    visit(cell);
  };
  visitLatticeRuns(polygons, LATTICE_METRES, (row, fromColumn, toColumn) => {
    const rowIndex = row - frame.firstRow;
    if (rowIndex < 0 || rowIndex >= frame.rows) return;
    const from = Math.max(0, fromColumn - frame.firstColumn);
    const to = Math.min(frame.columns, toColumn - frame.firstColumn);
    for (let column = from; column < to; column += 1) visitOnce(rowIndex * frame.columns + column);
  });
  for (const ring of polygons.flat()) {
    for (let index = 0; index < ring.length; index += 2) {
      const next = (index + 2) % ring.length;
      visitCellsNearEdge(frame, ring[index]!, ring[index + 1]!, ring[next]!, ring[next + 1]!, reach, stamp, mark, visitOnce);
    }
  }
}

function visitCellsNearEdge(
  frame: LatticeFrame,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  reach: number,
  stamp: Int32Array,
  mark: number,
  visitOnce: (cell: number) => void,
): void {
  const firstCell = (low: number): number => Math.ceil((low - reach) / LATTICE_METRES - 0.5);
  const lastCell = (high: number): number => Math.floor((high + reach) / LATTICE_METRES - 0.5);
  const fromColumn = Math.max(0, firstCell(Math.min(x0, x1)) - frame.firstColumn);
  const toColumn = Math.min(frame.columns - 1, lastCell(Math.max(x0, x1)) - frame.firstColumn);
  const fromRow = Math.max(0, firstCell(Math.min(y0, y1)) - frame.firstRow);
  const toRow = Math.min(frame.rows - 1, lastCell(Math.max(y0, y1)) - frame.firstRow);
  const squaredReach = reach * reach;
  for (let row = fromRow; row <= toRow; row += 1) {
    const y = (row + frame.firstRow + 0.5) * LATTICE_METRES;
    for (let column = fromColumn; column <= toColumn; column += 1) {
      const cell = row * frame.columns + column;
      if (stamp[cell] === mark) continue;
      const x = (column + frame.firstColumn + 0.5) * LATTICE_METRES;
      if (squaredDistanceToSegment(x, y, x0, y0, x1, y1) <= squaredReach) visitOnce(cell);
    }
  }
}
