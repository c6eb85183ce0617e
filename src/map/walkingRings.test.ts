import { describe, expect, it } from 'vitest';
import { toPlanarPoint, toPlanarRing } from '../core/geometry/projection';
import { walkingRing } from './walkingRings';

describe('walking ring', () => {
  it('lies where a walk with detours ends', () => {
    const centre = [10.6, 59.9] as const;
    const { x, y } = toPlanarPoint(centre);
    const ring = toPlanarRing(walkingRing(centre, 1000));
    for (let index = 0; index < ring.length; index += 2) {
      expect(Math.hypot((ring[index] ?? 0) - x, (ring[index + 1] ?? 0) - y)).toBeCloseTo(1000 / 1.3, 3);
    }
  });
});
