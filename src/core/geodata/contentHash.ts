const OFFSET_HIGH = 0xcbf29ce4;
const OFFSET_LOW = 0x84222325;
/** The FNV prime is 2⁴⁰ + 435: multiplying is a shift by 40 bits and a small product. */
const PRIME_LOW = 435;

/**
 * 64-bit FNV-1a as 16 hexadecimal digits. It tells versions apart and guards against nothing.
 * Source: Fowler, Noll and Vo, IETF draft-eastlake-fnv.
 */
export function fnv1a64(bytes: Uint8Array): string {
  let high = OFFSET_HIGH;
  let low = OFFSET_LOW;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * PRIME_LOW;
    const carry = Math.floor(product / 0x1_0000_0000);
    high = (Math.imul(high, PRIME_LOW) + carry + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
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
