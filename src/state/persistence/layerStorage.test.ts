import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeAll, describe, expect, it } from 'vitest';
import { droppedFixture, importedLayers, NEAR } from '../../../tests/support/importFiles';
import { tiffBlob } from '../../../tests/support/tiffBuilder';
import { fingerprintOf } from '../../core/import/fingerprint';
import { recogniseRole } from '../../core/import/recogniseRole';
import type { TakenLayer } from '../../core/import/takenLayer';
import { fileOf, layerFile, withFile } from '../../engine/layerFile';
import { describeRaster } from '../../engine/raster/describeRaster';
import type { TakenRaster } from '../rasterStore';
import { LayerStorage } from './layerStorage';
import { storedNetwork, storedTakenLayer } from './storedLayers';
import { storedTakenRaster } from './storedRasters';

const ABOUT = { title: 'AR5', source: 's', date: 'd', licence: 'l', attribution: 'a', accuracyMetres: 2, accuracyNote: '' };

let layer: TakenLayer;
let raster: TakenRaster;

beforeAll(async () => {
  const [imported] = await importedLayers([droppedFixture('patches.gpkg')], { near: NEAR });
  if (!imported) throw new Error('The fixture holds no layer.');
  layer = {
    id: 'import-1',
    file: 'patches.gpkg',
    layer: imported,
    assignment: recogniseRole(imported).assignment,
    how: 'add',
    about: ABOUT,
    takenAt: 20,
    fingerprint: fingerprintOf(imported),
  };
  const blob = tiffBlob({ columns: 4, rows: 3, valueAt: (column) => column, corner: [580_000, 6_640_000], cell: 10, system: 25832 });
  const { facts, recognition } = await describeRaster(blob, 'r.tif', NEAR, null);
  raster = { id: 'raster-1', file: 'r.tif', facts, reading: recognition.reading, about: ABOUT, takenAt: 5, blob };
});

let opened = 0;

async function emptyStorage(): Promise<{ readonly storage: LayerStorage; readonly name: string }> {
  opened += 1;
  const name = `layers-${opened}`;
  return { storage: await LayerStorage.open(name), name };
}

describe('layers in the browser', () => {
  it('come back as they were, in the order they were taken in', async () => {
    const { storage, name } = await emptyStorage();
    await storage.add([layer, { ...layer, id: 'import-0', takenAt: 10 }]);
    storage.close();
    const again = await LayerStorage.open(name);
    const { taken, unreadable } = await again.layers();
    expect(unreadable).toBe(0);
    expect(taken.map(({ id }) => id)).toEqual(['import-0', 'import-1']);
    expect(taken[1]).toEqual(layer);
    await again.remove('import-0');
    expect((await again.layers()).taken.map(({ id }) => id)).toEqual(['import-1']);
    again.close();
  });

  it('come back as they were when they are large', async () => {
    const { storage, name } = await emptyStorage();
    const large = { ...layer, layer: withFile({ ...layer.layer }, layerFile(layer.layer, 0)) };
    await storage.add([large, { ...layer, id: 'import-0', takenAt: 10 }]);
    storage.close();
    const database = await openDB(name);
    expect(await database.get('layers', large.id)).toMatchObject({ layer: expect.any(Blob) as Blob });
    database.close();
    const again = await LayerStorage.open(name);
    const { taken, unreadable } = await again.layers();
    expect(unreadable).toBe(0);
    expect(taken[1]).toEqual(layer);
    expect(taken.map((back) => fileOf(back.layer) !== null)).toEqual([false, true]);
    again.close();
  });

  it('come back when their coordinates alone were kept in a file, as they were at first', async () => {
    const { storage, name } = await emptyStorage();
    await storage.add([layer]);
    storage.close();
    const database = await openDB(name);
    const { shapes } = layer.layer;
    const coordinates = new Blob([shapes.coordinates]);
    await database.put('layers', { ...layer, layer: { ...layer.layer, shapes: { ...shapes, coordinates } } }, layer.id);
    database.close();
    const again = await LayerStorage.open(name);
    expect(await again.layers()).toEqual({ taken: [layer], unreadable: 0 });
    again.close();
  });

  it('are left out where their file is broken', async () => {
    const { storage, name } = await emptyStorage();
    await storage.add([layer]);
    storage.close();
    const file = layerFile(layer.layer, 0);
    const database = await openDB(name);
    await database.put('layers', { ...layer, layer: file?.slice(0, file.size - 8) }, 'short');
    await database.put('layers', { ...layer, layer: new Blob(['{}']) }, 'other');
    database.close();
    const again = await LayerStorage.open(name);
    expect(await again.layers()).toEqual({ taken: [layer], unreadable: 2 });
    again.close();
  });

  it('that are not whole are counted and left out, the others stay', async () => {
    const { storage, name } = await emptyStorage();
    await storage.add([layer]);
    storage.close();
    const database = await openDB(name);
    await database.put('layers', { ...layer, layer: { ...layer.layer, shapes: null } }, 'broken');
    database.close();
    const again = await LayerStorage.open(name);
    expect(await again.layers()).toEqual({ taken: [layer], unreadable: 1 });
    again.close();
  });

  it('are there still where an earlier version of the page put them', async () => {
    opened += 1;
    const name = `layers-${opened}`;
    const before = await openDB(name, 1, {
      upgrade(database) {
        database.createObjectStore('layers');
        database.createObjectStore('network');
      },
    });
    await before.put('layers', layer, layer.id);
    before.close();
    const storage = await LayerStorage.open(name);
    expect((await storage.layers()).taken).toEqual([layer]);
    await storage.keepRaster(raster);
    expect((await storage.rasters()).taken).toHaveLength(1);
    storage.close();
  });
});

