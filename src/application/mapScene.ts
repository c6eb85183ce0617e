import type { Scenario } from '../core/domain/scenario';
import type { LonLatMultiPolygon } from '../core/geometry/shapes';
import type { AreaFactsTable, Conflict, Evaluation } from '../core/scoring/evaluation';
import type { DifferencePiece } from '../map/mapTypes';
import type { DensityPiece, MeasuredSide } from '../state/differenceStore';
import type { Stores } from '../state/hooks';
import type { ViewState } from '../state/viewStore';

/** What a map is to show of the scenarios. */
export interface MapScene {
  readonly scenario: Scenario;
  readonly evaluation: Evaluation | null;
  readonly facts: AreaFactsTable | null;
  readonly periods: number | undefined;
  readonly conflicts: readonly Conflict[];
  readonly pieces: readonly DifferencePiece[] | null;
  /** What is to be in sight beside the opening view. */
  readonly inSight: readonly LonLatMultiPolygon[];
}

const NO_AREAS: Scenario['areas'] = new Map();
const NO_MEASURES: Scenario['measures'] = new Map();

const NOTHING: readonly LonLatMultiPolygon[] = [];

/** Dwellings per daa; what differs less need not be in sight. */
const NOTICEABLE_DENSITY = 0.05;

function sceneOfSide(side: MeasuredSide, open: Scenario): MapScene {
  if (side.kind === 'scenario') {
    const { scenario, evaluation, facts } = side;
    const conflicts = evaluation.conflicts.filter(({ severity }) => severity === 'forbidden');
    return { scenario, evaluation, facts, periods: undefined, conflicts, pieces: null, inSight: NOTHING };
  }
  return {
    scenario: { ...open, areas: NO_AREAS, measures: NO_MEASURES },
    evaluation: null,
    facts: null,
    periods: 0,
    conflicts: [],
    pieces: null,
    inSight: NOTHING,
  };
}

const drawnPieces = new WeakMap<readonly DensityPiece[], readonly DifferencePiece[]>();

/** The same pieces for the same densities, so that the map sees when nothing is another. */
function piecesOf(densities: readonly DensityPiece[]): readonly DifferencePiece[] {
  const known = drawnPieces.get(densities);
  if (known) return known;
  const pieces = densities.map(({ id, outline, density }) => ({ id, outline, difference: density.difference }));
  drawnPieces.set(densities, pieces);
  return pieces;
}

function isFocused(conflict: Conflict, { focusedConflict }: ViewState): boolean {
  return conflict.area === focusedConflict?.area && conflict.kind === focusedConflict.kind;
}

/** What the map shows: the open scenario, what sets two apart, or the second of the two. */
export function mainScene({ model, view, difference }: Stores): MapScene {
  const { tracked, evaluated, facts } = model.getState();
  const looks = view.getState();
  const { view: comparing, pair, pieces } = difference.getState();
  if (comparing !== null && pair) {
    const isToday = looks.shownPeriods === 0;
    const inSight = pieces.filter(({ density }) => Math.abs(density.difference) > NOTICEABLE_DENSITY).map(({ outline }) => outline);
    const second = { ...sceneOfSide(isToday ? { kind: 'today' } : pair.second, tracked.scenario), inSight };
    if (isToday || comparing !== 'difference') return second;
    // Today has no areas to lie under what is taken away.
    const ground = pair.second.kind === 'today' ? sceneOfSide(pair.first, tracked.scenario) : second;
    return { ...ground, evaluation: null, facts: null, conflicts: [], pieces: piecesOf(pieces), inSight };
  }
  return {
    scenario: tracked.scenario,
    evaluation: evaluated?.evaluation ?? null,
    facts: facts.size > 0 ? facts : null,
    periods: looks.shownPeriods ?? undefined,
    conflicts: (evaluated?.evaluation.conflicts ?? []).filter(
      (conflict) => looks.allConflicts || conflict.severity === 'forbidden' || isFocused(conflict, looks),
    ),
    pieces: null,
    inSight: NOTHING,
  };
}

/** What the map beside it shows: the first of the two; null where there is only one map. */
export function companionScene({ model, difference }: Stores): MapScene | null {
  const { view, pair } = difference.getState();
  if (!pair || (view !== 'swipe' && view !== 'beside')) return null;
  return sceneOfSide(pair.first, model.getState().tracked.scenario);
}
