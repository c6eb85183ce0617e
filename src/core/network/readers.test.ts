import { describe, expect, it } from 'vitest';
import { NetworkFileError } from './networkFileError';
import { readLines } from './readLines';
import type { WalkingLines } from './walkingLines';

const linesOf = (lines: WalkingLines): number[][][] =>
  Array.from(lines.lineStarts.subarray(1), (end, line) =>
    Array.from({ length: end - lines.lineStarts[line]! }, (_, index) => {
      const vertex = lines.lineStarts[line]! + index;
      return [lines.positions[2 * vertex]!, lines.positions[2 * vertex + 1]!];
    }),
  );

const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const lineString = (...coordinates: unknown[]) => ({ type: 'LineString', coordinates });
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

async function failure(content: string): Promise<string> {
  const error: unknown = await readLines('nett.geojson', content).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(NetworkFileError);
  return (error as NetworkFileError).message;
}

describe('GeoJSON lines', () => {
  it('reads lines and parts of lines, without heights, joined by position', async () => {
    const lines = await readLines(
      'nett.geojson',
      collection(
        feature(lineString([10.5, 59.9, 120], [10.51, 59.91, 130])),
        feature({ type: 'MultiLineString', coordinates: [[[10.6, 59.9], [10.61, 59.9]], [[10.7, 59.9], [10.71, 59.9], [10.72, 59.9]]] }, null),
      ),
    );
    expect(linesOf(lines)).toEqual([
      [[10.5, 59.9], [10.51, 59.91]],
      [[10.6, 59.9], [10.61, 59.9]],
      [[10.7, 59.9], [10.71, 59.9], [10.72, 59.9]],
    ]);
    expect(lines.nodeIds).toBeNull();
    expect(lines.notes).toEqual([]);
  });

  it('leaves out what may not be walked and what is no line, and says so', async () => {
    const lines = await readLines(
      'nett.geojson',
      collection(
        feature(lineString([10, 59], [10, 60])),
        feature(lineString([10, 59], [11, 60]), { highway: 'motorway' }),
        feature(lineString([10, 59], [12, 60]), { access: 'private' }),
        feature(lineString([10, 59], [12, 60]), { typeVeg: 'Bilferje', lanes: 2 }),
        feature({ type: 'Point', coordinates: [10, 59] }),
        feature(null),
      ),
    );
    expect(linesOf(lines)).toEqual([[[10, 59], [10, 60]]]);
    expect(lines.notes).toEqual([
      'Ikke med i gangnettet: 1 (motorvei eller hovedvei forbudt for gående), 1 (privat eller stengt).',
      '2 objekter i «nett.geojson» er ikke linjer, og er ikke med i gangnettet.',
    ]);
  });

  it('drops lines of a single position', async () => {
    const lines = await readLines('nett.geojson', collection(feature(lineString([10, 59])), feature(lineString([10, 59], [11, 59]))));
    expect(linesOf(lines)).toEqual([[[10, 59], [11, 59]]]);
  });

  it('grows past its first room', async () => {
    const long = Array.from({ length: 5000 }, (_, index) => [10 + index / 10_000, 59]);
    expect(linesOf(await readLines('nett.geojson', collection(feature(lineString(...long)))))).toEqual([long]);
  });

  it('takes older files that say WGS84, and no other system', async () => {
    const withCrs = (name: string) =>
      JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [feature(lineString([10, 59], [11, 59]))] });
    for (const name of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4258']) {
      expect((await readLines('nett.geojson', withCrs(name))).lineStarts).toHaveLength(2);
    }
    expect(await failure(withCrs('urn:ogc:def:crs:EPSG::25832'))).toContain('EPSG::25832');
  });

  it('says what is wrong and where', async () => {
    expect(await failure('{')).toContain('ikke gyldig JSON');
    expect(await failure('[]')).toContain('ikke en gyldig GeoJSON FeatureCollection');
    expect(await failure(collection(feature(lineString([10, 59], [11, 59])), feature(lineString([10, 'x']))))).toContain('objekt nr. 2');
    expect(await failure(collection(feature(lineString([590_000, 6_640_000], [590_001, 6_640_000]))))).toContain('EPSG:4326');
    expect(await failure(collection(feature({ type: 'Point', coordinates: [10, 59] })))).toContain('ingen linjer som kan gås');
    expect(await failure(collection())).toContain('ingen linjer som kan gås');
  });
});

describe('Overpass', () => {
  const nodes = [
    { type: 'node', id: 1, lat: 59.9, lon: 10.5 },
    { type: 'node', id: 2, lat: 59.9, lon: 10.6 },
    { type: 'node', id: 3, lat: 59.8, lon: 10.6 },
  ];
  const overpass = (...elements: unknown[]) => JSON.stringify({ version: 0.6, generator: 'Overpass API', elements });

  it('reads ways with their nodes, in any order, joined by node', async () => {
    const lines = await readLines(
      'svar.json',
      overpass(
        { type: 'way', id: 10, nodes: [1, 2], tags: { highway: 'footway' } },
        ...nodes,
        { type: 'way', id: 11, nodes: [3, 2], tags: { highway: 'steps' } },
        { type: 'way', id: 12, nodes: [3, 1], tags: { highway: 'service', access: 'private' } },
        { type: 'way', id: 13, nodes: [3, 1], tags: { building: 'yes' } },
        { type: 'relation', id: 14, members: [] },
      ),
    );
    expect(linesOf(lines)).toEqual([[[10.5, 59.9], [10.6, 59.9]], [[10.6, 59.8], [10.6, 59.9]]]);
    expect([...(lines.nodeIds ?? [])]).toEqual([1, 2, 3, 2]);
    expect(lines.notes).toEqual(['Ikke med i gangnettet: 1 (privat eller stengt).']);
  });

  it('reads ways with their geometry, cut where they leave the box', async () => {
    const lines = await readLines(
      'svar.json',
      overpass({
        type: 'way',
        id: 10,
        nodes: [1, 2, 3, 4, 5],
        geometry: [{ lat: 59.1, lon: 10.1 }, { lat: 59.2, lon: 10.2 }, null, { lat: 59.4, lon: 10.4 }, { lat: 59.5, lon: 10.5 }],
        tags: { highway: 'path' },
      }),
    );
    expect(linesOf(lines)).toEqual([[[10.1, 59.1], [10.2, 59.2]], [[10.4, 59.4], [10.5, 59.5]]]);
    expect(lines.notes).toEqual(['Veier i «svar.json» er kuttet der de går ut av utsnittet (1 punkter mangler).']);
  });

  it('says what is wrong and where', async () => {
    expect(await failure(overpass({ type: 'way', id: 10, nodes: 'x' }))).toContain('element nr. 1, «nodes»');
    expect(await failure(overpass({ type: 'way', id: 77, tags: { highway: 'path' } }))).toContain('Vei 77');
    expect(await failure(overpass(...nodes))).toContain('ingen veier eller stier');
    expect(await failure(overpass({ type: 'way', id: 10, nodes: [8, 9], tags: { highway: 'path' } }))).toContain('ingen veier eller stier');
    expect(await failure(JSON.stringify({ elements: [], remark: 'runtime error: Query timed out' }))).toContain('ikke hele svaret');
  });
});
