import type { Ranges } from '../../state/rangesStore';
import { useModel, useRanges, useView } from '../../state/hooks';

/** The ranges of the scores; null while they are not known, and where the page speaks of another year than they do. */
export function useShownRanges(): Ranges | null {
  const ranges = useRanges((state) => state.ranges);
  const shown = useView((view) => view.shownPeriods);
  const periods = useModel((model) => model.evaluated?.evaluation.periods.length ?? 0);
  return shown === null || shown >= periods ? ranges : null;
}
