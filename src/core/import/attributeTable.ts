import type { FeatureProperties } from '../domain/dataset';
import { IndexList } from './growingLists';
import { LONGEST_TEXT, MOST_ATTRIBUTES } from './limits';

export type AttributeValue = string | number | boolean;

/** One attribute of all objects: what values there are, and which each object has. */
export interface AttributeColumn {
  readonly name: string;
  /** Distinct values in the order they were met. */
  readonly values: readonly AttributeValue[] | PackedValues;
  /** By object: 0 without a value, else one more than the value's place in `values`. */
  readonly codes: Uint32Array<ArrayBuffer>;
}

/** Very many values as JSON, one after the other: they pass between threads as one text, and take up no more. */
export interface PackedValues {
  readonly text: string;
  /** Where the text of each value ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** Attributes of a layer's objects, column by column, so that they pass between threads at the cost of arrays. */
export interface AttributeTable {
  readonly rowCount: number;
  readonly columns: readonly AttributeColumn[];
}

interface GrowingColumn {
  readonly values: AttributeValue[];
  readonly codeOf: Map<AttributeValue, number>;
  readonly codes: IndexList;
}

function plainValue(value: unknown): AttributeValue | null {
  switch (typeof value) {
    case 'string':
      return value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT) : value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'boolean':
      return value;
    case 'bigint':
      return Number(value);
    case 'object': {
      if (value === null) return null;
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
      if (ArrayBuffer.isView(value)) return null;
      const text = JSON.stringify(value);
      return text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
    }
    default:
      return null;
  }
}

/** Gathers attributes object by object. Nested values become JSON text; texts are cut at `LONGEST_TEXT`. */
export class AttributeTableBuilder {
  readonly #columns = new Map<string, GrowingColumn>();
  #rowCount = 0;

  get rowCount(): number {
    return this.#rowCount;
  }

  /** Adds an object and gives its row. Attributes beyond `MOST_ATTRIBUTES` are left out. */
  add(properties: Iterable<readonly [name: string, value: unknown]>): number {
    const row = this.#rowCount;
    this.#rowCount += 1;
    for (const [name, value] of properties) {
      const plain = plainValue(value);
      if (plain === null || plain === '') continue;
      const column = this.#column(name);
      if (!column || column.codes.length > row) continue;
      while (column.codes.length < row) column.codes.push(0);
      let code = column.codeOf.get(plain);
      if (code === undefined) {
        column.values.push(plain);
        code = column.values.length;
        column.codeOf.set(plain, code);
      }
      column.codes.push(code);
    }
    return row;
  }

  finish(): AttributeTable {
    const columns = Array.from(this.#columns, ([name, { values, codes }]) => {
      while (codes.length < this.#rowCount) codes.push(0);
      return { name, values, codes: codes.taken() };
    });
    return { rowCount: this.#rowCount, columns };
  }

  #column(name: string): GrowingColumn | null {
    const known = this.#columns.get(name);
    if (known) return known;
    if (this.#columns.size >= MOST_ATTRIBUTES) return null;
    const column = { values: [], codeOf: new Map(), codes: new IndexList() };
    this.#columns.set(name, column);
    return column;
  }
}

/** More values than this are packed: names and numbers of objects, not their classes. */
const MOST_VALUES_LISTED = 4096;

function areListed(values: AttributeColumn['values']): values is readonly AttributeValue[] {
  return Array.isArray(values);
}

function packedValueAt({ text, ends }: PackedValues, index: number): AttributeValue | undefined {
  const end = ends[index];
  return end === undefined ? undefined : (JSON.parse(text.slice(ends[index - 1] ?? 0, end)) as AttributeValue);
}

/** How many values an attribute has. */
export function valueCount({ values }: Pick<AttributeColumn, 'values'>): number {
  return areListed(values) ? values.length : values.ends.length;
}

/** All values of an attribute, in the order they were met. */
export function listedValues({ values }: Pick<AttributeColumn, 'values'>): readonly AttributeValue[] {
  return areListed(values) ? values : Array.from(values.ends, (_, index) => packedValueAt(values, index) ?? '');
}

/** The table with what has very many values packed. */
export function packedTable({ rowCount, columns }: AttributeTable): AttributeTable {
  const packed = ({ values, ...rest }: AttributeColumn): AttributeColumn => {
    if (!areListed(values) || values.length <= MOST_VALUES_LISTED) return { ...rest, values };
    const texts = values.map((value) => JSON.stringify(value));
    let end = 0;
    const ends = Uint32Array.from(texts, ({ length }) => (end += length));
    return { ...rest, values: { text: texts.join(''), ends } };
  };
  return { rowCount, columns: columns.map(packed) };
}

/** The value of an attribute for one object; null without one. */
export function valueAt({ values, codes }: AttributeColumn, row: number): AttributeValue | null {
  const code = codes[row] ?? 0;
  if (code === 0) return null;
  return (areListed(values) ? values[code - 1] : packedValueAt(values, code - 1)) ?? null;
}

/** All attributes of one object; those without a value are left out. */
export function propertiesOf(table: AttributeTable, row: number): FeatureProperties {
  const properties: Record<string, AttributeValue> = {};
  for (const column of table.columns) {
    const value = valueAt(column, row);
    if (value !== null) properties[column.name] = value;
  }
  return properties;
}

/** The table of chosen rows only, in their order; values that none of them has are left out. */
export function tableOfRows(table: AttributeTable, rows: Uint32Array): AttributeTable {
  const columns = table.columns.flatMap(({ name, codes, ...column }): AttributeColumn[] => {
    const values = listedValues(column);
    const renumbered = new Map<number, number>();
    const kept: AttributeValue[] = [];
    const chosen = rows.map((row) => {
      const code = codes[row] ?? 0;
      const value = values[code - 1];
      if (value === undefined) return 0;
      let next = renumbered.get(code);
      if (next === undefined) {
        kept.push(value);
        next = kept.length;
        renumbered.set(code, next);
      }
      return next;
    });
    return kept.length === 0 ? [] : [{ name, values: kept, codes: new Uint32Array(chosen) }];
  });
  return { rowCount: rows.length, columns };
}
