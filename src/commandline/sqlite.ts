import initSqlJs from 'sql.js';
import type { OpenDatabase } from '../core/exchange/geopackage/sqlDatabase';

/** SQLite as the page has it, so that the files are the same byte for byte. */
export async function loadSqlite(): Promise<OpenDatabase> {
  const { Database } = await initSqlJs();
  return (content) => new Database(content);
}
