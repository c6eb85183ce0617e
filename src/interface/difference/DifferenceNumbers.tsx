import { useMemo, type ReactNode } from 'react';
import { evaluationDifference } from '../../core/scoring/evaluationDifference';
import type { DifferencePair } from '../../state/differenceStore';
import { useDifference, useModel, useStores } from '../../state/hooks';
import { useFileActions } from '../bar/useFileActions';
import { formatSigned, formatSignedQuantity } from '../format/signed';
import { Badge } from '../parts/Badge';
import { Fold } from '../parts/Fold';
import { DIFFERENCE_WORDS } from '../words/difference';
import { RESULT_WORDS } from '../words/result';
import { conflictRows, dwellingRows, landRows, landSum, partRows, townRows, transitRows } from './changeRows';
import { ChangeTable } from './ChangeTable';
import { LargestDifferences } from './LargestDifferences';
import { ScoreChange } from './ScoreChange';
import { extentOf } from './sides';

/** Both scores, what makes them, and what else sets the two apart, with signs and units. */
export function DifferenceNumbers({ pair }: { readonly pair: DifferencePair }): ReactNode {
  const { view } = useStores();
  const { saveMapImage } = useFileActions();
  const dataset = useModel((model) => model.dataset);
  const drawn = useDifference((state) => state.drawn);
  const found = useMemo(() => evaluationDifference(pair.first, pair.second), [pair]);
  if (!found) return null;
  const { obstacle, transit, blueGreen, takenDaa, dwellings } = found;
  const isDrawing = obstacle === null && drawn === null;
  const isCoarse = [pair.first, pair.second].some(
    (side) => side.kind === 'scenario' && side.evaluation.blueGreen.parts.some(({ status }) => status.kind === 'coarse'),
  );
  const conflicts = conflictRows(found);
  const conflictDaa = found.conflicts.reduce((sum, { areaDaa }) => sum + (areaDaa.difference ?? 0), 0);
  return (
    <>
      {obstacle === null ? null : (
        <p className="callout is-first" data-testid="difference-obstacle">
          {DIFFERENCE_WORDS.obstacle(obstacle, extentOf(pair.first), extentOf(pair.second))}
        </p>
      )}
      <div className={obstacle === null || obstacle === 'today' ? undefined : 'is-unranked'}>
        <div className="score-changes">
          <ScoreChange score="transit" change={transit.score} drawn={drawn} isDrawing={isDrawing} />
          <ScoreChange score="blueGreen" change={blueGreen.score} drawn={drawn} isDrawing={isDrawing} />
        </div>
        <ChangeTable name={DIFFERENCE_WORDS.transit} rows={[...transitRows(found), ...dwellingRows(found)]} />
        <Fold title={DIFFERENCE_WORDS.largest} startsOpen>
          <LargestDifferences pair={pair} />
        </Fold>
        <Fold title={DIFFERENCE_WORDS.parts} aside={isCoarse ? <Badge kind="coarse">{RESULT_WORDS.coarse}</Badge> : undefined} startsOpen>
          <ChangeTable name={DIFFERENCE_WORDS.parts} rows={partRows(found, drawn)} />
        </Fold>
        <Fold title={DIFFERENCE_WORDS.towns} aside={formatSigned(dwellings.placed.difference)}>
          <ChangeTable name={DIFFERENCE_WORDS.towns} rows={townRows(found, dataset, 'placed')} />
        </Fold>
        <Fold title={DIFFERENCE_WORDS.townScores}>
          <ChangeTable name={DIFFERENCE_WORDS.townScores} rows={townRows(found, dataset, 'transitScore')} />
        </Fold>
        <Fold title={DIFFERENCE_WORDS.conflicts} aside={`${formatSignedQuantity(conflictDaa)} ${DIFFERENCE_WORDS.daa}`}>
          {conflicts.length === 0 ? (
            <p className="small quiet">{DIFFERENCE_WORDS.noConflicts}</p>
          ) : (
            <ChangeTable name={DIFFERENCE_WORDS.conflicts} rows={conflicts} />
          )}
        </Fold>
        <Fold title={DIFFERENCE_WORDS.land} aside={`${formatSignedQuantity(takenDaa.difference)} ${DIFFERENCE_WORDS.daa}`}>
          <ChangeTable name={DIFFERENCE_WORDS.land} rows={landRows(found)} sum={landSum(found)} />
        </Fold>
      </div>
      <div className="difference-more">
        <button
          type="button"
          className="text-button"
          onClick={() => {
            view.showDialog('compare');
          }}
        >
          {DIFFERENCE_WORDS.all}
        </button>
        <button
          type="button"
          className="text-button"
          onClick={() => {
            view.showDialog('multiples');
          }}
        >
          {DIFFERENCE_WORDS.print}
        </button>
        <button type="button" className="text-button" onClick={saveMapImage}>
          {DIFFERENCE_WORDS.picture}
        </button>
      </div>
    </>
  );
}
