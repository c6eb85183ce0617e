const NONE = -1;

/**
 * What crossing an edge changes: for each edge a short list of layers with the winding number that is added from its
 * left to its right. Edges of several polygons that lie on each other are one edge with a longer list.
 */
export class WindingChanges {
  layers = new Uint8Array(1024);
  windings = new Int16Array(1024);
  patches = new Int32Array(1024);
  nexts = new Int32Array(1024);
  private count = 0;
  readonly layerCount: number;
  private readonly patchLayer: number;

  /** @param patchLayer the layer whose polygons are told apart as patches, or -1. */
  constructor(layerCount: number, patchLayer: number) {
    this.layerCount = layerCount;
    this.patchLayer = patchLayer;
  }

  /** A new list with one change. */
  start(layer: number, patch: number, winding: number): number {
    const index = this.count;
    if (index === this.layers.length) this.widen();
    this.layers[index] = layer;
    this.patches[index] = patch;
    this.windings[index] = winding;
    this.nexts[index] = NONE;
    this.count = index + 1;
    return index;
  }

  /** Adds a change to a list; what cancels out stays in it as a change by nothing. */
  extend(list: number, layer: number, patch: number, winding: number): void {
    let last = list;
    for (let at = list; at !== NONE; at = this.nexts[at]!) {
      if (this.layers[at] === layer && this.patches[at] === patch) {
        this.windings[at]! += winding;
        return;
      }
      last = at;
    }
    const added = this.start(layer, patch, winding);
    this.nexts[last] = added;
  }

  /** Whether a list changes anything. */
  isEffective(list: number): boolean {
    for (let at = list; at !== NONE; at = this.nexts[at]!) if (this.windings[at] !== 0) return true;
    return false;
  }

  /** Winding numbers of all layers, and at the end what tells the patch: a state to which changes are applied. */
  emptyState(): Int32Array {
    return new Int32Array(this.layerCount + 1);
  }

  /**
   * Applies a list to a state.
   *
   * @param sign 1 across the edge from left to right, -1 from right to left.
   */
  apply(list: number, sign: number, state: Int32Array): void {
    const { layers, windings, nexts, patchLayer } = this;
    for (let at = list; at !== NONE; at = nexts[at]!) {
      const change = sign * windings[at]!;
      const layer = layers[at]!;
      state[layer]! += change;
      // Patches do not overlap, so that their numbers, each as often as its polygons go round, tell which one it is.
      if (layer === patchLayer) state[this.layerCount]! += change * (this.patches[at]! + 1);
    }
  }

  /** The layers that cover in a state, one bit each. */
  maskOf(state: Int32Array): number {
    let mask = 0;
    for (let layer = 0; layer < this.layerCount; layer += 1) if (state[layer]! > 0) mask |= 1 << layer;
    return mask;
  }

  /** The patch that covers in a state, -1 for none. */
  patchOf(state: Int32Array): number {
    if (this.patchLayer < 0) return NONE;
    const winding = state[this.patchLayer]!;
    return winding > 0 ? Math.round(state[this.layerCount]! / winding) - 1 : NONE;
  }

  private widen(): void {
    const size = this.layers.length * 2;
    const layers = new Uint8Array(size);
    layers.set(this.layers);
    this.layers = layers;
    const windings = new Int16Array(size);
    windings.set(this.windings);
    this.windings = windings;
    const patches = new Int32Array(size);
    patches.set(this.patches);
    this.patches = patches;
    const nexts = new Int32Array(size);
    nexts.set(this.nexts);
    this.nexts = nexts;
  }
}
