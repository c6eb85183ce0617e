import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { PbfWriter } from 'pbf';
import { describe, expect, it } from 'vitest';
import { blobOf, concatenated, fileBlock, headerBlock, osmPbf, primitiveBlock } from '../../../tests/property/networkBuilders';
import type { OsmNode, OsmWay, PbfOptions } from '../../../tests/property/networkBuilders';
import { NetworkFileError } from './networkFileError';
import { readLines } from './readLines';
import { readOsmPbf } from './readOsmPbf';
import type { WalkingLines } from './walkingLines';

const nodes: OsmNode[] = [
  { id: 5_000_000_001, longitude: 10.4931234, latitude: 59.9330001 },
  { id: 7, longitude: 10.5, latitude: 59.94 },
  { id: -3, longitude: -0.25, latitude: -33.5 },
  { id: 9_000_000_000_123, longitude: 179.9999999, latitude: 89.9999999 },
  { id: 12, longitude: 1, latitude: 2 },
];

const ways: OsmWay[] = [
  { nodes: [7, 5_000_000_001, -3], tags: { name: 'Småbyveien', highway: 'footway', surface: 'gravel' } },
  { nodes: [12, 7], tags: { highway: 'motorway' } },
  { nodes: [9_000_000_000_123, 7], tags: { highway: 'service', access: 'private', foot: 'yes' } },
  { nodes: [12, 7], tags: { building: 'yes' } },
];

/** What reading a file gives: lines, or the message for people. Any other error is thrown on. */
function outcome(file: Uint8Array): WalkingLines | string {
  try {
    return readOsmPbf(file, 'utsnitt.osm.pbf');
  } catch (error) {
    if (error instanceof NetworkFileError) return error.message;
    throw error;
  }
}

function failure(file: Uint8Array): string {
  const result = outcome(file);
  return typeof result === 'string' ? result : 'no failure';
}

const BROKEN = '«utsnitt.osm.pbf» er ikke en hel og gyldig .osm.pbf-fil. Last den ned på nytt, og prøv igjen.';

describe('readOsmPbf', () => {
  const variants: PbfOptions[] = [
    {},
    { dense: false },
    { packed: false },
    { dense: false, packed: false },
    { granularity: 50, latitudeOffset: 1000, longitudeOffset: -250_000 },
    { features: ['OsmSchema-V0.6'] },
  ];

  it.each(variants)('reads walkable ways with their nodes: %j', (options) => {
    const lines = readOsmPbf(osmPbf(nodes, ways, options), 'utsnitt.osm.pbf');
    expect([...lines.lineStarts]).toEqual([0, 3, 5]);
    expect([...(lines.nodeIds ?? [])]).toEqual([7, 5_000_000_001, -3, 9_000_000_000_123, 7]);
    const expected = [10.5, 59.94, 10.4931234, 59.9330001, -0.25, -33.5, 179.9999999, 89.9999999, 10.5, 59.94];
    expected.forEach((degrees, index) => expect(lines.positions[index]).toBeCloseTo(degrees, 7));
    expect(lines.notes).toEqual(['Ikke med i gangnettet: 1 (motorvei eller hovedvei forbudt for gående).']);
  });

  it('is what readLines does with bytes', async () => {
    expect(await readLines('utsnitt.osm.pbf', osmPbf(nodes, ways))).toEqual(readOsmPbf(osmPbf(nodes, ways), 'utsnitt.osm.pbf'));
  });

  it('reads a view into larger bytes', () => {
    const file = osmPbf(nodes, ways);
    const room = new Uint8Array(file.length + 40);
    room.set(file, 13);
    expect(readOsmPbf(room.subarray(13, 13 + file.length), 'a')).toEqual(readOsmPbf(file, 'a'));
  });

  it('takes ways and nodes from different blocks in any order, and passes over blocks it does not know', () => {
    const file = concatenated(
      headerBlock(),
      fileBlock('OSMData', blobOf(primitiveBlock([], ways), true)),
      fileBlock('SomethingNew', Uint8Array.of(1, 2, 3)),
      fileBlock('OSMData', blobOf(primitiveBlock(nodes, []), false)),
    );
    expect(readOsmPbf(file, 'a')).toEqual(readOsmPbf(osmPbf(nodes, ways), 'a'));
  });

  it('cuts ways where their nodes are not in the file', () => {
    const lines = readOsmPbf(osmPbf(nodes, [{ nodes: [7, 12, 99, 12, 7, 98], tags: { highway: 'path' } }]), 'a.pbf');
    expect([...lines.lineStarts]).toEqual([0, 2, 4]);
    expect(lines.notes).toEqual(['Veier i «a.pbf» er kuttet der de går ut av utsnittet (2 punkter mangler).']);
  });

  it('unpacks blocks larger than a piece', () => {
    let state = 1;
    const many = Array.from({ length: 30_000 }, (_, index) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return { id: index * 7 + 1, longitude: 10 + state / 2 ** 32, latitude: 59.5 };
    });
    const file = osmPbf(many, [{ nodes: many.map((node) => node.id), tags: { highway: 'path' } }]);
    expect(file.length).toBeGreaterThan(100_000);
    const lines = readOsmPbf(file, 'a');
    const error = Math.max(...many.map((node, index) => Math.abs(lines.positions[2 * index]! - node.longitude)));
    expect(error).toBeLessThan(1e-7);
  });
});

