import type { Assignment } from '../core/import/assignment';
import type { LayerAbout, TakenLayer } from '../core/import/takenLayer';
import type { CandidateLayer } from '../engine/import/protocol';

/** What the user has decided for one layer of a file. */
export interface LayerChoice {
  readonly candidate: CandidateLayer;
  readonly assignment: Assignment;
  readonly how: TakenLayer['how'];
  readonly about: LayerAbout;
}

/** Vertices of all the layers together. */
export function vertexCount(choices: readonly LayerChoice[]): number {
  return choices.reduce((sum, { candidate }) => sum + candidate.layer.shapes.coordinates.length / 2, 0);
}

/** What tells a decision from another. */
export function decisionOf(choices: readonly LayerChoice[]): string {
  return JSON.stringify(choices.map(({ candidate: { fingerprint, layer }, assignment, how, about }) => [fingerprint, layer.name, assignment, how, about]));
}
