import { NetworkFileError } from './networkFileError';

/** More vertices than this are refused: some hundred times a municipality, and memory has an end. */
export const MAXIMUM_VERTICES = 20_000_000;

/** Lines that may be walked, in WGS84, as flat arrays that can be transferred to a worker. */
export interface WalkingLines {
  /** `lon0, lat0, lon1, lat1, …` of all lines after each other, degrees. */
  readonly positions: Float64Array;
  /** First vertex of each line, and at the end the number of vertices. */
  readonly lineStarts: Uint32Array;
  /**
   * OpenStreetMap node of each vertex: vertices are one place when these are equal.
   * Null: they are one place when they lie together.
   */
  readonly nodeIds: Float64Array | null;
  /** Norwegian notes on what was left out and why. */
  readonly notes: readonly string[];
}

function isPosition(longitude: number, latitude: number): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}

/** Gathers lines vertex by vertex; a line of fewer than two vertices is dropped. */
export class WalkingLinesBuilder {
  readonly #identified: boolean;
  #positions = new Float64Array(2048);
  #nodeIds: Float64Array;
  #lineStarts: number[] = [0];
  #vertexCount = 0;

  /** `identified`: vertices carry OpenStreetMap node ids. */
  constructor(identified: boolean) {
    this.#identified = identified;
    this.#nodeIds = new Float64Array(identified ? 1024 : 0);
  }

  /** Number of whole lines so far. */
  get lineCount(): number {
    return this.#lineStarts.length - 1;
  }

  /** Adds a vertex, degrees, to the line under way. Throws NetworkFileError for a position off the globe. */
  addVertex(longitude: number, latitude: number, nodeId = 0): void {
    if (!isPosition(longitude, latitude)) {
      throw new NetworkFileError(
        `Posisjonen ${longitude}, ${latitude} er ikke en lengde- og breddegrad. Gangnettet må være i WGS84 (EPSG:4326), lengdegrad først.`,
      );
    }
    if (this.#vertexCount === MAXIMUM_VERTICES) {
      throw new NetworkFileError(
        `Gangnettet har over ${MAXIMUM_VERTICES / 1e6} millioner punkter. Klipp filen til området det gjelder, og prøv igjen.`,
      );
    }
    this.#makeRoom();
    this.#positions[2 * this.#vertexCount] = longitude;
    this.#positions[2 * this.#vertexCount + 1] = latitude;
    if (this.#identified) this.#nodeIds[this.#vertexCount] = nodeId;
    this.#vertexCount += 1;
  }

  /** Ends the line under way. */
  endLine(): void {
    const start = this.#lineStarts.at(-1) ?? 0;
    if (this.#vertexCount - start >= 2) this.#lineStarts.push(this.#vertexCount);
    else this.#vertexCount = start;
  }

  /** The lines gathered, with Norwegian notes on what is not among them. */
  finish(notes: readonly string[]): WalkingLines {
    this.endLine();
    return {
      positions: this.#positions.slice(0, 2 * this.#vertexCount),
      lineStarts: Uint32Array.from(this.#lineStarts),
      nodeIds: this.#identified ? this.#nodeIds.slice(0, this.#vertexCount) : null,
      notes,
    };
  }

  #makeRoom(): void {
    if (2 * this.#vertexCount + 2 <= this.#positions.length) return;
    const positions = new Float64Array(this.#positions.length * 2);
    positions.set(this.#positions);
    this.#positions = positions;
    if (!this.#identified) return;
    const nodeIds = new Float64Array(this.#nodeIds.length * 2);
    nodeIds.set(this.#nodeIds);
    this.#nodeIds = nodeIds;
  }
}
