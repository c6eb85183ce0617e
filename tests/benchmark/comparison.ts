import { area, featureCollection, intersect, multiPolygon } from '@turf/turf';
import Flatbush from 'flatbush';
import type { Dataset } from '../../src/core/domain/dataset';
import { multiPolygonBounds } from '../../src/core/geometry/area';
import { toLonLatMultiPolygon, toPlanarMultiPolygon } from '../../src/core/geometry/projection';
import type { LonLatMultiPolygon, PlanarBounds, PlanarMultiPolygon } from '../../src/core/geometry/shapes';
import { buildBaseline } from '../../src/core/scoring/baseline';
import { measureAreaGround } from '../../src/core/scoring/areaGround';
import { seededRandom } from '../../src/core/scoring/uncertainty/random';
import { areaOf, fromPolygons, intersectionOf, using } from '../reference/geos';
import { measure, type Row } from './measure';

/** Vertices and radius of the drawn area: it meets some 600 polygons of the synthetic municipality. */
const VERTICES = 123;
const RADIUS_METRES = 2100;

function drawnOutline({ minX, minY, maxX, maxY }: PlanarBounds, seed: number): LonLatMultiPolygon {
  const random = seededRandom(seed);
  const ring = Float64Array.from({ length: 2 * VERTICES }, (_, index) => {
    const angle = (2 * Math.PI * (index >> 1)) / VERTICES;
    return index % 2 === 0 ? (minX + maxX) / 2 + RADIUS_METRES * Math.cos(angle) : (minY + maxY) / 2 + RADIUS_METRES * Math.sin(angle);
  }).map((coordinate) => coordinate + (random() - 0.5) * 40);
  return toLonLatMultiPolygon([[ring]]);
}

export interface Comparison {
  readonly candidates: number;
  readonly rows: readonly Row[];
  /** How many times longer the others take than we do, by their medians. */
  readonly turfRatio: number;
  readonly geosRatio: number;
}

/** The same overlay – how much of each layer lies under a drawn area – by us, by turf and by GEOS, in one run. */
export function compareOverlays(dataset: Dataset): Comparison {
  const polygons = dataset.layers.flatMap((layer) => layer.polygons.map(({ outline }) => outline));
  const planar: readonly PlanarMultiPolygon[] = polygons.map((outline) => toPlanarMultiPolygon(outline));
  const index = new Flatbush(planar.length);
  for (const outline of planar) {
    const { minX, minY, maxX, maxY } = multiPolygonBounds(outline)!;
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();
  const { ground, landRaster } = buildBaseline(dataset);
  const near = (outline: LonLatMultiPolygon): readonly number[] => {
    const { minX, minY, maxX, maxY } = multiPolygonBounds(toPlanarMultiPolygon(outline))!;
    return index.search(minX, minY, maxX, maxY);
  };
  const copies = (outline: LonLatMultiPolygon) => outline.map((part) => part.map((ring) => ring.map(([x, y]) => [x, y])));
  const turfFeatures = polygons.map((outline) => multiPolygon(copies(outline)));
  const geosGeometries = planar.map((outline) => fromPolygons(outline));
  const drawn = (run: number): LonLatMultiPolygon => drawnOutline(ground.bounds, run + 100);

  const byTurf = (outline: LonLatMultiPolygon): number => {
    const subject = multiPolygon(copies(outline));
    return near(outline).reduce((sum, candidate) => {
      const common = intersect(featureCollection([subject, turfFeatures[candidate]!]));
      return sum + (common ? area(common) : 0);
    }, 0);
  };
  const byGeos = (outline: LonLatMultiPolygon): number => {
    const subject = fromPolygons(toPlanarMultiPolygon(outline));
    return using([subject], () =>
      near(outline).reduce((sum, candidate) => {
        const common = intersectionOf(subject, geosGeometries[candidate]!);
        return sum + using([common], () => areaOf(common));
      }, 0),
    );
  };

  const ours = measure({ runs: 50, warmUps: 10 }, drawn, (outline) => measureAreaGround(ground, landRaster, outline));
  const geos = measure({ runs: 10, warmUps: 2 }, drawn, byGeos);
  const turf = measure({ runs: 3, warmUps: 1 }, drawn, byTurf);
  const candidates = near(drawn(0)).length;
  const name = `Overlay of a drawn area of ${VERTICES} vertices`;
  return {
    candidates,
    rows: [
      { name: `${name}: ours, with land account, conflicts and belts`, target: null, timing: ours },
      { name: `${name}: GEOS, ${candidates} candidates`, target: null, timing: geos },
      { name: `${name}: turf, ${candidates} candidates`, target: null, timing: turf },
    ],
    turfRatio: turf.median / ours.median,
    geosRatio: geos.median / ours.median,
  };
}
