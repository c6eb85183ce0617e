import type { ProjectId } from '../domain/identifiers';
import type { Scenario } from '../domain/scenario';
import { LIMITS } from './limits';
import { changed, refused, UNCHANGED, type OperationContext, type OperationOutcome } from './outcome';

/**
 * Counts on a rail project or leaves it out. Dwellings stay where they are: scoring never refills, and filling the towns
 * anew is a change of its own.
 */
export function setProjectSwitch(
  scenario: Scenario,
  context: OperationContext,
  project: ProjectId,
  on: boolean,
): OperationOutcome {
  const known = context.dataset.parameters.projects.find((candidate) => candidate.id === project);
  if (!known) return refused(`Datasettet har ikke noe baneprosjekt som heter ${project}.`);
  if ((scenario.projects.get(project) ?? true) === on) return UNCHANGED;
  return changed(`${known.name} ${on ? 'på' : 'av'}`, { projects: new Map([[project, on]]) });
}

/** Gives the scenario another name; blanks around it are dropped. */
export function renameScenario(scenario: Scenario, name: string): OperationOutcome {
  const trimmed = name.trim();
  if (trimmed === '') return refused('Scenarioet må ha et navn.');
  if (trimmed.length > LIMITS.nameCharacters) return refused(`Navnet kan ha høyst ${LIMITS.nameCharacters} tegn.`);
  if (trimmed === scenario.name) return UNCHANGED;
  return changed(`Nytt navn: ${trimmed}`, { name: trimmed });
}

/** Replaces the note that follows the scenario. */
export function setScenarioNote(scenario: Scenario, note: string): OperationOutcome {
  if (note.length > LIMITS.noteCharacters) return refused(`Merknaden kan ha høyst ${LIMITS.noteCharacters} tegn.`);
  if (note === scenario.note) return UNCHANGED;
  return changed('Ny merknad', { note });
}
