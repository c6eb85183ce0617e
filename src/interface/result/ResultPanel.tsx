import type { ReactNode } from 'react';
import { momentOf } from '../../core/scoring/periodMoment';
import { useModel, useView } from '../../state/hooks';
import { countOf } from '../format/numbers';
import { Fold } from '../parts/Fold';
import { RESULT_WORDS } from '../words/result';
import { BlueGreenScore } from './BlueGreenScore';
import { Conflicts } from './Conflicts';
import { LandAccountTable } from './LandAccountTable';
import { PeopleTable } from './PeopleTable';
import { Reading } from './Reading';
import { ShownMoment } from './ShownMoment';
import { TransitScore } from './TransitScore';

/** Numbers out: two scores, what makes them, and what else the plan means. */
export function ResultPanel(): ReactNode {
  const evaluation = useModel((model) => model.evaluated?.evaluation ?? null);
  const problem = useModel((model) => model.engineProblem);
  const shown = useView((view) => view.shownPeriods);
  if (problem !== null) {
    return (
      <div className="callout is-danger" role="alert">
        <p>{RESULT_WORDS.problem(problem)}</p>
      </div>
    );
  }
  if (!evaluation) return <p className="quiet">{RESULT_WORDS.loading}</p>;
  const { shareInTowns, shareOnBuiltUp, dwellingsPerDaa } = evaluation;
  const moment = momentOf(evaluation, shown);
  const isWhole = shown === null || shown >= evaluation.periods.length;
  const { dwellings } = moment;
  return (
    <>
      {evaluation.permitted ? null : (
        <div className="callout is-danger is-first">
          <p>
            <strong>{RESULT_WORDS.forbidden}.</strong> {RESULT_WORDS.forbiddenWhy}
          </p>
        </div>
      )}
      {isWhole ? null : <ShownMoment year={moment.year} />}
      <TransitScore transit={moment.transit} today={evaluation.today} />
      <hr className="rule" />
      {moment.blueGreen ? (
        <>
          <BlueGreenScore blueGreen={moment.blueGreen} />
          <hr className="rule" />
        </>
      ) : null}
      <p className="small facts-line number">
        {[
          dwellings ? RESULT_WORDS.placedOf(dwellings.placed, dwellings.programme) : '',
          shareInTowns === null || !isWhole ? '' : RESULT_WORDS.inTowns(shareInTowns),
          shareOnBuiltUp === null || !isWhole ? '' : RESULT_WORDS.onBuiltUp(shareOnBuiltUp),
          dwellingsPerDaa === null || !isWhole ? '' : RESULT_WORDS.density(dwellingsPerDaa),
        ]
          .filter((fact) => fact !== '')
          .join(' · ')}
      </p>
      <h3 className="section-head">{RESULT_WORDS.conflicts}</h3>
      <Conflicts conflicts={evaluation.conflicts} />
      <hr className="rule is-tight" />
      <Fold title={RESULT_WORDS.people} aside={countOf(evaluation.persons, 'innbygger', 'innbyggere')}>
        <PeopleTable evaluation={evaluation} />
      </Fold>
      <Fold title={RESULT_WORDS.landAccount}>
        <LandAccountTable account={evaluation.landAccount} />
      </Fold>
      <Reading evaluation={evaluation} />
    </>
  );
}
