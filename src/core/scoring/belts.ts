import type { LayerDescription } from '../domain/catalogue';
import { layersOf, type Dataset } from '../domain/dataset';
import type { WaterBelts } from '../domain/parameters';
import { bufferLines, bufferPolygons, union, unionOfScattered } from '../geometry/booleans';
import { expandBounds } from '../geometry/bounds';
import { planarOf, toLonLat, toPlanarLine } from '../geometry/projection';
import type { PlanarBounds, PlanarLine, PlanarMultiPolygon, PlanarRing } from '../geometry/shapes';
import { sameItems } from './latestFew';

/** Belts along water, not yet cut to land; empty where the layer is missing. Polygons may overlap. */
export interface BeltPolygons {
  readonly shore: PlanarMultiPolygon;
  readonly watercourse: PlanarMultiPolygon;
}

const CUT_TOLERANCE_DEGREES = 1e-6;

const MOST_MERGED = 20_000;

/** The latest belt along the sea: a municipality's own layers seldom bring another shoreline, and the belt takes long. */
let latestShore: { readonly of: readonly unknown[]; readonly belt: PlanarMultiPolygon } | null = null;

/**
 * The belts of method §5 B4 near `bounds`: along the shoreline of the land, along the named watercourses, and along
 * other watercourses and lakes.
 */
export function waterBelts(dataset: Pick<Dataset, 'layers'>, belts: WaterBelts, bounds: PlanarBounds): BeltPolygons {
  const water = layersOf(dataset, 'water');
  const named = new Set(belts.namedWatercourses);
  const lines = water.flatMap((layer) => layer.lines);
  const isNamed = (name: unknown): boolean => typeof name === 'string' && named.has(name);
  const planarLines = (keep: boolean): PlanarLine[] =>
    lines.filter(({ properties }) => isNamed(properties['name']) === keep).map(({ line }) => toPlanarLine(line));
  const lakes = water.flatMap((layer) => layer.polygons.flatMap(planarOf));
  const near = expandBounds(bounds, belts.seaMetres);
  return {
    shore: shoreBelt(dataset, near, belts.seaMetres),
    watercourse: merged([
      ...bufferLines(planarLines(true), belts.namedWatercourseMetres),
      ...bufferLines(planarLines(false), belts.otherWaterMetres),
      ...bufferPolygons(lakes, belts.otherWaterMetres),
    ]),
  };
}

/** Belts of rivers and lakes overlap little, and the overlay counts ground once: very many are quicker overlaid as they are. */
function merged(polygons: PlanarMultiPolygon): PlanarMultiPolygon {
  return polygons.length > MOST_MERGED ? polygons : unionOfScattered(polygons);
}

function shoreBelt(dataset: Pick<Dataset, 'layers'>, near: PlanarBounds, metres: number): PlanarMultiPolygon {
  const of = [...layersOf(dataset, 'land'), near.minX, near.minY, near.maxX, near.maxY, metres];
  if (!latestShore || !sameItems(latestShore.of, of)) latestShore = { of, belt: bufferLines(shorelines(dataset, near), metres) };
  return latestShore.belt;
}

/** The edge of the land near `bounds`. Land polygons that meet are one land; where the data were cut is no shoreline. */
function shorelines(dataset: Pick<Dataset, 'layers'>, bounds: PlanarBounds): PlanarLine[] {
  return layersOf(dataset, 'land').flatMap(({ polygons, description }) =>
    union(...polygons.map(planarOf))
      .flat()
      .flatMap((ring) => ringEdges(ring, bounds, cutTest(description))),
  );
}

/** Runs of a ring's edges that come near `bounds` and have an end off the cut. */
function ringEdges(ring: PlanarRing, bounds: PlanarBounds, isAtCut: (x: number, y: number) => boolean): PlanarLine[] {
  const lines: PlanarLine[] = [];
  let run: number[] = [];
  const finish = (): void => {
    if (run.length > 2) lines.push(Float64Array.from(run));
    run = [];
  };
  for (let index = 0; index < ring.length; index += 2) {
    const next = (index + 2) % ring.length;
    const x0 = ring[index]!;
    const y0 = ring[index + 1]!;
    const x1 = ring[next]!;
    const y1 = ring[next + 1]!;
    const isNear =
      Math.max(x0, x1) >= bounds.minX &&
      Math.min(x0, x1) <= bounds.maxX &&
      Math.max(y0, y1) >= bounds.minY &&
      Math.min(y0, y1) <= bounds.maxY;
    if (!isNear || (isAtCut(x0, y0) && isAtCut(x1, y1))) {
      finish();
      continue;
    }
    if (run.length === 0) run.push(x0, y0);
    run.push(x1, y1);
  }
  finish();
  return lines;
}

/** Whether a point lies on or outside the frame at which a layer's data were cut. */
function cutTest({ cutAt }: LayerDescription): (x: number, y: number) => boolean {
  if (!cutAt) return () => false;
  const [west, south, east, north] = cutAt;
  return (x, y) => {
    const [longitude, latitude] = toLonLat({ x, y });
    return (
      longitude <= west + CUT_TOLERANCE_DEGREES ||
      longitude >= east - CUT_TOLERANCE_DEGREES ||
      latitude <= south + CUT_TOLERANCE_DEGREES ||
      latitude >= north - CUT_TOLERANCE_DEGREES
    );
  };
}
