import fc from 'fast-check';
import { PbfReader } from 'pbf';
import { describe, expect, it } from 'vitest';
import { droppedText, importedLayers, NEAR } from '../../../../tests/support/importFiles';
import { wholeAs, type Assignment } from '../assignment';
import { layerIdOf } from '../takenLayer';
import { clippedLine, clippedRing } from './tileClip';
import { drawnLayer, mercatorPlaces } from './drawnLayer';
import { LayerTiles } from './layerTiles';
import { TILE_EXTENT } from './vectorTile';

interface ReadFeature {
  readonly id: string;
  readonly name: string | null;
  readonly type: number;
  readonly paths: readonly (readonly number[])[];
}

/** Reads a vector tile as the specification has it, apart from how it was written. */
function readTile(bytes: Uint8Array): readonly ReadFeature[] {
  const features: { tags: number[]; type: number; geometry: number[] }[] = [];
  const [keys, values]: [string[], string[]] = [[], []];
  let extent = 0;
  new PbfReader(bytes).readFields((tag, _none, tile) => {
    if (tag !== 3) throw new Error(`The tile has a field ${tag}.`);
    tile.readMessage((field, _layer, layer) => {
      if (field === 2) {
        const feature = { tags: [] as number[], type: 0, geometry: [] as number[] };
        layer.readMessage((part, _feature, read) => {
          if (part === 2) read.readPackedVarint(feature.tags);
          else if (part === 3) feature.type = read.readVarint();
          else if (part === 4) read.readPackedVarint(feature.geometry);
        }, null);
        features.push(feature);
      } else if (field === 3) keys.push(layer.readString());
      else if (field === 4) layer.readMessage((_part, _value, read) => values.push(read.readString()), null);
      else if (field === 5) extent = layer.readVarint();
    }, null);
  }, null);
  if (features.length > 0 && extent !== TILE_EXTENT) throw new Error(`The tile is ${extent} units wide.`);
  return features.map(({ tags, type, geometry }) => {
    const attribute = (key: string): string | null => {
      for (let index = 0; index < tags.length; index += 2) if (keys[tags[index]!] === key) return values[tags[index + 1]!] ?? null;
      return null;
    };
    const paths: number[][] = [];
    let [x, y, at] = [0, 0, 0];
    while (at < geometry.length) {
      const [command, count] = [geometry[at]! & 7, geometry[at]! >> 3];
      at += 1;
      if (command === 7) continue;
      if (command === 1) paths.push([]);
      for (let step = 0; step < count; step += 1, at += 2) {
        x += (geometry[at]! >> 1) ^ -(geometry[at]! & 1);
        y += (geometry[at + 1]! >> 1) ^ -(geometry[at + 1]! & 1);
        paths.at(-1)?.push(x, y);
      }
    }
    return { id: attribute('id') ?? '', name: attribute('name'), type, paths };
  });
}

function area(ring: readonly number[]): number {
  let doubled = 0;
  for (let index = 0; index < ring.length; index += 2) {
    const next = (index + 2) % ring.length;
    doubled += ring[index]! * ring[next + 1]! - ring[next]! * ring[index + 1]!;
  }
  return doubled / 2;
}

const square = (west: number, south: number, side: number): number[][] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];

async function tilesOf(features: readonly object[], assignment: Assignment = wholeAs('green')): Promise<LayerTiles> {
  const [layer] = await importedLayers([droppedText('lag.geojson', JSON.stringify({ type: 'FeatureCollection', features }))], { near: NEAR });
  if (!layer) throw new Error('There is no layer.');
  expect(layerIdOf({ id: 'import-1' }, 'green')).toBe('import-1-green');
  const drawn = drawnLayer({ id: 'import-1', layer, assignment });
  return new LayerTiles(drawn, 'green', mercatorPlaces(drawn));
}

function tileAt(longitude: number, latitude: number, zoom: number): { readonly zoom: number; readonly column: number; readonly row: number } {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const down = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return { zoom, column: Math.floor((longitude / 360 + 0.5) * 2 ** zoom), row: Math.floor(down * 2 ** zoom) };
}

const polygon = (rings: number[][][], properties: object = {}): object => ({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: rings } });

