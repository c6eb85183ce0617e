import { describe, expect, it } from 'vitest';
import { PlaceBuilder, rectangle } from '../../tests/support/placeBuilder';
import { multiPolygonArea } from '../core/geometry/area';
import { toPlanarLine, toPlanarMultiPolygon } from '../core/geometry/projection';
import type { LonLatLine, LonLatMultiPolygon } from '../core/geometry/shapes';
import { boundsOfPolygons } from './bounds';
import { describeGround } from './ground';

function length(lines: readonly LonLatLine[]): number {
  return lines.reduce((sum, line) => {
    const planar = toPlanarLine(line);
    let own = 0;
    for (let index = 2; index < planar.length; index += 2) {
      own += Math.hypot((planar[index] ?? 0) - (planar[index - 2] ?? 0), (planar[index + 1] ?? 0) - (planar[index - 1] ?? 0));
    }
    return sum + own;
  }, 0);
}

/** Box of degrees whose edges run along the extent's, as where data are cut. */
function box(southShare: number, northShare: number): LonLatMultiPolygon {
  const whole = boundsOfPolygons(rectangle(-2000, -2000, 8000, 8000));
  if (whole === null) throw new Error('A rectangle has bounds.');
  const { west, east } = whole;
  const at = (share: number): number => whole.south + share * (whole.north - whole.south);
  const [south, north] = [at(southShare), at(northShare)];
  return [[[[west, south], [east, south], [east, north], [west, north], [west, south]]]];
}

const areaOf = (polygons: LonLatMultiPolygon): number => multiPolygonArea(toPlanarMultiPolygon(polygons));

describe('ground', () => {
  it('finds sea where there is no land, and a shoreline without the cut edges', () => {
    const island = rectangle(3000, -1500, 500, 500);
    const place = new PlaceBuilder({ withLand: false }).withPolygons('land', [box(0.5, 1), island, box(0, 0.01)]).build();
    const { sea, shorelines } = describeGround(place);
    expect(areaOf(sea) / (areaOf(box(0.01, 0.5)) - areaOf(island))).toBeCloseTo(1, 2.5);
    const wide = length([box(0, 1)[0]?.[0]?.slice(0, 2) ?? []]);
    expect(length(shorelines) / (2 * wide + 2000)).toBeCloseTo(1, 2);
  });

  it('joins land parts that overlap, so that none of them becomes sea', () => {
    const place = new PlaceBuilder({ withLand: false }).withPolygons('land', [box(0, 0.6), box(0.4, 1)]).build();
    expect(areaOf(describeGround(place).sea) / areaOf(box(0, 1))).toBeLessThan(0.001);
  });

  it('has no sea where nothing is known of land', () => {
    const ground = describeGround(new PlaceBuilder({ withLand: false }).build());
    expect(ground.sea).toEqual([]);
    expect(ground.municipality).toHaveLength(1);
    expect(ground.surroundings).toHaveLength(2);
  });
});
