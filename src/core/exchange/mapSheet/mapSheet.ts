import { jointBounds } from '../../geometry/bounds';
import type { ExportedScenario } from '../exportedScenario';
import { proofOf, type Proof } from '../proof';
import { INK } from '../report/ink';
import { mapFrame } from '../report/mapFrame';
import { rasterPlaces } from '../report/mapRaster';
import { legendEntries, northArrow, scaleBar, sourceText } from '../report/mapFurniture';
import { PAPERS, type Paper } from '../report/reportStyle';
import { scenarioMap, seenGround } from '../report/scenarioMap';
import { coordinate, decimal, escaped } from '../report/text';
import { wrapped } from './wrappedText';

export const MAP_SHEET_FORMAT = 'smabymodellen-kart';

export interface MapSheetSettings {
  readonly paper: Paper;
  /** The day as the sheet tells it; null when it is not to be told. */
  readonly date: string | null;
}

/** What a map sheet carries so that it can be scored, and drawn, again. */
export interface MapSheetProof extends Proof, MapSheetSettings, Pick<ExportedScenario, 'rasters'> {
  readonly format: typeof MAP_SHEET_FORMAT;
}

/** A sheet of paper, millimetres. */
export interface SheetSize {
  readonly wide: number;
  readonly high: number;
}

const MARGIN = 8;
const PREFIX = 'kart';
const FONT = 'Inter Variable, Inter, system-ui, sans-serif';

/** Sizes of what stands around the map; A3 is looked at from further away. */
const MEASURES: Readonly<Record<Paper, { readonly title: number; readonly text: number; readonly note: number; readonly legendColumn: number }>> = {
  A4: { title: 6.4, text: 3.1, note: 2.1, legendColumn: 58 },
  A3: { title: 8.6, text: 4.1, note: 2.7, legendColumn: 78 },
};

/** The paper turned the way in which what is to be seen is largest. */
function sizeOf(exported: ExportedScenario, paper: Paper): SheetSize {
  const { width, height } = PAPERS[paper];
  const bounds = jointBounds(seenGround(exported));
  const isTall = bounds !== null && bounds.maxY - bounds.minY > bounds.maxX - bounds.minX;
  return isTall ? { wide: width, high: height } : { wide: height, high: width };
}

function words(x: number, y: number, size: number, text: string, rest = `fill="${INK.text}"`): string {
  return `<text x="${coordinate(x)}" y="${coordinate(y)}" font-size="${size}" ${rest}>${escaped(text)}</text>`;
}

interface Block {
  readonly svg: string;
  readonly high: number;
}

function legendBlock(exported: ExportedScenario, wide: number, paper: Paper): Block {
  const { text, legendColumn } = MEASURES[paper];
  const entries = legendEntries(exported, PREFIX);
  const columns = Math.max(1, Math.floor(wide / legendColumn));
  const rows = Math.ceil(entries.length / columns);
  const rowHigh = text * 1.75;
  const scale = text / 3.1;
  const svg = entries.map(({ name, swatch }, index) => {
    const [x, y] = [Math.floor(index / rows) * (wide / columns), (index % rows) * rowHigh];
    return `<g transform="translate(${coordinate(x)} ${coordinate(y)}) scale(${coordinate(scale)})">${swatch}</g>${words(x + 10 * scale, y + text * 0.98, Number((text * 0.92).toFixed(2)), name)}`;
  });
  return { svg: svg.join(''), high: rows * rowHigh };
}

function noteBlock(exported: ExportedScenario, scale: number, wide: number, paper: Paper): Block {
  const { note } = MEASURES[paper];
  const { evaluation } = exported;
  const lines = wrapped(
    `1 : ${decimal(scale, 0)} på ${paper}. EPSG:25832, rutenettets nord opp. Kilder: ${sourceText(exported)}. Småbymodellen, metodeversjon ${evaluation.methodVersion}, datasett ${evaluation.datasetHash}.`,
    wide,
    note,
  );
  const step = note * 1.4;
  return { svg: lines.map((line, index) => words(0, note + index * step, note, line, `fill="${INK.textMuted}"`)).join(''), high: lines.length * step };
}

