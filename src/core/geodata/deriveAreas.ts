import type { LayerRole } from '../domain/catalogue';
import { identifier, type AreaId } from '../domain/identifiers';
import type { PlaceParameters, TownDefinition } from '../domain/parameters';
import { multiPolygonCentroid, polygonArea } from '../geometry/area';
import { difference, intersection, union } from '../geometry/booleans';
import { lonLatToStatisticsGrid, statisticsGridToPlanar, toLonLatMultiPolygon } from '../geometry/projection';
import type { PlanarMultiPolygon, PlanarPoint, PlanarPolygon } from '../geometry/shapes';
import { SQUARE_METRES_PER_DAA } from '../method/parameters';
import { mergedPolygons, type DerivationGround, type DerivedTown } from './deriveTowns';

/** A default area before it is written: outline in EPSG:25832. */
export interface DerivedArea {
  readonly id: AreaId;
  readonly name: string;
  readonly town: TownDefinition;
  readonly typology: PlaceParameters['defaultAreas']['typology'];
  readonly outline: PlanarMultiPolygon;
}

/** Ground that default areas leave alone; the sea is gone already, since towns are on land. */
export const KEPT_OUT_OF_AREAS: readonly LayerRole[] = ['water', 'marka', 'farmland'];

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Cells of the statistics grid that the ground may touch, from north to south and from west to east. */
function cellsOver(ground: PlanarMultiPolygon, gridMetres: number): readonly Cell[] {
  let firstColumn = Infinity;
  let lastColumn = -Infinity;
  let firstRow = Infinity;
  let lastRow = -Infinity;
  for (const position of toLonLatMultiPolygon(ground).flat(2)) {
    const point = lonLatToStatisticsGrid(position);
    firstColumn = Math.min(firstColumn, Math.floor(point.x / gridMetres));
    lastColumn = Math.max(lastColumn, Math.floor(point.x / gridMetres));
    firstRow = Math.min(firstRow, Math.floor(point.y / gridMetres));
    lastRow = Math.max(lastRow, Math.floor(point.y / gridMetres));
  }
  const cells: Cell[] = [];
  for (let row = lastRow; row >= firstRow; row -= 1) {
    for (let column = firstColumn; column <= lastColumn; column += 1) cells.push({ row, column });
  }
  return cells;
}

function cellOutline({ row, column }: Cell, gridMetres: number): PlanarMultiPolygon {
  const corners = [[0, 0], [1, 0], [1, 1], [0, 1]] as const;
  const ring = corners.flatMap(([east, north]) => {
    const corner = statisticsGridToPlanar({ x: (column + east) * gridMetres, y: (row + north) * gridMetres });
    return [corner.x, corner.y];
  });
  return [[Float64Array.from(ring)]];
}

function centroidOf(piece: PlanarPolygon): PlanarPoint {
  return multiPolygonCentroid([piece]) ?? { x: 0, y: 0 };
}

/** Pieces of one cell in a fixed order, whatever order the clipping gives them in. */
function inOrder(pieces: PlanarMultiPolygon): PlanarMultiPolygon {
  return pieces.toSorted((left, right) => {
    const a = centroidOf(left);
    const b = centroidOf(right);
    return b.y - a.y || a.x - b.x;
  });
}

/**
 * Default development areas (method §2): each town cut by the statistics grid, less lakes, Marka and farmland (the town
 * is on land already); each part its own area, those below the minimum left out. Numbered from north-west to south-east.
 */
export function deriveAreas(ground: DerivationGround, towns: readonly DerivedTown[]): readonly DerivedArea[] {
  const { gridMetres, minimumDaa, typology } = ground.parameters.defaultAreas;
  const kept = union(...KEPT_OUT_OF_AREAS.map((role) => mergedPolygons(ground, role)));
  return towns.flatMap(({ id, outline }) => {
    const town = ground.parameters.towns.find((definition) => definition.id === id);
    if (town === undefined) return [];
    const free = difference(outline, kept);
    return cellsOver(free, gridMetres)
      .flatMap((cell) => inOrder(intersection(free, cellOutline(cell, gridMetres))))
      .filter((piece) => polygonArea(piece) >= minimumDaa * SQUARE_METRES_PER_DAA)
      .map((piece, index) => ({
        id: identifier<AreaId>(`${id}-${String(index + 1).padStart(3, '0')}`),
        name: `${town.name} ${index + 1}`,
        town,
        typology,
        outline: [piece],
      }));
  });
}
