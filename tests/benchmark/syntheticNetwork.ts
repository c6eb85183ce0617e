import { toLonLat } from '../../src/core/geometry/projection';
import { WalkingLinesBuilder, type WalkingLines } from '../../src/core/network/walkingLines';
import { seededRandom } from '../../src/core/scoring/uncertainty/random';

/** Share of the streets of the grid that are missing. */
const MISSING = 0.15;

/** A made-up walking network over a square: a bent street grid of about `nodeCount` crossings with gaps, seeded. */
export function syntheticNetwork(
  { west, south, sideMetres }: { readonly west: number; readonly south: number; readonly sideMetres: number },
  nodeCount: number,
  seed = 1,
): WalkingLines {
  const random = seededRandom(seed);
  const across = Math.round(Math.sqrt(nodeCount));
  const spacing = sideMetres / (across - 1);
  const crossings = Array.from({ length: across * across }, (_, index) =>
    toLonLat({
      x: west + (index % across) * spacing + (random() - 0.5) * spacing * 0.5,
      y: south + Math.floor(index / across) * spacing + (random() - 0.5) * spacing * 0.5,
    }),
  );
  const builder = new WalkingLinesBuilder(true);
  const street = (from: number, to: number): void => {
    if (random() < MISSING) return;
    const [west0, south0] = crossings[from]!;
    const [west1, south1] = crossings[to]!;
    builder.addVertex(west0, south0, from + 1);
    builder.addVertex((west0 + west1) / 2, (south0 + south1) / 2, crossings.length + 2 * from + (to - from === 1 ? 1 : 2));
    builder.addVertex(west1, south1, to + 1);
    builder.endLine();
  };
  for (let index = 0; index < crossings.length; index += 1) {
    if (index % across < across - 1) street(index, index + 1);
    if (index + across < crossings.length) street(index, index + across);
  }
  return builder.finish([]);
}
