import { rolesOf, type Assignment, type ImportRole } from './assignment';
import { identifier, type LayerId } from '../domain/identifiers';
import type { ImportedLayer } from './importedLayer';

/** What the user is told of a layer wherever its facts are used. Norwegian. */
export interface LayerAbout {
  readonly title: string;
  readonly source: string;
  readonly date: string;
  readonly licence: string;
  readonly attribution: string;
  /** Null where the question does not apply. */
  readonly accuracyMetres: number | null;
  readonly accuracyNote: string;
}

/** A layer that the user has taken in, and what for. */
export interface TakenLayer {
  /** Small letters, digits and hyphens. */
  readonly id: string;
  /** Of the file it came from. */
  readonly file: string;
  readonly layer: ImportedLayer;
  readonly assignment: Assignment;
  /** Whether it takes the place of what fills the same role with the same kind of shapes, or comes beside it. */
  readonly how: 'replace' | 'add';
  readonly about: LayerAbout;
  /** Milliseconds since 1970. */
  readonly takenAt: number;
  /** Hash of the shapes and attributes. */
  readonly fingerprint: string;
}

/** Identifier of the layer of the data set that a taken layer fills a role with. */
export function layerIdOf(taken: Pick<TakenLayer, 'id'>, role: ImportRole): LayerId {
  return identifier<LayerId>(`${taken.id}-${role.toLowerCase()}`);
}

/** Identifiers of all layers of the data set that a taken layer makes. */
export function layerIdsOf(taken: Pick<TakenLayer, 'id' | 'assignment'>): readonly LayerId[] {
  return rolesOf(taken.assignment).map((role) => layerIdOf(taken, role));
}
