import { zlibSync } from 'fflate';

/** A raster written as GeoTIFF, for tests: what is not stated is left out of the file. */
export interface TiffPlan {
  readonly columns: number;
  readonly rows: number;
  readonly valueAt: (column: number, row: number, channel: number) => number;
  readonly sample?: 'uint8' | 'int16' | 'float32';
  readonly channels?: number;
  /** Side of the tiles, a multiple of 16; strips of one row without. */
  readonly tile?: number;
  readonly deflate?: boolean;
  /** How many cells one cell of each overview stands for. */
  readonly overviews?: readonly number[];
  /** Corner of the first cell and size of the cells. */
  readonly corner?: readonly [x: number, y: number];
  readonly cell?: number;
  /** In place of corner and cell. */
  readonly transformation?: readonly number[];
  readonly isPixelPoint?: boolean;
  /** EPSG code, or a citation without one. */
  readonly system?: number | string;
  readonly noData?: string;
  readonly colours?: readonly (readonly [value: number, red: number, green: number, blue: number])[];
  readonly metadata?: string;
  readonly bigEndian?: boolean;
  /** Tags put in place of those written. */
  readonly override?: readonly Tag[];
}

type Tag = readonly [tag: number, type: 2 | 3 | 4 | 12, values: readonly number[] | string];

const SAMPLES = {
  uint8: { bits: 8, format: 1 },
  int16: { bits: 16, format: 2 },
  float32: { bits: 32, format: 3 },
} as const;

const TYPE_BYTES = { 2: 1, 3: 2, 4: 4, 12: 8 } as const;

/** Bytes that grow. */
class Output {
  readonly #little: boolean;
  #bytes = new Uint8Array(1 << 16);
  length = 0;

  constructor(little: boolean) {
    this.#little = little;
  }

