import { readScenarioFile } from '../core/exchange/scenarioFile';
import { readDataset } from '../core/geodata/readDataset';
import { newScenario } from '../core/operations/newScenario';
import type { Dataset } from '../core/domain/dataset';
import { identifier, type ScenarioId } from '../core/domain/identifiers';
import type { Scenario } from '../core/domain/scenario';
import { withTakenLayers } from '../core/import/importedDataset';
import type { TakenLayer } from '../core/import/takenLayer';
import { createEngineClient } from '../engine/client';
import { initialLayerSettings, layerGroupsOf } from '../map/layerGroups';
import type { Stores } from '../state/hooks';
import { createComparisonStore } from '../state/comparisonStore';
import { createDifferenceStore } from '../state/differenceStore';
import { createDrawingStore } from '../state/drawingStore';
import { createExplanationStore } from '../state/explanationStore';
import { createExportStore } from '../state/exportStore';
import { createFolderStore } from '../state/folderStore';
import { createModelStore } from '../state/modelStore';
import { createNoticeStore, type NoticeStore } from '../state/noticeStore';
import { LayerStorage } from '../state/persistence/layerStorage';
import { openOtherPages } from '../state/otherPages';
import { inListOrder, openingScenario } from '../state/shippedScenarios';
import { createRasterStore, type TakenRaster } from '../state/rasterStore';
import { createRangesStore } from '../state/rangesStore';
import { placeBox } from '../state/placeBox';
import { createTakenLayersStore } from '../state/takenLayersStore';
import { createViewStore } from '../state/viewStore';
import { createWalkingNetworkStore } from '../state/walkingNetworkStore';
import { createWorkspace } from '../state/workspace';
import { firstWork } from '../state/firstWork';
import { STATE_WORDS } from '../state/words';
import { fetchGeodata, fetchScenarios } from './filesOfThePlace';
import { safeFileName } from './download';
import { foldersOf } from './folders';
import { guardWork, openStorage, welcomeBack } from './keptWork';
import { START_WORDS } from './words';

/** Why the page cannot open, each reason in Norwegian. */
export class CannotStartError extends Error {
  override readonly name = 'CannotStartError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join(' '));
    this.problems = problems;
  }
}

function readScenarios(files: ReadonlyMap<string, string>, dataset: Dataset, notices: NoticeStore): readonly Scenario[] {
  const scenarios: Scenario[] = [];
  for (const [file, text] of files) {
    const reading = readScenarioFile(text, file, dataset);
    if (reading.kind === 'scenario') scenarios.push(reading.scenario);
    else notices.tell({ subject: file, tone: 'problem', text: START_WORDS.scenarioLeftOut(reading.problems) });
  }
  return inListOrder(scenarios, dataset.parameters);
}

/** What a place without shipped scenarios starts with: its usual programme at its highest rate, nothing placed yet. */
function firstScenario(dataset: Dataset): Scenario {
  const rates = dataset.parameters.growthAlternatives.alternatives.map(({ dwellingsPerYear }) => dwellingsPerYear);
  return newScenario(dataset, {
    id: identifier<ScenarioId>('nytt'),
    name: START_WORDS.newScenario,
    programme: { dwellingsPerYear: Math.max(0, ...rates) },
  });
}

interface OwnLayers {
  readonly storage: LayerStorage | null;
  readonly taken: readonly TakenLayer[];
  readonly rasters: readonly TakenRaster[];
}

/** The user's own layers as they were left. A browser that keeps nothing is told of by `openStorage`. */
async function openOwnLayers(notices: NoticeStore): Promise<OwnLayers> {
  try {
    const storage = await LayerStorage.open();
    const [{ taken, unreadable: layers }, rasters] = await Promise.all([storage.layers(), storage.rasters()]);
    const unreadable = layers + rasters.unreadable;
    if (unreadable > 0) notices.tell({ subject: 'egne kartdata', tone: 'problem', text: STATE_WORDS.layersUnreadable(unreadable) });
    return { storage, taken, rasters: rasters.taken };
  } catch {
    return { storage: null, taken: [], rasters: [] };
  }
}

