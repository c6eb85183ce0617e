import { CONFLICT_MINIMUM_SQUARE_METRES } from '../method/parameters';
import type { Baseline } from './baseline';
import type { Placement } from './placement';

/** Norwegian notes on what a reader of the numbers must know of this scenario. */
export function readingNotes(placement: Placement, baseline: Baseline): readonly string[] {
  const notes: string[] = [];
  const { scored, dwellings } = placement;
  const beyond = scored - dwellings.programme;
  if (beyond > 0.5) {
    notes.push(`Feltene har ${Math.round(beyond)} boliger mer enn programmet. Skårene gjelder alle boligene.`);
  }
  const astray = placement.areas.filter(
    ({ given, measured }) => given > 0 && measured.ground.outsideMunicipality > CONFLICT_MINIMUM_SQUARE_METRES,
  );
  if (astray.length > 0) {
    notes.push(`Utenfor kommunen: ${astray.map(({ area }) => area.name).join(', ')}.`);
  }
  const withoutLand = placement.areas.filter(({ given, measured }) => given > 0 && measured.ground.land <= 0);
  if (withoutLand.length > 0) {
    notes.push(`Har ikke landareal å bygge på: ${withoutLand.map(({ area }) => area.name).join(', ')}.`);
  }
  if (!baseline.residents) {
    notes.push('Mangler befolkning: «i dag» og vekst utenfor småbyene kan ikke beregnes.');
  }
  return notes;
}
