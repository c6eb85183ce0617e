import type { OpenDatabase } from '../../core/exchange/geopackage/sqlDatabase';

/** SQLite in wasm, fetched from our own origin when it is first asked for. */
export async function loadSqlite(): Promise<OpenDatabase> {
  const [{ default: initSqlJs }, { default: address }] = await Promise.all([
    import('sql.js'),
    import('sql.js/dist/sql-wasm.wasm?url'),
  ]);
  const { Database } = await initSqlJs({ locateFile: () => address });
  return (content) => new Database(content);
}
