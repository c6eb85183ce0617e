import { jointBounds } from '../../geometry/bounds';
import type { PlanarBounds, PlanarMultiPolygon } from '../../geometry/shapes';

/** A map on paper: what ground it shows, and how large it is printed. */
export interface MapFrame {
  readonly bounds: PlanarBounds;
  readonly widthMillimetres: number;
  readonly heightMillimetres: number;
  /** 25 000 for 1 : 25 000. */
  readonly scale: number;
  readonly x: (east: number) => number;
  readonly y: (north: number) => number;
}

/** Scales that a reader knows, from near to far. */
const SCALES = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10];

const MARGIN = 0.06;

function knownScale(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (SCALES.find((step) => step * power >= least) ?? 10) * power;
}

/** A frame of a given size around what is to be seen, at the nearest known scale that shows all of it. */
export function mapFrame(seen: readonly PlanarMultiPolygon[], widthMillimetres: number, heightMillimetres: number): MapFrame {
  const { minX, minY, maxX, maxY } = jointBounds(seen) ?? { minX: 0, minY: 0, maxX: 1000, maxY: 1000 };
  const margin = 1 + 2 * MARGIN;
  const least = 1000 * Math.max(((maxX - minX) * margin) / widthMillimetres, ((maxY - minY) * margin) / heightMillimetres);
  const scale = knownScale(Math.max(1000, least));
  const metres = scale / 1000;
  const [middleX, middleY] = [(minX + maxX) / 2, (minY + maxY) / 2];
  const bounds = {
    minX: middleX - (widthMillimetres * metres) / 2,
    maxX: middleX + (widthMillimetres * metres) / 2,
    minY: middleY - (heightMillimetres * metres) / 2,
    maxY: middleY + (heightMillimetres * metres) / 2,
  };
  return {
    bounds,
    widthMillimetres,
    heightMillimetres,
    scale,
    x: (east) => (east - bounds.minX) / metres,
    y: (north) => (bounds.maxY - north) / metres,
  };
}

/** The longest bar of 1, 2 or 5 times a power of ten metres that is no longer than `most` millimetres. */
export function scaleBarMetres({ scale }: MapFrame, most: number): number {
  const longest = (most * scale) / 1000;
  const power = 10 ** Math.floor(Math.log10(longest));
  return ([5, 2] as const).map((step) => step * power).find((metres) => metres <= longest) ?? power;
}
