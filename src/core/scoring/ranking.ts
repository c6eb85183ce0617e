import type { Scenario } from '../domain/scenario';
import type { Evaluation } from './evaluation';
import { areToldApart } from './uncertainty/uncertainty';

/** What decides whether scenarios may be ranked against each other. */
export interface Rankable {
  readonly scenario: Pick<Scenario, 'programme'>;
  readonly evaluation: Pick<Evaluation, 'dwellings' | 'permitted'>;
}

/** Why two scenarios are not ranked against each other; `notPermitted` where either is forbidden. */
export type RankingObstacle = 'notPermitted' | 'unequalDwellings' | 'unequalLastYear';

/** Why two scenarios may not be ranked against each other, the weightiest reason first; null when they may (method §2). */
export function rankingObstacle(one: Rankable, other: Rankable): RankingObstacle | null {
  if (!one.evaluation.permitted || !other.evaluation.permitted) return 'notPermitted';
  // Whole dwellings, as they are written: rates per year may leave fractions.
  if (Math.round(one.evaluation.dwellings.programme) !== Math.round(other.evaluation.dwellings.programme)) {
    return 'unequalDwellings';
  }
  return one.scenario.programme.lastYear === other.scenario.programme.lastYear ? null : 'unequalLastYear';
}

/** Who is ahead on a score: the first, the second, or neither, when the draws do not tell them apart. */
export type Lead = 'first' | 'second' | 'none';

/**
 * Who is ahead on a score, by the share of the draws in which the first is higher (0–1); null where there is no share.
 * A difference smaller than its uncertainty is no lead (method §1).
 */
export function leadOf(shareFirstHigher: number | null): Lead | null {
  if (shareFirstHigher === null) return null;
  if (!areToldApart(shareFirstHigher)) return 'none';
  return shareFirstHigher > 0.5 ? 'first' : 'second';
}