function told({ scenario, evaluation, dataset }: ExportedScenario): string {
  const { firstYear, lastYear } = scenario.programme;
  const { dwellings, transit, blueGreen } = evaluation;
  return [
    dataset.parameters.municipality.name,
    `${decimal(dwellings.programme, 0)} boliger ${firstYear}–${lastYear}`,
    `Kollektivnærhet ${decimal(transit.score)}`,
    `Blågrønt grep ${decimal(blueGreen.score)}`,
    ...(evaluation.permitted ? [] : ['Ikke tillatt']),
  ].join(' · ');
}

/** How large a sheet is, from its SVG; null for any other text. */
export function sheetSize(svg: string): SheetSize | null {
  const [, wide, high] = /^<svg [^>]*width="([\d.]+)mm" height="([\d.]+)mm"/u.exec(svg) ?? [];
  return wide === undefined || high === undefined ? null : { wide: Number(wide), high: Number(high) };
}

/**
 * A scenario as a map sheet: SVG in millimetres at a known scale, with title, legend, scale bar, north arrow and sources.
 * The same map as in the report. The same scenario on the same data set gives the same bytes.
 */
export function mapSheet(exported: ExportedScenario, { paper, date }: MapSheetSettings): string {
  const { wide, high } = sizeOf(exported, paper);
  const { title, text } = MEASURES[paper];
  const inner = wide - 2 * MARGIN;
  const head = title + text * 1.6 + 4;
  const legend = legendBlock(exported, inner, paper);
  // How long the sources are hangs on the scale in figures only: any will do to measure them.
  const room = high - 2 * MARGIN - head - legend.high - noteBlock(exported, 100_000, inner, paper).high - 6;
  const frame = mapFrame(seenGround(exported), inner, Number(room.toFixed(2)));
  const note = noteBlock(exported, frame.scale, inner, paper);
  const below = MARGIN + head + frame.heightMillimetres + 3.5;
  const { rasters = [] } = exported;
  const proof: MapSheetProof = { format: MAP_SHEET_FORMAT, paper, date, ...(rasters.length > 0 ? { rasters } : {}), ...proofOf(exported) };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}mm" height="${high}mm" viewBox="0 0 ${wide} ${high}" font-family="${FONT}" role="img" aria-label="${escaped(`Kart over ${exported.scenario.name}`)}">`,
    `<title>${escaped(exported.scenario.name)}</title>`,
    `<metadata id="smabymodellen">${escaped(JSON.stringify(proof))}</metadata>`,
    `<rect width="${wide}" height="${high}" fill="#ffffff"/>${rasterPlaces(rasters, frame)}`,
    words(MARGIN, MARGIN + title * 0.82, title, exported.scenario.name, `font-weight="700" fill="${INK.text}"`),
    words(MARGIN, MARGIN + title + text * 1.35, text, told(exported), `fill="${INK.textMuted}"`),
    words(wide - MARGIN, MARGIN + title * 0.82, text, ['Planutkast. Ikke en vedtatt plan.', ...(date === null ? [] : [date])].join(' '), `text-anchor="end" fill="${INK.textMuted}"`),
    `<g transform="translate(${MARGIN} ${coordinate(MARGIN + head)})">${scenarioMap(exported, frame, PREFIX)}${northArrow(frame.widthMillimetres - 12, 5)}${scaleBar(frame, 6, frame.heightMillimetres - 5)}</g>`,
    `<g transform="translate(${MARGIN} ${coordinate(below)})">${legend.svg}</g>`,
    `<g transform="translate(${MARGIN} ${coordinate(below + legend.high + 1.5)})">${note.svg}</g>`,
    '</svg>\n',
  ].join('\n');
}
