import { LAND_CLASSES, PART_IDS, type LandClass } from './evaluation';
import { assessmentAt, type Assessment } from './assessment';
import { ACCOUNT_EXPLANATIONS, explainBlueGreen } from './explainBlueGreen';
import { explainConflict } from './explainConflict';
import { explainConnectivity, explainNearbyGreen } from './explainGreen';
import { explainLandClass } from './explainLand';
import { TRANSIT_EXPLANATIONS } from './explainTransit';
import { explainedConflict, type ExplainedId, type Explanation } from './explanation';
import { plannedHomes, todaysHomes } from './transitHomes';

const LAND: ReadonlySet<string> = new Set(LAND_CLASSES);
const PARTS: ReadonlySet<string> = new Set(PART_IDS);

const NOTHING_BUILT = 'I dag er ingenting bygd etter planen. Tallet gjelder bare det planen bygger.';

function isLandClass(id: ExplainedId): id is LandClass {
  return LAND.has(id);
}

/**
 * Leads a number of an assessment back to the ground: its formula with the values in, the terms with their sources, and
 * the areas, towns and layers behind it. Columns that give a number sum to it.
 *
 * @param periods the moment it speaks of: 0 for today, so many of the programme's first periods, null for all of them.
 */
export function explain(assessment: Assessment, id: ExplainedId, periods: number | null = null): Explanation {
  const explanation = explainMoment(assessment, id, periods);
  const { mendedLayers } = assessment.baseline;
  const layerNotes = [...new Set(explanation.layers)].flatMap((layer) => mendedLayers.get(layer) ?? []);
  return layerNotes.length > 0 ? { ...explanation, layerNotes } : explanation;
}

function explainMoment(assessment: Assessment, id: ExplainedId, periods: number | null): Explanation {
  if (periods === 0) return { ...explainToday(assessment, id), moment: 'i dag' };
  const count = assessment.periods.length;
  if (periods === null || periods >= count) return explainPlan(assessment, id);
  const told = assessmentAt(assessment, periods);
  const year = told.evaluation.periods.at(-1)?.period.lastYear;
  return { ...explainPlan(told, id), moment: `til og med ${year}` };
}

function explainPlan(assessment: Assessment, id: ExplainedId): Explanation {
  if (isLandClass(id)) return explainLandClass(assessment, id);
  const conflict = explainedConflict(id);
  if (conflict) return explainConflict(assessment, conflict);
  switch (id) {
    case 'B':
      return explainBlueGreen(assessment);
    case 'B3':
      return explainConnectivity(assessment);
    case 'B5':
      return explainNearbyGreen(assessment);
    case 'B1':
    case 'B2':
    case 'B4':
    case 'B6':
      return ACCOUNT_EXPLANATIONS[id](assessment);
    case 'T':
    case 'T1':
    case 'T2':
    case 'T3':
      return TRANSIT_EXPLANATIONS[id](plannedHomes(assessment));
    default:
      throw new RangeError(`No explanation of ${id}`);
  }
}

/** Today has residents and stations, but nothing that is planned: other numbers than those of transit are none. */
function explainToday(assessment: Assessment, id: ExplainedId): Explanation {
  if (id === 'T' || id === 'T1' || id === 'T2' || id === 'T3') return TRANSIT_EXPLANATIONS[id](todaysHomes(assessment));
  const planned = explainPlan(assessment, id);
  const isScore = id === 'B' || PARTS.has(id);
  return {
    ...planned,
    numbers: planned.numbers.map((number) => ({ ...number, value: isScore ? null : 0 })),
    caution: NOTHING_BUILT,
    filledIn: [],
    terms: [],
    tables: [],
  };
}
