import { describe, expect, it } from 'vitest';
import { ORIGIN, PlaceBuilder, rectangle } from '../../../tests/support/placeBuilder';
import type { Dataset } from '../domain/dataset';
import type { WaterBelts } from '../domain/parameters';
import { multiPolygonArea } from '../geometry/area';
import { intersection } from '../geometry/booleans';
import { toLonLat } from '../geometry/projection';
import type { PlanarBounds, PlanarMultiPolygon } from '../geometry/shapes';
import { waterBelts } from './belts';

const BELTS: WaterBelts = { seaMetres: 100, namedWatercourseMetres: 30, namedWatercourses: ['Storelva'], otherWaterMetres: 10 };

/** Bounds in metres from the place's south-west corner. */
const boundsOf = (x: number, y: number, width: number, height: number): PlanarBounds => ({
  minX: ORIGIN.x + x,
  minY: ORIGIN.y + y,
  maxX: ORIGIN.x + x + width,
  maxY: ORIGIN.y + y + height,
});

const ALL = boundsOf(-1000, -1000, 6000, 6000);

function planar(x: number, y: number, width: number, height: number): PlanarMultiPolygon {
  const { minX, minY, maxX, maxY } = boundsOf(x, y, width, height);
  return [[Float64Array.of(minX, minY, maxX, minY, maxX, maxY, minX, maxY)]];
}

/** Ground of a belt within a rectangle, m². */
const within = (belt: PlanarMultiPolygon, ...frame: readonly [number, number, number, number]): number =>
  multiPolygonArea(intersection(belt, planar(...frame)));

/** Land of which nothing goes on beyond a frame, given in metres. */
function cutAt(dataset: Dataset, x: number, y: number, width: number, height: number): Dataset {
  const { minX, minY, maxX, maxY } = boundsOf(x, y, width, height);
  const [west, south] = toLonLat({ x: minX, y: minY });
  const [east, north] = toLonLat({ x: maxX, y: maxY });
  return {
    ...dataset,
    layers: dataset.layers.map((layer) =>
      layer.description.role === 'land' ? { ...layer, description: { ...layer.description, cutAt: [west, south, east, north] as const } } : layer,
    ),
  };
}