describe('a layer as vector tiles', () => {
  it('has each feature by the number that the data set’s list gives it, with its name', async () => {
    const tiles = await tilesOf(
      [
        polygon([square(10.5, 59.9, 0.004)], { navn: 'Skogen', art: 1 }),
        polygon([square(10.52, 59.9, 0.004)], { navn: 'Åkeren', art: 2 }),
        polygon([square(10.51, 59.9, 0.004)], { navn: 'Parken', art: 1 }),
        { type: 'Feature', properties: { art: 1 }, geometry: { type: 'MultiLineString', coordinates: [[[10.5, 59.91], [10.51, 59.91]], [[10.5, 59.92], [10.51, 59.92]]] } },
        { type: 'Feature', properties: { art: 1, navn: 'Treet' }, geometry: { type: 'Point', coordinates: [10.505, 59.905] } },
      ],
      { attribute: 'art', classes: [{ value: 1, role: 'green' }, { value: 2, role: null }] },
    );
    const tile = tiles.tile(tileAt(10.51, 59.905, 10));
    const features = readTile(tile ?? new Uint8Array());
    expect(features.map(({ id, name, type }) => [id, name, type])).toEqual([
      ['p0', 'Skogen', 3],
      ['p1', 'Parken', 3],
      ['l0', null, 2],
      ['l1', null, 2],
      ['n0', 'Treet', 1],
    ]);
  });

  it('has shapes where they lie, to half a unit, with holes the other way round', async () => {
    const tiles = await tilesOf([polygon([square(10.5, 59.9, 0.01), square(10.504, 59.904, 0.002).toReversed()])]);
    const address = tileAt(10.505, 59.905, 12);
    const [feature] = readTile(tiles.tile(address) ?? new Uint8Array());
    const [outer = [], hole = []] = feature?.paths ?? [];
    expect(Math.sign(area(outer))).toBe(-Math.sign(area(hole)));
    const unit = 360 / 2 ** 12 / TILE_EXTENT;
    expect(outer[0]).toBeCloseTo(((10.5 + 180) / 360) * 2 ** 12 * TILE_EXTENT - address.column * TILE_EXTENT, -0.4);
    expect(Math.abs(area(hole)) / Math.abs(area(outer))).toBeCloseTo(0.04, 1);
    expect((Math.max(...outer.filter((_value, index) => index % 2 === 0)) - Math.min(...outer.filter((_value, index) => index % 2 === 0))) * unit).toBeCloseTo(0.01, 4);
  });

  it('fills neighbouring tiles without a gap: the parts of a shape add up to it', async () => {
    const tiles = await tilesOf([polygon([square(10.48, 59.88, 0.05)])]);
    const from = tileAt(10.48, 59.93, 14);
    const to = tileAt(10.53, 59.88, 14);
    let sum = 0;
    for (let column = from.column; column <= to.column; column += 1) {
      for (let row = from.row; row <= to.row; row += 1) {
        const tile = tiles.tile({ zoom: 14, column, row });
        const rings = readTile(tile ?? new Uint8Array()).flatMap(({ paths }) => paths);
        for (const ring of rings) sum += Math.abs(area(clippedRing(ring, { low: 0, high: TILE_EXTENT })));
      }
    }
    const whole = readTile(tiles.tile(tileAt(10.5, 59.9, 9)) ?? new Uint8Array())[0]?.paths[0] ?? [];
    expect(sum / (Math.abs(area(whole)) * 4 ** 5)).toBeCloseTo(1, 2);
  });

  it('draws one of many specks for all of them, so that their ground is seen from afar', async () => {
    const specks = Array.from({ length: 900 }, (_, index) => polygon([square(10.5 + (index % 30) * 0.0004, 59.9 + Math.floor(index / 30) * 0.0002, 0.0002)]));
    const tiles = await tilesOf(specks);
    const far = readTile(tiles.tile(tileAt(10.505, 59.903, 10)) ?? new Uint8Array());
    expect(far.length).toBeGreaterThan(5);
    expect(far.length).toBeLessThan(300);
    const near = readTile(tiles.tile(tileAt(10.5002, 59.9001, 14)) ?? new Uint8Array());
    expect(near.length).toBeGreaterThan(250);
  });

  it('is nothing where it is not', async () => {
    const tiles = await tilesOf([polygon([square(10.5, 59.9, 0.01)])]);
    expect(tiles.tile(tileAt(10.3, 59.7, 14))).toBeNull();
    const unused = await tilesOf([polygon([square(10.5, 59.9, 0.01)])], wholeAs('water'));
    expect(unused.tile(tileAt(10.505, 59.905, 12))).toBeNull();
  });
});

describe('cutting to a square', () => {
  it('keeps of any triangle the area inside, and nothing outside', () => {
    const number = fc.integer({ min: -200, max: 300 });
    fc.assert(
      fc.property(fc.array(number, { minLength: 6, maxLength: 6 }), (ring) => {
        const cut = clippedRing(ring, { low: 0, high: 100 });
        expect(cut.every((value) => value >= 0 && value <= 100)).toBe(true);
        // The same cut in another order of sides: mirrored in the diagonal.
        const mirrored = ring.map((_, index) => ring[index % 2 === 0 ? index + 1 : index - 1]!);
        expect(area(clippedRing(mirrored, { low: 0, high: 100 }))).toBeCloseTo(-area(cut), 6);
      }),
    );
    expect(area(clippedRing([-50, -50, 150, -50, 150, 150, -50, 150], { low: 0, high: 100 }))).toBe(10_000);
  });

  it('keeps the segments of a line that may be seen', () => {
    expect(clippedLine([-10, 50, 50, 50, 150, 50, 250, 50, 250, 20, 50, 20], { low: 0, high: 100 })).toEqual([[-10, 50, 50, 50, 150, 50], [250, 20, 50, 20]]);
    expect(clippedLine([200, 0, 300, 0], { low: 0, high: 100 })).toEqual([]);
  });
});
