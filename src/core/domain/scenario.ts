import type { DevelopmentArea } from './developmentArea';
import type { AreaId, ScenarioId } from './identifiers';
import type { Measures } from './measure';
import type { Programme } from './programme';
import type { ProjectSwitches } from './station';

/** A plan alternative: a programme and where its dwellings go. Immutable: operations yield new ones. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly name: string;
  readonly note: string;
  /** Four-character municipality number (kommunenummer), such as "3201". */
  readonly municipality: string;
  readonly programme: Programme;
  readonly projects: ProjectSwitches;
  /** What it does beside building homes. */
  readonly measures: Measures;
  readonly areas: ReadonlyMap<AreaId, DevelopmentArea>;
}