describe('the belt along the shore', () => {
  const island = new PlaceBuilder({ withLand: false }).withPolygons('land', [rectangle(0, 0, 1000, 2000)]).build();

  it('reaches as far to both sides of the land’s edge as the method says', () => {
    const { shore, watercourse } = waterBelts(island, BELTS, ALL);
    expect(within(shore, -500, 500, 1000, 10) / 10).toBeCloseTo(200, 0);
    expect(within(shore, -500, 500, 500, 10) / 10).toBeCloseTo(100, 0);
    expect(within(shore, 300, 300, 400, 1400)).toBe(0);
    expect(within(shore, 500, 1500, 10, 1000) / 10).toBeCloseTo(200, 0);
    expect(within(shore, 500, -500, 10, 1000) / 10).toBeCloseTo(200, 0);
    expect(within(shore, 500, 500, 1000, 10) / 10).toBeCloseTo(200, 0);
    expect(watercourse).toEqual([]);
  });

  it('is made once for the same land, and anew for another reach, another place and other land', () => {
    const { shore } = waterBelts(island, BELTS, ALL);
    const withoutWater = { layers: island.layers.filter(({ description }) => description.role !== 'water') };
    expect(waterBelts(withoutWater, BELTS, { ...ALL }).shore).toBe(shore);
    expect(multiPolygonArea(waterBelts(island, { ...BELTS, seaMetres: 50 }, ALL).shore)).toBeLessThan(multiPolygonArea(shore) * 0.6);
    expect(waterBelts(island, BELTS, boundsOf(1050, 500, 500, 500)).shore).not.toEqual(shore);
    const larger = new PlaceBuilder({ withLand: false }).withPolygons('land', [rectangle(0, 0, 1000, 3000)]).build();
    expect(multiPolygonArea(waterBelts(larger, BELTS, ALL).shore)).toBeGreaterThan(multiPolygonArea(shore) * 1.2);
  });

  it('does not run between pieces of land that meet', () => {
    const pieces = new PlaceBuilder({ withLand: false }).withPolygons('land', [rectangle(0, 0, 500, 2000), rectangle(500, 0, 500, 2000)]).build();
    const { shore } = waterBelts(pieces, BELTS, ALL);
    expect(within(shore, 300, 300, 400, 1400)).toBe(0);
    expect(multiPolygonArea(shore)).toBeCloseTo(multiPolygonArea(waterBelts(island, BELTS, ALL).shore), -1);
  });

  it('is asked for only near the bounds, with what reaches into them', () => {
    const near = waterBelts(island, BELTS, boundsOf(1050, 500, 500, 500)).shore;
    expect(within(near, 1050, 500, 500, 500)).toBeCloseTo(50 * 500, -1);
    for (const [x, y] of [[-600, 500], [1150, 500], [400, -700], [400, 2150]] as const) {
      expect(waterBelts(island, BELTS, boundsOf(x, y, 450, 500)).shore).toEqual([]);
    }
    for (const [x, y] of [[-540, 500], [1090, 500], [400, -590], [400, 2090]] as const) {
      expect(multiPolygonArea(waterBelts(island, BELTS, boundsOf(x, y, 450, 500)).shore)).toBeGreaterThan(0);
    }
  });

  it('is not drawn where the data were cut, on whichever side', () => {
    // Cut lines follow degrees, which run askew here: the frame is laid far enough inside the land that all of the side is beyond it.
    const sides: readonly [name: string, frame: readonly [number, number, number, number], at: readonly [number, number, number, number]][] = [
      ['west', [120, -300, 1180, 2600], [-50, 900, 100, 100]],
      ['south', [-300, 120, 1600, 2180], [400, -50, 100, 100]],
      ['east', [-300, -300, 1180, 2600], [950, 900, 100, 100]],
      ['north', [-300, -300, 1600, 2180], [400, 1950, 100, 100]],
    ];
    for (const [name, frame, at] of sides) {
      const cut = cutAt(island, ...frame);
      const { shore } = waterBelts(cut, BELTS, ALL);
      expect([name, within(shore, ...at)]).toEqual([name, 0]);
      const others = sides.filter(([other]) => other !== name).map(([, , where]) => within(shore, ...where));
      expect([name, ...others.map((area) => Math.round(area / 100))]).toEqual([name, 100, 100, 100]);
    }
  });

  it('is drawn along an edge with one end on the cut: it leads away from it', () => {
    const cut = cutAt(island, -300, 120, 1600, 2180);
    expect(within(waterBelts(cut, BELTS, ALL).shore, -50, 900, 100, 100)).toBeCloseTo(10_000, -1);
  });
});

describe('the belts along watercourses', () => {
  it('are wide along those that are named, narrow along others and along lakes', () => {
    const place = new PlaceBuilder()
      .withRiver('Storelva', [500, 0, 500, 2000])
      .withRiver('Bekken', [1500, 0, 1500, 2000])
      .withRiver(null, [2500, 0, 2500, 2000])
      .withPolygons('water', [rectangle(3000, 500, 200, 200)])
      .build();
    const { watercourse } = waterBelts(place, BELTS, ALL);
    const width = (x: number): number => within(watercourse, x - 250, 1000, 500, 10) / 10;
    expect(width(500)).toBeCloseTo(60, 0);
    expect(width(1500)).toBeCloseTo(20, 0);
    expect(width(2500)).toBeCloseTo(20, 0);
    expect(within(watercourse, 2900, 600, 400, 10) / 10).toBeCloseTo(220, 0);
  });

  it('are counted once where they meet', () => {
    const place = new PlaceBuilder().withRiver('Storelva', [500, 1000, 1500, 1000]).withRiver('Bekken', [1000, 0, 1000, 2000]).build();
    const { watercourse } = waterBelts(place, BELTS, ALL);
    expect(within(watercourse, 900, 900, 200, 200)).toBeCloseTo(200 * 60 + 200 * 20 - 60 * 20, 0);
  });
});
