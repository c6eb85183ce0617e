import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { droppedFixture, droppedText, importedLayers, refusal } from '../../../tests/support/importFiles';
import { rolesOf, shapesInRole } from './assignment';
import { propertiesOf } from './attributeTable';
import type { ImportedLayer } from './importedLayer';
import { outlineOf, shapeCount } from './packedShapes';
import { recogniseRole } from './recogniseRole';

function columnOf(layer: ImportedLayer, name: string): readonly unknown[] {
  return Array.from({ length: shapeCount(layer.shapes) }, (_, shape) => propertiesOf(layer.attributes, layer.shapes.rows[shape] ?? 0)[name]);
}

const SAME_PATCHES = [
  ['patches.geojson', 'EPSG:25832', 'declared'],
  ['patches-wgs84.geojson', 'EPSG:4326', 'declared'],
  ['patches.gpkg', 'EPSG:25832', 'declared'],
  ['patches-33.gpkg', 'EPSG:25833', 'declared'],
  ['patches.fgb', 'EPSG:25832', 'declared'],
  ['patches.shp.zip', 'EPSG:25832', 'declared'],
] as const;

describe('the same land in every format', () => {
  it.each(SAME_PATCHES)('%s: four objects, 20 + 57,5 + 2,5 + 20 daa, named in Norwegian', async (file, system, basis) => {
    const [layer] = await importedLayers([droppedFixture(file)]);
    if (!layer) throw new Error('no layer');
    expect(layer.summary).toMatchObject({ objectCount: 4, polygons: 4, repaired: [], dropped: [], system: { id: system, basis, isSwapped: false } });
    [20, 57.5, 2.5, 20].forEach((daa, shape) => expect((layer.areas[shape] ?? 0) / 1000).toBeCloseTo(daa, 3));
    expect(columnOf(layer, 'arealtype')).toEqual([21, 30, 81, 60]);
    expect(columnOf(layer, 'navn')).toEqual(['Åkeren på Østby', 'Skogen', 'Ærlandstjernet', 'Myrer']);
    const { assignment } = recogniseRole(layer);
    expect(rolesOf(assignment)).toEqual(['farmland', 'green', 'water']);
    expect([...shapesInRole(layer, assignment, 'green')]).toEqual([1, 3]);
  });

  it('closes rings, exteriors counter-clockwise and holes clockwise, within a centimetre of each other', async () => {
    const [expected, ...others] = await Promise.all(SAME_PATCHES.map(async ([file]) => (await importedLayers([droppedFixture(file)]))[0]));
    if (!expected) throw new Error('no layer');
    for (const layer of [expected, ...others]) {
      const outline = outlineOf(layer!.shapes, 1);
      expect(outline).toHaveLength(1);
      expect(outline[0]).toHaveLength(2);
      for (const ring of outline[0]!) expect(ring[0]).toEqual(ring.at(-1));
      const signs = outline[0]!.map((ring) =>
        Math.sign(ring.reduce((sum, [x, y], at) => sum + x * (ring[at + 1]?.[1] ?? y) - (ring[at + 1]?.[0] ?? x) * y, 0)),
      );
      expect(signs).toEqual([1, -1]);
      const corners = outline[0]!.flatMap((ring) => ring.slice(1)).flat().toSorted((a, b) => a - b);
      const wanted = outlineOf(expected.shapes, 1)[0]!.flatMap((ring) => ring.slice(1)).flat().toSorted((a, b) => a - b);
      corners.forEach((coordinate, index) => expect(coordinate).toBeCloseTo(wanted[index] ?? Number.NaN, 6));
    }
  });
});

describe('lines by their name alone', () => {
  it.each([
    ['ElvBekk', ['water']],
    ['Bekker i Lommedalen', ['water']],
    ['Innsjøkant', []],
    ['InnsjøkantRegulert', []],
    ['ElvBekkKant', []],
    ['HavElvSperre', []],
    ['InnsjøMidtlinje', []],
    ['Kystkontur', []],
  ])('%s are %j', async (name, roles) => {
    const line = { type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: [[10.5, 59.9], [10.51, 59.9]] } };
    const [layer] = await importedLayers([droppedText(`${name}.geojson`, JSON.stringify({ type: 'FeatureCollection', features: [line] }))]);
    expect(rolesOf(recogniseRole(layer!).assignment)).toEqual(roles);
  });
});

describe('SOSI', () => {
  it('makes areas of the curves they refer to, with holes, in ISO 8859-10', async () => {
    const [layer] = await importedLayers([droppedFixture('patches.sos')]);
    if (!layer) throw new Error('no layer');
    expect(layer.summary).toMatchObject({ objectCount: 5, polygons: 3, lines: 1, system: { id: 'EPSG:25832', basis: 'declared' } });
    expect(layer.summary.dropped).toEqual([{ what: 'viser til en kurve som ikke er i filen', count: 1 }]);
    const areas = new Map(columnOf(layer, 'ARTYPE').map((type, shape) => [type, (layer.areas[shape] ?? 0) / 1000]));
    expect(areas.get('21')).toBeCloseTo(20, 3);
    expect(areas.get('30')).toBeCloseTo(57.5, 3);
    expect(areas.get('81')).toBeCloseTo(2.5, 3);
    expect(columnOf(layer, 'NAVN')).toContain('Ærlandsåa');
    expect(columnOf(layer, 'NAVN')).toContain('Åkeren på Østby');
    expect(rolesOf(recogniseRole(layer).assignment)).toEqual(['farmland', 'green', 'water']);
  });

  it('says what is wrong with one that is cut short or has no head', async () => {
    const whole = droppedFixture('patches.sos');
    const [cut] = await importedLayers([{ name: 'cut.sos', bytes: whole.bytes.slice(0, 900) }]);
    expect(cut?.summary.notes.join()).toContain('.SLUTT');
    expect(await refusal(droppedText('a.sos', '.HODE\n..ENHET null\n.SLUTT\n'))).toContain('ENHET');
  });
});

