import type { ReactNode } from 'react';
import { outsideQuota } from '../../core/domain/programme';
import { useModel } from '../../state/hooks';
import { PROGRAM_WORDS } from '../words/program';

/** What becomes of the growth outside the towns. */
export function Outside(): ReactNode {
  const quota = useModel((model) => outsideQuota(model.tracked.scenario.programme));
  const result = useModel((model) => model.evaluated?.evaluation.outside);
  if (quota < 0.5 && (result?.inAreas ?? 0) < 0.5) return null;
  const notes: string[] = [];
  if (result && result.inAreas >= 0.5) notes.push(PROGRAM_WORDS.outsideDrawn(result.inAreas));
  if (!result || result.spread >= 0.5) notes.push(PROGRAM_WORDS.outsideSpread);
  return (
    <div className="outside">
      <div className="share-head">
        <span className="share-name">{PROGRAM_WORDS.outside}</span>
      </div>
      <div className="share-figures number">
        <span className="share-dwellings">{PROGRAM_WORDS.dwellings(quota)}</span>
        {result && result.unplaced >= 0.5 ? (
          <span className="share-over">{PROGRAM_WORDS.withoutRoom(result.unplaced)}</span>
        ) : (
          <span>{notes.join(' · ')}</span>
        )}
      </div>
    </div>
  );
}
