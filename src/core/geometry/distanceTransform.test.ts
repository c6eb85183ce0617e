import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { squaredDistanceTransform } from './distanceTransform';

const distanceTransform = (marked: readonly number[], columns: number, rows: number): Float64Array =>
  squaredDistanceTransform(Uint8Array.from(marked), columns, rows).map(Math.sqrt);

describe('the distance transform', () => {
  it('is infinite where nothing is marked', () => {
    expect([...distanceTransform([0, 0, 0, 0], 2, 2)]).toEqual([Infinity, Infinity, Infinity, Infinity]);
  });

  it('gives the distance to the nearest marked cell', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 17 }),
        fc.integer({ min: 1, max: 17 }),
        fc.array(fc.boolean(), { minLength: 289, maxLength: 289 }),
        fc.integer({ min: 1, max: 12 }),
        (columns, rows, dice, rarity) => {
          const marked = Array.from({ length: columns * rows }, (_, cell) => (dice[cell] && cell % rarity === 0 ? 1 : 0));
          const distances = distanceTransform(marked, columns, rows);
          marked.forEach((_, cell) => {
            const nearest = Math.min(
              ...marked.map((mark, other) =>
                mark
                  ? Math.hypot((cell % columns) - (other % columns), Math.floor(cell / columns) - Math.floor(other / columns))
                  : Infinity,
              ),
            );
            expect(distances[cell]).toBeCloseTo(nearest, 9);
          });
        },
      ),
    );
  });
});
