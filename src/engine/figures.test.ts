import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf, withFigures } from './figures';

const figure = fc.option(fc.double({ noNaN: true }));
const form = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, figure, fc.string(), fc.boolean(), fc.array(tie('value'), { maxLength: 4 }), fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true })),
})).value;

/** The same value with every number put through a function. */
function mapped(value: unknown, map: (figure: number | null) => number | null): unknown {
  if (typeof value === 'number' || value === null) return map(value);
  if (Array.isArray(value)) return value.map((item) => mapped(item, map));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, mapped(item, map)]));
}

describe('the numbers of a value', () => {
  it('laid into the value before give the value after', () => {
    fc.assert(
      fc.property(form, fc.func(figure), (before, change) => {
        const after = mapped(before, (number) => (number === null ? number : change(number)));
        const figures = figuresOf(before, after);
        expect(figures).not.toBeNull();
        expect(withFigures(before, figures!)).toEqual(after);
      }),
    );
  });

  it('leave parts that stay the same the same objects', () => {
    const before = { a: { x: 1, y: [1, 2] }, b: { z: 3 } };
    const after = withFigures(before, figuresOf(before, { a: { x: 1, y: [1, 2] }, b: { z: 4 } })!);
    expect(after).toEqual({ a: { x: 1, y: [1, 2] }, b: { z: 4 } });
    expect(after.a).toBe(before.a);
    expect(withFigures(before, figuresOf(before, structuredClone(before))!)).toBe(before);
  });

  it.each([
    ['a text', { a: 'x' }, { a: 'y' }],
    ['a truth', { a: true }, { a: false }],
    ['a field more', { a: 1 }, { a: 1, b: 2 }],
    ['a field less', { a: 1, b: 2 }, { a: 1 }],
    ['another field', { a: 1 }, { b: 1 }],
    ['a number for an object', { a: { b: 1 } }, { a: 1 }],
    ['nothing for an object', { a: { b: 1 } }, { a: null }],
    ['an object for nothing', { a: null }, { a: { b: 1 } }],
    ['a list for an object', { a: { 0: 1 } }, { a: [1] }],
    ['a longer list', [1], [1, 2]],
  ])('are not enough where there is %s', (_, before, after) => {
    expect(figuresOf(before, after)).toBeNull();
  });

  it('are refused when there are too many or too few', () => {
    expect(() => withFigures({ a: 1 }, new Float64Array(2))).toThrow(RangeError);
    expect(() => withFigures({ a: 1 }, new Float64Array(0))).toThrow(RangeError);
  });
});
