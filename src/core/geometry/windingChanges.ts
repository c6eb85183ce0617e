const NONE = -1;

/** The list that changes nothing. */
const NOTHING = 0;

/** More lists than there ever are, so that the numbers of two make one. */
const MOST_LISTS = 2 ** 26;

/**
 * What crossing an edge changes: for each edge a short list of layers with the winding number that is added from its
 * left to its right. Edges of several polygons that lie on each other are one edge with a longer list. Each list is there
 * once, whatever the number of edges: a map has few kinds of borders.
 */
export class WindingChanges {
  layers = new Uint8Array(256);
  windings = new Int32Array(256);
  patches = new Int32Array(256);
  nexts = new Int32Array(256);
  private count = 0;
  private readonly known = new Map<string, number>();
  private readonly sums = new Map<number, number>();
  /** The latest sum and what it is of: neighbours share many edges one after the other. */
  private latest = { one: NONE, other: NONE, sum: NONE };
  readonly layerCount: number;
  private readonly patchLayer: number;

  /** @param patchLayer the layer whose polygons are told apart as patches, or -1. */
  constructor(layerCount: number, patchLayer: number) {
    this.layerCount = layerCount;
    this.patchLayer = patchLayer;
    this.listOf(0, NONE, 0, NONE);
  }

  /** The list with one change. */
  of(layer: number, patch: number, winding: 1 | -1): number {
    return this.listOf(layer, patch, winding, NONE);
  }

  /** The list of what two change together; what cancels out is not in it. */
  sum(one: number, other: number): number {
    const { latest } = this;
    if (one !== latest.one || other !== latest.other) {
      const both = one * MOST_LISTS + other;
      let sum = this.sums.get(both);
      if (sum === undefined) {
        sum = this.added(one, other);
        this.sums.set(both, sum);
      }
      latest.one = one;
      latest.other = other;
      latest.sum = sum;
    }
    return latest.sum;
  }

  /** Gives back the room that only new lists ask for. */
  trim(): void {
    this.known.clear();
    this.sums.clear();
    this.resize(this.count);
  }

  /** Whether a list changes anything. */
  isEffective(list: number): boolean {
    return list !== NOTHING;
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

  /** The changes of two lists, by layer and patch. */
  private added(one: number, other: number): number {
    const together = new Map<string, { readonly layer: number; readonly patch: number; winding: number }>();
    for (const list of [one, other]) {
      for (let at = list; at !== NONE; at = this.nexts[at]!) {
        const [layer, patch, winding] = [this.layers[at]!, this.patches[at]!, this.windings[at]!];
        const key = `${layer} ${patch}`;
        const there = together.get(key);
        if (there) there.winding += winding;
        else together.set(key, { layer, patch, winding });
      }
    }
    return [...together.values()]
      .filter(({ winding }) => winding !== 0)
      .sort((a, b) => b.layer - a.layer || b.patch - a.patch)
      .reduce((next, { layer, patch, winding }) => this.listOf(layer, patch, winding, next === NOTHING ? NONE : next), NOTHING);
  }

  /** The list that starts with a change and goes on as another does. */
  private listOf(layer: number, patch: number, winding: number, next: number): number {
    const key = `${layer} ${patch} ${winding} ${next}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const list = this.count;
    if (list === this.layers.length) this.resize(2 * list);
    this.layers[list] = layer;
    this.patches[list] = patch;
    this.windings[list] = winding;
    this.nexts[list] = next;
    this.count = list + 1;
    this.known.set(key, list);
    return list;
  }

  private resize(size: number): void {
    const { count } = this;
    const resized = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const array = new Int32Array(size);
      array.set(old.subarray(0, count));
      return array;
    };
    const layers = new Uint8Array(size);
    layers.set(this.layers.subarray(0, count));
    this.layers = layers;
    this.windings = resized(this.windings);
    this.patches = resized(this.patches);
    this.nexts = resized(this.nexts);
  }
}
