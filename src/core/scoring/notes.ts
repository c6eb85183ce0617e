import { CONFLICT_MINIMUM_SQUARE_METRES } from '../method/parameters';
import type { Baseline } from './baseline';
import { isMended } from './mendedLayers';
import type { Placement } from './placement';

/** Norwegian notes on the sites of the areas with dwellings. */
export function siteNotes({ areas }: Placement): readonly string[] {
  const notes: string[] = [];
  const built = areas.filter(({ given }) => given > 0);
  const astray = built.filter(({ measured }) => measured.ground.outsideMunicipality > CONFLICT_MINIMUM_SQUARE_METRES);
  if (astray.length > 0) {
    notes.push(`Utenfor kommunen: ${astray.map(({ area }) => area.name).join(', ')}.`);
  }
  const withoutLand = built.filter(({ measured }) => measured.ground.land <= 0);
  if (withoutLand.length > 0) {
    notes.push(`Har ikke landareal å bygge på: ${withoutLand.map(({ area }) => area.name).join(', ')}.`);
  }
  const mended = built.filter(({ area }) => isMended(area.outline));
  if (mended.length > 0) {
    notes.push(`Omriss som krysset seg selv og ble rettet: ${mended.map(({ area }) => area.name).join(', ')}.`);
  }
  return notes;
}

/** Norwegian notes on what a reader of the numbers must know of this scenario, with those on its sites among them. */
export function readingNotes(placement: Placement, sites: readonly string[], baseline: Baseline): readonly string[] {
  const notes: string[] = [];
  const { scored, dwellings } = placement;
  const beyond = scored - dwellings.programme;
  if (beyond > 0.5) {
    notes.push(`Feltene har ${Math.round(beyond)} boliger mer enn programmet. Skårene gjelder alle boligene.`);
  }
  notes.push(...sites);
  if (!baseline.residents) {
    notes.push('Mangler befolkning: «i dag» og vekst utenfor småbyene kan ikke beregnes.');
  }
  return notes;
}
