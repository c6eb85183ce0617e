import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LatticeFrame } from './latticeFrame';
import { NearestMarked } from './nearestMarked';

describe('the nearest marked cell', () => {
  it('is none where no cell is marked with any of the bits', () => {
    const frame = new LatticeFrame({ minX: 0, minY: 0, maxX: 3, maxY: 2 }, 1);
    const near = new NearestMarked(3);
    const bits = new Uint8Array(6).fill(4);
    expect(near.beyond).toBe(16);
    expect(near.find(frame, bits, 3, 1, 0, near.beyond)).toBe(-1);
    expect(near.find(frame, bits, 4, 1, 0, near.beyond)).toBe(1);
  });

  it('is not sought beyond the sides, where the next row begins and the one before ends', () => {
    const frame = new LatticeFrame({ minX: 0, minY: 0, maxX: 9, maxY: 2 }, 1);
    const near = new NearestMarked(3);
    const marked = (cell: number): Uint8Array => Uint8Array.from({ length: 18 }, (_, other) => (other === cell ? 1 : 0));
    expect(near.find(frame, marked(9), 1, 8, 0, near.beyond)).toBe(-1);
    expect(near.find(frame, marked(8), 1, 9, 0, near.beyond)).toBe(-1);
    expect(near.find(frame, marked(17), 1, 8, 0, near.beyond)).toBe(17);
  });

  it('is as near as the nearest of all, from any distance that is not too far and as far as is asked', () => {
    const finders = Array.from({ length: 12 }, (_, reach) => new NearestMarked(reach));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 13 }),
        fc.array(fc.nat({ max: 3 }), { minLength: 169, maxLength: 169 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat({ max: 11 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        (columns, rows, dice, rarity, reach, at, fromPart, belowPart) => {
          const frame = new LatticeFrame({ minX: 0, minY: 0, maxX: columns, maxY: rows }, 1);
          const bits = Uint8Array.from({ length: columns * rows }, (_, cell) => (cell % rarity === 0 ? dice[cell]! : 0));
          const cell = at % frame.cellCount;
          const near = finders[reach]!;
          const below = belowPart % (near.beyond + 1);
          let least = Infinity;
          bits.forEach((marks, other) => {
            const squared = ((other % columns) - (cell % columns)) ** 2 + (Math.floor(other / columns) - Math.floor(cell / columns)) ** 2;
            if ((marks & 2) !== 0 && squared < least) least = squared;
          });
          const found = near.find(frame, bits, 2, cell, fromPart % (Math.min(least, below) + 1), below);
          const isNear = least < below;
          expect(found >= 0).toBe(isNear);
          expect(found < 0 ? null : [frame.squaredBetween(cell, found), bits[found]! & 2]).toEqual(isNear ? [least, 2] : null);
        },
      ),
    );
  });
});
