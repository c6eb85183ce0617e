import type { PopulationCell } from '../domain/dataset';
import { intersection } from '../geometry/booleans';
import { latticePoints, representativePoint } from '../geometry/lattice';
import type { LatticeRaster } from '../geometry/latticeFrame';
import { statisticsGridToPlanar } from '../geometry/projection';
import type { PlanarMultiPolygon } from '../geometry/shapes';
import { LATTICE_METRES } from '../method/parameters';

/** Where today's residents are taken to live. */
export interface Residents {
  /** `x0, y0, …` in metres. */
  readonly points: Float64Array;
  /** Residents at each point. */
  readonly weights: Float64Array;
  readonly total: number;
}

/** Municipality and land on the lattice, not 0 where they are. Lakes are not land. */
export interface HomeRaster {
  readonly municipality: LatticeRaster;
  readonly land: LatticeRaster;
}

/**
 * Spreads each cell's residents evenly over the lattice points in cell ∩ municipality ∩ land; where there is none, over
 * those in cell ∩ municipality; where there is none of those either, at a point that stands for cell ∩ municipality
 * (method §3).
 */
export function locateResidents(
  cells: readonly PopulationCell[],
  rasters: HomeRaster,
  municipality: PlanarMultiPolygon,
): Residents {
  const homesByCell: Float64Array[] = [];
  const residentsByCell: number[] = [];
  for (const cell of cells) {
    if (cell.residents <= 0) continue;
    const homes = homesInCell(cellPolygon(cell), rasters, municipality);
    if (homes.length === 0) continue;
    homesByCell.push(homes);
    residentsByCell.push(cell.residents);
  }
  const points = new Float64Array(homesByCell.reduce((length, homes) => length + homes.length, 0));
  const weights = new Float64Array(points.length / 2);
  let at = 0;
  homesByCell.forEach((homes, index) => {
    points.set(homes, at);
    weights.fill(residentsByCell[index]! / (homes.length / 2), at / 2, (at + homes.length) / 2);
    at += homes.length;
  });
  return { points, weights, total: residentsByCell.reduce((sum, residents) => sum + residents, 0) };
}

function homesInCell(cell: PlanarMultiPolygon, rasters: HomeRaster, municipality: PlanarMultiPolygon): Float64Array {
  const inside = rasters.municipality.covered(latticePoints(cell, LATTICE_METRES));
  const onLand = rasters.land.covered(inside);
  if (onLand.length > 0) return onLand;
  if (inside.length > 0) return inside;
  const substitute = representativePoint(intersection(cell, municipality)) ?? representativePoint(cell);
  return substitute ? Float64Array.of(substitute.x, substitute.y) : inside;
}

/** A cell of the statistics grid in the plane: its corners projected. */
function cellPolygon({ eastMetres, northMetres, sizeMetres }: PopulationCell): PlanarMultiPolygon {
  const corners: readonly (readonly [number, number])[] = [
    [0, 0],
    [sizeMetres, 0],
    [sizeMetres, sizeMetres],
    [0, sizeMetres],
  ];
  const ring = new Float64Array(corners.length * 2);
  corners.forEach(([east, north], index) => {
    const corner = statisticsGridToPlanar({ x: eastMetres + east, y: northMetres + north });
    ring[2 * index] = corner.x;
    ring[2 * index + 1] = corner.y;
  });
  return [[ring]];
}
