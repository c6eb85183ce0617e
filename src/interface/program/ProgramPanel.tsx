import type { ReactNode } from 'react';
import { programmeDwellings } from '../../core/domain/programme';
import { useModel } from '../../state/hooks';
import { NOTICEABLE_DWELLINGS } from '../parts/noticeable';
import { MeasureList } from '../measures/MeasureList';
import { PROGRAM_WORDS } from '../words/program';
import { Growth } from './Growth';
import { Outside } from './Outside';
import { Projects } from './Projects';
import { Question } from './Question';
import { TownRow } from './TownRow';
import { TownsShare } from './TownsShare';

/** Numbers in: how many homes, when, and which towns take them. */
export function ProgramPanel(): ReactNode {
  const towns = useModel((model) => model.dataset.parameters.towns);
  const programme = useModel((model) => model.tracked.scenario.programme);
  const unplaced = useModel((model) => model.evaluated?.evaluation.dwellings.unplaced ?? 0);
  return (
    <>
      <Question />
      <Growth />
      <TownsShare />
      <hr className="rule" />
      <h3 className="section-head">
        {PROGRAM_WORDS.towns}
        <span className="quiet small number">
          {PROGRAM_WORDS.sharesOf(programmeDwellings(programme) * programme.townsShare)}
        </span>
      </h3>
      <ul className="menu-list">
        {towns.map((town) => (
          <TownRow key={town.id} town={town} />
        ))}
      </ul>
      <Outside />
      {unplaced >= NOTICEABLE_DWELLINGS ? (
        <div className="callout">
          <p>
            <strong className="number">{PROGRAM_WORDS.unplaced(unplaced)}</strong> {PROGRAM_WORDS.unplacedWay}
          </p>
        </div>
      ) : null}
      <hr className="rule" />
      <Projects />
      <MeasureList />
    </>
  );
}
