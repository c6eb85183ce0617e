import wasmAddress from 'sql.js/dist/sql-wasm.wasm?url';
import type { OpenDatabase } from '../core/exchange/geopackage/sqlDatabase';

/** SQLite in wasm, fetched when it is first asked for. */
export async function loadSqlite(): Promise<OpenDatabase> {
  const { default: initSqlJs } = await import('sql.js');
  const { Database } = await initSqlJs({ locateFile: () => wasmAddress });
  return (content) => new Database(content);
}
