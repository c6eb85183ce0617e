import { NumberList } from './growingLists';

/** One object of a SOSI file: what it is, its attributes, its positions in file units, and the curves it refers to. */
export interface SosiObject {
  /** KURVE, FLATE, PUNKT …, in capitals. */
  readonly kind: string;
  readonly number: number;
  readonly attributes: ReadonlyMap<string, string>;
  /** North and east of each position, before unit and origin. */
  readonly positions: Float64Array;
  /** The text after REF, all its lines. */
  readonly references: string;
}

interface Growing {
  kind: string;
  number: number;
  attributes: Map<string, string>;
  positions: NumberList;
  references: string;
}

const POSITION = /^N[ØO]H?$/u;

/** A line without what follows an exclamation mark outside quotes. */
function withoutComment(line: string): string {
  const mark = line.indexOf('!');
  if (mark < 0) return line;
  const quote = line.indexOf('"');
  return quote >= 0 && quote < mark ? line : line.slice(0, mark);
}

function unquoted(text: string): string {
  return text.replaceAll(/^"|"$/gu, '');
}

/** The first two numbers of a line, if it begins with them; what comes after (height, node marks) is passed over. */
function addPosition(line: string, positions: NumberList): boolean {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)(?=\s|$)/u.exec(line);
  if (!match) return false;
  positions.push(Number(match[1]));
  positions.push(Number(match[2]));
  return true;
}

/** Reads element by element; each object is handed over when the next begins. */
class ObjectReader {
  #object: Growing | null = null;
  /** What lines without dots belong to. */
  #continues: 'positions' | 'references' | 'nothing' = 'nothing';

  line(raw: string): SosiObject | null {
    const line = withoutComment(raw).trim();
    if (line === '') return null;
    if (!line.startsWith('.')) {
      this.#continued(line);
      return null;
    }
    const level = /^\.+/u.exec(line)?.[0].length ?? 1;
    const [, name = '', rest = ''] = /^(\S+)\s*(.*)$/u.exec(line.slice(level)) ?? [];
    if (level === 1) return this.#begin(name.toUpperCase(), rest);
    this.#element(name.toUpperCase(), rest);
    return null;
  }

  end(): SosiObject | null {
    const object = this.#object;
    this.#object = null;
    return object && { ...object, positions: object.positions.taken() };
  }

  #begin(kind: string, rest: string): SosiObject | null {
    const finished = this.end();
    const number = Number(/^(\d+)/u.exec(rest)?.[1] ?? 0);
    this.#object = { kind, number, attributes: new Map(), positions: new NumberList(), references: '' };
    this.#continues = 'nothing';
    return finished;
  }

  #element(name: string, rest: string): void {
    const object = this.#object;
    if (!object) return;
    if (POSITION.test(name)) {
      this.#continues = 'positions';
      if (rest !== '') addPosition(rest, object.positions);
    } else if (name === 'REF') {
      this.#continues = 'references';
      object.references += ` ${rest}`;
    } else {
      this.#continues = 'nothing';
      if (rest !== '' && !object.attributes.has(name)) object.attributes.set(name, unquoted(rest));
    }
  }

  #continued(line: string): void {
    const object = this.#object;
    if (!object) return;
    if (this.#continues === 'positions') addPosition(line, object.positions);
    else if (this.#continues === 'references') object.references += ` ${line}`;
  }
}

/** The objects of a SOSI text, the head among them, one after the other. */
export function* sosiObjects(text: string): Generator<SosiObject> {
  const reader = new ObjectReader();
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const object = reader.line(text.slice(start, end));
    if (object) yield object;
    start = end + 1;
  }
  const last = reader.end();
  if (last) yield last;
}
