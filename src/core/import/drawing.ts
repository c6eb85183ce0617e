import { rolesOf, shapesInRole } from './assignment';
import { valueAt } from './attributeTable';
import { FEATURE_PREFIXES } from './featurePrefixes';
import { kindAt, partRange, pathRange, shapeRange } from './packedShapes';
import { layerIdOf, type TakenLayer } from './takenLayer';
import type { LayerId } from '../domain/identifiers';

/** About a decimetre: nearer than the map is looked at. */
const DECIMALS = 1e6;

/** GeoJSON for the map of one layer of the data set, in pieces of some size. */
export interface LayerDrawing {
  readonly layer: LayerId;
  readonly text: readonly string[];
}

class TextPieces {
  readonly pieces: string[] = [];
  #parts: string[] = [];
  #length = 0;

  add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    if (this.#length > 1 << 20) this.flush();
  }

  flush(): void {
    if (this.#parts.length > 0) this.pieces.push(this.#parts.join(''));
    this.#parts = [];
    this.#length = 0;
  }
}

function pathText({ shapes }: TakenLayer['layer'], path: number): string {
  const [first, end] = pathRange(shapes, path);
  const positions: string[] = [];
  for (let vertex = first; vertex < end; vertex += 1) {
    const longitude = Math.round(shapes.coordinates[2 * vertex]! * DECIMALS) / DECIMALS;
    const latitude = Math.round(shapes.coordinates[2 * vertex + 1]! * DECIMALS) / DECIMALS;
    positions.push(`[${longitude},${latitude}]`);
  }
  return positions.join(',');
}

/** The layer's drawing in each of its roles, as text that the map's own worker reads. */
export function drawingsOf(taken: TakenLayer): readonly LayerDrawing[] {
  const { layer } = taken;
  const { shapes } = layer;
  const naming = layer.attributes.columns.find(({ name }) => name === 'name' || name === 'navn');
  return rolesOf(taken.assignment).map((role) => {
    const text = new TextPieces();
    const counts = { polygon: 0, line: 0, point: 0 };
    const feature = (kind: keyof typeof counts, shape: number, geometry: string): void => {
      const name = naming ? valueAt(naming, shapes.rows[shape] ?? 0) : null;
      const isFirst = counts.polygon + counts.line + counts.point === 0;
      const id = `${FEATURE_PREFIXES[kind]}${counts[kind]}`;
      counts[kind] += 1;
      const properties = JSON.stringify(typeof name === 'string' ? { id, name } : { id });
      text.add(`${isFirst ? '' : ',\n'}{"type":"Feature","properties":${properties},"geometry":${geometry}}`);
    };
    text.add('{"type":"FeatureCollection","features":[\n');
    for (const shape of shapesInRole(layer, taken.assignment, role)) {
      const kind = kindAt(shapes, shape);
      const [firstPart, endPart] = shapeRange(shapes, shape);
      const parts: string[] = [];
      for (let part = firstPart; part < endPart; part += 1) {
        const [firstPath, endPath] = partRange(shapes, part);
        if (kind === 'polygon') {
          const rings = Array.from({ length: endPath - firstPath }, (_, ring) => `[${pathText(layer, firstPath + ring)}]`);
          parts.push(`[${rings.join(',')}]`);
          continue;
        }
        for (let path = firstPath; path < endPath; path += 1) {
          if (kind === 'line') feature('line', shape, `{"type":"LineString","coordinates":[${pathText(layer, path)}]}`);
          else {
            const [first, end] = pathRange(shapes, path);
            for (let vertex = first; vertex < end; vertex += 1) {
              const at = `[${shapes.coordinates[2 * vertex]!},${shapes.coordinates[2 * vertex + 1]!}]`;
              feature('point', shape, `{"type":"Point","coordinates":${at}}`);
            }
          }
        }
      }
      if (kind === 'polygon') feature('polygon', shape, `{"type":"MultiPolygon","coordinates":[${parts.join(',')}]}`);
    }
    text.add('\n]}\n');
    text.flush();
    return { layer: layerIdOf(taken, role), text: text.pieces };
  });
}
