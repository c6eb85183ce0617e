import type { ScenarioId } from '../core/domain/identifiers';
import { SCENARIO_FORMAT } from '../core/exchange/scenarioFormat';
import { readScenarioFile, writeScenarioFile } from '../core/exchange/scenarioFile';
import type { FileCommands, OpenedFile } from '../interface/services';
import type { MapView } from '../map/mapTypes';
import type { Stores } from '../state/hooks';
import { readOwnFiles } from '../state/ownFiles';
import { download, safeFileName } from './download';
import { pictureText } from './pictureText';
import { FILE_WORDS } from './words';

/** No scenario comes near this; a larger file is the wrong file. */
const LARGEST_FILE_BYTES = 100_000_000;

/** So much of a file is looked at to tell a scenario from map data. */
const HEAD_BYTES = 4096;

/** Whether a file says that it is a scenario. */
async function isScenario(file: File): Promise<boolean> {
  const head = await file.slice(0, HEAD_BYTES).text();
  return head.trimStart().startsWith('{') && head.includes(`"${SCENARIO_FORMAT.name}"`);
}

/** Files in and out of the page. `mapView` gives the map once it is there. */
export function createFileCommands(stores: Stores, mapView: () => MapView | null): FileCommands {
  const { exports, model, notices, workspace } = stores;

  function readingNotes(notes: readonly string[]): void {
    if (notes.length > 0) notices.tell({ subject: 'lest fil', tone: 'done', text: notes.join(' ') });
  }

  async function saveScenarioOf(id: ScenarioId): Promise<void> {
    const scenario = await workspace.scenario(id);
    if (!scenario) return;
    const text = writeScenarioFile(scenario, model.getState().dataset);
    download(new Blob([text], { type: 'application/json' }), safeFileName(scenario.name, 'json'));
  }

  return {
    saveScenario: () => saveScenarioOf(model.getState().tracked.scenario.id),
    saveScenarioOf,
    async saveAs(format, paper) {
      const { saveScenarioAs } = await import('./exportCommands');
      await saveScenarioAs(exports, model.getState().tracked.scenario, format, paper);
    },
    async saveComparison(ids, paper) {
      const { saveComparison } = await import('./exportCommands');
      const scenarios = await Promise.all(ids.map(exports.scenario));
      await saveComparison(exports, scenarios.filter((scenario) => scenario !== null), paper);
    },
    async saveMapSheetPicture(paper) {
      const { saveMapSheetPicture } = await import('./exportCommands');
      await saveMapSheetPicture(exports, model.getState().tracked.scenario, paper);
    },
    async saveMapImage() {
      const view = mapView();
      if (!view) throw new Error(FILE_WORDS.notReady);
      const text = pictureText(stores);
      download(await view.toPng(text), safeFileName(text.title, 'png'));
    },
    async open(files): Promise<OpenedFile> {
      const [file] = files;
      if (!file || files.length > 1 || !(await isScenario(file))) {
        await readOwnFiles(files, stores);
        return { kind: 'opened' };
      }
      if (file.size > LARGEST_FILE_BYTES) return { kind: 'refused', problems: [FILE_WORDS.tooLarge(file.name)] };
      const reading = readScenarioFile(await file.text(), file.name, model.getState().dataset);
      if (reading.kind === 'failed') return { kind: 'refused', problems: reading.problems };
      const { scenario, notes } = reading;
      const adopt = async (how: 'replace' | 'separate'): Promise<void> => {
        await workspace.adopt(scenario, how);
        readingNotes(notes);
      };
      if (workspace.has(scenario.id)) {
        return {
          kind: 'asks',
          name: scenario.name,
          replace: () => adopt('replace'),
          separate: () => adopt('separate'),
        };
      }
      await adopt('separate');
      return { kind: 'opened' };
    },
  };
}
