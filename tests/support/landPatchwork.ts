import type { LonLat } from '../../src/core/geometry/shapes';
import { toLonLat } from '../../src/core/geometry/projection';

/** How a made-up land resource map is laid out: cells of a wobbly grid over a rectangle of EPSG:25832. */
export interface Patchwork {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly columns: number;
  readonly rows: number;
  /** Vertices along each side of a cell. */
  readonly sideVertices: number;
  /** Coordinates as written: plane metres or degrees. */
  readonly system: 'EPSG:25832' | 'WGS84';
}

/** A number in 0–1 that is the same for the same place every time. */
function noise(column: number, row: number, salt: number): number {
  const value = Math.sin(column * 127.1 + row * 311.7 + salt * 74.7) * 43758.5453;
  return value - Math.floor(value);
}

/** A land type of AR5, in patches of several cells. */
function landTypeAt(column: number, row: number): number {
  const wave = Math.sin(column / 7) + Math.cos(row / 9) + noise(column, row, 3);
  if (wave > 1.7) return 21;
  if (wave > 1.5) return 23;
  if (wave > 0) return 30;
  if (wave > -0.2) return 60;
  if (wave > -0.3) return 81;
  return wave > -0.9 ? 50 : 11;
}

/** GeoJSON of polygons that fill a rectangle without gaps, each with an AR5 land type in `arealtype`. */
export function patchworkGeojson(plan: Patchwork): string {
  const width = (plan.maxX - plan.minX) / plan.columns;
  const height = (plan.maxY - plan.minY) / plan.rows;
  const node = (column: number, row: number): [number, number] => [
    plan.minX + (column + 0.5 * (noise(column, row, 1) - 0.5)) * width,
    plan.minY + (row + 0.5 * (noise(column, row, 2) - 0.5)) * height,
  ];
  /** Along a side from its lower to its higher node, the first included. */
  const side = (from: [number, number], to: [number, number], salt: number): [number, number][] =>
    Array.from({ length: plan.sideVertices }, (_, index) => {
      const part = index / plan.sideVertices;
      const off = index === 0 ? 0 : 0.04 * (noise(index, salt, 5) - 0.5);
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      return [from[0] + part * dx - off * dy, from[1] + part * dy + off * dx];
    });
  const across = (column: number, row: number): [number, number][] => side(node(column, row), node(column + 1, row), column * 7919 + row);
  const up = (column: number, row: number): [number, number][] => side(node(column, row), node(column, row + 1), column * 104729 + row + 0.5);
  const backwards = (line: [number, number][], end: [number, number]): [number, number][] => [end, ...line.slice(1).toReversed()];
  const written = ([x, y]: [number, number]): LonLat =>
    plan.system === 'WGS84' ? toLonLat({ x, y }) : [Math.round(x * 100) / 100, Math.round(y * 100) / 100];
  const features: string[] = [];
  for (let row = 0; row < plan.rows; row += 1) {
    for (let column = 0; column < plan.columns; column += 1) {
      const ring = [
        ...across(column, row),
        ...up(column + 1, row),
        ...backwards(across(column, row + 1), node(column + 1, row + 1)),
        ...backwards(up(column, row), node(column, row + 1)),
        node(column, row),
      ].map(written);
      const properties = { arealtype: landTypeAt(column, row), lokalId: `${column}-${row}` };
      features.push(JSON.stringify({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }));
    }
  }
  const crs = plan.system === 'WGS84' ? '' : '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::25832"}},';
  return `{"type":"FeatureCollection",${crs}"features":[\n${features.join(',\n')}\n]}\n`;
}
