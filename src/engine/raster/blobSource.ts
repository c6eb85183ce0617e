import { ImportProblem } from '../../core/import/importProblem';
import type { ByteSource } from '../../core/import/rasters/tiffStructure';

/** What is read at once: no tile or strip of a raster that is let through packs into more. */
const LONGEST_READ_BYTES = 80_000_000;
/** Small reads come out of blocks of this size, since many of them lie close together. */
const BLOCK_BYTES = 65_536;
const KEPT_BLOCKS = 64;

interface Slice {
  readonly offset: number;
  readonly length: number;
}

/** Reads a file by ranges, never the whole of it: for the check of its structure, and as a source for the GeoTIFF library. */
export class BlobSource implements ByteSource {
  readonly #blob: Blob;
  readonly #blocks = new Map<number, Promise<Uint8Array<ArrayBuffer>>>();
  #bytesRead = 0;

  constructor(blob: Blob) {
    this.#blob = blob;
  }

  get size(): number {
    return this.#blob.size;
  }

  get fileSize(): number {
    return this.#blob.size;
  }

  /** Bytes that were asked of the file so far. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length) || offset < 0 || length < 0 || length > LONGEST_READ_BYTES || offset > this.size) {
      throw new ImportProblem('Filen er avkuttet eller ødelagt: noe av innholdet ligger utenfor den. Hent den på nytt.');
    }
    const first = Math.floor(offset / BLOCK_BYTES);
    if (length > BLOCK_BYTES || Math.floor((offset + length - 1) / BLOCK_BYTES) !== first) return this.#range(offset, offset + length);
    const block = await this.#block(first);
    return block.slice(offset - first * BLOCK_BYTES, offset - first * BLOCK_BYTES + length);
  }

  /** As the library asks. */
  async fetch(slices: readonly Slice[]): Promise<ArrayBuffer[]> {
    const parts = await Promise.all(slices.map(({ offset, length }) => this.read(offset, length)));
    return parts.map(({ buffer }) => buffer);
  }

  async fetchSlice({ offset, length }: Slice): Promise<Slice & { data: ArrayBuffer }> {
    const { buffer } = await this.read(offset, length);
    return { offset, length, data: buffer };
  }

  async close(): Promise<void> {
    this.#blocks.clear();
    await Promise.resolve();
  }

  async #range(from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
    this.#bytesRead += Math.min(to, this.size) - from;
    return new Uint8Array(await this.#blob.slice(from, to).arrayBuffer());
  }

  #block(index: number): Promise<Uint8Array<ArrayBuffer>> {
    const block = this.#blocks.get(index) ?? this.#range(index * BLOCK_BYTES, (index + 1) * BLOCK_BYTES);
    this.#blocks.delete(index);
    this.#blocks.set(index, block);
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > KEPT_BLOCKS && oldest !== undefined) this.#blocks.delete(oldest);
    return block;
  }
}