describe('files that cannot be read', { timeout: 60_000 }, () => {
  const whole = osmPbf(nodes, ways);

  it('fails on every cut, and on no bytes at all', () => {
    // A file cut after its header block is a whole file without ways.
    for (let length = 0; length < whole.length; length += 1) {
      expect(failure(whole.subarray(0, length))).toMatch(/er ikke en hel og gyldig|ingen veier eller stier/u);
    }
    expect(failure(new Uint8Array())).toBe(BROKEN);
  });

  it('fails on what is no PBF file', () => {
    expect(failure(new TextEncoder().encode('<?xml version="1.0"?><osm version="0.6"></osm>'))).toBe(BROKEN);
    expect(failure(new Uint8Array(1000))).toBe(BROKEN);
  });

  it('finds every change in packed data that makes a difference, by its checksum', () => {
    const file = osmPbf(nodes, ways);
    const before = readOsmPbf(file, 'a');
    const packedBytes = 100;
    // The last byte before the four of the checksum is filled up with bits that mean nothing.
    const bitsThatMeanNothing = 5;
    for (let back = 1; back <= packedBytes; back += 1) {
      const changed = file.slice();
      changed[file.length - back]! ^= 0x10;
      expect(outcome(changed)).toSatisfy((result) => result === BROKEN || (back === bitsThatMeanNothing && isDeepStrictEqual(result, before)));
    }
  });

  it('never hangs or fails otherwise than with a message for people, whatever the bytes', () => {
    const plain = osmPbf(nodes, ways, { packed: false });
    fc.assert(
      fc.property(
        fc.constantFrom(plain, whole),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }),
        (file, changes) => {
          const changed = file.slice();
          for (const [at, value] of changes) changed[at % changed.length] = value;
          expect(failure(changed)).toMatch(/^no failure$|[.]$/u);
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (content) => {
        const file = concatenated(headerBlock(), fileBlock('OSMData', blobOf(content, false)));
        expect(failure(file)).not.toBe('no failure');
      }),
      { numRuns: 500 },
    );
  });

  it('keeps to the sizes of the format', () => {
    const blobThatSays = (claimedSize: number, size: number): Uint8Array =>
      concatenated(headerBlock(), fileBlock('OSMData', blobOf(new Uint8Array(size), true, claimedSize)));
    expect(failure(blobThatSays(2 ** 40, 10))).toBe(BROKEN);
    expect(failure(blobThatSays(33 * 1024 * 1024, 10))).toBe(BROKEN);
    expect(failure(blobThatSays(1000, 5_000_000))).toBe(BROKEN);
    expect(failure(blobThatSays(1000, 10))).toBe(BROKEN);
    const longHeader = headerBlock();
    new DataView(longHeader.buffer).setUint32(0, 70_000);
    expect(failure(concatenated(longHeader, new Uint8Array(80_000)))).toBe(BROKEN);
  });

  it('does not believe a list that says it is longer than the block', () => {
    const block = new PbfWriter();
    block.writeMessage(2, (_, group) => {
      group.writeMessage(2, (__, dense) => {
        dense.writeTag(1, 2);
        dense.writeVarint(2 ** 48);
        dense.writeVarint(0);
      }, null);
    }, null);
    expect(failure(concatenated(headerBlock(), fileBlock('OSMData', blobOf(block.finish(), false))))).toBe(BROKEN);
  });

  it('names features and packing it does not know', () => {
    expect(failure(osmPbf(nodes, ways, { features: ['OsmSchema-V0.6', 'HistoricalInformation'] }))).toContain('«HistoricalInformation»');
    const zstandard = new PbfWriter();
    zstandard.writeVarintField(2, 10);
    zstandard.writeBytesField(7, Uint8Array.of(1, 2, 3));
    expect(failure(concatenated(headerBlock(), fileBlock('OSMData', zstandard.finish())))).toContain('bare zlib');
  });

  it('wants the header first', () => {
    expect(failure(fileBlock('OSMData', blobOf(primitiveBlock(nodes, ways), true)))).toBe(BROKEN);
  });

  it('says so when nothing can be walked, and when positions are off the globe', () => {
    expect(failure(osmPbf(nodes, [ways[1]!]))).toContain('ingen veier eller stier');
    expect(failure(osmPbf([{ id: 1, longitude: 500, latitude: 59 }, nodes[1]!], [{ nodes: [1, 7], tags: { highway: 'path' } }]))).toContain('500');
  });
});
