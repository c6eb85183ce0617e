import type { ReactNode } from 'react';
import { useModel } from '../../state/hooks';
import { countOf } from '../format/numbers';
import { Fold } from '../parts/Fold';
import { RESULT_WORDS } from '../words/result';
import { BlueGreenScore } from './BlueGreenScore';
import { Conflicts } from './Conflicts';
import { LandAccountTable } from './LandAccountTable';
import { PeopleTable } from './PeopleTable';
import { Reading } from './Reading';
import { TransitScore } from './TransitScore';

/** Numbers out: two scores, what makes them, and what else the plan means. */
export function ResultPanel(): ReactNode {
  const evaluation = useModel((model) => model.evaluated?.evaluation ?? null);
  const problem = useModel((model) => model.engineProblem);
  if (problem !== null) {
    return (
      <div className="callout is-danger" role="alert">
        <p>{RESULT_WORDS.problem(problem)}</p>
      </div>
    );
  }
  if (!evaluation) return <p className="quiet">{RESULT_WORDS.loading}</p>;
  const { dwellings, shareInTowns, shareOnBuiltUp, dwellingsPerDaa } = evaluation;
  return (
    <>
      {evaluation.permitted ? null : (
        <div className="callout is-danger is-first">
          <p>
            <strong>{RESULT_WORDS.forbidden}.</strong> {RESULT_WORDS.forbiddenWhy}
          </p>
        </div>
      )}
      <TransitScore transit={evaluation.transit} today={evaluation.today} />
      <hr className="rule" />
      <BlueGreenScore blueGreen={evaluation.blueGreen} />
      <hr className="rule" />
      <p className="small facts-line number">
        {[
          RESULT_WORDS.placedOf(dwellings.placed, dwellings.programme),
          shareInTowns === null ? '' : RESULT_WORDS.inTowns(shareInTowns),
          shareOnBuiltUp === null ? '' : RESULT_WORDS.onBuiltUp(shareOnBuiltUp),
          dwellingsPerDaa === null ? '' : RESULT_WORDS.density(dwellingsPerDaa),
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
