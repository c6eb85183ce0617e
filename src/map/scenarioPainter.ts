import type { AreaId, TownId } from '../core/domain/identifiers';
import { countedMeasures, type Measures, stationsWith } from '../core/domain/measure';
import { periodsOf } from '../core/domain/programme';
import type { Scenario } from '../core/domain/scenario';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import type { AreaFactsTable, Conflict, Evaluation } from '../core/scoring/evaluation';
import { type AreaState, areaStates, changedStates } from './areaStates';
import { collection, pointFeature, polygonFeature } from './features';
import { type RailMoment, TODAY, trackFeatures } from './layerFeatures';
import type { DifferencePiece, LayerSettings } from './mapTypes';
import type { MapSurface } from './mapSurface';
import { townFeatures, townNameFeatures, townOutlines } from './placeFeatures';
import { layerSource, SOURCES } from './sourceIds';
import { ringFeatures, stationFeatures } from './stationFeatures';
import type { MapStyle } from './style';
import { opacityChanges } from './styleLayer';

/** Draws what changes on a map: the scenario, the layers that are on, selection and conflicts. */
export interface ScenarioPainter {
  readonly showScenario: (
    scenario: Scenario,
    evaluation: Evaluation | null,
    facts: AreaFactsTable | null,
    periods?: number,
  ) => void;
  readonly showDifference: (pieces: readonly DifferencePiece[] | null) => void;
  readonly showLayers: (settings: LayerSettings) => void;
  readonly select: (areas: ReadonlySet<AreaId>) => void;
  readonly highlightTown: (town: TownId | null) => void;
  readonly showConflicts: (conflicts: readonly Conflict[], focused: Conflict | null) => void;
  /** The surface has another style by now. What a scenario shows is kept; layers and conflicts have to be shown anew. */
  readonly useStyle: (style: MapStyle) => void;
}

type Outlines = ReadonlyMap<string, LonLatMultiPolygon>;

function sameOutlines(one: Outlines, other: Outlines): boolean {
  return one.size === other.size && [...other].every(([id, outline]) => one.get(id) === outline);
}

function sameMoment(one: RailMoment, other: RailMoment): boolean {
  return (
    one.year === other.year &&
    one.projects.size === other.projects.size &&
    [...other.projects].every(([id, on]) => one.projects.get(id) === on)
  );
}

function railMoment(scenario: Scenario, periods: number | undefined): RailMoment {
  const period = periods === undefined ? undefined : periodsOf(scenario.programme)[periods - 1];
  return { projects: scenario.projects, year: period?.lastYear ?? null };
}

