import { countedMeasures } from '../../domain/measure';
import { roundPosition } from '../../geometry/coordinates';
import type { LonLat } from '../../geometry/shapes';
import { PLANNED, TRANSIT_HUB } from './planCodes';
import { planObject, type DraftContext } from './planIdentity';
import type { Attributes, PlanObject, TownOutlineObject } from './planObject';
import { stableUuid } from './stableIdentity';
import { surfaceArea, surfacesOf } from './surfaces';

const MODES = { train: 'tog', metro: 'T-bane' } as const;

/** First by first, on whatever they are called. */
function byId(first: { readonly id: string }, second: { readonly id: string }): number {
  return first.id < second.id ? -1 : Number(first.id > second.id);
}

function point(context: DraftContext, measure: { readonly id: string; readonly note: string }, position: LonLat, own: Attributes): PlanObject {
  return planObject(context, 'KpSamferdselPunkt', ['stasjon', measure.id], { kind: 'point', position: roundPosition(position) }, {
    samferdselspunkt: TRANSIT_HUB,
    arealbruksstatus: PLANNED,
    beskrivelse: measure.note,
    smaby_scenario: context.exported.scenario.id,
    smaby_tiltak: measure.id,
    ...own,
  });
}

/**
 * Stations that the scenario adds or moves: planned hubs of public transport (KpSamferdselPunkt 1159). The model's
 * vertikalnivå is left out: a scenario does not say whether a station lies in a tunnel.
 */
export function stationPoints(context: DraftContext): readonly PlanObject[] {
  const { scenario, dataset } = context.exported;
  const added = countedMeasures(scenario.measures, 'addedStation')
    .toSorted(byId)
    .map((measure) =>
      point(context, measure, measure.position, {
        smaby_navn: measure.name,
        smaby_opphav: 'ny stasjon',
        smaby_driftsart: MODES[measure.mode],
        smaby_linje: measure.line,
        smaby_avganger_i_timen: measure.departuresPerHour,
        smaby_åpningsår: measure.openingYear,
      }),
    );
  const moved = countedMeasures(scenario.measures, 'stationChange')
    .toSorted(byId)
    .flatMap((measure) => {
      if (measure.position === null) return [];
      const station = dataset.stations.find(({ id }) => id === measure.station);
      return [
        point(context, measure, measure.position, {
          smaby_navn: station?.name ?? measure.station,
          smaby_opphav: 'flyttet stasjon',
          smaby_driftsart: station ? MODES[station.mode] : null,
          smaby_linje: station?.line ?? null,
          smaby_avganger_i_timen: measure.departuresPerHour ?? station?.departuresPerHour ?? null,
          smaby_åpningsår: null,
        }),
      ];
    });
  return [...added, ...moved];
}

/** Outlines that the scenario gives its towns in place of the data set's: the model's own, which no code of the plan model fits. */
export function townOutlineObjects({ exported: { scenario, dataset } }: DraftContext): readonly TownOutlineObject[] {
  return countedMeasures(scenario.measures, 'townOutline')
    .toSorted(byId)
    .map(({ id, town, note, outline }) => {
      const surfaces = surfacesOf(outline);
      return {
        id: stableUuid(scenario.id, 'småbyomriss', id),
        attributes: {
          smaby_scenario: scenario.id,
          smaby_tiltak: id,
          smaby_småby: dataset.parameters.towns.find((one) => one.id === town)?.name ?? town,
          beskrivelse: note,
          smaby_areal_daa: surfaces.reduce((sum, surface) => sum + surfaceArea(surface), 0) / 1000,
        },
        surfaces,
      };
    });
}
