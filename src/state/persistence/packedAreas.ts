/**
 * Areas as they are stored, in columns: a history speaks of tens of thousands, and browsers copy columns of numbers as one
 * piece.
 */
export interface PackedAreas {
  readonly ids: readonly string[];
  /** The number of each area's ground; -1 for an area that is taken out. */
  readonly grounds: Int32Array;
  /** How many periods each area has dwellings for. */
  readonly periods: Uint16Array;
  /** Dwellings by period, one area after the other. */
  readonly dwellings: Float64Array;
}

/** One area: its identifier, the number of its ground or null, its dwellings by period. */
export type PlainArea = readonly [id: string, ground: number | null, dwellingsByPeriod: readonly number[]];

/** Whether a stored value is areas in columns that fit together. */
export function isPackedAreas(value: unknown): value is PackedAreas {
  if (typeof value !== 'object' || value === null) return false;
  const { ids, grounds, periods, dwellings } = value as Partial<Record<keyof PackedAreas, unknown>>;
  return (
    Array.isArray(ids) &&
    grounds instanceof Int32Array &&
    periods instanceof Uint16Array &&
    dwellings instanceof Float64Array &&
    grounds.length === ids.length &&
    periods.length === ids.length &&
    dwellings.length === periods.reduce((sum, count) => sum + count, 0) &&
    ids.every((id) => typeof id === 'string' && id !== '') &&
    grounds.every((ground) => ground >= -1) &&
    dwellings.every((amount) => amount >= 0 && amount < Infinity)
  );
}

/** Areas put in columns. */
export function packAreas(areas: readonly PlainArea[]): PackedAreas {
  return {
    ids: areas.map(([id]) => id),
    grounds: Int32Array.from(areas, ([, ground]) => ground ?? -1),
    periods: Uint16Array.from(areas, ([, , dwellings]) => dwellings.length),
    dwellings: Float64Array.from(areas.flatMap(([, , dwellings]) => dwellings)),
  };
}

/** Areas out of columns, in their order. */
export function unpackAreas({ ids, grounds, periods, dwellings }: PackedAreas): readonly PlainArea[] {
  let start = 0;
  return ids.map((id, index) => {
    const ground = grounds[index] ?? -1;
    const end = start + (periods[index] ?? 0);
    const own = Array.from(dwellings.subarray(start, end));
    start = end;
    return [id, ground === -1 ? null : ground, own];
  });
}
