import { ImportProblem, messageOf } from '../../core/import/importProblem';
import type { CellWindow } from '../../core/import/rasters/coverage';
import type { OpenRaster } from './openRaster';

/** Cells that are held at once, at most. */
export const MOST_CELLS = 4_000_000;

/** A raster without overviews gets one of at most this size, so that it can be seen from afar. */
const OVERVIEW_SIDE = 2048;
/** More cells than this are not gone through for an overview: that would take minutes. */
const MOST_CELLS_GONE_THROUGH = 3_000_000_000;

/** A coarse copy of a raster that has none of its own: of each square of cells, the one in the middle. */
interface MadeOverview {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array | Float32Array | Uint8Array | Uint8ClampedArray;
}

/** One size that a raster can be read in. */
export interface CellLevel {
  readonly columns: number;
  readonly rows: number;
  /** Cells of a window, row by row; four numbers each, red to alpha, for a picture. */
  readonly read: (window: CellWindow) => Promise<ArrayLike<number>>;
}

/** Reads cells of a raster at the size that fits. */
export class CellReader {
  readonly #raster: OpenRaster;
  #made: Promise<MadeOverview> | null = null;

  constructor(raster: OpenRaster) {
    this.#raster = raster;
  }

  /** The raster as it is, or its `index`-th overview. */
  level(index: number): CellLevel {
    const { columns, rows } = this.#raster.facts.levels[index] ?? this.#raster.facts;
    return { columns, rows, read: (window) => this.#read(index, window) };
  }

  /**
   * The coarsest level in which one cell is no larger than `cells` of the raster's own.
   * @param mayMake an overview is made where the file has none that fits
   */
  async levelFor(cells: number, mayMake: boolean): Promise<CellLevel> {
    const { levels, columns, rows } = this.#raster.facts;
    let best = 0;
    levels.forEach((level, index) => {
      if (columns / level.columns <= cells) best = index;
    });
    const found = levels[best] ?? { columns, rows };
    const factor = Math.ceil(Math.max(columns, rows) / OVERVIEW_SIDE);
    if (!mayMake || factor < 2 || cells < factor || columns / found.columns >= factor) return this.level(best);
    this.#made ??= this.#makeOverview(factor);
    const made = await this.#made;
    return { columns: made.columns, rows: made.rows, read: async (window) => Promise.resolve(cut(made, window, this.#channels)) };
  }

  get #channels(): number {
    return this.#raster.facts.isPicture ? 4 : 1;
  }

  async #read(index: number, { left, top, right, bottom }: CellWindow): Promise<ArrayLike<number>> {
    const image = this.#raster.images[index];
    if (!image) throw new RangeError('There is no such level.');
    try {
      if (this.#raster.facts.isPicture) return withAlpha(await image.readRGB({ window: [left, top, right, bottom], interleave: true, enableAlpha: true }), (right - left) * (bottom - top));
      const values = await image.readRasters({ window: [left, top, right, bottom], samples: [0], interleave: true });
      return this.#scaled(values);
    } catch (problem) {
      if (problem instanceof ImportProblem) throw problem;
      throw new ImportProblem(`En del av rasteret kan ikke pakkes ut (${messageOf(problem)}). Hent filen på nytt, eller lagre den på nytt i QGIS.`);
    }
  }

  #scaled(values: ArrayLike<number>): ArrayLike<number> {
    const { scale, offset } = this.#raster.stated;
    if (scale === 1 && offset === 0) return values;
    const { noData } = this.#raster.facts;
    return Float64Array.from(values, (value) => (value === noData ? Number.NaN : value * scale + offset));
  }

  async #makeOverview(factor: number): Promise<MadeOverview> {
    const { columns, rows } = this.#raster.facts;
    if (columns * rows > MOST_CELLS_GONE_THROUGH) {
      throw new ImportProblem('Rasteret er stort og har ingen oversiktsbilder. Lagre det som «Cloud Optimized GeoTIFF» (COG) i QGIS, eller klipp det til kommunen.');
    }
    const channels = this.#channels;
    const made = { columns: Math.ceil(columns / factor), rows: Math.ceil(rows / factor) };
    const values = channels === 4 ? new Uint8ClampedArray(made.columns * made.rows * channels) : new Float64Array(made.columns * made.rows);
    const stripRows = Math.max(1, Math.floor(MOST_CELLS / columns / factor)) * factor;
    for (let top = 0; top < rows; top += stripRows) {
      const bottom = Math.min(rows, top + stripRows);
      const strip = await this.#read(0, { left: 0, top, right: columns, bottom });
      for (let row = Math.floor(top / factor); row < Math.ceil(bottom / factor); row += 1) {
        const from = Math.min(bottom - 1, row * factor + (factor >> 1)) - top;
        for (let column = 0; column < made.columns; column += 1) {
          const cell = from * columns + Math.min(columns - 1, column * factor + (factor >> 1));
          for (let channel = 0; channel < channels; channel += 1) {
            values[(row * made.columns + column) * channels + channel] = strip[cell * channels + channel] ?? 0;
          }
        }
      }
    }
    return { ...made, values };
  }
}

/** Red, green, blue and alpha of pictures with and without the last. */
function withAlpha(values: ArrayLike<number>, cells: number): Uint8ClampedArray {
  const channels = Math.max(3, Math.round(values.length / cells));
  const all = new Uint8ClampedArray(4 * cells);
  for (let cell = 0; cell < cells; cell += 1) {
    for (let channel = 0; channel < 3; channel += 1) all[4 * cell + channel] = values[channels * cell + channel] ?? 0;
    all[4 * cell + 3] = channels >= 4 ? (values[channels * cell + 3] ?? 255) : 255;
  }
  return all;
}

function cut({ columns, values }: MadeOverview, { left, top, right, bottom }: CellWindow, channels: number): ArrayLike<number> {
  const wide = (right - left) * channels;
  const part = new Float64Array(wide * (bottom - top));
  for (let row = top; row < bottom; row += 1) {
    const start = (row * columns + left) * channels;
    part.set(values.subarray(start, start + wide), (row - top) * wide);
  }
  return part;
}
