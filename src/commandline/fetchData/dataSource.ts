import type { LayerRole } from '../../core/domain/catalogue';
import type { LonLatBox } from '../../core/geometry/lonLatBox';
import type { LonLatMultiPolygon } from '../../core/geometry/shapes';
import type { PoliteClient } from './politeClient';

export const SOURCE_IDS = ['municipality', 'entur', 'ssb', 'nve', 'naturbase', 'osm', 'geonorge'] as const;

export type SourceId = (typeof SOURCE_IDS)[number];

/** The municipality that data are fetched for. */
export interface FetchedMunicipality {
  readonly number: string;
  readonly name: string;
  readonly outline: LonLatMultiPolygon;
  readonly box: LonLatBox;
}

/** A file that a source gives, and what is told of it. All texts but identifiers are Norwegian. */
export interface LayerPlan {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** Null for a file that is not for the catalogue. */
  readonly role: LayerRole | null;
  readonly format: 'geojson' | 'csv';
  readonly source: string;
  readonly licence: string;
  readonly attribution: string;
  readonly accuracyMetres: number | null;
  readonly accuracyNote: string;
}

/** What came of a layer. */
export interface FetchedLayer {
  readonly text: string;
  readonly objects: number;
  /** Date or year of the facts, as far as the service tells. */
  readonly date: string;
  /** What was asked. */
  readonly address: string;
  /** Norwegian. */
  readonly notes: readonly string[];
}

export interface FetchContext {
  readonly client: PoliteClient;
  /** The service's address, without a slash at the end. */
  readonly base: string;
  readonly municipality: FetchedMunicipality;
}

/** Layers that are fetched together. Rejects with FetchProblem; gives as many layers as there are plans, in their order. */
export interface FetchTask {
  readonly layers: readonly LayerPlan[];
  readonly fetch: (context: FetchContext) => Promise<readonly FetchedLayer[]>;
}

/**
 * A service and what is fetched from it. Of its address and form, `basis` tells what is known: `V` read with the owner,
 * `V2` read in public code or with a third party, `U` believed. None has been asked from where this was written.
 */
export interface DataSource {
  readonly id: SourceId;
  readonly title: string;
  readonly base: string;
  readonly basis: 'V' | 'V2' | 'U';
  readonly tasks: readonly FetchTask[];
}

/** The day of a moment, as `2026-11-22`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
