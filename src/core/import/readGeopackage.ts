import { AttributeTableBuilder } from './attributeTable';
import { systemNamed } from './coordinateSystem';
import { ImportProblem, messageOf } from './importProblem';
import type { RawLayer } from './importedLayer';
import { ShapesBuilder } from './packedShapes';
import { Tally } from './tally';
import { addWkb, BrokenGeometry } from './wkb';

/** A value as SQLite has it. */
type SqlValue = number | string | Uint8Array | null;

/** What is asked of a prepared statement; one of sql.js is such. */
export interface SqlRows {
  step(): boolean;
  get(): SqlValue[];
  getColumnNames(): string[];
  free(): boolean;
}

/** What is asked of an open SQLite database; one of sql.js is such. */
export interface SqlDatabase {
  prepare(sql: string): SqlRows;
  close(): void;
}

/** Opens the bytes of an SQLite file. */
export type OpenSqlite = (bytes: Uint8Array) => Promise<SqlDatabase>;

/** Bytes of the envelope by its code in the geometry's flags (GeoPackage 1.3, table 6). */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;

const REASONS = {
  withoutGeometry: 'har ingen geometri',
  notAGeometry: 'har en geometri som ikke kan leses',
} as const;

interface Table {
  readonly name: string;
  readonly column: string;
  readonly system: RawLayer['declared'];
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function* rowsOf(database: SqlDatabase, sql: string): Generator<SqlValue[]> {
  const statement = database.prepare(sql);
  try {
    while (statement.step()) yield statement.get();
  } finally {
    statement.free();
  }
}

function tablesOf(database: SqlDatabase, file: string): readonly Table[] {
  const sql = `SELECT g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.srs_name
    FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id`;
  try {
    return Array.from(rowsOf(database, sql), ([name, column, organisation, code, title]) => {
      const text = `${String(organisation ?? '')}:${String(code ?? '')}`;
      const isStated = typeof code === 'number' && code > 0;
      return {
        name: String(name),
        column: String(column),
        system: isStated ? { system: systemNamed(text), text: title === null ? text : String(title) } : null,
      };
    });
  } catch (problem) {
    throw new ImportProblem(`«${file}» er en SQLite-fil, men ikke en GeoPackage (${messageOf(problem)}). Lagre laget som GeoPackage i QGIS.`);
  }
}

/** Where the geometry begins in a GeoPackage blob; null for an empty or broken one. */
function geometryStart(blob: Uint8Array): number | null {
  if (blob.length < 9 || blob[0] !== 0x47 || blob[1] !== 0x50) return null;
  const flags = blob[3] ?? 0;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  const isEmpty = (flags & 0x10) !== 0;
  return envelope === undefined || isEmpty ? null : 8 + envelope;
}

function readTable(database: SqlDatabase, table: Table): RawLayer {
  const shapes = new ShapesBuilder();
  const attributes = new AttributeTableBuilder();
  const dropped = new Tally();
  let objectCount = 0;
  const statement = database.prepare(`SELECT * FROM ${quoted(table.name)}`);
  try {
    const names = statement.getColumnNames();
    const place = names.findIndex((name) => name.toLowerCase() === table.column.toLowerCase());
    while (statement.step()) {
      const values = statement.get();
      const blob = values[place];
      objectCount += 1;
      const before = shapes.shapeCount;
      try {
        const start = blob instanceof Uint8Array ? geometryStart(blob) : null;
        if (!(blob instanceof Uint8Array) || start === null) throw new BrokenGeometry(REASONS.withoutGeometry);
        addWkb(blob, start, shapes, attributes.rowCount);
        if (shapes.shapeCount === before) throw new BrokenGeometry(REASONS.withoutGeometry);
      } catch (problem) {
        if (!(problem instanceof BrokenGeometry)) throw problem;
        shapes.giveUpShape();
        dropped.add(problem.message);
      }
      if (shapes.shapeCount > before) attributes.add(names.map((name, index) => [name, index === place ? null : values[index]] as const));
    }
  } finally {
    statement.free();
  }
  return {
    name: table.name,
    format: 'geopackage',
    shapes: shapes.finish(),
    attributes: attributes.finish(),
    declared: table.system,
    objectCount,
    dropped: dropped.counted(),
    notes: [],
  };
}

/** Reads every table of features in a GeoPackage, one layer each. Throws ImportProblem. */
export async function readGeopackage(bytes: Uint8Array, file: string, open: OpenSqlite): Promise<readonly RawLayer[]> {
  let database: SqlDatabase;
  try {
    database = await open(bytes);
  } catch (problem) {
    throw new ImportProblem(`«${file}» kunne ikke åpnes som GeoPackage (${messageOf(problem)}). Filen kan være skadet.`);
  }
  try {
    const tables = tablesOf(database, file);
    if (tables.length === 0) throw new ImportProblem(`«${file}» har ingen lag med geometri. Velg en annen fil.`);
    return tables.map((table) => readTable(database, table));
  } catch (problem) {
    if (problem instanceof ImportProblem) throw problem;
    throw new ImportProblem(`«${file}» er skadet (${messageOf(problem)}). Lagre laget på nytt i QGIS.`);
  } finally {
    database.close();
  }
}
