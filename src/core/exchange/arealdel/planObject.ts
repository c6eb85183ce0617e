import type { Surface } from './surfaces';

/** Feature types of the national model that a scenario is written as. */
export const PLAN_OBJECT_TYPES = ['KpOmråde', 'KpArealformålOmråde', 'KpAngittHensynSone', 'KpGjennomføringSone'] as const;

export type PlanObjectType = (typeof PLAN_OBJECT_TYPES)[number];

export type AttributeValue = string | number | null;

/** Attributes in the order they are written; official names are the national model's, our own begin with `smaby_`. */
export type Attributes = Readonly<Record<string, AttributeValue>>;

/** One object of the plan draft. */
export interface PlanObject {
  readonly type: PlanObjectType;
  /** UUID, the same in every export of the scenario. */
  readonly id: string;
  readonly attributes: Attributes;
  readonly surface: Surface;
}

/** What a scenario holds that is no object of a land-use plan, by number. */
export interface LeftOut {
  readonly feltUtenBoliger: number;
  readonly småbyomriss: number;
  readonly stasjonstiltak: number;
  readonly tiltakSomErSlåttAv: number;
  /** Dwellings spread outside the towns have no place of their own. */
  readonly boligerUtenFelt: number;
}

/** A scenario as a draft of a municipal plan's land-use part. */
export interface PlanDraft {
  readonly planIdentification: string;
  readonly name: string;
  readonly objects: readonly PlanObject[];
  readonly leftOut: LeftOut;
}