describe('rasters and the walking network in the browser', () => {
  it('come back with the file, and are forgotten', async () => {
    const { storage } = await emptyStorage();
    await storage.keepRaster(raster);
    await storage.keepRaster({ ...raster, id: 'raster-0', takenAt: 1 });
    const { taken, unreadable } = await storage.rasters();
    expect(unreadable).toBe(0);
    expect(taken.map(({ id }) => id)).toEqual(['raster-0', 'raster-1']);
    expect({ ...taken[1], blob: null }).toEqual({ ...raster, blob: null });
    expect(new Uint8Array(await taken[1]!.blob.arrayBuffer())).toEqual(new Uint8Array(await raster.blob.arrayBuffer()));
    await storage.removeRaster('raster-0');
    expect((await storage.rasters()).taken.map(({ id }) => id)).toEqual(['raster-1']);
    storage.close();
  });

  it('hold one network at a time', async () => {
    const { storage } = await emptyStorage();
    const network = { name: 'veger.osm', lines: { positions: Float64Array.of(10, 60, 11, 60), lineStarts: Uint32Array.of(0, 2), nodeIds: null, notes: [] } };
    expect(await storage.network()).toBeNull();
    await storage.keepNetwork(network);
    expect(await storage.network()).toEqual(network);
    await storage.keepNetwork(null);
    expect(await storage.network()).toBeNull();
    storage.close();
  });
});

describe('what is stored', () => {
  it('is taken when it is whole', () => {
    expect(storedTakenLayer(layer)).toEqual(layer);
    expect(storedTakenRaster(raster)).toEqual(raster);
  });

  it.each<readonly [string, () => unknown]>([
    ['nothing', () => undefined],
    ['an identifier that could lead elsewhere', () => ({ ...layer, id: '../x' })],
    ['starts that go back', () => ({ ...layer, layer: { ...layer.layer, shapes: { ...layer.layer.shapes, pathStarts: layer.layer.shapes.pathStarts.toReversed() } } })],
    ['fewer coordinates than vertices', () => ({ ...layer, layer: { ...layer.layer, shapes: { ...layer.layer.shapes, coordinates: layer.layer.shapes.coordinates.slice(2) } } })],
    ['shapes without rows', () => ({ ...layer, layer: { ...layer.layer, shapes: { ...layer.layer.shapes, rows: Uint32Array.of() } } })],
    ['attributes of other length', () => ({ ...layer, layer: { ...layer.layer, attributes: { ...layer.layer.attributes, rowCount: 99 } } })],
    ['plain lists in place of arrays of numbers', () => ({ ...layer, layer: { ...layer.layer, areas: [...layer.layer.areas] } })],
    ['an unknown role', () => ({ ...layer, assignment: { attribute: null, classes: [{ value: null, role: 'gold' }] } })],
    ['a negative accuracy', () => ({ ...layer, about: { ...ABOUT, accuracyMetres: -1 } })],
  ])('is no layer with %s', (_what, value) => {
    expect(storedTakenLayer(value())).toBeNull();
  });

  it.each<readonly [string, () => unknown]>([
    ['no file', () => ({ ...raster, blob: 'text' })],
    ['a colour that is none', () => ({ ...raster, reading: { ...raster.reading, classes: [{ value: 1, name: 'x', colour: 'url(x)' }] } })],
    ['no level', () => ({ ...raster, facts: { ...raster.facts, levels: [] } })],
    ['half a placement', () => ({ ...raster, facts: { ...raster.facts, placement: [1, 0, 0] } })],
    ['an unknown kind', () => ({ ...raster, reading: { ...raster.reading, kind: 'sound' } })],
  ])('is no raster with %s', (_what, value) => {
    expect(storedTakenRaster(value())).toBeNull();
  });

  it('is no network with lines that do not divide its positions', () => {
    expect(storedNetwork({ name: 'n', lines: { positions: Float64Array.of(1, 2, 3, 4), lineStarts: Uint32Array.of(0, 3), nodeIds: null, notes: [] } })).toBeNull();
  });
});