/** Reads the place and its scenarios, opens what was worked on last, and gives the stores of the page. */
export async function start(): Promise<Stores> {
  const notices = createNoticeStore();
  const [geodata, scenarioFiles, storage, own] = await Promise.all([
    fetchGeodata(),
    fetchScenarios(),
    openStorage(notices),
    openOwnLayers(notices),
  ]);
  const reading = readDataset(geodata);
  if (reading.kind === 'failed') throw new CannotStartError(reading.problems);
  const { dataset } = reading;
  const shipped = readScenarios(scenarioFiles, dataset, notices);
  const opening = openingScenario(shipped, dataset.parameters) ?? firstScenario(dataset);
  const work = await firstWork(storage, shipped, opening, notices);
  await welcomeBack(storage, notices);
  const engine = createEngineClient(dataset, undefined, own.taken);
  const inUse = withTakenLayers(dataset, own.taken);
  const model = createModelStore(inUse, work, engine.evaluate);
  const view = createViewStore(initialLayerSettings(layerGroupsOf(inUse)));
  const workspace = createWorkspace({
    model,
    view,
    notices,
    storage,
    shipped,
    home: opening,
    evaluate: engine.evaluate,
    otherPages: openOtherPages(),
  });
  guardWork(storage, model, workspace);
  const drawing = createDrawingStore(async (outline) => {
    const { surveyStroke } = await import('../state/strokeSurvey');
    return surveyStroke(outline, model.getState().tracked.scenario.measures, engine.survey);
  });
  const difference = createDifferenceStore({
    model,
    scenario: workspace.scenario,
    scenarios: workspace.scenarios,
    evaluate: engine.evaluate,
    rank: engine.rank,
    shownPeriods: () => view.getState().shownPeriods,
    onOpen: () => {
      drawing.takeTool(null);
      drawing.stop();
      view.forgetScenario();
    },
  });
  // A room is shown one thing at a time.
  view.subscribe((state, before) => {
    if (state.presenting && !before.presenting) difference.close();
  });
  const walkingNetwork = createWalkingNetworkStore(engine.walk, model.evaluateAgain, own.storage);
  const rasters = createRasterStore({
    taken: own.rasters,
    near: () => placeBox(dataset),
    storage: own.storage,
    notices,
    openClient: () => import('../engine/raster/rasterClient').then(({ createRasterClient }) => createRasterClient()),
  });
  return {
    model,
    view,
    notices,
    workspace,
    folder: createFolderStore({
      model,
      workspace,
      notices,
      folders: foldersOf(storage),
      files: {
        read: async () => storage?.setting('folderFiles'),
        keep: async (files) => storage?.keepSetting('folderFiles', files),
      },
      baseName: (name) => safeFileName(name, 'json').slice(0, -'.json'.length),
    }),
    explanation: createExplanationStore(model, engine.explain, view),
    ranges: createRangesStore(model, engine.draw),
    drawing,
    difference,
    comparison: createComparisonStore(model, workspace.scenarios, engine.rank),
    walkingNetwork,
    exports: createExportStore(engine.export, workspace.scenario, walkingNetwork, rasters, {
      read: async () => storage?.setting('plan'),
      keep: async (plan) => storage?.keepSetting('plan', plan),
    }),
    rasters,
    takenLayers: createTakenLayersStore({
      base: dataset,
      taken: own.taken,
      storage: own.storage,
      notices,
      openImporter: () => import('../engine/import/importer').then(({ createImporter }) => createImporter()),
      onLay: engine.lay,
      onPrepare: engine.prepare,
      onGiveUp: engine.giveUpPreparing,
      onRasters: rasters.read,
      onChange: model.useDataset,
      openTiles: () => import('../engine/tiles/tileClient').then(({ createTileClient }) => createTileClient()),
    }),
  };
}