/** Paints on `surface`. Each call compares with what is shown, so that a moving slider sets feature state and nothing else. */
export function createScenarioPainter(surface: MapSurface, opening: MapStyle): ScenarioPainter {
  let style = opening;
  let { dataset } = style;
  let areaOutlines: Outlines = new Map();
  let states: ReadonlyMap<AreaId, AreaState> = new Map();
  let towns = townOutlines(dataset, null);
  let moment = TODAY;
  let measures: Measures = new Map();
  let measureOutlines: Outlines = new Map();
  let { stations } = dataset;
  let selected: ReadonlySet<AreaId> = new Set();
  let highlighted: TownId | null = null;
  let lit: { readonly area: AreaId; readonly layers: Conflict['layers'] } | null = null;
  let signText = '[]';
  let settings: LayerSettings = new Map();
  let pieces: readonly DifferencePiece[] | null = null;

  const paintAreas = (scenario: Scenario): void => {
    const wanted = new Map([...scenario.areas].map(([id, area]) => [id, area.outline]));
    if (sameOutlines(areaOutlines, wanted)) return;
    areaOutlines = wanted;
    surface.setData(SOURCES.areas, collection([...wanted].map(([id, outline]) => polygonFeature(id, outline))));
  };

  const paintTowns = (scenario: Scenario): void => {
    const wanted = townOutlines(dataset, scenario);
    if (sameOutlines(towns, wanted)) return;
    towns = wanted;
    surface.setData(SOURCES.towns, townFeatures(wanted));
    surface.setData(SOURCES.townNames, townNameFeatures(dataset, wanted));
  };

  /** Draws what measures cover. @returns whether they move, add or take away stations. */
  const paintMeasures = (scenario: Scenario): boolean => {
    if (scenario.measures === measures) return false;
    measures = scenario.measures;
    const drawn = [...countedMeasures(measures, 'addedGreen'), ...countedMeasures(measures, 'protection')];
    const outlines = new Map(drawn.map(({ id, outline }) => [id, outline]));
    if (!sameOutlines(measureOutlines, outlines)) {
      measureOutlines = outlines;
      surface.setData(SOURCES.measures, collection(drawn.map(({ id, kind, outline }) => polygonFeature(id, outline, { kind }))));
    }
    const before = stations;
    stations = stationsWith(dataset.stations, measures);
    return JSON.stringify(stations) !== JSON.stringify(before);
  };

  const paintRail = (wanted: RailMoment, hasMoved: boolean): void => {
    if (hasMoved) surface.setData(SOURCES.rings, ringFeatures(stations));
    if (!hasMoved && sameMoment(moment, wanted)) return;
    moment = wanted;
    surface.setData(SOURCES.stations, stationFeatures({ stations }, style.rail, moment));
    for (const layer of dataset.layers) {
      if (layer.description.role !== 'railLine') continue;
      surface.setData(layerSource(layer.description.id), trackFeatures(dataset, style.rail, layer, moment));
    }
  };

  const paintConflicts = (conflicts: readonly Conflict[], focused: Conflict | null): void => {
    const signs = conflicts.map((conflict, index) =>
      pointFeature(`${index}`, conflict.position, { severity: conflict.severity, focused: conflict === focused }),
    );
    // Every evaluation brings new objects; most often they say what the last ones said.
    const text = JSON.stringify(signs);
    if (text === signText) return;
    signText = text;
    surface.setData(SOURCES.conflicts, collection(signs));
  };

  const setLit = (conflict: Conflict | null): void => {
    if (lit?.area === conflict?.area && lit?.layers.join() === conflict?.layers.join()) return;
    if (lit !== null) surface.setState(SOURCES.areas, lit.area, { lit: false });
    lit = conflict;
    if (lit !== null) surface.setState(SOURCES.areas, lit.area, { lit: true });
    const sources = new Set(lit?.layers.map(layerSource));
    for (const { highlights, spec } of style.layers) {
      if (highlights !== undefined) surface.setVisible(spec.id, sources.has(highlights));
    }
  };

  return {
    showScenario: (scenario, evaluation, facts, periods) => {
      paintAreas(scenario);
      paintTowns(scenario);
      const hasMoved = paintMeasures(scenario);
      paintRail(railMoment(scenario, periods), hasMoved);
      const wanted = areaStates(scenario, facts, evaluation?.conflicts ?? [], periods);
      for (const [id, state] of changedStates(states, wanted)) surface.setState(SOURCES.areas, id, { ...state });
      states = wanted;
    },
    showDifference: (wanted) => {
      if (wanted === pieces) return;
      pieces = wanted;
      const drawn = (pieces ?? []).map(({ id, outline, difference }) => polygonFeature(id, outline, { difference }));
      surface.setData(SOURCES.difference, collection(drawn));
    },
    showLayers: (wanted) => {
      for (const { group, spec } of style.layers) {
        if (group === null) continue;
        const setting = wanted.get(group);
        const shown = settings.get(group);
        if (setting === undefined) continue;
        if (setting.visible !== (shown?.visible ?? true)) surface.setVisible(spec.id, setting.visible);
        if (setting.opacity === (shown?.opacity ?? 1)) continue;
        for (const { property, value } of opacityChanges(spec, setting.opacity)) surface.setOpacity(spec.id, property, value);
      }
      settings = new Map([...settings, ...wanted]);
    },
    select: (areas) => {
      for (const id of selected) if (!areas.has(id)) surface.setState(SOURCES.areas, id, { selected: false });
      for (const id of areas) if (!selected.has(id)) surface.setState(SOURCES.areas, id, { selected: true });
      selected = new Set(areas);
    },
    highlightTown: (town) => {
      if (town === highlighted) return;
      if (highlighted !== null) surface.setState(SOURCES.towns, highlighted, { highlighted: false });
      if (town !== null) surface.setState(SOURCES.towns, town, { highlighted: true });
      highlighted = town;
    },
    showConflicts: (conflicts, focused) => {
      paintConflicts(conflicts, focused);
      setLit(focused);
    },
    useStyle: (next) => {
      setLit(null);
      if (next.described !== style.described) {
        // Sources of towns and stations are as the data set has them again.
        towns = townOutlines(next.dataset, null);
        moment = TODAY;
        measures = new Map();
        ({ stations } = next.dataset);
      }
      style = next;
      ({ dataset } = next);
      settings = new Map();
    },
  };
}
