import type { PlanarLines } from './planarLines';

/** Vertices closer than this are one place, and a line's end this near another line meets it, metres. */
export const JOINING_METRES = 0.1;

/** Side of the hash cells in which places are looked for, metres. */
const CELL_METRES = 1;

/** The distinct places of a set of lines. */
export interface Places {
  readonly count: number;
  /** Metres, EPSG:25832. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Place of each vertex of the lines. */
  readonly ofVertex: Uint32Array;
}

function placesByNodeId(lines: PlanarLines, nodeIds: Float64Array): Places {
  const vertexCount = nodeIds.length;
  const x = new Float64Array(vertexCount);
  const y = new Float64Array(vertexCount);
  const ofVertex = new Uint32Array(vertexCount);
  const placeOfId = new Map<number, number>();
  for (let vertex = 0; vertex < vertexCount; vertex += 1) {
    const id = nodeIds[vertex]!;
    let place = placeOfId.get(id);
    if (place === undefined) {
      place = placeOfId.size;
      placeOfId.set(id, place);
      x[place] = lines.coordinates[2 * vertex]!;
      y[place] = lines.coordinates[2 * vertex + 1]!;
    }
    ofVertex[vertex] = place;
  }
  return { count: placeOfId.size, x, y, ofVertex };
}

function cellHash(column: number, row: number, mask: number): number {
  let hash = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) & mask;
}

function placesByPosition(lines: PlanarLines): Places {
  const vertexCount = lines.coordinates.length / 2;
  const x = new Float64Array(vertexCount);
  const y = new Float64Array(vertexCount);
  const ofVertex = new Uint32Array(vertexCount);
  // Chains of places by hashed cell; places of other cells in a chain are told apart by their distance.
  const mask = 2 ** Math.ceil(Math.log2(vertexCount + 2)) - 1;
  const chainHead = new Int32Array(mask + 1).fill(-1);
  const chainNext = new Int32Array(vertexCount);
  let count = 0;
  for (let vertex = 0; vertex < vertexCount; vertex += 1) {
    const vertexX = lines.coordinates[2 * vertex]!;
    const vertexY = lines.coordinates[2 * vertex + 1]!;
    const lastColumn = Math.floor((vertexX + JOINING_METRES) / CELL_METRES);
    const lastRow = Math.floor((vertexY + JOINING_METRES) / CELL_METRES);
    let nearest = -1;
    let nearestSquared = JOINING_METRES * JOINING_METRES;
    for (let column = Math.floor((vertexX - JOINING_METRES) / CELL_METRES); column <= lastColumn; column += 1) {
      for (let row = Math.floor((vertexY - JOINING_METRES) / CELL_METRES); row <= lastRow; row += 1) {
        for (let place = chainHead[cellHash(column, row, mask)]!; place >= 0; place = chainNext[place]!) {
          const squared = (x[place]! - vertexX) ** 2 + (y[place]! - vertexY) ** 2;
          if (squared > nearestSquared || (squared === nearestSquared && nearest >= 0)) continue;
          nearest = place;
          nearestSquared = squared;
        }
      }
    }
    if (nearest < 0) {
      nearest = count;
      count += 1;
      x[nearest] = vertexX;
      y[nearest] = vertexY;
      const hash = cellHash(Math.floor(vertexX / CELL_METRES), Math.floor(vertexY / CELL_METRES), mask);
      chainNext[nearest] = chainHead[hash]!;
      chainHead[hash] = nearest;
    }
    ofVertex[vertex] = nearest;
  }
  return { count, x, y, ofVertex };
}

/**
 * Which vertices are one place: by OpenStreetMap node where the lines have them, else those within
 * `JOINING_METRES` of a place met before (the nearest, and it stays where it was first met).
 */
export function findPlaces(lines: PlanarLines): Places {
  return lines.nodeIds === null ? placesByPosition(lines) : placesByNodeId(lines, lines.nodeIds);
}
