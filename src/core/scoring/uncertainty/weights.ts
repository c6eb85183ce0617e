import { TOLD_RANGE } from '../../method/parameters';
import type { BlueGreenResult } from '../evaluation';
import { fillSimplex } from './draws';
import { seededRandom } from './random';
import { quantile, type ScoreRange } from './uncertainty';

/**
 * Ranges of the blue-green score when nothing but the weights of its parts is uncertain: uniform on the simplex, the
 * same draws for every scenario (method §7). Null for a scenario without a score.
 */
export function rangesOverWeights(
  results: readonly BlueGreenResult[],
  draws: number,
  seed: number,
): readonly (ScoreRange | null)[] {
  const partCount = Math.max(0, ...results.map(({ parts }) => parts.length));
  const random = seededRandom(seed);
  const weights = new Float64Array(partCount);
  const scores = results.map(() => new Float64Array(draws));
  const scoredParts = results.map(({ parts }) =>
    parts.flatMap(({ score }, index) => (score === null ? [] : [{ index, score }])),
  );
  const indexes = scoredParts.map((parts) => Uint8Array.from(parts, ({ index }) => index));
  const values = scoredParts.map((parts) => Float64Array.from(parts, ({ score }) => score));
  for (let draw = 0; draw < draws; draw += 1) {
    fillSimplex(weights, random);
    for (let scenario = 0; scenario < results.length; scenario += 1) {
      const partIndexes = indexes[scenario]!;
      const partScores = values[scenario]!;
      let sum = 0;
      let total = 0;
      for (let part = 0; part < partIndexes.length; part += 1) {
        const weight = weights[partIndexes[part]!]!;
        sum += weight * partScores[part]!;
        total += weight;
      }
      scores[scenario]![draw] = total > 0 ? sum / total : Number.NaN;
    }
  }
  return scores.map((drawn, scenario) => {
    if (draws === 0 || indexes[scenario]!.length === 0) return null;
    drawn.sort();
    return { median: quantile(drawn, 0.5), low: quantile(drawn, TOLD_RANGE[0]), high: quantile(drawn, TOLD_RANGE[1]) };
  });
}
