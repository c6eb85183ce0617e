import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IndexList, NumberList } from './growingLists';

test('lists hold what was put in, also over many blocks and after some was forgotten', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 150_000 }), fc.nat(), fc.integer({ min: 1, max: 70_000 }), (count, cut, more) => {
      const [numbers, indexes] = [new NumberList(), new IndexList()];
      const put = (value: number): void => {
        numbers.push(value + 0.5);
        indexes.push(value);
      };
      for (let value = 0; value < count; value += 1) put(value);
      const left = count === 0 ? 0 : cut % count;
      numbers.cutTo(left);
      indexes.cutTo(left);
      for (let value = 0; value < more; value += 1) put(left + value);
      const length = left + more;
      expect([numbers.at(length - 1), indexes.at(length - 1)]).toEqual([length - 0.5, length - 1]);
      const [floats, wholes] = [numbers.taken(), indexes.taken()];
      expect([floats.length, wholes.length, numbers.length, indexes.length]).toEqual([length, length, 0, 0]);
      expect(floats.every((value, index) => value === index + 0.5)).toBe(true);
      expect(wholes.every((value, index) => value === index)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
