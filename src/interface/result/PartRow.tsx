import type { ReactNode } from 'react';
import type { PartResult } from '../../core/scoring/evaluation';
import { formatNumber } from '../format/numbers';
import { Badge } from '../parts/Badge';
import { ExplainButton } from '../parts/ExplainButton';
import { Icon } from '../parts/icons';
import { ScoreBar } from '../parts/ScoreBar';
import { PART_WORDS, RESULT_WORDS } from '../words/result';

/** One part of the blue-green score; chosen, it is explained. */
export function PartRow({ part }: { readonly part: PartResult }): ReactNode {
  const words = PART_WORDS[part.id];
  const { status } = part;
  return (
    <li
      className={status.kind === 'missing' ? 'part part-head explain-row is-missing' : 'part part-head explain-row'}
      title={`${words.says} ${words.direction}`}
    >
      <span className="part-name">
        <Icon name="chevronRight" size={14} />
        <ExplainButton number={part.id}>{words.name}</ExplainButton>
      </span>
      {part.score === null ? (
        <Badge kind="missing">{status.kind === 'noDwellings' ? RESULT_WORDS.noDwellings : RESULT_WORDS.missing}</Badge>
      ) : (
        <>
          <span className="part-quantity number">{part.value === null ? '' : words.quantity(part.value)}</span>
          <ScoreBar score={part.score} tone="blue-green" coarse={status.kind === 'coarse'} />
          <span className="part-score number">{formatNumber(part.score)}</span>
        </>
      )}
    </li>
  );
}
