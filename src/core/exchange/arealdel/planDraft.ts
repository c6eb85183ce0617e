import { areaDwellings, type DevelopmentArea } from '../../domain/developmentArea';
import { layersOf } from '../../domain/dataset';
import { countedMeasures } from '../../domain/measure';
import type { ExportedScenario } from '../exportedScenario';
import { considerationZones, greenObjects, housingObjects, transformationZones } from './planParts';
import { NO_PLAN_DETAILS, type PlanDetails } from './planDetails';
import type { LeftOut, PlanDraft, PlanObject } from './planObject';
import { stationPoints, townOutlineObjects } from './proposedPlaces';
import { PLAN } from './planCodes';
import { planObject, type DraftContext } from './planIdentity';
import { draftPlanIdentification } from './stableIdentity';
import { dissolve, surfaceArea, surfacesOf, type Surface } from './surfaces';

function byId(first: { readonly id: string }, second: { readonly id: string }): number {
  return first.id < second.id ? -1 : Number(first.id > second.id);
}

/** The plan covers the municipality; where the data set has no such layer, what the plan's objects cover. */
function planSurfaces({ dataset }: ExportedScenario, objects: readonly PlanObject[]): readonly Surface[] {
  const municipality = layersOf(dataset, 'municipality').flatMap(({ polygons }) => polygons.map(({ outline }) => outline));
  if (municipality.length > 0) return municipality.flatMap(surfacesOf);
  return dissolve(objects.flatMap(({ geometry }) => (geometry.kind === 'surface' ? [[geometry.surface]] : []))).map(({ surface }) => surface);
}

function planAreas(context: DraftContext, name: string, objects: readonly PlanObject[]): readonly PlanObject[] {
  const { scenario } = context.exported;
  return planSurfaces(context.exported, objects).map((surface, index) =>
    planObject(context, 'KpOmråde', ['plan', String(index)], surface, {
      plantype: PLAN.plantype,
      planstatus: PLAN.planstatus,
      plannavn: name,
      planbestemmelse: PLAN.planbestemmelse,
      lovreferanse: PLAN.lovreferanse,
      informasjon: 'Utkast for import fra Småbymodellen. Ikke en vedtatt plan, og ikke en levering etter NPAD.',
      smaby_scenario: scenario.id,
      smaby_areal_daa: surfaceArea(surface) / 1000,
    }),
  );
}

function leftOutOf({ scenario, evaluation }: ExportedScenario, built: readonly DevelopmentArea[]): LeftOut {
  const { measures } = scenario;
  return {
    feltUtenBoliger: scenario.areas.size - built.length,
    endredeAvganger: countedMeasures(measures, 'stationChange').filter(({ position }) => position === null).length,
    tiltakSomErSlåttAv: [...measures.values()].filter((measure) => !measure.counted).length,
    boligerUtenFelt: evaluation.outside.spread,
  };
}

/**
 * A scenario as a draft of the land-use part: the plan's own area, drawn areas and added green as planned land use,
 * protections as zones of consideration, and default areas joined by town as zones of transformation, since they are an
 * assumption of rebuilding and no new housing land; stations that are added or moved as points of transport. Objects come
 * in a fixed order with fixed identities.
 *
 * @param details what the municipality calls the plan; an identification that no adopted plan has where it has not said
 */
export function planDraft(exported: ExportedScenario, details: PlanDetails = NO_PLAN_DETAILS): PlanDraft {
  const { scenario } = exported;
  const context: DraftContext = {
    exported,
    planIdentification: details.planIdentification ?? draftPlanIdentification(scenario.id),
    details,
  };
  const name = details.name ?? `Utkast: ${scenario.name}`;
  const built = [...scenario.areas.values()].filter((area) => areaDwellings(area) > 0).toSorted(byId);
  const objects = [
    ...housingObjects(context, built.filter(({ origin }) => origin === 'drawn')),
    ...greenObjects(context, countedMeasures(scenario.measures, 'addedGreen').toSorted(byId)),
    ...considerationZones(context, countedMeasures(scenario.measures, 'protection').toSorted(byId)),
    ...transformationZones(context, built.filter(({ origin }) => origin === 'default')),
    ...stationPoints(context),
  ];
  return {
    planIdentification: context.planIdentification,
    name,
    details,
    objects: [...planAreas(context, name, objects), ...objects],
    townOutlines: townOutlineObjects(context),
    leftOut: leftOutOf(exported, built),
  };
}
