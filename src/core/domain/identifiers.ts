declare const kind: unique symbol;

/** A string that can only come from the place that makes identifiers of its kind. */
export type Identifier<Kind extends string> = string & { readonly [kind]: Kind };

export type AreaId = Identifier<'area'>;
export type LayerId = Identifier<'layer'>;
export type MeasureId = Identifier<'measure'>;
export type ProjectId = Identifier<'project'>;
export type ScenarioId = Identifier<'scenario'>;
export type StationId = Identifier<'station'>;
export type TownId = Identifier<'town'>;

/** Marks a validated string as an identifier. Call it only where text enters the model or an entity is made. */
export function identifier<Id extends Identifier<string>>(text: string): Id {
  return text as Id;
}
