import type { ReactNode } from 'react';
import type { DevelopmentArea } from '../../core/domain/developmentArea';
import { periodsOf } from '../../core/domain/programme';
import { setAreaName, setAreaNote, setAreaTown } from '../../core/operations/areaDetails';
import { setAreaPhase } from '../../core/operations/areaOperations';
import { LIMITS } from '../../core/operations/limits';
import { useModel } from '../../state/hooks';
import { Choice } from '../parts/Choice';
import { Fold } from '../parts/Fold';
import { TextField } from '../parts/TextField';
import { useOperation } from '../parts/useOperation';
import { CARD_WORDS } from '../words/card';

/** What an area is called, when it is built, which quota it counts against, and what is noted of it. */
export function AreaDetails({ area }: { readonly area: DevelopmentArea }): ReactNode {
  const programme = useModel((model) => model.tracked.scenario.programme);
  const towns = useModel((model) => model.dataset.parameters.towns);
  const operate = useOperation('felt');
  const { id } = area;
  const periods = periodsOf(programme);
  return (
    <Fold title={CARD_WORDS.details}>
      <div className="area-details">
        <TextField
          label={CARD_WORDS.name}
          value={area.name}
          maxLength={LIMITS.nameCharacters}
          onCommit={(name) => operate((scenario) => setAreaName(scenario, id, name))}
        />
        <div className="area-choices">
          <Choice
            label={CARD_WORDS.town}
            value={area.town ?? ''}
            options={[...towns.map((town) => [town.id, town.name] as const), ['', CARD_WORDS.noTown]]}
            onChoose={(town) => operate((scenario, context) => setAreaTown(scenario, context, id, town === '' ? null : town))}
          />
          <Choice
            label={CARD_WORDS.phase}
            value={area.phase === null ? '' : String(area.phase)}
            options={[
              ['', CARD_WORDS.noPhase],
              ...periods.map(({ firstYear, lastYear }, index) => [String(index), CARD_WORDS.period(firstYear, lastYear)] as const),
            ]}
            onChoose={(phase) =>
              operate((scenario, context) => setAreaPhase(scenario, context, id, phase === '' ? null : Number(phase)))
            }
          />
        </div>
        <TextField
          label={CARD_WORDS.note}
          value={area.note}
          maxLength={LIMITS.noteCharacters}
          onCommit={(note) => operate((scenario) => setAreaNote(scenario, id, note))}
        />
      </div>
    </Fold>
  );
}
