import { strToU8, zipSync } from 'fflate';
import type { Scenario } from '../core/domain/scenario';
import type { ExportedFile, ExportFormatId } from '../core/exchange/exportFiles';
import type { Paper } from '../core/exchange/report/reportStyle';
import type { ExportStore } from '../state/exportStore';
import { download, safeFileName } from './download';
import { FILE_WORDS } from './words';

/** A zip keeps when its files were written; a clock would give other bytes each time. */
const NO_TIME = new Date(1980, 0, 1);

const DAY = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long' });

function blobOf({ content, mediaType }: ExportedFile): Blob {
  return new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type: mediaType });
}

/** Several files go out as one. */
function zipped(name: string, files: readonly ExportedFile[]): Blob {
  const entries = files.map(
    ({ suffix, content }) => [`${name}${suffix}`, typeof content === 'string' ? strToU8(content) : content] as const,
  );
  return new Blob([new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: NO_TIME }))], { type: 'application/zip' });
}

function baseName(name: string): string {
  return safeFileName(name, '').slice(0, -1);
}

/** Hands out a scenario in a format. Rejects in Norwegian when it cannot be written. */
export async function saveScenarioAs(store: ExportStore, scenario: Scenario, format: ExportFormatId, paper: Paper): Promise<void> {
  const files = await store.write([scenario], format, paper, DAY.format(new Date()));
  const [first] = files;
  const name = baseName(scenario.name);
  if (files.length > 1) download(zipped(name, files), `${name}_tabeller.zip`);
  else if (first) download(blobOf(first), `${name}${first.suffix}`);
}

/** Hands out the map sheet as a picture for print. Rejects in Norwegian when it cannot be drawn. */
export async function saveMapSheetPicture(store: ExportStore, scenario: Scenario, paper: Paper): Promise<void> {
  const [[sheet], { drawSheet }] = await Promise.all([
    store.write([scenario], 'mapSheet', paper, DAY.format(new Date())),
    import('../engine/picture/drawSheet'),
  ]);
  const png = await drawSheet(String(sheet?.content));
  download(new Blob([png], { type: 'image/png' }), `${baseName(scenario.name)}_kart_${paper.toLowerCase()}.png`);
}

/** Hands out the report of several scenarios side by side. */
export async function saveComparison(store: ExportStore, scenarios: readonly Scenario[], paper: Paper): Promise<void> {
  const [report] = await store.write(scenarios, 'report', paper, DAY.format(new Date()));
  if (report) download(blobOf(report), `${baseName(FILE_WORDS.comparison)}${report.suffix}`);
}
