import type { Dataset } from '../domain/dataset';
import type { DevelopmentArea } from '../domain/developmentArea';
import type { AreaId, ScenarioId } from '../domain/identifiers';
import { periodsOf, type Programme } from '../domain/programme';
import type { Scenario } from '../domain/scenario';

export interface NewScenario {
  readonly id: ScenarioId;
  readonly name: string;
  readonly note?: string;
  /** What differs from the place's usual programme; the rate has no usual value. */
  readonly programme: Pick<Programme, 'dwellingsPerYear'> & Partial<Programme>;
}

/**
 * A scenario on the data set's default areas with the place's usual years and shares. No dwellings are placed: measure
 * it and fill its towns (`refillTowns`).
 */
export function newScenario(dataset: Pick<Dataset, 'parameters' | 'defaultAreas'>, wanted: NewScenario): Scenario {
  const { municipality, usualProgramme, towns, projects } = dataset.parameters;
  const programme: Programme = {
    firstYear: usualProgramme.firstYear,
    lastYear: usualProgramme.lastYear,
    townsShare: usualProgramme.townsShare,
    shareByTown: new Map(towns.map((town) => [town.id, town.share])),
    lockedTowns: new Set(),
    ...wanted.programme,
  };
  const empty = periodsOf(programme).map(() => 0);
  return {
    id: wanted.id,
    name: wanted.name,
    note: wanted.note ?? '',
    municipality: municipality.number,
    programme,
    projects: new Map(projects.map((project) => [project.id, true])),
    measures: new Map(),
    areas: new Map<AreaId, DevelopmentArea>(
      dataset.defaultAreas.map((area) => [
        area.id,
        { ...area, origin: 'default', dwellingsByPeriod: empty, setByHand: false, phase: null, note: '' },
      ]),
    ),
  };
}
