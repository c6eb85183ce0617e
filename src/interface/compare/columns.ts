import { PART_IDS, type Evaluation, type TransitResult } from '../../core/scoring/evaluation';
import type { Change, EvaluationDifference } from '../../core/scoring/evaluationDifference';
import { formatNumber, formatQuantity, formatShare } from '../format/numbers';
import { formatSigned, formatSignedQuantity } from '../format/signed';
import { COMPARE_WORDS } from '../words/compare';
import { PART_WORDS } from '../words/result';

/** A column of plain numbers: what a scenario has, and what it has more than the reference. */
export interface CompareColumn {
  readonly key: string;
  readonly title: string;
  readonly why: string;
  readonly show: (evaluation: Evaluation) => string;
  readonly showDifference: (difference: EvaluationDifference) => string;
  /** Null where today has no such number. */
  readonly showToday: ((today: TransitResult) => string) | null;
}

const percentagePoints = ({ difference }: Change): string => formatSigned(difference === null ? null : difference * 100, 0);

function farmland(difference: EvaluationDifference): Change | undefined {
  return difference.land.find(({ landClass }) => landClass === 'farmland')?.takenDaa;
}

/** The columns after the two scores. */
export const COMPARE_COLUMNS: readonly CompareColumn[] = [
  ...([['500', 'share500'], ['1000', 'share1000']] as const).map(
    ([key, share]): CompareColumn => ({
      key,
      title: share === 'share500' ? COMPARE_WORDS.within500 : COMPARE_WORDS.within1000,
      why: COMPARE_WORDS.within,
      show: ({ transit }) => formatShare(transit[share], 0),
      showDifference: ({ transit }) => percentagePoints(transit[share]),
      showToday: (today) => formatShare(today[share], 0),
    }),
  ),
  {
    key: 'walk',
    title: COMPARE_WORDS.walk,
    why: COMPARE_WORDS.walkWhy,
    show: ({ transit }) => formatNumber(transit.meanWalkMinutes, 1),
    showDifference: ({ transit }) => formatSigned(transit.meanWalkMinutes.difference, 1),
    showToday: (today) => formatNumber(today.meanWalkMinutes, 1),
  },
  ...PART_IDS.map(
    (id): CompareColumn => ({
      key: id,
      title: COMPARE_WORDS.parts[id],
      why: `${id} ${PART_WORDS[id].name}, 0–100. ${PART_WORDS[id].says}`,
      show: ({ blueGreen }) => formatNumber(blueGreen.parts.find((part) => part.id === id)?.score ?? null),
      showDifference: ({ blueGreen }) => formatSigned(blueGreen.parts.find((part) => part.id === id)?.score.difference ?? null, 1),
      showToday: null,
    }),
  ),
  {
    key: 'farmland',
    title: COMPARE_WORDS.farmland,
    why: COMPARE_WORDS.farmlandWhy,
    show: ({ landAccount }) => formatQuantity(landAccount.rows.find(({ landClass }) => landClass === 'farmland')?.takenDaa ?? null),
    showDifference: (difference) => formatSignedQuantity(farmland(difference)?.difference ?? null),
    showToday: null,
  },
  {
    key: 'conflicts',
    title: COMPARE_WORDS.conflicts,
    why: COMPARE_WORDS.conflictsWhy,
    show: ({ conflicts }) => formatNumber(conflicts.length),
    showDifference: ({ conflicts }) => formatSigned(conflicts.reduce((sum, { areas }) => sum + (areas.difference ?? 0), 0)),
    showToday: null,
  },
  {
    key: 'unplaced',
    title: COMPARE_WORDS.unplaced,
    why: COMPARE_WORDS.unplacedWhy,
    show: ({ dwellings }) => formatNumber(dwellings.unplaced),
    showDifference: ({ dwellings }) => formatSigned(dwellings.unplaced.difference),
    showToday: null,
  },
];
