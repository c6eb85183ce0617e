import type { PlanarBounds, PlanarMultiPolygon, PlanarPoint } from '../../geometry/shapes';
import { jointBounds } from '../../geometry/bounds';
import { geometryBlob, pointBlob, type GeometryKind, type SurfaceKind } from './geometryBlob';
import { quotedName, type OpenDatabase, type SqlDatabase, type SqlValue } from './sqlDatabase';
import { SPATIAL_REFERENCES, SRS_ID } from './spatialReferences';

export interface Column {
  readonly name: string;
  readonly type: 'TEXT' | 'REAL' | 'INTEGER';
}

interface Row {
  readonly values: readonly SqlValue[];
}

/** Outlines in EPSG:25832, or places. */
type Shapes =
  | { readonly geometry: SurfaceKind; readonly rows: readonly (Row & { readonly polygons: PlanarMultiPolygon })[] }
  | { readonly geometry: 'POINT'; readonly rows: readonly (Row & { readonly point: PlanarPoint })[] };

/** Objects with a place in EPSG:25832. */
export type GeopackageLayer = Shapes & {
  readonly table: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly style: { readonly name: string; readonly qml: string; readonly sld: string };
};

/** Rows without an outline. */
export interface GeopackageTable {
  readonly table: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** 'GPKG', and version 1.3. */
const APPLICATION_ID = 0x47504b47;
const USER_VERSION = 10_300;

/** The format asks for a time; a clock would give other bytes each time, so it is the one that stands for none. */
const NO_TIME = '1970-01-01T00:00:00.000Z';

const CORE_TABLES = `
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name), CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30), update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
`;

function insert(database: SqlDatabase, table: string, columns: readonly string[], values: readonly SqlValue[]): void {
  const names = columns.map(quotedName).join(', ');
  database.run(`INSERT INTO ${quotedName(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`, [...values]);
}

function content(
  database: SqlDatabase,
  { table, title, description }: Pick<GeopackageTable, 'table' | 'title' | 'description'>,
  bounds: PlanarBounds | null,
): void {
  insert(
    database,
    'gpkg_contents',
    ['table_name', 'data_type', 'identifier', 'description', 'last_change', 'min_x', 'min_y', 'max_x', 'max_y', 'srs_id'],
    bounds
      ? [table, 'features', title, description, NO_TIME, bounds.minX, bounds.minY, bounds.maxX, bounds.maxY, SRS_ID]
      : [table, 'attributes', title, description, NO_TIME, null, null, null, null, null],
  );
}

function definition({ name, type }: Column): string {
  return `${quotedName(name)} ${type}`;
}

function boundsOf(layer: Shapes): PlanarBounds | null {
  if (layer.geometry !== 'POINT') return jointBounds(layer.rows.map(({ polygons }) => polygons));
  const [easts, norths] = [layer.rows.map(({ point }) => point.x), layer.rows.map(({ point }) => point.y)];
  return { minX: Math.min(...easts), minY: Math.min(...norths), maxX: Math.max(...easts), maxY: Math.max(...norths) };
}

/** The rows' values with their geometry before them. */
function valuesOf(layer: Shapes): readonly (readonly SqlValue[])[] {
  return layer.geometry === 'POINT'
    ? layer.rows.map(({ point, values }) => [pointBlob(point, SRS_ID), ...values])
    : layer.rows.map(({ polygons, values }) => [geometryBlob(polygons, layer.geometry, SRS_ID), ...values]);
}

function writeLayer(database: SqlDatabase, layer: GeopackageLayer): void {
  const { table, columns, style } = layer;
  const geometry: GeometryKind = layer.geometry;
  database.run(
    `CREATE TABLE ${quotedName(table)} (${['fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL', `geom ${geometry}`, ...columns.map(definition)].join(', ')})`,
  );
  content(database, layer, boundsOf(layer) ?? { minX: 0, minY: 0, maxX: 0, maxY: 0 });
  insert(database, 'gpkg_geometry_columns', ['table_name', 'column_name', 'geometry_type_name', 'srs_id', 'z', 'm'], [table, 'geom', geometry, SRS_ID, 0, 0]);
  const names = ['geom', ...columns.map(({ name }) => name)];
  for (const values of valuesOf(layer)) insert(database, table, names, values);
  insert(
    database,
    'layer_styles',
    ['f_table_catalog', 'f_table_schema', 'f_table_name', 'f_geometry_column', 'styleName', 'styleQML', 'styleSLD', 'useAsDefault', 'description', 'owner', 'update_time'],
    ['', '', table, 'geom', style.name, style.qml, style.sld, 1, style.name, '', NO_TIME],
  );
}

function writeTable(database: SqlDatabase, table: GeopackageTable): void {
  const { columns, rows } = table;
  database.run(
    `CREATE TABLE ${quotedName(table.table)} (${['fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL', ...columns.map(definition)].join(', ')})`,
  );
  content(database, table, null);
  const names = columns.map(({ name }) => name);
  for (const row of rows) insert(database, table.table, names, row);
}

/** A GeoPackage (OGC 12-128r18, version 1.3) in EPSG:25832, with styles as QGIS keeps them. The same content gives the same bytes. */
export function writeGeopackage(
  layers: readonly GeopackageLayer[],
  tables: readonly GeopackageTable[],
  openDatabase: OpenDatabase,
): Uint8Array {
  const database = openDatabase();
  try {
    database.run(`PRAGMA application_id = ${APPLICATION_ID}`);
    database.run(`PRAGMA user_version = ${USER_VERSION}`);
    database.run('BEGIN');
    for (const statement of CORE_TABLES.split('\n').filter((line) => line !== '')) database.run(statement);
    for (const reference of SPATIAL_REFERENCES) {
      insert(database, 'gpkg_spatial_ref_sys', ['srs_name', 'srs_id', 'organization', 'organization_coordsys_id', 'definition', 'description'], reference);
    }
    content(database, { table: 'layer_styles', title: 'layer_styles', description: '' }, null);
    for (const layer of layers) writeLayer(database, layer);
    for (const table of tables) writeTable(database, table);
    database.run('COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}
