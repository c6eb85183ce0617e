import type { LonLat } from '../../geometry/shapes';
import type { PlanDetails } from './planDetails';
import type { Surface } from './surfaces';

/** Feature types of the national model that a scenario is written as. */
export const PLAN_OBJECT_TYPES = ['KpOmråde', 'KpArealformålOmråde', 'KpAngittHensynSone', 'KpGjennomføringSone', 'KpSamferdselPunkt'] as const;

export type PlanObjectType = (typeof PLAN_OBJECT_TYPES)[number];

export type AttributeValue = string | number | null;

/** Attributes in the order they are written; official names are the national model's, our own begin with `smaby_`. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** Where an object lies: a surface, or a point with eight decimals of a degree. */
export type PlanGeometry = { readonly kind: 'surface'; readonly surface: Surface } | { readonly kind: 'point'; readonly position: LonLat };

/** One object of the plan draft. */
export interface PlanObject {
  readonly type: PlanObjectType;
  /** UUID, the same in every export of the scenario. */
  readonly id: string;
  readonly attributes: Attributes;
  readonly geometry: PlanGeometry;
}

/** Another outline that the scenario gives a town: no object of any plan, so it leaves beside the plan's objects. */
export interface TownOutlineObject {
  readonly id: string;
  readonly attributes: Attributes;
  readonly surfaces: readonly Surface[];
}

/** What a scenario holds that is no object of a land-use plan, by number. */
export interface LeftOut {
  readonly feltUtenBoliger: number;
  /** Other departures at a station that stays where it is: traffic, not land use. */
  readonly endredeAvganger: number;
  readonly tiltakSomErSlåttAv: number;
  /** Dwellings spread outside the towns have no place of their own. */
  readonly boligerUtenFelt: number;
}

/** A scenario as a draft of a municipal plan's land-use part. */
export interface PlanDraft {
  readonly planIdentification: string;
  readonly name: string;
  /** What the municipality itself calls the plan. */
  readonly details: PlanDetails;
  readonly objects: readonly PlanObject[];
  readonly townOutlines: readonly TownOutlineObject[];
  readonly leftOut: LeftOut;
}
