import { strToU8, zipSync } from 'fflate';
import { exportFiles, type DrawnRanges, type ExportedFile, type ExportFormatId } from '../core/exchange/exportFiles';
import type { ExportedScenario } from '../core/exchange/exportedScenario';
import type { Paper } from '../core/exchange/report/reportStyle';
import { GENERATOR_NAME } from '../core/scoring/uncertainty/random';
import type { Stores } from '../state/hooks';
import { RANGE_ORDER } from '../state/rangesStore';
import { download, safeFileName } from './download';
import { loadSqlite } from './sqlite';
import { FILE_WORDS } from './words';

/** Numbers and their ranges come when the scenario has stood still; longer than this is not waited for them. */
const LONGEST_WAIT_MILLISECONDS = 15_000;

/** A zip keeps when its files were written; a clock would give other bytes each time. */
const NO_TIME = new Date(1980, 0, 1);

const DAY = new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long' });

interface Watched {
  readonly subscribe: (listener: () => void) => () => void;
}

/** What `look` finds, as soon as it finds something; null when it does not in time. */
function found<Value>(store: Watched, look: () => Value | null): Promise<Value | null> {
  return new Promise((resolve) => {
    const first = look();
    if (first !== null) {
      resolve(first);
      return;
    }
    const finish = (value: Value | null): void => {
      stop();
      clearTimeout(timer);
      resolve(value);
    };
    const timer = setTimeout(finish, LONGEST_WAIT_MILLISECONDS, null);
    const stop = store.subscribe(() => {
      const value = look();
      if (value !== null) finish(value);
    });
  });
}

/** The open scenario with its numbers, when they are of the scenario as it stands. */
function scored({ model, walkingNetwork }: Stores): ExportedScenario | null {
  const { dataset, tracked, evaluated, facts } = model.getState();
  if (evaluated?.scenario !== tracked.scenario) return null;
  return { ...evaluated, facts, dataset, walkingNetwork: walkingNetwork.getState().network?.name ?? null };
}

/** Its ranges, when all their draws are made. */
function drawnRanges({ ranges: store }: Stores): DrawnRanges | null {
  const { ranges } = store.getState();
  return ranges?.draws === RANGE_ORDER.draws ? { ...ranges, generator: GENERATOR_NAME } : null;
}

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

/** Hands out the open scenario in a format. Rejects in Norwegian when its numbers do not come. */
export async function saveScenarioAs(stores: Stores, id: ExportFormatId, paper: Paper): Promise<void> {
  const exported = await found(stores.model, () => scored(stores));
  if (!exported) throw new Error(FILE_WORDS.notReady);
  const files = await exportFiles(id, exported, {
    loadSqlite,
    drawRanges: () => found(stores.ranges, () => drawnRanges(stores)),
    paper,
    date: DAY.format(new Date()),
  });
  const [first] = files;
  const name = safeFileName(exported.scenario.name, '').slice(0, -1);
  if (files.length > 1) download(zipped(name, files), `${name}_tabeller.zip`);
  else if (first) download(blobOf(first), `${name}${first.suffix}`);
}
