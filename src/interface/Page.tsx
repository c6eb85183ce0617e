import { SkipLink } from '@digdir/designsystemet-react';
import { useCallback, useState, type ComponentType, type ReactNode } from 'react';
import { useDifference, useExplanation, useModel, useRasters, useStores, useTakenLayers, useView } from '../state/hooks';
import { TopBar } from './bar/TopBar';
import { useFileActions } from './bar/useFileActions';
import { HoverCard } from './cards/HoverCard';
import { SeveralAreasCard } from './cards/SeveralAreasCard';
import { TargetCard } from './cards/TargetCard';
import { Dialogs } from './dialogs/Dialogs';
import { Toolbar } from './drawing/Toolbar';
import { useKeysOfToolsAway } from './drawing/useDrawingKeys';
import { LayersPanel } from './layers/LayersPanel';
import { Later } from './parts/Later';
import { MapControls } from './parts/MapControls';
import { Notices } from './parts/Notices';
import { ScoresAloud } from './parts/ScoresAloud';
import { Surface } from './parts/Surface';
import { useFileDrop } from './parts/useFileDrop';
import { useHoldForToday } from './parts/useHoldForToday';
import { useIsNarrow } from './parts/useIsNarrow';
import { usePageKeys } from './parts/usePageKeys';
import { ProgramPanel } from './program/ProgramPanel';
import { ResultPanel } from './result/ResultPanel';
import { Sheet } from './Sheet';
import { useServices, type OpenedFile } from './services';
import { SharedLink } from './share/SharedLink';
import { TimeBar } from './time/TimeBar';
import { SURFACE_WORDS } from './words/surfaces';

const loadExplanation = (): Promise<ComponentType> =>
  import('./method/NumberExplanation').then(({ NumberExplanation }) => NumberExplanation);

const loadTable = (): Promise<ComponentType> => import('./table/AreaTable').then(({ AreaTable }) => AreaTable);

const loadImport = (): Promise<ComponentType> => import('./import/ImportDialog').then(({ ImportDialog }) => ImportDialog);

const loadRaster = (): Promise<ComponentType> => import('./import/RasterDialog').then(({ RasterDialog }) => RasterDialog);

const loadRasterTable = (): Promise<ComponentType> =>
  import('./rasters/RasterTable').then(({ RasterTable }) => RasterTable);

const loadDifference = (): Promise<ComponentType> =>
  import('./difference/DifferencePanel').then(({ DifferencePanel }) => DifferencePanel);

const loadPresentation = (): Promise<ComponentType> =>
  import('./present/Presentation').then(({ Presentation }) => Presentation);

/** The whole page: the map edge to edge, and what is laid over it. */
export function Page({ map }: { readonly map: ReactNode }): ReactNode {
  const { files } = useServices();
  const { notices } = useStores();
  const name = useModel((model) => model.tracked.scenario.name);
  const resultOpen = useView((view) => view.open.result);
  const layersOpen = useView((view) => view.open.layers);
  const isPresenting = useView((view) => view.presenting);
  const isComparing = useDifference((state) => state.view !== null) && !isPresenting;
  const isExplaining = useExplanation((state) => state.indicator !== null);
  const tableOpen = useView((view) => view.tableOpen);
  const isImporting = useTakenLayers((state) => state.step !== null);
  const isAskingOfRaster = useRasters((state) => state.step !== null);
  const rasterTableOpen = useRasters((state) => state.table !== null);
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const narrow = useIsNarrow();
  const actions = useFileActions();

  const openFiles = useCallback(
    (dropped: readonly File[]) => {
      files
        .open(dropped)
        .then(setOpened)
        .catch((problem: unknown) => {
          notices.tell({ subject: 'filer', tone: 'problem', text: problem instanceof Error ? problem.message : String(problem) });
        });
    },
    [files, notices],
  );
  const dropping = useFileDrop(openFiles);
  usePageKeys(actions.saveScenario);
  useHoldForToday();
  useKeysOfToolsAway(isComparing);

  return (
    <div className={dropping.isOver ? 'page is-dropping' : 'page'} {...dropping.handlers}>
      <title>{`${name} – Småbymodellen`}</title>
      <nav className="skip-links">
        <SkipLink href="#program">{SURFACE_WORDS.skipToProgram}</SkipLink>
        <SkipLink href="#resultat">{SURFACE_WORDS.skipToResult}</SkipLink>
        <SkipLink href="#kart">{SURFACE_WORDS.skipToMap}</SkipLink>
      </nav>
      {isPresenting ? <Later load={loadPresentation} /> : <TopBar onFiles={openFiles} />}
      {isPresenting ? null : isComparing ? (
        <main>
          <Later load={loadDifference} />
          {layersOpen ? (
            <Surface name="layers" title={SURFACE_WORDS.layers} edge={null}>
              <LayersPanel />
            </Surface>
          ) : null}
        </main>
      ) : narrow ? (
        <Sheet />
      ) : (
        <main>
          <div id="program" tabIndex={-1}>
            <Surface name="program" title={SURFACE_WORDS.program} edge="left">
              <ProgramPanel />
            </Surface>
          </div>
          <div id="resultat" tabIndex={-1}>
            <Surface name="result" title={SURFACE_WORDS.result} edge="right">
              <ResultPanel />
            </Surface>
          </div>
          <TimeBar />
          {layersOpen ? (
            <Surface name="layers" title={SURFACE_WORDS.layers} edge={null} className={resultOpen ? '' : 'is-alone'}>
              <LayersPanel />
            </Surface>
          ) : null}
        </main>
      )}
      {isExplaining && !isPresenting ? <Later load={loadExplanation} /> : null}
      <section id="kart" className="page-map" tabIndex={-1} aria-label={SURFACE_WORDS.map}>
        {map}
      </section>
      {isPresenting ? null : (
        <>
          {isComparing ? null : <Toolbar />}
          <MapControls />
          <HoverCard />
          <TargetCard />
          <SeveralAreasCard />
        </>
      )}
      {tableOpen && !isPresenting ? <Later load={loadTable} /> : null}
      <Notices />
      <ScoresAloud />
      {isImporting ? <Later load={loadImport} /> : isAskingOfRaster ? <Later load={loadRaster} /> : null}
      {rasterTableOpen ? <Later load={loadRasterTable} /> : null}
      <SharedLink />
      <Dialogs
        opened={opened}
        onDone={() => {
          setOpened(null);
        }}
      />
    </div>
  );
}
