import type { ReactNode } from 'react';
import { programmeDwellings } from '../../core/domain/programme';
import { useModel } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { PROGRAM_WORDS } from '../words/program';

/** The question that the page answers. */
export function Question(): ReactNode {
  const programme = useModel((model) => model.tracked.scenario.programme);
  return (
    <p className="question">
      {PROGRAM_WORDS.questionBefore}{' '}
      <span className="question-number number">{formatNumber(programmeDwellings(programme))}</span>{' '}
      {PROGRAM_WORDS.questionAfter}
    </p>
  );
}
