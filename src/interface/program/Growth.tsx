import { useId, type ReactNode } from 'react';
import { LIMITS } from '../../core/operations/limits';
import { setDwellingsPerYear, setProgrammeYears } from '../../core/operations/programmeOperations';
import { useModel } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { NumberField } from '../parts/NumberField';
import { useOperation } from '../parts/useOperation';
import { PROGRAM_WORDS } from '../words/program';

/** How many homes a year, and when: the plans' alternatives, or a rate and years of one's own. */
export function Growth(): ReactNode {
  const programme = useModel((model) => model.tracked.scenario.programme);
  const { alternatives, source } = useModel((model) => model.dataset.parameters.growthAlternatives);
  const operate = useOperation('program');
  const group = useId();
  return (
    <>
      <fieldset className="segments" title={source}>
        <legend className="sr-only">{PROGRAM_WORDS.alternatives}</legend>
        {alternatives.map((alternative) => (
          <label key={alternative.id} className="segment">
            <input
              type="radio"
              name={group}
              checked={alternative.dwellingsPerYear === programme.dwellingsPerYear}
              onChange={() => {
                operate((scenario, context) => setDwellingsPerYear(scenario, context, alternative.dwellingsPerYear));
              }}
            />
            <span>{alternative.name}</span>{' '}
            <span className="segment-figure number">{formatNumber(alternative.dwellingsPerYear)}</span>
          </label>
        ))}
      </fieldset>
      <div className="programme-fields">
        <NumberField
          label={PROGRAM_WORDS.perYear}
          value={programme.dwellingsPerYear}
          decimals={1}
          minimum={0}
          maximum={LIMITS.dwellingsPerYear}
          step={25}
          onCommit={(value) => operate((scenario, context) => setDwellingsPerYear(scenario, context, value))}
        />
        <NumberField
          label={PROGRAM_WORDS.firstYear}
          value={programme.firstYear}
          minimum={LIMITS.firstYear}
          maximum={LIMITS.lastYear}
          step={1}
          plain
          onCommit={(year) =>
            operate((scenario, context) =>
              setProgrammeYears(scenario, context, year, Math.max(year, scenario.programme.lastYear)),
            )
          }
        />
        <NumberField
          label={PROGRAM_WORDS.lastYear}
          value={programme.lastYear}
          minimum={LIMITS.firstYear}
          maximum={LIMITS.lastYear}
          step={1}
          plain
          onCommit={(year) =>
            operate((scenario, context) =>
              setProgrammeYears(scenario, context, Math.min(year, scenario.programme.firstYear), year),
            )
          }
        />
      </div>
    </>
  );
}
