import { LAND_CLASSES, type LandClass } from './evaluation';
import type { Assessment } from './evaluator';
import { ACCOUNT_EXPLANATIONS, explainBlueGreen } from './explainBlueGreen';
import { explainConnectivity, explainNearbyGreen } from './explainGreen';
import { explainLandClass } from './explainLand';
import { TRANSIT_EXPLANATIONS } from './explainTransit';
import type { ExplainedId, Explanation } from './explanation';

const LAND: ReadonlySet<string> = new Set(LAND_CLASSES);

function isLandClass(id: ExplainedId): id is LandClass {
  return LAND.has(id);
}

/**
 * Leads a number of an assessment back to the ground: its formula with the values in, the terms with their sources, and
 * the areas, towns and layers behind it. Columns that give a number sum to it.
 */
export function explain(assessment: Assessment, id: ExplainedId): Explanation {
  if (isLandClass(id)) return explainLandClass(assessment, id);
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
      return TRANSIT_EXPLANATIONS[id](assessment);
  }
}
