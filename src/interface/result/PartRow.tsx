import type { ReactNode } from 'react';
import type { PartResult } from '../../core/scoring/evaluation';
import { formatNumber } from '../format/numbers';
import { Badge } from '../parts/Badge';
import { Icon } from '../parts/icons';
import { LayerSources } from '../parts/LayerSources';
import { ScoreBar } from '../parts/ScoreBar';
import { PART_WORDS, RESULT_WORDS } from '../words/result';

/** One part of the blue-green score; opened, it says what it means and which layers it rests on. */
export function PartRow({ part }: { readonly part: PartResult }): ReactNode {
  const words = PART_WORDS[part.id];
  const { status } = part;
  return (
    <li>
      <details className={status.kind === 'missing' ? 'part is-missing' : 'part'}>
        <summary className="part-head">
          <span className="part-name">
            <Icon name="chevronRight" size={14} />
            {words.name}
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
        </summary>
        <div className="part-body small">
          <p>
            {words.says} {words.direction}
          </p>
          {status.kind === 'coarse' ? <p>{RESULT_WORDS.coarseWhy(status.accuracyMetres)}</p> : null}
          {status.kind === 'missing' ? <p>{RESULT_WORDS.missingWhy[status.reason]}</p> : null}
          <LayerSources layers={part.layers} />
        </div>
      </details>
    </li>
  );
}
