import type { WindingChanges } from './windingChanges';

/** Stands for the number of a combination that the sink was not asked for yet. */
export const NOT_ASKED = -1;

/**
 * What covers between the edges of a slab, from left to right: kept from one slab to the next, since most edges follow on
 * each other.
 */
export class SlabCovers {
  /** The layers before each edge and after the last. */
  masks = new Int32Array(129);
  /** The patch there, -1 for none. */
  patches = new Int32Array(129);
  /** The sink's number of both, or `NOT_ASKED`. */
  combinations = new Int32Array(129);
  private readonly changes: WindingChanges;
  /** The state to the right of all edges of the slab before. */
  private readonly state: Int32Array;
  /** What was applied across each of those edges. */
  private applied = new Int32Array(128);
  private count = 0;

  constructor(changes: WindingChanges) {
    this.changes = changes;
    this.state = changes.emptyState();
  }

  /** Forgets the slab before: what follows lies to the right of a state. */
  start(leftState: Int32Array): void {
    const { state } = this;
    for (let index = 0; index < state.length; index += 1) state[index] = leftState[index]!;
    this.count = 0;
    this.masks[0] = this.changes.maskOf(leftState);
    this.patches[0] = this.changes.patchOf(leftState);
    this.combinations[0] = NOT_ASKED;
  }

  /**
   * Finds what covers between a slab's edges, from the first on that was not met so in the slab before.
   *
   * @param change what crossing an edge from left to right applies: a list of changes, or its complement for the list with the opposite sign.
   */
  find(edges: Int32Array, edgeCount: number, change: Int32Array): void {
    const { applied, masks, patches, combinations } = this;
    let same = 0;
    while (same < edgeCount && same < this.count && applied[same] === change[edges[same]!]) same += 1;
    if (same === edgeCount) return;
    const { changes, state } = this;
    const { layers, nexts } = changes;
    for (let position = this.count - 1; position >= same; position -= 1) {
      const crossed = applied[position]!;
      changes.apply(crossed >= 0 ? crossed : ~crossed, crossed >= 0 ? -1 : 1, state);
    }
    let mask = masks[same]!;
    for (let position = same; position < edgeCount; position += 1) {
      const crossed = change[edges[position]!]!;
      const list = crossed >= 0 ? crossed : ~crossed;
      changes.apply(list, crossed >= 0 ? 1 : -1, state);
      for (let at = list; at >= 0; at = nexts[at]!) {
        const bit = 1 << layers[at]!;
        mask = state[layers[at]!]! > 0 ? mask | bit : mask & ~bit;
      }
      applied[position] = crossed;
      masks[position + 1] = mask;
      patches[position + 1] = changes.patchOf(state);
      combinations[position + 1] = NOT_ASKED;
    }
    this.count = edgeCount;
  }

  /** Makes room for more edges; what was known is forgotten, so that it is only to be called before `start`. */
  makeRoom(edgeCount: number): void {
    this.applied = new Int32Array(edgeCount);
    this.masks = new Int32Array(edgeCount + 1);
    this.patches = new Int32Array(edgeCount + 1);
    this.combinations = new Int32Array(edgeCount + 1);
  }
}
