/** So many numbers are made room for at a time: what is there already is never copied to make room for more. */
const BLOCK_BITS = 16;
const BLOCK_LENGTH = 2 ** BLOCK_BITS;
const WITHIN_BLOCK = BLOCK_LENGTH - 1;
/** Many lists stay short. */
const FIRST_LENGTH = 1024;

/** How long the block is to be that has no room for one more: the first grows to be one, the others are from the start. */
function roomierLength(block: number, before: number): number {
  return block > 0 ? BLOCK_LENGTH : Math.max(FIRST_LENGTH, 2 * before);
}

/** A growing list of numbers without boxes. */
export class NumberList {
  readonly #blocks: Float64Array[] = [];
  length = 0;

  push(value: number): void {
    const within = this.length & WITHIN_BLOCK;
    let block = this.#blocks[this.length >> BLOCK_BITS];
    if (block === undefined || within >= block.length) block = this.#makeRoom(this.length >> BLOCK_BITS);
    block[within] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#blocks[index >> BLOCK_BITS]![index & WITHIN_BLOCK]!;
  }

  /** Forgets what came after the first `length`. */
  cutTo(length: number): void {
    this.length = length;
  }

  /** What is in the list, which is empty afterwards. */
  taken(): Float64Array<ArrayBuffer> {
    const values = new Float64Array(this.length);
    gather(this.#blocks, values);
    this.length = 0;
    return values;
  }

  #makeRoom(block: number): Float64Array {
    const before = this.#blocks[block];
    const larger = new Float64Array(roomierLength(block, before?.length ?? 0));
    if (before) larger.set(before);
    this.#blocks[block] = larger;
    return larger;
  }
}

/** A growing list of whole numbers from 0. */
export class IndexList {
  readonly #blocks: Uint32Array[] = [];
  length = 0;

  push(value: number): void {
    const within = this.length & WITHIN_BLOCK;
    let block = this.#blocks[this.length >> BLOCK_BITS];
    if (block === undefined || within >= block.length) block = this.#makeRoom(this.length >> BLOCK_BITS);
    block[within] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.#blocks[index >> BLOCK_BITS]![index & WITHIN_BLOCK]!;
  }

  /** Forgets what came after the first `length`. */
  cutTo(length: number): void {
    this.length = length;
  }

  /** What is in the list, which is empty afterwards. */
  taken(): Uint32Array<ArrayBuffer> {
    const values = new Uint32Array(this.length);
    gather(this.#blocks, values);
    this.length = 0;
    return values;
  }

  #makeRoom(block: number): Uint32Array {
    const before = this.#blocks[block];
    const larger = new Uint32Array(roomierLength(block, before?.length ?? 0));
    if (before) larger.set(before);
    this.#blocks[block] = larger;
    return larger;
  }
}

function gather<Numbers extends Float64Array | Uint32Array>(blocks: Numbers[], values: Numbers): void {
  let filled = 0;
  for (const block of blocks) {
    if (filled >= values.length) break;
    values.set(block.subarray(0, values.length - filled), filled);
    filled += block.length;
  }
  blocks.length = 0;
}
