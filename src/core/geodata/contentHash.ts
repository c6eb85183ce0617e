const OFFSET_HIGH = 0xcbf29ce4;
const OFFSET_LOW = 0x84222325;
/** The FNV prime is 2⁴⁰ + 435: multiplying is a shift by 40 bits and a small product. */
const PRIME_LOW = 435;

/**
 * 64-bit FNV-1a of a run of bytes (0–255) as 16 hexadecimal digits. It tells versions apart and guards against nothing.
 * Source: Fowler, Noll and Vo, IETF draft-eastlake-fnv.
 */
export function fnv1a64(bytes: Iterable<number>): string {
  let high = OFFSET_HIGH;
  let low = OFFSET_LOW;
  for (const byte of bytes) {
    low = (low ^ byte) >>> 0;
    const product = low * PRIME_LOW;
    const carry = Math.floor(product / 0x1_0000_0000);
    high = (high * PRIME_LOW + carry + ((low << 8) >>> 0)) % 0x1_0000_0000;
    low = product % 0x1_0000_0000;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** Code units, low byte first, of names and contents; a zero code unit ends each text. */
function* bytesOf(files: ReadonlyMap<string, string>): Generator<number> {
  for (const name of [...files.keys()].toSorted()) {
    // A check-out on Windows may end its lines in two characters; the facts are the same.
    const text = `${name}\0${(files.get(name) ?? '').replaceAll('\r\n', '\n')}\0`;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      yield unit & 0xff;
      yield unit >>> 8;
    }
  }
}

/** Hash of file names and contents, the same whatever order the files come in. */
export function contentHash(files: ReadonlyMap<string, string>): string {
  return fnv1a64(bytesOf(files));
}
