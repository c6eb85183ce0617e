const OFFSET_HIGH = 0xcbf29ce4;
const OFFSET_LOW = 0x84222325;
/** The FNV prime is 2⁴⁰ + 435: multiplying is a shift by 40 bits and a small product. */
const PRIME_LOW = 435;

/**
 * 64-bit FNV-1a as 16 hexadecimal digits. It tells versions apart and guards against nothing.
 * Source: Fowler, Noll and Vo, IETF draft-eastlake-fnv.
 */
export function fnv1a64(bytes: Uint8Array): string {
  // Whole numbers of 32 bits with their sign all the way: larger ones are reckoned as fractions, many times slower.
  let high = OFFSET_HIGH | 0;
  let low = OFFSET_LOW | 0;
  for (const byte of bytes) {
    low ^= byte;
    const lower = (low & 0xffff) * PRIME_LOW;
    const upper = (low >>> 16) * PRIME_LOW + (lower >>> 16);
    high = (Math.imul(high, PRIME_LOW) + (upper >>> 16) + (low << 8)) | 0;
    low = (upper << 16) | (lower & 0xffff);
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Code units, low byte first. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[2 * index] = unit & 0xff;
    bytes[2 * index + 1] = unit >>> 8;
  }
  return bytes;
}

/** Hash of file names and contents, the same whatever order the files come in. */
export function contentHash(files: ReadonlyMap<string, string>): string {
  const parts = [...files.keys()].toSorted().map((name) => {
    // A check-out on Windows may end its lines in two characters; the facts are the same.
    const content = (files.get(name) ?? '').replaceAll('\r\n', '\n');
    // A zero ends each text, so that no two sets of files run together into one.
    return `${name}\0${content}\0`;
  });
  return fnv1a64(bytesOf(parts.join('')));
}
