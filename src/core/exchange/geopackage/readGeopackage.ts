import { jsonDifferences } from '../jsonDifferences';
import { differenceTexts, ofOneScenario, type ExportContents } from '../verification';
import type { PlanDetails } from '../arealdel/planDetails';
import { ABOUT_TABLE, DETAIL_ROWS, PROOF_ROW, scenarioGeopackage } from './scenarioGeopackage';
import { quotedName, type OpenDatabase, type SqlDatabase, type SqlValue } from './sqlDatabase';

type Rows = Readonly<Record<string, SqlValue>>[];

/** Rows of a table, geometry as hexadecimal; null when there is no such table. */
function rowsOf(database: SqlDatabase, table: string): Rows | null {
  const [known] = database.exec(`SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '${table.replaceAll("'", "''")}'`);
  if (known?.values[0]?.[0] !== 1) return null;
  const [result] = database.exec(`SELECT * FROM ${quotedName(table)} ORDER BY rowid`);
  return (result?.values ?? []).map((row) =>
    Object.fromEntries(row.map((value, index) => [result?.columns[index] ?? '', value instanceof Uint8Array ? [...value].join(' ') : value])),
  );
}

/** Tables by name, as `gpkg_contents` lists them. */
function contentsOf(database: SqlDatabase, tables?: readonly string[]): ReadonlyMap<string, Rows | null> {
  const names = tables ?? (database.exec('SELECT table_name FROM gpkg_contents')[0]?.values ?? []).map(([name]) => String(name));
  return new Map(names.map((name) => [name, rowsOf(database, name)]));
}

function withDatabase<Result>(bytes: Uint8Array, openDatabase: OpenDatabase, read: (database: SqlDatabase) => Result): Result {
  const database = openDatabase(bytes);
  try {
    return read(database);
  } finally {
    database.close();
  }
}

interface About {
  readonly proof: string | null;
  readonly details: PlanDetails;
}

function about(database: SqlDatabase): About {
  const rows = rowsOf(database, ABOUT_TABLE) ?? [];
  const told = (name: string): string | null => {
    const value = rows.find(({ navn }) => navn === name)?.['verdi'];
    return typeof value === 'string' ? value : null;
  };
  const { planIdentification, name, date } = DETAIL_ROWS;
  return { proof: told(PROOF_ROW), details: { planIdentification: told(planIdentification), name: told(name), date: told(date) } };
}

/** A GeoPackage that Småbymodellen has written, or null for any other file. Layers that others have added are left alone. */
export function geopackageContents(bytes: Uint8Array, openDatabase: OpenDatabase): ExportContents | null {
  try {
    const { proof, details } = withDatabase(bytes, openDatabase, about);
    if (proof === null) return null;
    return ofOneScenario(JSON.parse(proof), (exported) => {
      const expected = withDatabase(scenarioGeopackage(exported, openDatabase, details), openDatabase, contentsOf);
      const found = withDatabase(bytes, openDatabase, (database) => contentsOf(database, [...expected.keys()]));
      return [...expected].flatMap(([table, rows]) => {
        const present = found.get(table);
        if (!present) return [`Laget ${table} mangler i filen.`];
        return differenceTexts(`Laget ${table},`, jsonDifferences(present, rows));
      });
    });
  } catch {
    return null;
  }
}
