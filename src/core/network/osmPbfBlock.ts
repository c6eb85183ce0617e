import { strFromU8 } from 'fflate';
import { PbfReader } from 'pbf';
import { BrokenPbf, eachField, readPart } from './osmPbfFile';
import type { WayTags } from './walkable';

/** Tags that decide whether a way may be walked; the others are not read. */
const KEYS: ReadonlySet<string> = new Set(['highway', 'area', 'motorroad', 'foot', 'access']);

/** What a block says before its ways and nodes. */
interface BlockFrame {
  readonly text: (index: number) => string;
  /** Positions are `offset + granularity × value` billionths of a degree. */
  readonly granularity: number;
  readonly latitudeOffset: number;
  readonly longitudeOffset: number;
}

function stringTable(message: Uint8Array): (index: number) => string {
  let count = 0;
  eachField(message, (field) => {
    if (field === 1) count += 1;
  });
  const starts = new Uint32Array(count);
  const ends = new Uint32Array(count);
  let read = 0;
  eachField(message, (field, reader) => {
    if (field !== 1) return;
    const part = readPart(reader);
    ends[read] = reader.pos;
    starts[read] = reader.pos - part.length;
    read += 1;
  });
  const known = new Map<number, string>();
  return (index) => {
    if (index >= count) throw new BrokenPbf('string that is not in the table');
    const before = known.get(index);
    if (before !== undefined) return before;
    const text = strFromU8(message.subarray(starts[index], ends[index]));
    known.set(index, text);
    return text;
  };
}

function frameOf(block: Uint8Array): BlockFrame {
  let text = stringTable(new Uint8Array());
  let granularity = 100;
  let latitudeOffset = 0;
  let longitudeOffset = 0;
  eachField(block, (field, reader) => {
    if (field === 1) text = stringTable(readPart(reader));
    else if (field === 17) granularity = reader.readVarint(true);
    else if (field === 19) latitudeOffset = reader.readVarint(true);
    else if (field === 20) longitudeOffset = reader.readVarint(true);
  });
  return { text, granularity, latitudeOffset, longitudeOffset };
}

/** The whole of a packed list of numbers, one at a time; a list that ends inside a number throws BrokenPbf. */
class PackedNumbers {
  readonly #reader: PbfReader;

  constructor(part: Uint8Array) {
    this.#reader = new PbfReader(part);
  }

  get atEnd(): boolean {
    return this.#reader.pos >= this.#reader.length;
  }

  unsigned(): number {
    const value = this.#reader.readVarint();
    this.#check();
    return value;
  }

  signed(): number {
    const value = this.#reader.readSVarint();
    this.#check();
    return value;
  }

  #check(): void {
    if (this.#reader.pos > this.#reader.length) throw new BrokenPbf('list ends inside a number');
  }
}

function eachInGroups(block: Uint8Array, visit: (field: number, reader: PbfReader) => void): void {
  eachField(block, (field, reader) => {
    if (field === 2) eachField(readPart(reader), visit);
  });
}

function* differences(part: Uint8Array): Generator<number> {
  const numbers = new PackedNumbers(part);
  let value = 0;
  while (!numbers.atEnd) {
    value += numbers.signed();
    yield value;
  }
}

const EMPTY: Uint8Array = new Uint8Array();

/** Calls `visit` for each way of a block, with those of its tags that are asked for (without asking: those that concern walking) and its nodes in order. */
export function eachWay(
  block: Uint8Array,
  visit: (tags: WayTags, nodes: Iterable<number>) => void,
  keys: ReadonlySet<string> = KEYS,
): void {
  const { text } = frameOf(block);
  eachInGroups(block, (field, reader) => {
    if (field !== 3) return;
    let keyList: Uint8Array = EMPTY;
    let values: Uint8Array = EMPTY;
    let references: Uint8Array = EMPTY;
    eachField(readPart(reader), (wayField, wayReader) => {
      if (wayField === 2) keyList = readPart(wayReader);
      else if (wayField === 3) values = readPart(wayReader);
      else if (wayField === 8) references = readPart(wayReader);
    });
    const tags: Record<string, string> = {};
    const keyNumbers = new PackedNumbers(keyList);
    const valueNumbers = new PackedNumbers(values);
    while (!keyNumbers.atEnd) {
      const key = text(keyNumbers.unsigned());
      const value = valueNumbers.unsigned();
      if (keys.has(key)) tags[key] = text(value);
    }
    visit(tags, differences(references));
  });
}

/** Calls `visit` for each node of a block, with its id and position in degrees. */
export function eachNode(block: Uint8Array, visit: (id: number, longitude: number, latitude: number) => void): void {
  const { granularity, latitudeOffset, longitudeOffset } = frameOf(block);
  const degrees = (offset: number, value: number): number => (offset + granularity * value) / 1e9;
  eachInGroups(block, (field, reader) => {
    if (field === 2) {
      let ids: Uint8Array = EMPTY;
      let latitudes: Uint8Array = EMPTY;
      let longitudes: Uint8Array = EMPTY;
      eachField(readPart(reader), (denseField, denseReader) => {
        if (denseField === 1) ids = readPart(denseReader);
        else if (denseField === 8) latitudes = readPart(denseReader);
        else if (denseField === 9) longitudes = readPart(denseReader);
      });
      const idNumbers = new PackedNumbers(ids);
      const latitudeNumbers = new PackedNumbers(latitudes);
      const longitudeNumbers = new PackedNumbers(longitudes);
      let id = 0;
      let latitude = 0;
      let longitude = 0;
      while (!idNumbers.atEnd) {
        id += idNumbers.signed();
        latitude += latitudeNumbers.signed();
        longitude += longitudeNumbers.signed();
        visit(id, degrees(longitudeOffset, longitude), degrees(latitudeOffset, latitude));
      }
    } else if (field === 1) {
      let id = 0;
      let latitude = 0;
      let longitude = 0;
      eachField(readPart(reader), (nodeField, nodeReader) => {
        if (nodeField === 1) id = nodeReader.readSVarint();
        else if (nodeField === 8) latitude = nodeReader.readSVarint();
        else if (nodeField === 9) longitude = nodeReader.readSVarint();
      });
      visit(id, degrees(longitudeOffset, longitude), degrees(latitudeOffset, latitude));
    }
  });
}
