import { countedMeasures, stationsWith, type AddedStation, type MeasureKind, type Measure, type Measures, type StationChange } from '../domain/measure';
import type { Station } from '../domain/station';
import type { LonLatMultiPolygon } from '../geometry/shapes';
import { AddedGreen } from './addedGreen';
import type { Baseline } from './baseline';
import { LatestFew } from './latestFew';
import { ProtectedGround } from './protectedGround';
import { outlinesInForce } from './spread';

/** What a scenario's measures come to on a data set. Parts that a change of measures leaves alone stay the same objects. */
export interface MeasureEffects {
  readonly stations: readonly Station[];
  /** The towns' outlines, in the order of the data set's towns. */
  readonly townOutlines: readonly LonLatMultiPolygon[];
  /** Null where nothing is protected. */
  readonly protectedGround: ProtectedGround | null;
  /** Null where no green is added. */
  readonly addedGreen: AddedGreen | null;
}

/** As many as are kept: those of the scenarios that a planner goes back and forth between. */
const KEPT = 8;

/** Works out what measures come to, once for each `Measures` object. */
export class MeasureBook {
  private readonly baseline: Baseline;
  private readonly effects = new WeakMap<Measures, MeasureEffects>();
  private readonly stations: LatestFew<StationChange | AddedStation, readonly Station[]>;
  private readonly townOutlines = new LatestFew<LonLatMultiPolygon, readonly LonLatMultiPolygon[]>(KEPT, (outlines) => outlines);
  private readonly protectedGrounds = new LatestFew<LonLatMultiPolygon, ProtectedGround | null>(KEPT, (outlines) =>
    outlines.length > 0 ? new ProtectedGround(outlines) : null,
  );
  private readonly addedGreens: LatestFew<LonLatMultiPolygon, AddedGreen | null>;

  constructor(baseline: Baseline) {
    this.baseline = baseline;
    this.stations = new LatestFew(KEPT, (changes) =>
      stationsWith(baseline.dataset.stations, new Map(changes.map((change) => [change.id, change]))),
    );
    this.addedGreens = new LatestFew(KEPT, (outlines) => (outlines.length > 0 ? new AddedGreen(baseline, outlines) : null));
  }

  /** What the counted measures of a scenario come to. */
  effectsOf(measures: Measures): MeasureEffects {
    let effects = this.effects.get(measures);
    if (!effects) {
      effects = this.workOut(measures);
      this.effects.set(measures, effects);
    }
    return effects;
  }

  private workOut(measures: Measures): MeasureEffects {
    return {
      stations: this.stations.of([...inOrder(measures, 'stationChange'), ...inOrder(measures, 'addedStation')]),
      townOutlines: this.townOutlines.of(outlinesInForce(this.baseline.dataset.towns, measures)),
      protectedGround: this.protectedGrounds.of(inOrder(measures, 'protection').map(({ outline }) => outline)),
      addedGreen: this.addedGreens.of(inOrder(measures, 'addedGreen').map(({ outline }) => outline)),
    };
  }
}

/** Counted measures by their identifiers: the order in which they were made must not show in the last digits. */
function inOrder<Kind extends MeasureKind>(measures: Measures, kind: Kind): readonly Extract<Measure, { readonly kind: Kind }>[] {
  return countedMeasures(measures, kind).toSorted((one, other) => (one.id < other.id ? -1 : 1));
}
