import type { GroundConflictKind, LandClass } from './evaluation';
import { covers, landClassOf } from './ground';

const CONFLICT_TESTS: Readonly<Record<GroundConflictKind, (mask: number) => boolean>> = {
  marka: (mask) => covers(mask, 'marka'),
  sea: (mask) => !covers(mask, 'land'),
  farmland: (mask) => covers(mask, 'farmland'),
  shoreBelt: (mask) => isLand(mask) && covers(mask, 'shoreBelt'),
  watercourseBelt: (mask) => isLand(mask) && covers(mask, 'watercourseBelt'),
  natureReserve: (mask) => covers(mask, 'natureReserve'),
  flood: (mask) => isLand(mask) && covers(mask, 'flood'),
  quickClay: (mask) => isLand(mask) && covers(mask, 'quickClay'),
  noise: (mask) => isLand(mask) && covers(mask, 'noise'),
  valuableNature: (mask) => covers(mask, 'valuableNature'),
};

export const CONFLICT_KINDS = Object.keys(CONFLICT_TESTS) as readonly GroundConflictKind[];

function isLand(mask: number): boolean {
  return covers(mask, 'land') && !covers(mask, 'lake');
}

/** What a combination of layers is. */
interface GroundTraits {
  readonly landClass: LandClass;
  readonly conflicts: readonly GroundConflictKind[];
  /** The same as `conflictBits`. */
  readonly conflictBits: number;
  /** Land in any water belt. */
  readonly isInBelt: boolean;
  readonly isOutside: boolean;
  /** Green that belongs to a node of the connectivity network. */
  readonly isGreenNode: boolean;
}

/** Traits of the masks that were met: few of all that could be. */
const knownTraits = new Map<number, GroundTraits>();

/** What a combination of layers comes to. */
export function traitsOf(mask: number): GroundTraits {
  let traits = knownTraits.get(mask);
  if (!traits) {
    const landClass = landClassOf(mask);
    const conflicts = CONFLICT_KINDS.filter((kind) => CONFLICT_TESTS[kind](mask));
    traits = {
      landClass,
      conflicts,
      conflictBits: conflictBits(conflicts),
      isInBelt: isLand(mask) && (covers(mask, 'shoreBelt') || covers(mask, 'watercourseBelt')),
      isOutside: !covers(mask, 'municipality'),
      isGreenNode: landClass === 'green' && covers(mask, 'greenNode'),
    };
    knownTraits.set(mask, traits);
  }
  return traits;
}

/** Conflicts as bits, one for each in the order of `CONFLICT_KINDS`. */
export function conflictBits(kinds: readonly GroundConflictKind[]): number {
  return kinds.reduce((bits, kind) => bits | (1 << CONFLICT_KINDS.indexOf(kind)), 0);
}
