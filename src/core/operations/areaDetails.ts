import type { AreaId, TownId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import { LIMITS } from './limits';
import { changed, refused, townName, UNCHANGED, type OperationContext, type OperationOutcome } from './outcome';
import { redrawn } from './redrawing';
import { UNKNOWN_AREA } from './wording';

/** Gives an area another name; blanks around it are dropped. */
export function setAreaName(scenario: Scenario, id: AreaId, name: string): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  const trimmed = name.trim();
  if (trimmed === '') return refused('Feltet må ha et navn.');
  if (trimmed.length > LIMITS.nameCharacters) return refused(`Navnet kan ha høyst ${LIMITS.nameCharacters} tegn.`);
  if (trimmed === area.name) return UNCHANGED;
  return changed(`${area.name} heter nå ${trimmed}`, { areas: new Map([[id, { ...area, name: trimmed }]]) });
}

/** Replaces the note that follows an area. */
export function setAreaNote(scenario: Scenario, id: AreaId, note: string): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  if (note.length > LIMITS.noteCharacters) return refused(`Merknaden kan ha høyst ${LIMITS.noteCharacters} tegn.`);
  if (note === area.note) return UNCHANGED;
  return changed(`${area.name}: ny merknad`, { areas: new Map([[id, { ...area, note }]]) });
}

/** Counts an area's dwellings against another town's quota, or, with null, against the growth outside. Both towns are filled anew. */
export function setAreaTown(scenario: Scenario, context: OperationContext, id: AreaId, town: TownId | null): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  if (town !== null && !scenario.programme.shareByTown.has(town)) return refused('Småbyen er ikke med i dette scenarioet.');
  if (area.town === town) return UNCHANGED;
  const note = town === null ? `${area.name} regnes utenfor småbyene` : `${area.name} regnes til ${townName(context, town)}`;
  return redrawn(scenario, context, new Map([[id, { ...area, town }]]), [], note);
}
