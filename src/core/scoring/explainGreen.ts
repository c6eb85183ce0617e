import { figureText, quantityText } from '../method/figureText';
import {
  CONNECTIVITY_LOSS_WORST,
  NEARBY_GREEN,
  SQUARE_METRES_PER_DAA,
} from '../method/parameters';
import { squaredAreaWithout, type ConnectivityNetwork } from './connectivity';
import type { Assessment } from './assessment';
import { explainPart, placedTerm, scoreLine } from './explainParts';
import { areaRows, spreadRows, tablesByTownAndArea } from './explainTables';
import { computedTerm, figureTerm, type Explanation } from './explanation';
import { shareNearGreen } from './nearbyGreen';
import type { AreaPlacement } from './placement';

const PERCENT = 100;

/** Green that one area takes from each node, m². */
function takenByNode(network: ConnectivityNetwork, { measured, shareTaken: share }: AreaPlacement): ReadonlyMap<number, number> {
  const taken = new Map<number, number>();
  if (share === 0) return taken;
  for (const [node, green] of measured.ground.greenByNode) taken.set(node, green * share);
  const marka = measured.ground.byClass.marka * share;
  if (network.markaNode >= 0 && marka > 0) taken.set(network.markaNode, marka);
  return taken;
}

/** Green that several areas take together from each node, m². */
function takenFrom(network: ConnectivityNetwork, areas: readonly AreaPlacement[]): ReadonlyMap<number, number> {
  const all = new Map<number, number>();
  for (const area of areas) {
    for (const [node, taken] of takenByNode(network, area)) all.set(node, (all.get(node) ?? 0) + taken);
  }
  return all;
}

/**
 * What each m² taken from a node takes off ECA², so that the areas' parts add up to all of it: with `s` taken,
 * `aᵀPa − (a−s)ᵀP(a−s) = Σi s_i · (2·(Pa)_i − (Ps)_i)`. A node never loses more than it has.
 */
function lossPerSquareMetre(
  network: ConnectivityNetwork,
  areas: readonly AreaPlacement[],
): (node: number) => number {
  const { rowStarts, columns, weights, reachedAreas } = network;
  const wanted = takenFrom(network, areas);
  const lost = (node: number): number => Math.min(wanted.get(node) ?? 0, network.areas[node] ?? 0);
  return (node) => {
    const all = wanted.get(node) ?? 0;
    if (all <= 0) return 0;
    let reached = 0;
    for (let position = rowStarts[node] ?? 0; position < (rowStarts[node + 1] ?? 0); position += 1) {
      reached += (weights[position] ?? 0) * lost(columns[position] ?? 0);
    }
    return (lost(node) / all) * (2 * (reachedAreas[node] ?? 0) - reached);
  };
}

