import type { Dataset } from '../../core/domain/dataset';
import type { Change, EvaluationDifference } from '../../core/scoring/evaluationDifference';
import { PART_IDS } from '../../core/scoring/evaluation';
import { LAND_CLASS_NAMES } from '../../core/scoring/explanation';
import { leadOf } from '../../core/scoring/ranking';
import type { DrawnDifference } from '../../state/drawnDifference';
import { formatNumber, formatQuantity, formatShare } from '../format/numbers';
import { formatSigned, formatSignedQuantity } from '../format/signed';
import { DIFFERENCE_WORDS } from '../words/difference';
import { CONFLICT_WORDS, PART_WORDS } from '../words/result';
import type { ChangeRow } from './ChangeTable';

function row(key: string, name: string, change: Change, kind: 'points' | 'minutes' | 'share' | 'daa' | 'dwellings', title?: string): ChangeRow {
  const shared = { key, name, change, ...(title === undefined ? {} : { title }) };
  switch (kind) {
    case 'points':
      return { ...shared, show: (value) => formatNumber(value, 1), showDifference: (value) => formatSigned(value, 1), unit: DIFFERENCE_WORDS.points };
    case 'minutes':
      return { ...shared, show: (value) => formatNumber(value, 1), showDifference: (value) => formatSigned(value, 1), unit: DIFFERENCE_WORDS.minutes };
    case 'share':
      return {
        ...shared,
        show: (value) => formatShare(value, 0),
        showDifference: (value) => formatSigned(value === null ? null : value * 100, 1),
        unit: DIFFERENCE_WORDS.percentagePoints,
      };
    case 'daa':
      return { ...shared, show: formatQuantity, showDifference: formatSignedQuantity, unit: DIFFERENCE_WORDS.daa };
    case 'dwellings':
      return { ...shared, show: (value) => formatNumber(value), showDifference: (value) => formatSigned(value), unit: '' };
  }
}

/** What stands behind score T. */
export function transitRows({ transit }: EvaluationDifference): readonly ChangeRow[] {
  return [
    row('500', DIFFERENCE_WORDS.within500, transit.share500, 'share'),
    row('1000', DIFFERENCE_WORDS.within1000, transit.share1000, 'share'),
    row('walk', DIFFERENCE_WORDS.walk, transit.meanWalkMinutes, 'minutes'),
  ];
}

/** Whether the draws leave a difference standing; empty where they do, or there is none. */
function partVerdict(share: number | null | undefined, difference: number | null): string {
  if (share === undefined || difference === null || difference === 0) return '';
  return leadOf(share) === 'none' ? DIFFERENCE_WORDS.notApart : '';
}

/**
 * The parts of score B, in points; the title says what they are in their own units, the note where the draws do not tell the
 * two apart.
 */
export function partRows({ blueGreen }: EvaluationDifference, drawn: DrawnDifference | null): readonly ChangeRow[] {
  return blueGreen.parts.map(({ id, score, value }) => {
    const { name, quantity } = PART_WORDS[id];
    const own = [value.first, value.second].map((of, index) => (of === null ? null : `${index === 0 ? 'A' : 'B'}: ${quantity(of)}`));
    const note = partVerdict(drawn?.secondHigherParts[PART_IDS.indexOf(id)], score.difference);
    return { ...row(id, name, score, 'points', own.filter((text) => text !== null).join(' · ')), ...(note === '' ? {} : { note }) };
  });
}

/** What either meets that is to be spared. */
export function conflictRows({ conflicts }: EvaluationDifference): readonly ChangeRow[] {
  return conflicts.map(({ kind, areas, areaDaa }) => ({
    ...row(kind, CONFLICT_WORDS[kind], areaDaa, 'daa'),
    title: `${DIFFERENCE_WORDS.areas}: ${formatNumber(areas.first)} → ${formatNumber(areas.second)}`,
  }));
}

/** Ground that is built on, by class. */
export function landRows({ land }: EvaluationDifference): readonly ChangeRow[] {
  return land.map(({ landClass, takenDaa }) => row(landClass, LAND_CLASS_NAMES[landClass], takenDaa, 'daa'));
}

/** All ground that is built on. */
export function landSum({ takenDaa }: EvaluationDifference): ChangeRow {
  return row('sum', DIFFERENCE_WORDS.sum, takenDaa, 'daa');
}

/** Dwellings, or score T, of each town and of the growth outside them. */
export function townRows({ towns }: EvaluationDifference, { parameters }: Dataset, of: 'placed' | 'transitScore'): readonly ChangeRow[] {
  return towns.map((change) => {
    const name = parameters.towns.find(({ id }) => id === change.town)?.name ?? DIFFERENCE_WORDS.outside;
    return row(change.town ?? '', name, change[of], of === 'placed' ? 'dwellings' : 'points');
  });
}

/** What is placed, and what is left. */
export function dwellingRows({ dwellings }: EvaluationDifference): readonly ChangeRow[] {
  return [
    row('placed', DIFFERENCE_WORDS.placed, dwellings.placed, 'dwellings'),
    row('unplaced', DIFFERENCE_WORDS.unplaced, dwellings.unplaced, 'dwellings'),
  ];
}
