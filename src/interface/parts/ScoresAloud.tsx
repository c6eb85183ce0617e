import { useEffect, useState, type ReactNode } from 'react';
import { useModel } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { RESULT_WORDS } from '../words/result';

/** How long the scores must stand still before they are read aloud. */
const SETTLED_MILLISECONDS = 700;

/** Reads the two scores to those who listen to the page, once they have settled. */
export function ScoresAloud(): ReactNode {
  const transit = useModel((model) => model.evaluated?.evaluation.transit.score ?? null);
  const blueGreen = useModel((model) => model.evaluated?.evaluation.blueGreen.score ?? null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (transit === null && blueGreen === null) return;
    const timer = setTimeout(() => {
      setSaid(RESULT_WORDS.scoreLive(formatNumber(transit, 1), formatNumber(blueGreen, 1)));
    }, SETTLED_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [transit, blueGreen]);
  return (
    <output className="sr-only" aria-live="polite">
      {said}
    </output>
  );
}
