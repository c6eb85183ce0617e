import { expect, test } from 'vitest';
import { PART_IDS } from '../../core/scoring/evaluation';
import type { EvaluationDifference } from '../../core/scoring/evaluationDifference';
import type { DrawnDifference } from '../../state/drawnDifference';
import { partRows } from './changeRows';

const change = (first: number, second: number) => ({ first, second, difference: second - first });
const found = {
  blueGreen: { parts: PART_IDS.map((id, index) => ({ id, score: change(50, 50 + index), value: change(1, 1) })) },
} as unknown as EvaluationDifference;

test('a part says that the draws do not tell the two apart, unless they do, or nothing differs', () => {
  const drawn = { secondHigherParts: [0.5, 0.6, 0.99, 0.01, null, 0.951] } as unknown as DrawnDifference;
  expect(partRows(found, drawn).map(({ note }) => note)).toEqual([undefined, 'skiller ikke', undefined, undefined, undefined, undefined]);
  expect(partRows(found, null).every(({ note }) => note === undefined)).toBe(true);
});
