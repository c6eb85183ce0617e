import { INDICATORS } from '../../method/indicators';
import { PART_IDS } from '../../scoring/evaluation';
import { leadOf, rankingObstacle, type RankingObstacle } from '../../scoring/ranking';
import type { MapFrame } from './mapFrame';
import type { ReportedScenario, ReportInput } from './reportInput';
import { partBar } from './scoreFigure';
import { smallMap } from './scenarioSections';
import { decimal, escaped, share } from './text';

const OBSTACLES: Readonly<Record<RankingObstacle, string>> = {
  notPermitted: 'rangeres ikke: en av dem er ikke tillatt',
  unequalDwellings: 'rangeres ikke: ulikt antall boliger',
  unequalLastYear: 'rangeres ikke: ulikt siste år',
};

function withRange(score: number | null, range: { readonly low: number; readonly high: number } | null | undefined): string {
  return `<strong>${decimal(score)}</strong>${range ? `<br><span class="small">${decimal(range.low)}–${decimal(range.high)}</span>` : ''}`;
}

/** One column for each scenario, one row for each number. */
export function comparisonTable(scenarios: readonly ReportedScenario[]): string {
  const row = (name: string, of: (scenario: ReportedScenario) => string): string =>
    `<tr><th scope="row">${escaped(name)}</th>${scenarios.map((scenario) => `<td class="number">${of(scenario)}</td>`).join('')}</tr>`;
  const head = scenarios.map(({ exported }) => `<th scope="col" class="number">${escaped(exported.scenario.name)}</th>`).join('');
  const parts = PART_IDS.map((id, index) =>
    row(`${id} ${INDICATORS[id].name}`, ({ exported }) => {
      const score = exported.evaluation.blueGreen.parts[index]?.score ?? null;
      return `<span class="with-bar">${partBar(score)}${decimal(score)}</span>`;
    }),
  );
  return `<table class="compared" aria-label="Sammenligning"><thead><tr><th scope="col"></th>${head}</tr></thead><tbody>${[
    row('Boliger', ({ exported }) => decimal(exported.evaluation.dwellings.programme, 0)),
    row('Siste år', ({ exported }) => String(exported.scenario.programme.lastYear)),
    row('Uplassert', ({ exported }) => decimal(exported.evaluation.dwellings.unplaced, 0)),
    row('T Kollektivnærhet, 5–95 %', ({ exported, ranges }) => withRange(exported.evaluation.transit.score, ranges?.transit)),
    row('Innen 500 m gange', ({ exported }) => share(exported.evaluation.transit.share500)),
    row('Innen 1000 m gange', ({ exported }) => share(exported.evaluation.transit.share1000)),
    row('Gange til stasjon, min', ({ exported }) => decimal(exported.evaluation.transit.meanWalkMinutes)),
    row('B Blågrønt grep, 5–95 %', ({ exported, ranges }) => withRange(exported.evaluation.blueGreen.score, ranges?.blueGreen)),
    ...parts,
    row('Dyrka mark tatt i bruk, daa', ({ exported }) =>
      decimal(exported.evaluation.landAccount.rows.find(({ landClass }) => landClass === 'farmland')?.takenDaa ?? null),
    ),
    row('I småbyene', ({ exported }) => share(exported.evaluation.shareInTowns)),
    row('Konflikter', ({ exported }) => `${exported.evaluation.conflicts.length}${exported.evaluation.permitted ? '' : ', ikke tillatt'}`),
  ].join('')}</tbody></table>`;
}

function leadText(first: string, second: string, shareFirst: number | null): string {
  const lead = leadOf(shareFirst);
  if (lead === null || shareFirst === null) return 'ingen poeng å sammenligne';
  if (lead === 'none') return `skiller ikke (${share(shareFirst)} for ${first})`;
  return lead === 'first' ? `${first} ligger foran (${share(shareFirst)} av trekningene)` : `${second} ligger foran (${share(1 - shareFirst)} av trekningene)`;
}

/** Who is ahead of whom, and what the numbers cannot tell apart. */
export function verdicts({ scenarios, draws }: ReportInput): string {
  if (!draws) return '';
  const items = draws.pairs.flatMap(({ first, second, transit, blueGreen }) => {
    const [one, other] = [scenarios[first]?.exported, scenarios[second]?.exported];
    if (!one || !other) return [];
    const [oneName, otherName] = [one.scenario.name, other.scenario.name];
    const obstacle = rankingObstacle(one, other);
    const says =
      obstacle === null
        ? `Kollektivnærhet: ${leadText(oneName, otherName, transit)}. Blågrønt grep: ${leadText(oneName, otherName, blueGreen)}.`
        : `${OBSTACLES[obstacle]}.`;
    return [`<li><strong>${escaped(oneName)} – ${escaped(otherName)}:</strong> ${escaped(says)}</li>`];
  });
  return items.length === 0 ? '' : `<h2>Hvem ligger foran</h2><ul class="plain">${items.join('')}</ul>`;
}

/** The plans side by side on the same ground at the same scale. */
export function comparedMaps(scenarios: readonly ReportedScenario[], frame: MapFrame): string {
  return `<div class="maps">${scenarios.map(({ exported }, index) => smallMap(exported, frame, `m${index}`)).join('')}</div>`;
}
