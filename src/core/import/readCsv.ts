import { cellCorner } from '../geodata/tables';
import { AttributeTableBuilder } from './attributeTable';
import type { SystemId } from './coordinateSystem';
import { ImportProblem } from './importProblem';
import type { RawLayer } from './importedLayer';
import { ShapesBuilder } from './packedShapes';
import { Tally } from './tally';

const SEPARATORS = [';', '\t', ',', '|'] as const;

const EAST = ['longitude', 'lon', 'lng', 'long', 'lengdegrad', 'x', 'øst', 'ost', 'east', 'easting', 'x_koord', 'utm_x', 'xkoordinat', 'x-koordinat'];
const NORTH = ['latitude', 'lat', 'breddegrad', 'y', 'nord', 'north', 'northing', 'y_koord', 'utm_y', 'ykoordinat', 'y-koordinat'];
const SYSTEM = ['epsg', 'srid', 'koordinatsystem'];
const CELL = ['ssbid250m', 'ssbid', 'ssbid0250m'];

const CELL_METRES = 250;
const CELL_PATTERN = /^2\d{13}$/u;
/** The statistics grid. */
const CELL_SYSTEM: SystemId = 'EPSG:25833';

const REASONS = {
  notNumbers: 'rad uten tall for koordinatene',
  notACell: 'rad uten gyldig SSBid',
} as const;

/** Splits one line into cells: quotes around them, doubled inside. A quote that is never closed runs to the line's end. */
function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '"') {
      if (isQuoted && line.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (character === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}

/** The separator that the first lines have most of, and as many of each. */
function separatorOf(lines: readonly string[]): string {
  const scores = SEPARATORS.map((separator) => {
    const counts = lines.slice(0, 20).map((line) => cellsOf(line, separator).length);
    const [first = 1] = counts;
    const alike = counts.filter((count) => count === first).length / counts.length;
    return { separator, score: first > 1 ? alike * first : 0 };
  });
  return scores.reduce((best, score) => (score.score > best.score ? score : best)).separator;
}

/** A number with decimal comma or point; spaces between thousands. */
function numberIn(cell: string | undefined): number {
  const plain = (cell ?? '').replaceAll(/[\s\u00A0\u202F]/gu, '').replace(',', '.');
  return /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(plain) ? Number(plain) : Number.NaN;
}

/** The value of a cell: a number where it is written as one and would be written so again, else text. */
function valueIn(cell: string): string | number {
  const number = numberIn(cell);
  return Number.isFinite(number) && !/^0\d|\s|e/iu.test(cell) && Math.abs(number) < 2 ** 53 ? number : cell;
}

function placeOf(header: readonly string[], names: readonly string[]): number {
  for (const name of names) {
    const place = header.findIndex((cell) => cell.toLowerCase() === name);
    if (place >= 0) return place;
  }
  return -1;
}

function addCell(shapes: ShapesBuilder, id: string, row: number): void {
  const { eastMetres, northMetres } = cellCorner(Number(id));
  for (const [east, north] of [[0, 0], [1, 0], [1, 1], [0, 1]] as const) {
    shapes.addVertex(eastMetres + east * CELL_METRES, northMetres + north * CELL_METRES);
  }
  shapes.endRing();
  shapes.endShape('polygon', row);
}

/**
 * Reads a table with one point a row, or one cell of the national statistics grid a row. Knows separators, decimal
 * comma and the usual names of the columns. Throws ImportProblem for a table that says nothing of where.
 */
export function readCsv(text: string, name: string): RawLayer {
  const lines = text.split(/\r\n|\n|\r/u).filter((line) => line.trim() !== '');
  const separator = separatorOf(lines);
  const [header = []] = lines.slice(0, 1).map((line) => cellsOf(line, separator));
  const east = placeOf(header, EAST);
  const north = placeOf(header, NORTH);
  const cell = placeOf(header, CELL);
  const system = placeOf(header, SYSTEM);
  const isGrid = cell >= 0;
  if (!isGrid && (east < 0 || north < 0)) {
    throw new ImportProblem(
      `«${name}» mangler koordinater. Første linje skal navngi kolonnene, og to av dem skal hete «lon» og «lat», «øst» og «nord» eller «x» og «y» (eller én «ssbid250m»). Fant: ${header.slice(0, 12).join(', ')}.`,
    );
  }
  const shapes = new ShapesBuilder();
  const attributes = new AttributeTableBuilder();
  const dropped = new Tally();
  let declared: RawLayer['declared'] = isGrid ? { system: CELL_SYSTEM, text: CELL_SYSTEM } : null;
  for (const line of lines.slice(1)) {
    const cells = cellsOf(line, separator);
    if (isGrid) {
      const id = cells[cell] ?? '';
      if (!CELL_PATTERN.test(id)) {
        dropped.add(REASONS.notACell);
        continue;
      }
      addCell(shapes, id, attributes.rowCount);
    } else {
      const x = numberIn(cells[east]);
      const y = numberIn(cells[north]);
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        dropped.add(REASONS.notNumbers);
        continue;
      }
      shapes.addVertex(x, y);
      shapes.endShape('point', attributes.rowCount);
      const code = cells[system] ?? '';
      if (system >= 0 && declared === null && /^\d{4,5}$/u.test(code)) declared = { system: `EPSG:${Number(code)}`, text: code };
    }
    attributes.add(header.map((column, place) => [column, valueIn(cells[place] ?? '')]));
  }
  return {
    name,
    format: 'csv',
    shapes: shapes.finish(),
    attributes: attributes.finish(),
    declared,
    objectCount: lines.length - 1,
    dropped: dropped.counted(),
    notes: [],
  };
}
