import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPackedAreas, packAreas, unpackAreas, type PackedAreas } from './packedAreas';

const amounts = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true, noDefaultInfinity: true }), { maxLength: 5 });
const areas = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.option(fc.nat(1000)), amounts));

test('areas come out of their columns as they went in', () => {
  fc.assert(
    fc.property(areas, (plain) => {
      const stored: unknown = structuredClone(packAreas(plain));
      expect(isPackedAreas(stored)).toBe(true);
      expect(unpackAreas(stored as PackedAreas)).toEqual(plain.map(([id, ground, dwellings]) => [id, ground, dwellings.map((amount) => amount)]));
    }),
  );
});

const whole = packAreas([
  ['a', 0, [1, 2]],
  ['b', null, []],
]);

test.each([
  ['a column too short', { grounds: Int32Array.of(0) }],
  ['dwellings left over', { dwellings: Float64Array.of(1, 2, 3) }],
  ['less than no dwellings', { dwellings: Float64Array.of(1, -2) }],
  ['no number of dwellings', { dwellings: Float64Array.of(1, NaN) }],
  ['a nameless area', { ids: ['a', ''] }],
  ['a ground that cannot be', { grounds: Int32Array.of(0, -2) }],
  ['a list in place of a column', { periods: [2, 0] }],
])('%s is not taken for areas', (_what, damage) => {
  expect(isPackedAreas(whole)).toBe(true);
  expect(isPackedAreas({ ...whole, ...damage })).toBe(false);
});
