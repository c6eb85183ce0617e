import { AreaPool, CombinationSums, type AreaRun } from './combinationSums';
import { EdgeBuffer } from './edgeBuffer';
import type { Axis } from './edgeSplitting';
import type { WindingChanges } from './windingChanges';

export interface OverlayLeaf {
  readonly kind: 'leaf';
  /** Its edges among the stored edges. */
  readonly firstEdge: number;
  readonly endEdge: number;
  /** The state at its lower left corner, among the stored states. */
  readonly state: number;
  readonly sums: AreaRun;
}

interface OverlayBranch {
  readonly kind: 'branch';
  readonly axis: Axis;
  readonly middle: number;
  readonly low: OverlayNode;
  readonly high: OverlayNode;
  readonly sums: AreaRun;
}

export type OverlayNode = OverlayLeaf | OverlayBranch;

/** What the nodes of an overlay tree refer to, in a few large arrays. */
export class OverlayStore {
  readonly changes: WindingChanges;
  readonly sums = new CombinationSums();
  readonly areas = new AreaPool();
  readonly edges: EdgeBuffer;
  private states: Int32Array;
  private stateCount = 0;
  private readonly state: Int32Array;

  /** @param edgeCount about how many edges will come: room that is never written to is not taken up, whereas growing copies what is there. */
  constructor(changes: WindingChanges, edgeCount: number) {
    this.changes = changes;
    this.edges = new EdgeBuffer(Math.max(256, edgeCount));
    this.state = changes.emptyState();
    this.states = new Int32Array(64 * this.state.length);
  }

  /** Keeps a copy of a state; where it is found again. */
  addState(state: Int32Array): number {
    const at = this.stateCount * state.length;
    if (at === this.states.length) {
      const wider = new Int32Array(2 * at);
      wider.set(this.states);
      this.states = wider;
    }
    this.states.set(state, at);
    this.stateCount += 1;
    return at;
  }

  /** A copy of the state at a leaf's corner, good until the next is asked for. */
  stateOf({ state: at }: OverlayLeaf): Int32Array {
    const { state, states } = this;
    for (let index = 0; index < state.length; index += 1) state[index] = states[at + index]!;
    return state;
  }

  /** Gives back room for what never came. */
  trim(): void {
    this.edges.trim();
    this.areas.trim();
    this.states = this.states.slice(0, this.stateCount * this.state.length);
  }
}