  place(count: number): number {
    const at = this.length + (this.length % 2);
    while (at + count > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.length = at + count;
    return at;
  }

  put(at: number, type: 2 | 3 | 4 | 12, value: number): void {
    const view = new DataView(this.#bytes.buffer);
    if (type === 2) view.setUint8(at, value);
    else if (type === 3) view.setUint16(at, value, this.#little);
    else if (type === 4) view.setUint32(at, value, this.#little);
    else view.setFloat64(at, value, this.#little);
  }

  add(bytes: Uint8Array): number {
    const at = this.place(bytes.length);
    this.#bytes.set(bytes, at);
    return at;
  }

  taken(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }
}

function pieceBytes(plan: TiffPlan, factor: number, left: number, top: number, wide: number, high: number): Uint8Array {
  const { bits, format } = SAMPLES[plan.sample ?? 'uint8'];
  const channels = plan.channels ?? 1;
  const view = new DataView(new ArrayBuffer((wide * high * channels * bits) / 8));
  const little = plan.bigEndian !== true;
  let at = 0;
  for (let row = top; row < top + high; row += 1) {
    for (let column = left; column < left + wide; column += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        const isInside = column * factor < plan.columns && row * factor < plan.rows;
        const value = isInside ? plan.valueAt(column * factor, row * factor, channel) : 0;
        if (format === 3) view.setFloat32(at, value, little);
        else if (bits === 16) view.setInt16(at, value, little);
        else view.setUint8(at, value);
        at += bits / 8;
      }
    }
  }
  return new Uint8Array(view.buffer);
}

function geoTags({ system, isPixelPoint, transformation, corner, cell }: TiffPlan): Tag[] {
  const tags: Tag[] = [];
  if (transformation) tags.push([34264, 12, transformation]);
  else if (corner && cell !== undefined) tags.push([33550, 12, [cell, cell, 0]], [33922, 12, [0, 0, 0, corner[0], corner[1], 0]]);
  if (system === undefined) return tags;
  const isDegrees = system === 4326 || system === 4258;
  const keys = [1024, 0, 1, isDegrees ? 2 : 1, 1025, 0, 1, isPixelPoint ? 2 : 1];
  if (typeof system === 'number') keys.push(isDegrees ? 2048 : 3072, 0, 1, system);
  else keys.push(3072, 0, 1, 32767, 3073, 34737, system.length + 1, 0);
  tags.push([34735, 3, [1, 1, 0, keys.length / 4, ...keys]]);
  if (typeof system === 'string') tags.push([34737, 2, `${system}|`]);
  return tags;
}

/** Writes a GeoTIFF. */
export function tiffBytes(plan: TiffPlan): Uint8Array<ArrayBuffer> {
  const output = new Output(plan.bigEndian !== true);
  output.add(new TextEncoder().encode(plan.bigEndian ? 'MM' : 'II'));
  output.put(output.place(2), 3, 42);
  let next = output.place(4);
  const { bits, format } = SAMPLES[plan.sample ?? 'uint8'];
  const channels = plan.channels ?? 1;
  for (const factor of [1, ...(plan.overviews ?? [])]) {
    const columns = Math.ceil(plan.columns / factor);
    const rows = Math.ceil(plan.rows / factor);
    const [wide, high] = plan.tile === undefined ? [columns, 1] : [plan.tile, plan.tile];
    const pieces: { readonly offset: number; readonly length: number }[] = [];
    for (let top = 0; top < rows; top += high) {
      for (let left = 0; left < columns; left += wide) {
        const raw = pieceBytes(plan, factor, left, top, wide, high);
        const bytes = plan.deflate ? zlibSync(raw) : raw;
        pieces.push({ offset: output.add(bytes), length: bytes.length });
      }
    }
    const each = (value: number): number[] => Array.from({ length: channels }, () => value);
    const offsets = pieces.map(({ offset }) => offset);
    const lengths = pieces.map(({ length }) => length);
    const colourMap = Array.from({ length: 3 * 256 }, () => 0);
    for (const [value, ...rgb] of plan.colours ?? []) rgb.forEach((part, index) => (colourMap[index * 256 + value] = part * 257));
    const own: Tag[] = [
      [254, 4, [factor === 1 ? 0 : 1]],
      [256, 4, [columns]],
      [257, 4, [rows]],
      [258, 3, each(bits)],
      [259, 3, [plan.deflate ? 8 : 1]],
      [262, 3, [plan.colours ? 3 : channels >= 3 ? 2 : 1]],
      [277, 3, [channels]],
      [284, 3, [1]],
      [339, 3, each(format)],
      ...(plan.tile === undefined
        ? ([[273, 4, offsets], [278, 4, [1]], [279, 4, lengths]] satisfies Tag[])
        : ([[322, 4, [wide]], [323, 4, [high]], [324, 4, offsets], [325, 4, lengths]] satisfies Tag[])),
      ...(plan.colours ? ([[320, 3, colourMap]] satisfies Tag[]) : []),
      ...(plan.metadata === undefined ? [] : ([[42112, 2, `${plan.metadata}\0`]] satisfies Tag[])),
      ...(plan.noData === undefined ? [] : ([[42113, 2, `${plan.noData}\0`]] satisfies Tag[])),
      ...(factor === 1 ? geoTags(plan) : []),
    ];
    const replaced = new Set(plan.override?.map(([tag]) => tag));
    const tags = [...own.filter(([tag]) => !replaced.has(tag)), ...(plan.override ?? [])].toSorted(([one], [other]) => one - other);
    const places = tags.map(([, type, values]) => {
      const numbers = typeof values === 'string' ? [...new TextEncoder().encode(values)] : values;
      const size = TYPE_BYTES[type] * numbers.length;
      const at = size > 4 ? output.place(size) : null;
      if (at !== null) numbers.forEach((value, index) => output.put(at + index * TYPE_BYTES[type], type, value));
      return { numbers, at };
    });
    const directory = output.place(2 + 12 * tags.length + 4);
    output.put(next, 4, directory);
    output.put(directory, 3, tags.length);
    tags.forEach(([tag, type], index) => {
      const entry = directory + 2 + 12 * index;
      const { numbers = [], at = null } = places[index] ?? {};
      output.put(entry, 3, tag);
      output.put(entry + 2, 3, type);
      output.put(entry + 4, 4, numbers.length);
      if (at === null) numbers.forEach((value, place) => output.put(entry + 8 + place * TYPE_BYTES[type], type, value));
      else output.put(entry + 8, 4, at);
    });
    next = directory + 2 + 12 * tags.length;
  }
  return output.taken();
}

/** A GeoTIFF as a file that is read by ranges. */
export function tiffBlob(plan: TiffPlan): Blob {
  return new Blob([tiffBytes(plan)]);
}
