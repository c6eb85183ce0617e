import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signedRingArea } from './area';
import { discRing, nearerPart } from './convex';

const coordinate = fc.double({ min: -1000, max: 1000, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });

describe('convex rings', () => {
  it('stand for a disc with corners on its circle', () => {
    const ring = discRing({ x: 5, y: 7 }, 10, 256);
    expect(ring.slice(0, 2)).toEqual(Float64Array.of(15, 7));
    expect(signedRingArea(ring)).toBeCloseTo(128 * 100 * Math.sin(Math.PI / 128), 9);
  });

  it('are shared out between two points without loss, every corner to the nearer', () => {
    fc.assert(
      fc.property(point, point, point, (centre, own, other) => {
        fc.pre(Math.hypot(own.x - other.x, own.y - other.y) > 1);
        const ring = discRing(centre, 700, 64);
        const mine = nearerPart(ring, own, other);
        const rest = nearerPart(ring, other, own);
        expect(signedRingArea(mine) + signedRingArea(rest)).toBeCloseTo(signedRingArea(ring), 4);
        for (let index = 0; index < mine.length; index += 2) {
          const [x, y] = mine.slice(index, index + 2);
          const difference = Math.hypot(x! - own.x, y! - own.y) - Math.hypot(x! - other.x, y! - other.y);
          expect(difference).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('vanish when they lie wholly nearer to the other', () => {
    expect(nearerPart(discRing({ x: 0, y: 0 }, 10, 8), { x: 100, y: 0 }, { x: 0, y: 0 })).toHaveLength(0);
  });

  it('are cut at the perpendicular bisector', () => {
    const square = Float64Array.of(0, 0, 10, 0, 10, 10, 0, 10);
    const part = nearerPart(square, { x: 2, y: 5 }, { x: 10, y: 5 });
    expect([...part]).toEqual([0, 0, 6, 0, 6, 10, 0, 10]);
    expect([...nearerPart(square, { x: 5, y: 0 }, { x: 5, y: 8 })]).toEqual([0, 0, 10, 0, 10, 4, 0, 4]);
    expect([...nearerPart(square, { x: 5, y: 8 }, { x: 5, y: 0 })]).toEqual([10, 4, 10, 10, 0, 10, 0, 4]);
  });

  it('keep a corner on the bisector once, and give it no crossing', () => {
    const diamond = Float64Array.of(5, 0, 0, 5, -5, 0, 0, -5);
    expect([...nearerPart(diamond, { x: -1, y: 0 }, { x: 1, y: 0 })]).toEqual([0, 5, -5, 0, 0, -5]);
    expect([...nearerPart(diamond, { x: -1, y: 0 }, { x: 11, y: 0 })]).toEqual([...diamond]);
  });
});
