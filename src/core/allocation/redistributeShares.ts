import type { TownId } from '../domain/identifiers';

export interface RedistributedShares {
  /** Every town's share, 0–1, in the order they came; summed in that order they give exactly 1. */
  readonly shares: ReadonlyMap<TownId, number>;
  /** True where the town could not get the share that was asked for. */
  readonly clamped: boolean;
}

function total(values: Iterable<number>): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Parts of `amount` in proportion to the shares of `towns`, or equal parts where all of them are zero. */
function portions(shares: ReadonlyMap<TownId, number>, towns: readonly TownId[], amount: number): Map<TownId, number> {
  const largest = Math.max(...towns.map((town) => shares.get(town) ?? 0));
  if (largest <= 0) return new Map(towns.map((town) => [town, amount / towns.length]));
  // Scaled by the largest first, so that vanishingly small shares neither under- nor overflow.
  const scaled = towns.map((town) => Math.max(0, shares.get(town) ?? 0) / largest);
  const whole = total(scaled);
  return new Map(towns.map((town, index) => [town, (amount * (scaled[index] ?? 0)) / whole]));
}

/** Half the spacing of doubles just under 1: the finest step that can move a sum of shares. */
const FINEST_STEP = 2 ** -54;

/** Lets the takers, one after the other until the sum is exactly 1, take the rounding of the sum. */
function settle(shares: Map<TownId, number>, takers: readonly TownId[]): void {
  for (const taker of takers) {
    const settled = (shares.get(taker) ?? 0) + (1 - total(shares.values()));
    // The sums that follow the taker's share round once more, to even, and may jump over 1: then look close by.
    // Where no step lands on it the last one leaves the sum below 1, so that the next taker has something to add.
    for (const steps of [0, 1, -1, 2, -2, 3, -3, -4]) {
      shares.set(taker, Math.max(0, settled + steps * FINEST_STEP));
      if (total(shares.values()) === 1) return;
    }
  }
}

/**
 * Gives one town another share of what goes to the towns and lets the unlocked others make room in proportion to what
 * they have (equal parts where they have nothing), so that the sum is exactly 1.
 *
 * The share is clamped to what the locked towns leave; where every other town is locked it is all of that.
 * @param shares every town's share, summing to 1; a sum that is off by rounding is mended as far as the locked towns let it
 * @param locked towns that keep their share; a lock on `town` itself does not count
 * @param share the share asked for, a finite number
 */
export function redistributeShares(
  shares: ReadonlyMap<TownId, number>,
  locked: ReadonlySet<TownId>,
  town: TownId,
  share: number,
): RedistributedShares {
  const others = [...shares.keys()].filter((other) => other !== town);
  const free = others.filter((other) => !locked.has(other));
  const lockedSum = total(others.filter((other) => locked.has(other)).map((other) => shares.get(other) ?? 0));
  const available = Math.max(0, 1 - lockedSum);
  const given = free.length === 0 ? available : Math.min(Math.max(share, 0), available);
  const parts = portions(shares, free, available - given);
  const next = new Map<TownId, number>();
  for (const [key, value] of shares) next.set(key, key === town ? given : (parts.get(key) ?? value));
  const bySize = [...parts].toSorted(([, first], [, second]) => second - first);
  const [some, none] = [bySize.filter(([, part]) => part > 0), bySize.filter(([, part]) => part <= 0)];
  settle(next, [...some.map(([taker]) => taker), town, ...none.map(([taker]) => taker)]);
  // A difference of rounding is not a refusal.
  return { shares: next, clamped: Math.abs(share - given) > 1e-12 };
}
