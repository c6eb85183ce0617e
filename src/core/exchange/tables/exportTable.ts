/** A cell: text, a number with every digit, or nothing. */
export type Cell = string | number | null;

export interface TableColumn {
  readonly name: string;
  /** Written after the name; empty for text and counts. */
  readonly unit: string;
  /** Decimals a number is shown with; null for text. */
  readonly decimals: 0 | 1 | 2 | null;
}

/** A table that leaves the model, in Norwegian: as CSV, a sheet or a table of a GeoPackage. */
export interface ExportTable {
  /** Lower-case letters and underscores: names the file and the database table. */
  readonly id: string;
  readonly title: string;
  /** What a reader must know of the numbers. */
  readonly notes: readonly string[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A column of text. */
export function text(name: string): TableColumn {
  return { name, unit: '', decimals: null };
}

/** A column of numbers. */
export function number(name: string, unit = '', decimals: 0 | 1 | 2 = 1): TableColumn {
  return { name, unit, decimals };
}

/** A column's name with its unit. */
export function heading({ name, unit }: TableColumn): string {
  return unit === '' ? name : `${name} (${unit})`;
}