/** B3: the loss, shared among the areas as they take part in it. */
export function explainConnectivity(assessment: Assessment): Explanation {
  const network = assessment.green.connectivity;
  const today = assessment.baseline.connectivity;
  return explainPart(assessment, 'B3', PERCENT, (loss, score) => {
    if (!network || !today) return { filledIn: [], terms: [], tables: [] };
    const allTaken = takenFrom(network, assessment.placement.areas);
    const [before, added, after] = [today.squaredArea, network.squaredArea, squaredAreaWithout(network, allTaken)].map(
      (squared) => Math.sqrt(squared) / SQUARE_METRES_PER_DAA,
    ) as [number, number, number];
    const perSquareMetre = lossPerSquareMetre(network, assessment.placement.areas);
    const parts = assessment.placement.areas.map((area) => {
      let part = 0;
      for (const [node, taken] of takenByNode(network, area)) part += taken * perSquareMetre(node);
      return part;
    });
    const whole = parts.reduce((sum, part) => sum + part, 0);
    const partOfArea = new Map(assessment.placement.areas.map(({ area }, position) => [area.id, parts[position] ?? 0]));
    const worst = PERCENT * CONNECTIVITY_LOSS_WORST;
    return {
      filledIn: [
        after > before
          ? `ECA etter, ${quantityText(after)} daa, er over ECA før, ${quantityText(before)} daa, så tapet er 0`
          : `tap = 1 − ${quantityText(after)} daa / ${quantityText(before)} daa = ${quantityText(loss)} %`,
        scoreLine('B3', loss, figureText(worst), worst, score),
      ],
      terms: [
        computedTerm('ECA før', 'Sammenhengende areal før', before, 'daa', 'Kartet over grønt'),
        ...(network === today
          ? []
          : [computedTerm('', 'Sammenhengende areal med det nye grønne', added, 'daa', 'Kartet over grønt og tiltakene i scenarioet')]),
        computedTerm('ECA etter', 'Sammenhengende areal etter', after, 'daa', 'Det grønne, mindre det planen tar'),
        figureTerm('', 'CONNECTIVITY_HALF_DISTANCE_METRES'),
        figureTerm('', 'CONNECTIVITY_REACH_METRES'),
        figureTerm('', 'GREEN_NODE_MINIMUM_DAA'),
        figureTerm('', 'MARKA_NODE_DAA'),
        figureTerm('', 'CONNECTIVITY_LOSS_WORST'),
      ],
      tables: tablesByTownAndArea(
        assessment,
        [
          { name: 'Grønt som tas', unit: 'm²', together: 'sum' },
          { name: 'Del av tapet', unit: '%', together: 'sum', gives: 'quantity' },
        ],
        areaRows(assessment, (area) => {
          const taken = [...takenByNode(network, area).values()].reduce((sum, squareMetres) => sum + squareMetres, 0);
          const part = partOfArea.get(area.area.id) ?? 0;
          return taken > 0 && whole > 0 ? [taken, (loss * part) / whole] : null;
        }),
      ),
    };
  });
}

/** B5: who has green nearby, by area. */
export function explainNearbyGreen(assessment: Assessment): Explanation {
  const { placement, green, baseline, effects } = assessment;
  const greenLeft = green.nearby;
  const { placed: allPlaced } = placement.dwellings;
  const [small, large] = NEARBY_GREEN;
  const spreadShares = (): readonly [number, number] => {
    if (!greenLeft || !baseline.outside || placement.spread <= 0) return [0, 0];
    return baseline.outside.of(effects.townOutlines).onLattice.sharesNear(greenLeft);
  };
  const values = (dwellings: number, [nearSmall, nearLarge]: readonly [number, number]): readonly number[] => [
    dwellings,
    PERCENT * nearSmall,
    PERCENT * nearLarge,
    (PERCENT * dwellings * (nearSmall + nearLarge)) / 2 / allPlaced,
  ];
  return explainPart(assessment, 'B5', PERCENT, (share, score) => {
    const tables = greenLeft
      ? tablesByTownAndArea(
          assessment,
          [
            { name: 'Boliger', unit: 'boliger', together: 'sum' },
            { name: `${figureText(small.minimumDaa)} daa innen ${figureText(small.walkMetres)} m`, unit: '%', together: { meanBy: 0 } },
            { name: `${figureText(large.minimumDaa)} daa innen ${figureText(large.walkMetres)} m`, unit: '%', together: { meanBy: 0 } },
            { name: 'Bidrag', unit: '%', together: 'sum', gives: 'quantity' },
          ],
          [
            ...areaRows(assessment, ({ measured, placed }) =>
              placed > 0 ? values(placed, shareNearGreen(greenLeft, measured.ground.homes)) : null,
            ),
            ...spreadRows(assessment, values(placement.spread, spreadShares())),
          ],
        )
      : [];
    const [, nearSmall, nearLarge] = tables[0]?.totals ?? [];
    return {
      filledIn: [
        `B5 = ½ · (${quantityText(nearSmall ?? 0)} % + ${quantityText(nearLarge ?? 0)} %) = ${quantityText(share)} %, skår ${quantityText(score)}`,
      ],
      terms: [placedTerm(assessment), figureTerm('', 'REBUILT_SHARE'), figureTerm('k', 'DETOUR_FACTOR')],
      tables,
    };
  });
}
