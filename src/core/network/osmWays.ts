import { NetworkFileError } from './networkFileError';
import { LeftOut, whyNotWalkable } from './walkable';
import type { WayTags } from './walkable';
import { MAXIMUM_VERTICES, WalkingLinesBuilder } from './walkingLines';
import type { WalkingLines } from './walkingLines';

/** A growing list of numbers. */
class NumberList {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  taken(): Float64Array {
    return this.#values.subarray(0, this.length);
  }
}

/**
 * Puts OpenStreetMap ways and nodes together as walking lines. First all ways are given, then the nodes in any
 * order: only nodes that some walkable way uses are kept. Ways that leave the file (clipped extracts) are cut there.
 */
export class OsmWays {
  readonly #references = new NumberList();
  readonly #wayEnds = new NumberList();
  readonly #leftOut = new LeftOut();
  #sortedIds: Float64Array | null = null;
  #longitudes = new Float64Array();
  #latitudes = new Float64Array();

  /** Gives a way; it is kept if it may be walked. */
  addWay(tags: WayTags, nodes: Iterable<number>): void {
    const reason = whyNotWalkable(tags);
    if (reason !== null) {
      this.#leftOut.add(reason);
      return;
    }
    for (const node of nodes) this.#references.push(node);
    if (this.#references.length > MAXIMUM_VERTICES) {
      throw new NetworkFileError(
        `Filen har over ${MAXIMUM_VERTICES / 1e6} millioner punkter på gangbare veier. Klipp den til området det gjelder, og prøv igjen.`,
      );
    }
    this.#wayEnds.push(this.#references.length);
  }

  /** Gives the position of a node, degrees. */
  addNode(id: number, longitude: number, latitude: number): void {
    const ids = (this.#sortedIds ??= this.#neededIds());
    let low = 0;
    let high = ids.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ids[middle]! < id) low = middle + 1;
      else high = middle;
    }
    if (ids[low] !== id) return;
    this.#longitudes[low] = longitude;
    this.#latitudes[low] = latitude;
  }

  /** The walking lines. Throws NetworkFileError where none has positions; `name` is the file's. */
  finish(name: string): WalkingLines {
    const ids = (this.#sortedIds ??= this.#neededIds());
    const placeOfId = new Map<number, number>();
    ids.forEach((id, index) => placeOfId.set(id, index));
    const references = this.#references.taken();
    const builder = new WalkingLinesBuilder(true);
    const missing = new Set<number>();
    let at = 0;
    for (const end of this.#wayEnds.taken()) {
      for (; at < end; at += 1) {
        const id = references[at]!;
        const place = placeOfId.get(id)!;
        const longitude = this.#longitudes[place]!;
        if (Number.isNaN(longitude)) {
          missing.add(id);
          builder.endLine();
        } else builder.addVertex(longitude, this.#latitudes[place]!, id);
      }
      builder.endLine();
    }
    if (builder.lineCount === 0) {
      throw new NetworkFileError(
        `«${name}» har ingen veier eller stier som kan gås. Hent et utsnitt av OpenStreetMap som har med veier (highway) og punktene deres.`,
      );
    }
    const notes = this.#leftOut.notes();
    if (missing.size > 0) notes.push(`Veier i «${name}» er kuttet der de går ut av utsnittet (${missing.size} punkter mangler).`);
    return builder.finish(notes);
  }

  #neededIds(): Float64Array {
    const sorted = this.#references.taken().slice().sort();
    let kept = 0;
    for (let index = 0; index < sorted.length; index += 1) {
      if (index > 0 && sorted[index] === sorted[index - 1]) continue;
      sorted[kept] = sorted[index]!;
      kept += 1;
    }
    this.#longitudes = new Float64Array(kept).fill(Number.NaN);
    this.#latitudes = new Float64Array(kept).fill(Number.NaN);
    return sorted.slice(0, kept);
  }
}
