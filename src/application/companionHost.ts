import type { CompanionMap, LayerSettings, MapView } from '../map/mapTypes';
import type { Stores } from '../state/hooks';
import { coveredEdges } from './coveredEdges';
import { companionScene } from './mapScene';
import { rastersOnMap } from './rasterHost';
import { MAP_HOST_WORDS } from './words';

/** A second map that is there for as long as two scenarios are shown each on their own. */
export interface CompanionHost {
  /** Draws what has changed. */
  readonly draw: () => void;
  /** The map is drawn from another data set: the second one is opened anew. */
  readonly renew: () => void;
  readonly destroy: () => void;
}

/** Opens a second map in `container` when one is wanted, and lets go of it when it is not. */
export function hostCompanion(map: MapView, container: HTMLElement, stores: Stores, settings: () => LayerSettings): CompanionHost {
  const { difference, notices } = stores;
  let companion: CompanionMap | null = null;
  /** Set while a map is on its way; what it is told then is told it when it comes. */
  let coming = false;
  let isGone = false;

  function place(): void {
    const { view, divider } = difference.getState();
    const isBeside = view === 'beside';
    container.classList.toggle('is-beside', isBeside);
    container.hidden = companionScene(stores) === null;
    container.style.setProperty('--divider', String(divider));
    // The first map keeps clear of the second where they lie side by side.
    if (isBeside && !container.hidden) container.dataset['covers'] = 'left';
    else delete container.dataset['covers'];
  }

  function show(open: CompanionMap): void {
    const scene = companionScene(stores);
    if (!scene) return;
    const isBeside = difference.getState().view === 'beside';
    open.resize();
    const covered = coveredEdges(container);
    // Side by side, its own width is what covers the first map's left.
    open.setPadding(isBeside ? { ...covered, left: 0, right: 0 } : covered);
    open.showLayers(settings());
    open.showRasters(rastersOnMap(stores.rasters));
    open.showScenario(scene.scenario, scene.evaluation, scene.facts, scene.periods);
  }

  function letGo(): void {
    companion?.destroy();
    companion = null;
  }

  function draw(): void {
    place();
    if (container.hidden) {
      letGo();
    } else if (companion) {
      show(companion);
    } else if (!coming) {
      coming = true;
      map.openCompanion(container).then(
        (opened) => {
          coming = false;
          companion = opened;
          if (isGone) letGo();
          else draw();
        },
        () => {
          coming = false;
          notices.tell({ subject: 'kart', tone: 'problem', text: MAP_HOST_WORDS.notFetched });
        },
      );
    }
  }

  const stop = difference.subscribe((state, before) => {
    if (state.divider !== before.divider) container.style.setProperty('--divider', String(state.divider));
    if (state.view !== before.view || state.pair !== before.pair) draw();
  });

  return {
    draw: () => {
      if (!container.hidden) draw();
    },
    renew: () => {
      letGo();
      draw();
    },
    destroy: () => {
      isGone = true;
      stop();
      letGo();
    },
  };
}
