import { ImportProblem } from '../importProblem';

/** A file that is read piece by piece. */
export interface ByteSource {
  /** Of the whole file, bytes. */
  readonly size: number;
  /** Bytes from `offset`; fewer than asked for where the file ends. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
}

/** One image of a TIFF file: the raster, an overview, a mask. */
interface Image {
  readonly columns: number;
  readonly rows: number;
  /** The piece that is unpacked at once: a tile, or a strip. */
  readonly pieceColumns: number;
  readonly pieceRows: number;
}

const MOST_IMAGES = 64;
const MOST_TAGS = 1000;
/** What one tag may hold: the offsets of four million tiles. */
const LARGEST_TAG_BYTES = 32_000_000;
/** What one tile or strip may hold, unpacked. */
const LARGEST_PIECE_BYTES = 64_000_000;
const MOST_COLUMNS = 2_000_000;

/** Bytes of a value by the number of its type, TIFF 6.0 p. 15–16 and BigTIFF. */
const TYPE_BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8 };

const TAGS = { columns: 256, rows: 257, bits: 258, samples: 277, rowsPerStrip: 278, tileColumns: 322, tileRows: 323 } as const;

const BROKEN = 'Filen er avkuttet eller ødelagt';

function broken(what: string): ImportProblem {
  return new ImportProblem(`${BROKEN}: ${what}. Hent den på nytt, eller lagre den på nytt som GeoTIFF i QGIS.`);
}

class Reading {
  readonly #source: ByteSource;
  readonly #little: boolean;
  readonly isBig: boolean;

  constructor(source: ByteSource, little: boolean, isBig: boolean) {
    this.#source = source;
    this.#little = little;
    this.isBig = isBig;
  }

  async view(offset: number, length: number): Promise<DataView> {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + length > this.#source.size) throw broken('noe av innholdet ligger utenfor filen');
    const bytes = await this.#source.read(offset, length);
    if (bytes.length < length) throw broken('den slutter for tidlig');
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  short(view: DataView, at: number): number {
    return view.getUint16(at, this.#little);
  }

  /** A number of the width that counts and offsets have. */
  offset(view: DataView, at: number): number {
    return this.isBig ? Number(view.getBigUint64(at, this.#little)) : view.getUint32(at, this.#little);
  }

  value(view: DataView, at: number, type: number): number {
    if (type === 3) return this.short(view, at);
    return type === 16 ? Number(view.getBigUint64(at, this.#little)) : view.getUint32(at, this.#little);
  }
}

/** The single number of a tag, or the first of a few that do not fit in its place. */
async function firstValue(reading: Reading, view: DataView, at: number, type: number, count: number): Promise<number> {
  const place = at + (reading.isBig ? 12 : 8);
  const isInPlace = (TYPE_BYTES[type] ?? 1) * count <= (reading.isBig ? 8 : 4);
  if (isInPlace) return reading.value(view, place, type);
  return reading.value(await reading.view(reading.offset(view, place), TYPE_BYTES[type] ?? 1), 0, type);
}

async function readImage(reading: Reading, offset: number): Promise<{ readonly image: Image; readonly pieceBytes: number; readonly next: number }> {
  const countBytes = reading.isBig ? 8 : 2;
  const entryBytes = reading.isBig ? 20 : 12;
  const head = await reading.view(offset, countBytes);
  const count = reading.isBig ? reading.offset(head, 0) : reading.short(head, 0);
  if (count < 1 || count > MOST_TAGS) throw broken(`den oppgir ${count} egenskaper for et bilde`);
  const view = await reading.view(offset + countBytes, count * entryBytes + (reading.isBig ? 8 : 4));
  const found = new Map<number, number>();
  const known = new Set<number>(Object.values(TAGS));
  for (let entry = 0; entry < count; entry += 1) {
    const at = entry * entryBytes;
    const tag = reading.short(view, at);
    const type = reading.short(view, at + 2);
    const values = reading.offset(view, at + 4);
    const bytes = values * (TYPE_BYTES[type] ?? Infinity);
    // A type that nobody knows is passed over by readers, unless it is one that they need.
    if (!Number.isFinite(bytes)) throw broken(`egenskap ${tag} har en ukjent type (${type})`);
    if (bytes > LARGEST_TAG_BYTES) throw broken(`egenskap ${tag} oppgir ${values} verdier`);
    const place = at + (reading.isBig ? 12 : 8);
    if (bytes > (reading.isBig ? 8 : 4)) await reading.view(reading.offset(view, place) + bytes, 0);
    if (known.has(tag) && values > 0) found.set(tag, await firstValue(reading, view, at, type, values));
  }
  const columns = found.get(TAGS.columns) ?? 0;
  const rows = found.get(TAGS.rows) ?? 0;
  const pieceColumns = found.get(TAGS.tileColumns) ?? columns;
  const pieceRows = found.get(TAGS.tileRows) ?? Math.min(rows, found.get(TAGS.rowsPerStrip) ?? rows);
  const pieceBytes = (pieceColumns * pieceRows * (found.get(TAGS.samples) ?? 1) * Math.max(8, found.get(TAGS.bits) ?? 1)) / 8;
  return { image: { columns, rows, pieceColumns, pieceRows }, pieceBytes, next: reading.offset(view, count * entryBytes) };
}

function refuseUnfit({ columns, rows, pieceColumns, pieceRows }: Image, pieceBytes: number): void {
  if (columns < 1 || rows < 1 || pieceColumns < 1 || pieceRows < 1) throw broken('den oppgir ikke hvor stor den er');
  if (columns > MOST_COLUMNS || rows > MOST_COLUMNS) {
    throw new ImportProblem(`Rasteret oppgir ${columns} × ${rows} celler. Det er mer enn noe kart har. Klipp det til kommunen i QGIS («Clip Raster by Extent»).`);
  }
  if (pieceBytes > LARGEST_PIECE_BYTES) {
    throw new ImportProblem(
      `Rasteret er pakket i stykker på ${pieceColumns} × ${pieceRows} celler, og hvert må pakkes ut helt. Lagre det som «Cloud Optimized GeoTIFF» (COG) i QGIS, og prøv igjen.`,
    );
  }
}

/**
 * Looks through the skeleton of a TIFF or BigTIFF file before anything is made room for: how many images, how large, that every
 * property lies within the file and no piece is larger than memory allows. Throws ImportProblem.
 */
export async function checkTiff(source: ByteSource): Promise<void> {
  const head = await source.read(0, 16);
  if (head.length < 8) throw broken('den slutter for tidlig');
  const little = head[0] === 0x49;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const version = view.getUint16(2, little);
  if ((head[0] !== 0x49 && head[0] !== 0x4d) || head[0] !== head[1] || (version !== 42 && version !== 43)) {
    throw new ImportProblem('Filen er ikke en GeoTIFF, selv om navnet sier det. Lagre rasteret på nytt i QGIS.');
  }
  const reading = new Reading(source, little, version === 43);
  if (reading.isBig && head.length < 16) throw broken('den slutter for tidlig');
  const visited = new Set<number>();
  let offset = reading.isBig ? reading.offset(view, 8) : reading.offset(view, 4);
  if (offset === 0) throw broken('den har ikke noe bilde');
  while (offset !== 0) {
    if (visited.has(offset) || visited.size >= MOST_IMAGES) throw broken('listen over bilder tar ikke slutt');
    visited.add(offset);
    const { image, pieceBytes, next } = await readImage(reading, offset);
    refuseUnfit(image, pieceBytes);
    offset = next;
  }
}
