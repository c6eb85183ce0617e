import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tiffBytes, type TiffPlan } from '../../../../tests/support/tiffBuilder';
import { filesBeside, placeBeside, placementInWorldFile } from './besideRaster';
import { placedByFiles, placedTiff } from './placedTiff';
import { toWorld } from './gridPlacement';
import { checkTiff, type ByteSource } from './tiffStructure';

const BARE: TiffPlan = { columns: 7, rows: 5, valueAt: (column, row) => column + 7 * row };

function sourceOf(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (offset, length) => Promise.resolve(new Uint8Array(bytes.slice(offset, offset + length))) };
}

const named = (...names: readonly string[]): readonly { readonly name: string }[] => names.map((name) => ({ name }));

describe('files beside a raster', () => {
  it('are known by its name, however it is written, and by no other', () => {
    const files = named('Kart.TFW', 'kart.tif.aux.xml', 'annet.prj', 'kart.prj.txt', 'dtm/kart.tfw');
    expect([...filesBeside('kart.tif', files)].map(([kind, { name }]) => [kind, name])).toEqual([
      ['world', 'Kart.TFW'],
      ['gdal', 'kart.tif.aux.xml'],
    ]);
    expect(filesBeside('dtm/kart.tif', files).get('world')?.name).toBe('dtm/kart.tfw');
    expect(filesBeside('kart.tiff', named('kart.tifw', 'kart.tiff.wld')).get('world')?.name).toBe('kart.tifw');
  });

  it('place the middle of the first cell where the world file says', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(number, number, number, number, number, number), ([a, d, b, e, x, y]) => {
        const placement = placementInWorldFile([a, d, b, e, x, y].join('\r\n'));
        if (!placement) return a * e - b * d === 0 || !Number.isFinite(a * e - b * d);
        const [east, north] = toWorld(placement, 0.5, 0.5);
        expect([east, north]).toEqual([expect.closeTo(x, 3), expect.closeTo(y, 3)]);
        expect(toWorld(placement, 2.5, 3.5)).toEqual([expect.closeTo(x + 2 * a + 3 * b, 2), expect.closeTo(y + 2 * d + 3 * e, 2)]);
        return true;
      }),
    );
  });

  it('say nothing where they are no world file', () => {
    for (const text of ['', 'Høydedata', '1\n0\n0\n-1\n5', '1\n0\n0\n-1\n5\n6\n7', '0\n0\n0\n0\n5\n6', '1\n0\n0\nx\n5\n6']) expect(placementInWorldFile(text)).toBeNull();
    expect(placementInWorldFile('0,5\n0\n0\n-0,5\n100,25\n200')).toEqual([0.5, 0, 100, 0, -0.5, 200.25]);
    expect(placeBeside(new Map([['system', 'PROJCS["x",AUTHORITY["EPSG","25832"]]']]))).toBeNull();
  });

  it('name the coordinate system: .prj first, else what GDAL keeps, which may also hold the place', () => {
    const kept = '<PAMDataset><SRS dataAxisToSRSAxisMapping="1,2">PROJCS[&quot;ETRS89 / UTM zone 33N&quot;,AUTHORITY[&quot;EPSG&quot;,&quot;25833&quot;]]</SRS><GeoTransform> 1.0e5, 10, 0, 6.6e6, 0, -10</GeoTransform></PAMDataset>';
    expect(placeBeside(new Map([['gdal', kept]]))).toEqual({ placement: [10, 0, 100_000, 0, -10, 6_600_000], system: 'EPSG:25833' });
    const world = '20\n0\n0\n-20\n10\n10';
    const prj = 'PROJCS["ETRS_1989_UTM_Zone_32N",GEOGCS["x"]]';
    expect(placeBeside(new Map([['gdal', kept], ['world', world], ['system', prj]]))).toEqual({ placement: [20, 0, 0, 0, -20, 20], system: 'EPSG:25832' });
    expect(placeBeside(new Map([['world', world]]))?.system).toBeNull();
  });
});

describe('a TIFF that is given its place', () => {
  it.each([false, true])('is sound, with every other byte where it was (big-endian: %s)', async (bigEndian) => {
    const bytes = tiffBytes({ ...BARE, bigEndian, overviews: [2] });
    const given = await placedTiff(sourceOf(bytes), { placement: [10, 0, 580_000, 0, -10, 6_640_000], system: 'EPSG:25832' });
    const { head, tail } = given!;
    const whole = new Uint8Array([...head, ...bytes.subarray(head.length), ...tail]);
    expect(whole.subarray(head.length, bytes.length)).toEqual(bytes.subarray(head.length));
    await expect(checkTiff(sourceOf(whole))).resolves.toBeUndefined();
    // It has one now.
    expect(await placedTiff(sourceOf(whole), { placement: [1, 0, 0, 0, -1, 0], system: null })).toBeNull();
  });

  it.each([
    [false, [10, 0, 0, 580_000, 0, -10, 0, 6_640_000]],
    [true, [10, 0, 0, 580_005, 0, -10, 0, 6_639_995]],
  ])('says the same place by its own keys, which may have places be the middles of cells (%s)', async (isPixelPoint, stated) => {
    const { tail } = (await placedTiff(sourceOf(tiffBytes({ ...BARE, system: 25832, isPixelPoint })), { placement: [10, 0, 580_000, 0, -10, 6_640_000], system: 'EPSG:25833' }))!;
    const view = new DataView(tail.buffer);
    const padding = (8 - (tiffBytes({ ...BARE, system: 25832, isPixelPoint }).length % 8)) % 8;
    expect(Array.from({ length: 8 }, (_, index) => view.getFloat64(padding + 8 * index, true))).toEqual(stated);
  });

  it('is left alone where it has a place, or is broken', async () => {
    const own = tiffBytes({ ...BARE, corner: [580_000, 6_640_000], cell: 10, system: 25832 });
    const world = { name: 'a.tfw', text: () => '1\n0\n0\n-1\n5\n6' };
    expect(await placedByFiles('a.tif', sourceOf(own), [world])).toBeNull();
    expect(await placedByFiles('a.tif', sourceOf(tiffBytes(BARE)), [{ ...world, name: 'b.tfw' }])).toBeNull();
    expect(await placedByFiles('a.tif', sourceOf(tiffBytes(BARE)), [world])).not.toBeNull();
    const sound = tiffBytes(BARE);
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(255), fc.nat(sound.length), async (at, value, length) => {
        const broken = sound.slice(0, length);
        if (at < length) broken[at] = value;
        const given = await placedByFiles('a.tif', sourceOf(broken), [world]);
        expect(given === null || given.tail.length < 20_000).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
