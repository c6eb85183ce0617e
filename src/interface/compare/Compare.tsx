import { Dialog, Heading } from '@digdir/designsystemet-react';
import { useEffect, type ReactNode } from 'react';
import type { ScenarioId } from '../../core/domain/identifiers';
import { useComparison, useModel, useStores } from '../../state/hooks';
import { COMPARE_WORDS } from '../words/compare';
import { CompareTable } from './CompareTable';
import { comparisonRows } from './rows';
import { ScorePlane } from './ScorePlane';
import { Verdicts } from './Verdicts';
import './compare.css';

/** All scenarios side by side: on the plane of the two scores, in words, and in a table. */
export function Compare(): ReactNode {
  const { comparison: store, view, workspace } = useStores();
  const comparison = useComparison((state) => state.comparison);
  const problem = useComparison((state) => state.problem);
  const openId = useModel((model) => model.tracked.scenario.id);
  const openName = useModel((model) => model.tracked.scenario.name);

  useEffect(() => {
    store.open();
    return store.close;
  }, [store]);

  const open = (id: ScenarioId): void => {
    void workspace.open(id);
  };
  const rows = comparison ? comparisonRows(comparison, openId) : [];
  const today = rows[0]?.evaluation.today ?? null;

  return (
    <Dialog
      open
      onClose={() => {
        view.showDialog(null);
      }}
      closeButton={COMPARE_WORDS.close}
      closedby="any"
      className="compare-dialog"
      data-size="sm"
    >
      <Heading level={2} data-size="xs">
        {COMPARE_WORDS.title}
      </Heading>
      <p className="compare-intro">{COMPARE_WORDS.intro(openName)}</p>
      {problem === null ? null : <p role="alert">{COMPARE_WORDS.problem(problem)}</p>}
      {comparison && today ? (
        <>
          <div className="compare-top">
            <ScorePlane rows={rows} today={today.score} onOpen={open} />
            <Verdicts rows={rows} openName={openName} />
          </div>
          <CompareTable rows={rows} today={today} onOpen={open} />
          <p className="compare-drawn">
            {COMPARE_WORDS.drawn(comparison.uncertainty.draws, comparison.uncertainty.seed, comparison.uncertainty.generator)}
          </p>
        </>
      ) : problem === null ? (
        <output className="compare-intro">{COMPARE_WORDS.loading}</output>
      ) : null}
    </Dialog>
  );
}
