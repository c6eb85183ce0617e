import { Switch } from '@digdir/designsystemet-react';
import { useMemo, type ReactNode } from 'react';
import { areaDwellings } from '../../core/domain/developmentArea';
import { refillTowns } from '../../core/operations/programmeOperations';
import { setProjectSwitch } from '../../core/operations/scenarioOperations';
import { useModel } from '../../state/hooks';
import { useOperation } from '../parts/useOperation';
import { PROGRAM_WORDS } from '../words/program';

/** Whether filling the towns anew would move homes, with the stations as the scenario has them now. */
function useRefillMovesHomes(): boolean {
  const scenario = useModel((model) => model.tracked.scenario);
  const evaluated = useModel((model) => model.evaluated);
  const facts = useModel((model) => model.facts);
  const dataset = useModel((model) => model.dataset);
  return useMemo(() => {
    if (evaluated?.scenario !== scenario) return false;
    const outcome = refillTowns(scenario, { dataset, facts });
    if (outcome.kind !== 'moment') return false;
    for (const [id, area] of outcome.moment.changes.areas ?? []) {
      const before = scenario.areas.get(id);
      if (area && before && Math.abs(areaDwellings(area) - areaDwellings(before)) >= 1) return true;
    }
    return false;
  }, [scenario, evaluated, facts, dataset]);
}

/** Rail that is not open yet: counted on, or left out. */
export function Projects(): ReactNode {
  const projects = useModel((model) => model.dataset.parameters.projects);
  const switches = useModel((model) => model.tracked.scenario.projects);
  const operate = useOperation('program');
  const offersRefill = useRefillMovesHomes();
  return (
    <div className="project">
      {projects.map((project) => (
        <Switch
          key={project.id}
          data-size="sm"
          position="start"
          label={
            <>
              {PROGRAM_WORDS.countedOn(project.name)}{' '}
              <span className="quiet small">{PROGRAM_WORDS.opens(project.openingYear)}</span>
            </>
          }
          checked={switches.get(project.id) ?? true}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            operate((scenario, context) => setProjectSwitch(scenario, context, project.id, on));
          }}
        />
      ))}
      {offersRefill ? (
        <div className="callout is-plain">
          <p>{PROGRAM_WORDS.refillWhy}</p>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              operate((scenario, context) => refillTowns(scenario, context));
            }}
          >
            {PROGRAM_WORDS.refill}
          </button>
        </div>
      ) : null}
    </div>
  );
}
