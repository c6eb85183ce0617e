import { Button, Dialog, Heading, Switch } from '@digdir/designsystemet-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { ScenarioId } from '../../core/domain/identifiers';
import type { Comparison } from '../../state/comparisonStore';
import { useComparison, useModel, useStores } from '../../state/hooks';
import { Choice } from '../parts/Choice';
import { useServices } from '../services';
import { COMPARE_WORDS } from '../words/compare';
import { CompareTable } from './CompareTable';
import { comparisonRows } from './rows';
import type { RowLink } from './rowLink';
import { ScorePlane } from './ScorePlane';
import { Verdicts } from './Verdicts';
import './compare.css';

/** Values of the choice of reference that no identifier has. */
const OPEN = '\u0000open';
const TODAY = '\u0000today';

/** The comparison as a report for print, with the open scenario first. */
function ReportButton({ comparison, openId }: { readonly comparison: Comparison; readonly openId: ScenarioId }): ReactNode {
  const { files } = useServices();
  const [state, setState] = useState<'ready' | 'working' | { readonly problem: string }>('ready');
  const ids = comparison.compared.map(({ scenario }) => scenario.id);
  const save = (): void => {
    setState('working');
    files.saveComparison([...ids.filter((id) => id === openId), ...ids.filter((id) => id !== openId)], 'A4').then(
      () => {
        setState('ready');
      },
      (problem: unknown) => {
        setState({ problem: problem instanceof Error ? problem.message : String(problem) });
      },
    );
  };
  return (
    <p className="compare-report">
      <Button data-size="sm" variant="secondary" disabled={state === 'working' || ids.length < 2} onClick={save}>
        {state === 'working' ? COMPARE_WORDS.reportWorking : COMPARE_WORDS.report}
      </Button>
      {typeof state === 'object' ? <span role="alert">{state.problem}</span> : null}
    </p>
  );
}

/** All scenarios side by side: on the plane of the two scores, in words, and in a table. */
export function Compare(): ReactNode {
  const { comparison: store, view, workspace } = useStores();
  const comparison = useComparison((state) => state.comparison);
  const problem = useComparison((state) => state.problem);
  const openId = useModel((model) => model.tracked.scenario.id);
  const openName = useModel((model) => model.tracked.scenario.name);
  const [chosen, setChosen] = useState<string>(OPEN);
  const [asDifference, setAsDifference] = useState(false);
  const [hovered, setHovered] = useState<ScenarioId | null>(null);

  useEffect(() => {
    store.open();
    return store.close;
  }, [store]);

  const link: RowLink = {
    hovered,
    onHover: setHovered,
    onOpen: (id) => {
      void workspace.open(id);
    },
  };
  const reference = comparison?.compared.find(({ scenario }) => scenario.id === (chosen === OPEN ? openId : chosen))?.scenario;
  const isToday = chosen === TODAY || (chosen !== OPEN && !reference);
  const referenceName = isToday ? COMPARE_WORDS.today : (reference?.name ?? openName);
  const rows = comparison ? comparisonRows(comparison, openId, isToday ? null : (reference?.id ?? openId)) : [];
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
            <ScorePlane rows={rows} today={today.score} link={link} />
            <Verdicts rows={rows} referenceName={referenceName} isToday={isToday} />
          </div>
          <div className="compare-choices">
            <Choice
              label={COMPARE_WORDS.against}
              value={chosen}
              options={[
                [OPEN, COMPARE_WORDS.openReference],
                [TODAY, COMPARE_WORDS.today],
                ...comparison.compared.map(({ scenario }) => [scenario.id, scenario.name] as const),
              ]}
              onChoose={setChosen}
            />
            <Switch
              data-size="sm"
              position="start"
              label={COMPARE_WORDS.asDifference}
              checked={asDifference}
              onChange={(event) => {
                setAsDifference(event.currentTarget.checked);
              }}
            />
          </div>
          <CompareTable rows={rows} today={today} link={link} asDifference={asDifference} referenceName={referenceName} />
          <ReportButton comparison={comparison} openId={openId} />
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
