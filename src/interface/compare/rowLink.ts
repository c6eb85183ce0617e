import type { ScenarioId } from '../../core/domain/identifiers';

/** What ties the rows of the table to the points of the plane. */
export interface RowLink {
  /** The scenario under the pointer or with the focus, in either. */
  readonly hovered: ScenarioId | null;
  readonly onHover: (id: ScenarioId | null) => void;
  readonly onOpen: (id: ScenarioId) => void;
}