describe('tables', () => {
  it('finds separator, decimal comma, columns and coordinate system', async () => {
    const [layer] = await importedLayers([droppedFixture('points.csv')]);
    expect(layer?.summary).toMatchObject({ points: 2, objectCount: 3, system: { id: 'EPSG:25832', basis: 'values' } });
    expect(layer?.summary.dropped).toEqual([{ what: 'rad uten tall for koordinatene', count: 1 }]);
    expect(columnOf(layer!, 'navn')).toEqual(['Ås', 'Bø']);
  });

  it('makes cells of the national grid', async () => {
    const [layer] = await importedLayers([droppedFixture('grid.csv')], { near: { west: 4, south: 57, east: 32, north: 71 } });
    expect(layer?.summary).toMatchObject({ polygons: 2, objectCount: 3 });
    expect(layer?.summary.areaDaa).toBeCloseTo(125, 0);
    expect(recogniseRole(layer!).assignment.classes[0]?.role).toBe('population');
  });

  it('asks for columns that say where', async () => {
    expect(await refusal(droppedText('a.csv', 'navn;verdi\nA;1\n'))).toContain('mangler koordinater');
  });
});

describe('OpenStreetMap', () => {
  it('joins the ways of a multipolygon, and knows ground by its tags', async () => {
    const geometry = (...positions: [number, number][]): object[] => positions.map(([lon, lat]) => ({ lon, lat }));
    const [a, b, c, d] = [[10.5, 59.9], [10.51, 59.9], [10.51, 59.91], [10.5, 59.91]] as const;
    const elements = [
      { type: 'way', id: 1, tags: { landuse: 'meadow' }, geometry: geometry([...a], [...b], [...c], [...a]) },
      {
        type: 'relation',
        id: 2,
        tags: { type: 'multipolygon', natural: 'wood' },
        members: [
          { type: 'way', ref: 3, role: 'outer', geometry: geometry([...a], [...b], [...c]) },
          { type: 'way', ref: 4, role: 'outer', geometry: geometry([...a], [...d], [...c]) },
        ],
      },
      { type: 'way', id: 5, tags: { waterway: 'stream', name: 'Bekken' }, geometry: geometry([...a], [...c]) },
      { type: 'way', id: 6, tags: { highway: 'footway' }, geometry: geometry([...a], [...b]) },
    ];
    const [layer] = await importedLayers([droppedText('a.json', JSON.stringify({ version: 0.6, elements }))]);
    expect(layer?.summary).toMatchObject({ polygons: 2, lines: 1, objectCount: 3, dropped: [] });
    expect(layer!.areas[1]! / layer!.areas[0]!).toBeCloseTo(2, 3);
  });
});

describe('archives', () => {
  it('refuses names outside the archive, bombs, and zips in zips', async () => {
    const traversal = zipSync({ '../../x.geojson': strToU8('{}') });
    expect(await refusal({ name: 'a.zip', bytes: traversal })).toContain('ugyldig navn');
    const bomb = zipSync({ 'a.geojson': new Uint8Array(60_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal({ name: 'b.zip', bytes: bomb })).toContain('mer enn siden tar imot');
    const nested = zipSync({ 'c.zip': zipSync({ 'a.geojson': strToU8('{}') }) });
    expect(await refusal({ name: 'd.zip', bytes: nested })).toContain('zip inne i en zip');
  });

  it('reads the parts of a shapefile that are dropped beside each other', async () => {
    const { unzipSync } = await import('fflate');
    const parts = Object.entries(unzipSync(droppedFixture('patches.shp.zip').bytes)).map(([name, bytes]) => ({ name, bytes }));
    const [layer] = await importedLayers(parts);
    expect(layer?.summary.polygons).toBe(4);
    const alone = parts.filter(({ name }) => name.endsWith('.shp'));
    const [bare] = await importedLayers(alone);
    expect(bare?.summary.notes.join()).toContain('mangler .dbf');
    expect(bare?.summary.system).toMatchObject({ id: 'EPSG:25832', basis: 'values' });
  });
});

describe('files that are not what they say', () => {
  it.each([
    ['empty', droppedText('a.geojson', ''), 'er tom'],
    ['blank', droppedText('a.geojson', '  \n '), 'er tom'],
    ['cut JSON', droppedText('a.geojson', '{"type":"FeatureCollection","features":[{"type'), 'ikke gyldig JSON'],
    ['text that is called JSON', droppedText('a.json', 'ikke json'), 'ikke gyldig JSON'],
    ['text that is called nothing known', droppedText('a.dxf', 'SECTION'), 'ikke et format som kjennes'],
    ['JSON of something else', droppedText('a.json', '[1,2]'), 'ikke kartdata'],
    ['no features', droppedText('a.geojson', '{"type":"FeatureCollection","features":[]}'), 'ingen flater'],
    ['a picture', { name: 'a.geojson', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3) }, 'ikke et format som kjennes'],
    ['SQLite without maps', { name: 'a.gpkg', bytes: new TextEncoder().encode('SQLite format 3\0 and nothing') }, 'GeoPackage'],
  ])('%s', async (_name, file, message) => {
    expect(await refusal(file)).toContain(message);
  });

  it('takes a GeoPackage by its content, whatever it is called', async () => {
    const { bytes } = droppedFixture('patches.gpkg');
    const [layer] = await importedLayers([{ name: 'kart.csv', bytes }]);
    expect(layer?.format).toBe('geopackage');
  });
});
