import { describe, expect, it } from 'vitest';
import { rectangle } from '../../tests/support/placeBuilder';
import { toPlanarMultiPolygon } from '../core/geometry/projection';
import { isInside, labelAnchor } from './labelAnchor';
import { outsideLabel } from './outsideLabel';

const RING = (...coordinates: readonly number[]): Float64Array => Float64Array.from(coordinates);

describe('anchor of a name inside an outline', () => {
  it('stands in the wide part of an L, not at its centroid', () => {
    const shape = [[RING(0, 0, 1000, 0, 1000, 100, 400, 100, 400, 400, 0, 400)]];
    const anchor = labelAnchor(shape);
    if (anchor === null) throw new Error('No anchor was found.');
    expect(isInside(shape[0] ?? [], anchor.x, anchor.y)).toBe(true);
    expect(Math.hypot(anchor.x - 200, anchor.y - 200)).toBeLessThan(25);
  });

  it('keeps out of holes and takes the largest part', () => {
    const hole = RING(300, 300, 300, 700, 700, 700, 700, 300);
    const anchor = labelAnchor([[RING(5000, 0, 5010, 0, 5010, 10, 5000, 10)], [RING(0, 0, 1000, 0, 1000, 1000, 0, 1000), hole]]);
    if (anchor === null) throw new Error('No anchor was found.');
    expect(anchor.x).toBeLessThan(1000);
    expect(isInside([hole], anchor.x, anchor.y)).toBe(false);
    expect(labelAnchor([])).toBeNull();
  });
});

describe('name beside an outline', () => {
  const own = rectangle(2000, 2000, 500, 500);
  it('stands above, unless that hides another town', () => {
    expect(outsideLabel(own, 'Byen', [])?.anchor).toBe('bottom');
    const above = toPlanarMultiPolygon(rectangle(1000, 2500, 2500, 1500));
    expect(outsideLabel(own, 'Byen', [above])?.anchor).toBe('top');
    const below = toPlanarMultiPolygon(rectangle(1000, 500, 2500, 1500));
    expect(outsideLabel(own, 'Byen', [above, below])?.anchor).toBe('left');
    expect(outsideLabel([], 'Byen', [])).toBeNull();
  });

  it('is held at the middle of that side', () => {
    const place = outsideLabel(own, 'Byen', []);
    const longitudes = own.flat(2).map(([longitude]) => longitude);
    const latitudes = own.flat(2).map(([, latitude]) => latitude);
    expect(place?.position[1]).toBe(Math.max(...latitudes));
    expect(place?.position[0]).toBeCloseTo((Math.min(...longitudes) + Math.max(...longitudes)) / 2, 3);
  });
});
