import { ImportProblem } from './importProblem';
import { textInSet } from './sosiText';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly start: number;
  readonly length: number;
}

/** The attributes of a shapefile: one record for each shape, read when asked for. */
export interface DbfTable {
  readonly rowCount: number;
  readonly row: (index: number) => readonly (readonly [name: string, value: string | number | boolean | null])[];
}

/** Character set by what a .cpg file says; null lets the bytes tell. */
function setOf(codePage: string | null): string | null {
  const name = (codePage ?? '').trim().toUpperCase();
  if (/UTF-?8|65001/u.test(name)) return 'UTF-8';
  return /8859-?1$|1252|ANSI/u.test(name) ? 'ISO8859-1' : null;
}

function valueIn(text: string, type: string): string | number | boolean | null {
  if (text === '' || /^\*+$/u.test(text)) return null;
  switch (type) {
    case 'N':
    case 'F': {
      const number = Number(text.replace(',', '.'));
      return Number.isFinite(number) ? number : null;
    }
    case 'L':
      return /^[tyj]$/iu.test(text) ? true : /^[fn]$/iu.test(text) ? false : null;
    default:
      return text;
  }
}

/** Opens a dBASE file (version III, as shapefiles have them). Throws ImportProblem for one that is broken. */
export function readDbf(bytes: Uint8Array, name: string, codePage: string | null): DbfTable {
  const broken = new ImportProblem(`«${name}» er ikke en hel .dbf-fil. Eksporter Shapefile på nytt.`);
  if (bytes.length < 33) throw broken;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getUint16(8, true);
  const recordBytes = view.getUint16(10, true);
  if (recordBytes === 0 || headerBytes > bytes.length) throw broken;
  const set = setOf(codePage);
  const decoded = (part: Uint8Array): string => {
    const end = part.indexOf(0);
    const text = textInSet(end < 0 ? part : part.subarray(0, end), set ?? (isPlain(part) ? 'ISO8859-1' : null));
    return text.trim();
  };
  const fields: Field[] = [];
  let start = 1;
  for (let at = 32; at + 32 <= headerBytes && bytes[at] !== 0x0d; at += 32) {
    const length = bytes[at + 16] ?? 0;
    fields.push({ name: decoded(bytes.subarray(at, at + 11)), type: String.fromCodePoint(bytes[at + 11] ?? 67), start, length });
    start += length;
  }
  const rowCount = Math.min(view.getUint32(4, true), Math.floor((bytes.length - headerBytes) / recordBytes));
  return {
    rowCount,
    row: (index) => {
      const first = headerBytes + index * recordBytes;
      return fields.map((field) => {
        const part = bytes.subarray(first + field.start, first + field.start + field.length);
        return [field.name, valueIn(decoded(part), field.type)] as const;
      });
    },
  };
}

/** Whether bytes are the same in every set. */
function isPlain(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}
