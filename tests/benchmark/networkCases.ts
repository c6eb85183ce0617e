import type { PlanarPoint } from '../../src/core/geometry/shapes';
import type { WalkingLines } from '../../src/core/network/walkingLines';
import { createWalkingNetwork, type WalkingNetwork } from '../../src/core/network/walkingNetwork';
import { measure, type Case } from './measure';

/** A walking network: building it, and the fields of all stations on it. */
export function networkCases(
  lines: WalkingLines,
  stations: readonly PlanarPoint[],
): { readonly network: WalkingNetwork; readonly cases: readonly Case[] } {
  const network = createWalkingNetwork(lines);
  const name = `Network of ${network.summary.nodes} nodes`;
  return {
    network,
    cases: [
      {
        name: `${name}: build`,
        target: null,
        time: () => measure({ runs: 5, warmUps: 1 }, () => null, () => createWalkingNetwork(lines)),
      },
      {
        name: `${name}: walks from ${stations.length} stations`,
        target: null,
        // A network of its own for each run: fields are kept.
        time: () => measure({ runs: 5, warmUps: 1 }, () => createWalkingNetwork(lines), (fresh) => fresh.distancesTo(stations)),
      },
    ],
  };
}
