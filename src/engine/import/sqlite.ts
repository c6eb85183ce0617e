import type { OpenSqlite } from '../../core/import/readGeopackage';

/** Opens SQLite files by sql.js, which is fetched, from our own origin, when first needed. */
export const openSqlite: OpenSqlite = async (bytes) => {
  const [{ default: initSqlJs }, { default: address }] = await Promise.all([
    import('sql.js'),
    import('sql.js/dist/sql-wasm.wasm?url'),
  ]);
  const { Database } = await initSqlJs({ locateFile: () => address });
  return new Database(bytes);
};
