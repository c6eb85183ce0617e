import { describe, expect, it } from 'vitest';
import { METHOD_CHANGES } from './changes';
import { FIGURE_NAMES, figuresOf } from './figures';
import * as parameters from './parameters';

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(numbersIn);
  return [];
}

const CONSTANTS = Object.entries(parameters).filter(
  ([name, value]) => name !== 'METHOD_VERSION' && numbersIn(value).length > 0,
);

const ascending = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);

describe('the published figures', () => {
  it('tell of every constant that the code computes with', () => {
    expect(FIGURE_NAMES.toSorted()).toEqual(CONSTANTS.map(([name]) => name).toSorted());
  });

  it.each(CONSTANTS)('show %s as the code has it', (name, value) => {
    const shown = FIGURE_NAMES.filter((figure) => figure === name).flatMap(figuresOf);
    expect(ascending(shown.map((figure) => figure.value))).toEqual(ascending(numbersIn(value)));
  });

  it('tell what the version in force changed', () => {
    expect(METHOD_CHANGES.map(({ version }) => version)).toEqual(METHOD_CHANGES.map((_, index) => index + 1));
    expect(METHOD_CHANGES).toHaveLength(parameters.METHOD_VERSION);
  });

  it('say what they are and why', () => {
    for (const figure of FIGURE_NAMES.flatMap(figuresOf)) {
      expect(figure.name, JSON.stringify(figure)).not.toBe('');
      expect(figure.source.length, figure.name).toBeGreaterThan(10);
    }
  });
});
