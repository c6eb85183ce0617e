import { splitOverPeriods } from '../core/allocation/periodSplit';
import type { Dataset } from '../core/domain/dataset';
import type { DevelopmentArea } from '../core/domain/developmentArea';
import type { AreaId, TownId } from '../core/domain/identifiers';
import type { Programme } from '../core/domain/programme';
import type { Scenario } from '../core/domain/scenario';
import { roundOutline } from '../core/geometry/coordinates';
import { writeScenarioFile } from '../core/exchange/scenarioFile';
import { applyMoment } from '../core/operations/moment';
import { newScenario } from '../core/operations/newScenario';
import { refillTowns } from '../core/operations/programmeOperations';
import type { AreaFactsTable } from '../core/scoring/evaluation';
import { createEvaluator, type Evaluator } from '../core/scoring/evaluator';
import type { DrawnAreaDefinition, ScenarioDefinition } from './scenarioDefinitions';

/** Shares in proportion to what each town's areas hold. */
function sharesByCapacity(scenario: Scenario, facts: AreaFactsTable): ReadonlyMap<TownId, number> {
  const capacities = new Map([...scenario.programme.shareByTown.keys()].map((town) => [town, 0]));
  for (const { id, town } of scenario.areas.values()) {
    if (town !== null) capacities.set(town, (capacities.get(town) ?? 0) + (facts.get(id)?.capacity ?? 0));
  }
  const whole = [...capacities.values()].reduce((sum, capacity) => sum + capacity, 0);
  return new Map([...capacities].map(([town, capacity]) => [town, capacity / whole]));
}

function drawnArea(definition: DrawnAreaDefinition, programme: Programme): DevelopmentArea {
  const { exterior, dwellings, ...rest } = definition;
  return {
    ...rest,
    origin: 'drawn',
    outline: roundOutline([[[...exterior, ...exterior.slice(0, 1)]]]),
    town: null,
    dwellingsByPeriod: splitOverPeriods(programme, dwellings),
    setByHand: true,
    phase: null,
  };
}

function withDrawnAreas(scenario: Scenario, definitions: readonly DrawnAreaDefinition[]): Scenario {
  const areas = new Map<AreaId, DevelopmentArea>(scenario.areas);
  for (const definition of definitions) areas.set(definition.id, drawnArea(definition, scenario.programme));
  return { ...scenario, areas };
}

function build(definition: ScenarioDefinition, dataset: Dataset, evaluator: Evaluator): Scenario {
  const { usualProgramme } = dataset.parameters;
  const { shares } = definition;
  const empty = newScenario(dataset, {
    id: definition.id,
    name: definition.name,
    note: definition.note,
    programme: {
      dwellingsPerYear: definition.dwellingsPerYear,
      firstYear: definition.firstYear ?? usualProgramme.firstYear,
      lastYear: definition.lastYear ?? usualProgramme.lastYear,
      townsShare: definition.townsShare ?? usualProgramme.townsShare,
    },
  });
  const drawn = withDrawnAreas(empty, definition.drawnAreas ?? []);
  const { facts } = evaluator.evaluate(drawn);
  const shareByTown =
    shares === 'byCapacity'
      ? sharesByCapacity(drawn, facts)
      : new Map(dataset.parameters.towns.map(({ id }) => [id, shares[id] ?? 0]));
  const shared: Scenario = { ...drawn, programme: { ...drawn.programme, shareByTown } };
  const filled = refillTowns(shared, { facts, dataset });
  return filled.kind === 'moment' ? applyMoment(shared, filled.moment).scenario : shared;
}

/** The shipped scenarios as files, by file name: what their definitions say, and the towns filled by the default fill. */
export function shippedScenarios(definitions: readonly ScenarioDefinition[], dataset: Dataset): ReadonlyMap<string, string> {
  const evaluator = createEvaluator(dataset);
  return new Map(
    definitions.map((definition) => [`${definition.id}.json`, writeScenarioFile(build(definition, dataset, evaluator), dataset)]),
  );
}
