import { describe, expect, it } from 'vitest';
import { messageOf } from './importProblem';

describe('what something thrown says', () => {
  it.each([
    ['an error', new RangeError('for stor'), 'for stor'],
    ['an object with a message, as GDAL throws', { code: 3, message: 'not recognised' }, 'not recognised'],
    ['several', [{ message: 'one' }, new Error('two')], 'one; two'],
    ['a text', 'avbrutt', 'avbrutt'],
    ['an object that says nothing', { code: 3 }, 'ukjent feil'],
  ])('is told of %s', (_what, thrown, expected) => {
    expect(messageOf(thrown)).toBe(expected);
  });
});
