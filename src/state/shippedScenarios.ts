import type { PlaceParameters } from '../core/domain/parameters';
import type { Programme } from '../core/domain/programme';
import type { Scenario } from '../core/domain/scenario';

const SAME_SHARE = 1e-9;

/** Whether a programme shares out its dwellings the way the place usually does. */
function isUsual(programme: Programme, parameters: Pick<PlaceParameters, 'usualProgramme' | 'towns'>): boolean {
  const { usualProgramme: usual, towns } = parameters;
  return (
    programme.firstYear === usual.firstYear &&
    programme.lastYear === usual.lastYear &&
    Math.abs(programme.townsShare - usual.townsShare) < SAME_SHARE &&
    towns.every((town) => Math.abs((programme.shareByTown.get(town.id) ?? 0) - town.share) < SAME_SHARE)
  );
}

/** Shipped scenarios as they are listed: those with the place's usual programme by growth, then the others by name. */
export function inListOrder(
  scenarios: readonly Scenario[],
  parameters: Pick<PlaceParameters, 'usualProgramme' | 'towns'>,
): readonly Scenario[] {
  const usual = scenarios.filter((scenario) => isUsual(scenario.programme, parameters));
  const others = scenarios.filter((scenario) => !usual.includes(scenario));
  return [
    ...usual.toSorted((left, right) => left.programme.dwellingsPerYear - right.programme.dwellingsPerYear),
    ...others.toSorted((left, right) => left.name.localeCompare(right.name, 'nb')),
  ];
}

/** The scenario a first visit opens with: the usual programme with the most growth. Null when nothing is shipped. */
export function openingScenario(
  scenarios: readonly Scenario[],
  parameters: Pick<PlaceParameters, 'usualProgramme' | 'towns'>,
): Scenario | null {
  const usual = scenarios.filter((scenario) => isUsual(scenario.programme, parameters));
  const [first, ...rest] = usual.length > 0 ? usual : scenarios;
  if (!first) return null;
  return rest.reduce(
    (most, scenario) => (scenario.programme.dwellingsPerYear > most.programme.dwellingsPerYear ? scenario : most),
    first,
  );
}
