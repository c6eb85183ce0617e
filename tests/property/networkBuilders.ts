import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';
import type { PlanarLines } from '../../src/core/network/planarLines';

export type Position = readonly [x: number, y: number];

/** Planar lines of positions, joined where positions lie together. */
export function planarLines(...lines: (readonly Position[])[]): PlanarLines {
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length);
  return { coordinates: Float64Array.from(lines.flat(2)), lineStarts: Uint32Array.from(starts), nodeIds: null };
}

/** Planar lines of node numbers into a list of positions, joined by number. */
export function identifiedLines(positions: readonly Position[], ...lines: (readonly number[])[]): PlanarLines {
  const joined = planarLines(...lines.map((line) => line.map((node) => positions[node]!)));
  return { ...joined, nodeIds: Float64Array.from(lines.flat()) };
}

export interface OsmNode {
  readonly id: number;
  readonly longitude: number;
  readonly latitude: number;
}

export interface OsmWay {
  readonly nodes: readonly number[];
  readonly tags: Readonly<Record<string, string>>;
}

export interface PbfOptions {
  /** Nodes as one dense group or as single nodes. */
  readonly dense?: boolean;
  /** Blocks zlib-packed or as they are. */
  readonly packed?: boolean;
  readonly granularity?: number;
  readonly latitudeOffset?: number;
  readonly longitudeOffset?: number;
  readonly features?: readonly string[];
}

const differences = (values: readonly number[]): number[] => values.map((value, index) => value - (values[index - 1] ?? 0));

function message(write: (writer: PbfWriter) => void): Uint8Array {
  const writer = new PbfWriter();
  write(writer);
  return writer.finish().slice();
}

/** A block of a file: length, header and blob, as they stand in the file. */
export function fileBlock(kind: string, blob: Uint8Array): Uint8Array {
  const header = message((writer) => {
    writer.writeStringField(1, kind);
    writer.writeVarintField(3, blob.length);
  });
  const block = new Uint8Array(4 + header.length + blob.length);
  new DataView(block.buffer).setUint32(0, header.length);
  block.set(header, 4);
  block.set(blob, 4 + header.length);
  return block;
}

/** A blob with its content packed, or as it is. */
export function blobOf(content: Uint8Array, packed: boolean, claimedSize = content.length): Uint8Array {
  return message((writer) => {
    if (!packed) {
      writer.writeBytesField(1, content);
      return;
    }
    writer.writeVarintField(2, claimedSize);
    writer.writeBytesField(3, zlibSync(content));
  });
}

export function concatenated(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** An OSMHeader block that asks for features. */
export function headerBlock(features: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes'], packed = true): Uint8Array {
  const content = message((writer) => {
    for (const feature of features) writer.writeStringField(4, feature);
    writer.writeStringField(16, 'smabymodellen test');
  });
  return fileBlock('OSMHeader', blobOf(content, packed));
}

/** The PrimitiveBlock of nodes and ways. */
export function primitiveBlock(nodes: readonly OsmNode[], ways: readonly OsmWay[], options: PbfOptions = {}): Uint8Array {
  const { dense = true, granularity = 100, latitudeOffset = 0, longitudeOffset = 0 } = options;
  const strings = ['', ...new Set(ways.flatMap((way) => Object.entries(way.tags).flat()))];
  const latitudes = nodes.map((node) => Math.round((node.latitude * 1e9 - latitudeOffset) / granularity));
  const longitudes = nodes.map((node) => Math.round((node.longitude * 1e9 - longitudeOffset) / granularity));
  return message((writer) => {
    writer.writeMessage(1, (_, table) => strings.forEach((text) => table.writeStringField(1, text)), null);
    writer.writeMessage(2, (_, group) => {
      if (dense) {
        group.writeMessage(2, (__, denseNodes) => {
          denseNodes.writePackedSVarint(1, differences(nodes.map((node) => node.id)));
          denseNodes.writePackedSVarint(8, differences(latitudes));
          denseNodes.writePackedSVarint(9, differences(longitudes));
        }, null);
      } else {
        nodes.forEach((node, index) => {
          group.writeMessage(1, (__, single) => {
            single.writeSVarintField(1, node.id);
            single.writeSVarintField(8, latitudes[index]!);
            single.writeSVarintField(9, longitudes[index]!);
          }, null);
        });
      }
    }, null);
    writer.writeMessage(2, (_, group) => {
      ways.forEach((way, index) => {
        group.writeMessage(3, (__, single) => {
          single.writeVarintField(1, index + 1);
          single.writePackedVarint(2, Object.keys(way.tags).map((key) => strings.indexOf(key)));
          single.writePackedVarint(3, Object.values(way.tags).map((value) => strings.indexOf(value)));
          single.writePackedSVarint(8, differences(way.nodes));
        }, null);
      });
    }, null);
    if (granularity !== 100) writer.writeVarintField(17, granularity);
    if (latitudeOffset !== 0) writer.writeVarintField(19, latitudeOffset);
    if (longitudeOffset !== 0) writer.writeVarintField(20, longitudeOffset);
  });
}

/** An `.osm.pbf` file of nodes and ways. */
export function osmPbf(nodes: readonly OsmNode[], ways: readonly OsmWay[], options: PbfOptions = {}): Uint8Array {
  const { packed = true } = options;
  return concatenated(
    headerBlock(options.features, packed),
    fileBlock('OSMData', blobOf(primitiveBlock(nodes, ways, options), packed)),
  );
}
