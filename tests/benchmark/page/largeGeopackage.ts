import { writeFileSync } from 'node:fs';
import initSqlJs from 'sql.js';

/** Vertices of every polygon, the first repeated. */
const VERTICES = 9;
/** Land types of AR5, in turn. */
const LAND_TYPES = [30, 30, 30, 21, 50, 60, 11, 81] as const;

interface Rectangle {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** GeoPackage's binary polygon (OGC 12-128r18, 2.1.3) of a cell with corners and middles of its sides. */
function cellBlob(x: number, y: number, wide: number, high: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 + 13 + 16 * VERTICES));
  view.setUint16(0, 0x5047, true);
  view.setUint8(3, 1);
  view.setInt32(4, 25_832, true);
  view.setUint8(8, 1);
  view.setUint32(9, 3, true);
  view.setUint32(13, 1, true);
  view.setUint32(17, VERTICES, true);
  const places = [[0, 0], [0.5, 0], [1, 0], [1, 0.5], [1, 1], [0.5, 1], [0, 1], [0, 0.5], [0, 0]] as const;
  places.forEach(([east, north], index) => {
    view.setFloat64(21 + 16 * index, x + east * wide, true);
    view.setFloat64(29 + 16 * index, y + north * high, true);
  });
  return new Uint8Array(view.buffer);
}

/** Writes a GeoPackage of so many polygons that fill a rectangle of EPSG:25832, some 200 bytes each. */
export async function writePatchworkGeopackage(file: string, count: number, { minX, minY, maxX, maxY }: Rectangle): Promise<void> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('EUREF89 UTM 32', 25832, 'EPSG', 25832, 'undefined', '');
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT, last_change TEXT, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
    INSERT INTO gpkg_contents VALUES ('ar5', 'features', 'ar5', '', '', ${minX}, ${minY}, ${maxX}, ${maxY}, 25832);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
    INSERT INTO gpkg_geometry_columns VALUES ('ar5', 'geom', 'POLYGON', 25832, 0, 0);
    CREATE TABLE ar5 (fid INTEGER PRIMARY KEY, geom BLOB, arealtype INTEGER);
    BEGIN;`);
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const insert = database.prepare('INSERT INTO ar5 VALUES (?, ?, ?)');
  for (let cell = 0; cell < count; cell += 1) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    const [wide, high] = [(maxX - minX) / columns, (maxY - minY) / rows];
    insert.run([cell + 1, cellBlob(minX + column * wide, minY + row * high, wide, high), LAND_TYPES[(column * 7 + row * 3) % LAND_TYPES.length] ?? 30]);
  }
  insert.free();
  database.run('COMMIT');
  writeFileSync(file, database.export());
  database.close();
}
