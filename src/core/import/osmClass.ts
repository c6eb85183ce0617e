import { valueAt, type AttributeColumn, type AttributeValue } from './attributeTable';
import type { ImportedLayer } from './importedLayer';
import { OSM_KEYS, OSM_ROLES } from './roleRules';

/** The attribute that holds the one OpenStreetMap tag that tells what an object's ground is, as `landuse=meadow`. */
export const OSM_CLASS = 'osm';

/** The most telling tag of an object; null where none tells of ground. */
function osmClassOf(tagOf: (key: string) => AttributeValue | null): string | null {
  let other: string | null = null;
  for (const key of OSM_KEYS) {
    const value = tagOf(key);
    if (value === null || value === '') continue;
    const tag = `${key}=${String(value)}`;
    if (tag in OSM_ROLES) return tag;
    other ??= tag;
  }
  return other;
}

/** The layer with its `OSM_CLASS` attribute, where its objects carry OpenStreetMap tags; else the layer as it is. */
export function withOsmClass(layer: ImportedLayer): ImportedLayer {
  const { columns, rowCount } = layer.attributes;
  const byKey = new Map(columns.map((column) => [column.name, column]));
  if (byKey.has(OSM_CLASS) || !OSM_KEYS.some((key) => byKey.has(key))) return layer;
  const values: string[] = [];
  const codeOf = new Map<string, number>();
  const codes = new Uint32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const tag = osmClassOf((key) => {
      const column = byKey.get(key);
      return column ? valueAt(column, row) : null;
    });
    if (tag === null) continue;
    let code = codeOf.get(tag);
    if (code === undefined) {
      code = values.push(tag);
      codeOf.set(tag, code);
    }
    codes[row] = code;
  }
  if (!values.some((tag) => tag in OSM_ROLES)) return layer;
  const column: AttributeColumn = { name: OSM_CLASS, values, codes };
  return { ...layer, attributes: { rowCount, columns: [column, ...columns] } };
}
