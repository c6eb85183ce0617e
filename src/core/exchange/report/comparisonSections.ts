import { INDICATORS } from '../../method/indicators';
import { PART_IDS, type PartId, type PartResult } from '../../scoring/evaluation';
import { leadOf, rankingObstacle } from '../../scoring/ranking';
import { comparedTable, type ComparedRow } from './comparedTable';
import { programmeText } from './comparedProgrammes';
import type { MapFrame } from './mapFrame';
import type { ReportedScenario, ReportInput } from './reportInput';
import { partBar } from './scoreFigure';
import { smallMap } from './scenarioSections';
import { decimal, escaped, share, signed } from './text';

function withRange(score: number | null, range: { readonly low: number; readonly high: number } | null | undefined): string {
  return `<strong>${decimal(score)}</strong>${range ? `<br><span class="small">${decimal(range.low)}–${decimal(range.high)}</span>` : ''}`;
}

function partOf({ exported }: ReportedScenario, id: PartId): PartResult | undefined {
  return exported.evaluation.blueGreen.parts.find((part) => part.id === id);
}

function farmlandDaa({ exported }: ReportedScenario): number | null {
  return exported.evaluation.landAccount.rows.find(({ landClass }) => landClass === 'farmland')?.takenDaa ?? null;
}

/** Both scores with their ranges and parts, and what they are made of. */
export function comparisonTable(scenarios: readonly ReportedScenario[]): string {
  const today = scenarios[0]?.exported.evaluation.today;
  const parts = PART_IDS.map((id): ComparedRow => ({
    name: `${id} ${INDICATORS[id].name}`,
    unit: 'poeng',
    of: (scenario) => {
      const score = partOf(scenario, id)?.score ?? null;
      return `<span class="with-bar">${partBar(score)}${decimal(score)}</span>`;
    },
  }));
  return comparedTable('Sammenligning', scenarios, [
    { name: 'Boliger', unit: 'boliger', of: ({ exported }) => decimal(exported.evaluation.dwellings.programme, 0) },
    { name: 'Siste år', unit: '', of: ({ exported }) => String(exported.scenario.programme.lastYear) },
    { name: 'Uplassert', unit: 'boliger', of: ({ exported }) => decimal(exported.evaluation.dwellings.unplaced, 0) },
    {
      name: 'T Kollektivnærhet',
      unit: 'poeng, 5–95 %',
      of: ({ exported, ranges }) => withRange(exported.evaluation.transit.score, ranges?.transit),
      today: decimal(today?.score ?? null),
      isMain: true,
    },
    { name: 'Innen 500 m gange', unit: 'av boligene', of: ({ exported }) => share(exported.evaluation.transit.share500), today: share(today?.share500 ?? null) },
    { name: 'Innen 1000 m gange', unit: 'av boligene', of: ({ exported }) => share(exported.evaluation.transit.share1000), today: share(today?.share1000 ?? null) },
    { name: 'Gange til stasjon', unit: 'minutter', of: ({ exported }) => decimal(exported.evaluation.transit.meanWalkMinutes), today: decimal(today?.meanWalkMinutes ?? null) },
    {
      name: 'B Blågrønt grep',
      unit: 'poeng, 5–95 %',
      of: ({ exported, ranges }) => withRange(exported.evaluation.blueGreen.score, ranges?.blueGreen),
      isMain: true,
    },
    ...parts,
    { name: 'Dyrka mark tatt i bruk', unit: 'daa', of: (scenario) => decimal(farmlandDaa(scenario)), isMain: true },
    { name: 'Boliger i småbyene', unit: 'av boligene', of: ({ exported }) => share(exported.evaluation.shareInTowns) },
    {
      name: 'Konflikter',
      unit: 'felt',
      of: ({ exported }) => `${exported.evaluation.conflicts.length}${exported.evaluation.permitted ? '' : '<br><strong>ikke tillatt</strong>'}`,
    },
  ]);
}

function leadText(first: string, second: string, shareFirst: number | null): string {
  const lead = leadOf(shareFirst);
  if (lead === null || shareFirst === null) return 'ingen poeng å sammenligne';
  if (lead === 'none') return `<em>skiller ikke</em> (${share(shareFirst)} for ${escaped(first)})`;
  return lead === 'first'
    ? `<strong>${escaped(first)}</strong> ligger foran (${share(shareFirst)} av trekningene)`
    : `<strong>${escaped(second)}</strong> ligger foran (${share(1 - shareFirst)} av trekningene)`;
}

/** Who is ahead of whom, what the numbers cannot tell apart, and what is not ranked and why. */
export function verdicts({ scenarios, draws }: ReportInput): string {
  const ranked = (draws?.pairs ?? []).flatMap(({ first, second, transit, blueGreen }) => {
    const [one, other] = [scenarios[first]?.exported, scenarios[second]?.exported];
    if (!one || !other || rankingObstacle(one, other) !== null) return [];
    const [oneName, otherName] = [one.scenario.name, other.scenario.name];
    return [
      `<tr><th scope="row">${escaped(oneName)} – ${escaped(otherName)}</th><td>${leadText(oneName, otherName, transit)}</td><td>${leadText(oneName, otherName, blueGreen)}</td></tr>`,
    ];
  });
  const table =
    ranked.length === 0
      ? '<p>Ingen av scenarioene kan rangeres mot hverandre.</p>'
      : `<table aria-label="Hvem ligger foran"><thead><tr><th scope="col">Par</th><th scope="col">Kollektivnærhet</th><th scope="col">Blågrønt grep</th></tr></thead><tbody>${ranked.join('')}</tbody></table><p class="small">«Skiller ikke»: ingen av de to har flest poeng i mer enn 95 % av trekningene. Forskjellen er da mindre enn usikkerheten.</p>`;
  return `<section><h2>Hvem ligger foran</h2>${table}${programmeText(scenarios)}</section>`;
}

/** What is other than in the first scenario, number by number. */
export function differences({ scenarios, draws }: ReportInput): string {
  const [first, ...others] = scenarios;
  if (!first) return '';
  const against =
    (of: (scenario: ReportedScenario) => number | null | undefined, decimals = 1) =>
    (scenario: ReportedScenario): string => {
      const [value, reference] = [of(scenario), of(first)];
      return value === null || value === undefined || reference === null || reference === undefined ? '–' : signed(value - reference, decimals);
    };
  const score = (id: 'transit' | 'blueGreen') => (scenario: ReportedScenario): string => {
    const text = against(({ exported }) => exported.evaluation[id].score)(scenario);
    const pair = draws?.pairs.find((one) => one.first === 0 && one.second === scenarios.indexOf(scenario));
    if (rankingObstacle(first.exported, scenario.exported) !== null) return `${text}<br><span class="small">rangeres ikke</span>`;
    return pair && leadOf(pair[id]) === 'none' ? `${text}<br><span class="small">skiller ikke</span>` : text;
  };
  const percent = (value: number | null): number | null => (value === null ? null : value * 100);
  const parts = PART_IDS.filter((id) => scenarios.some((scenario) => partOf(scenario, id)?.value !== null)).map((id): ComparedRow => {
    const { name, quantity } = INDICATORS[id];
    const scale = quantity.unit === '%' ? 100 : 1;
    return {
      name: `${id} ${name}: ${quantity.name.toLocaleLowerCase('nb')}`,
      unit: quantity.unit,
      of: against((scenario) => {
        const value = partOf(scenario, id)?.value ?? null;
        return value === null ? null : value * scale;
      }),
    };
  });
  const table = comparedTable('Forskjeller', others, [
    { name: 'T Kollektivnærhet', unit: 'poeng', of: score('transit'), isMain: true },
    { name: 'Innen 500 m gange', unit: 'prosentpoeng', of: against(({ exported }) => percent(exported.evaluation.transit.share500), 0) },
    { name: 'Gange til stasjon', unit: 'minutter', of: against(({ exported }) => exported.evaluation.transit.meanWalkMinutes) },
    { name: 'B Blågrønt grep', unit: 'poeng', of: score('blueGreen'), isMain: true },
    ...parts,
    { name: 'Dyrka mark tatt i bruk', unit: 'daa', of: against(farmlandDaa), isMain: true },
    { name: 'Boliger', unit: 'boliger', of: against(({ exported }) => exported.evaluation.dwellings.programme, 0) },
    { name: 'Boliger i småbyene', unit: 'prosentpoeng', of: against(({ exported }) => percent(exported.evaluation.shareInTowns), 0) },
    { name: 'Konflikter', unit: 'felt', of: against(({ exported }) => exported.evaluation.conflicts.length, 0) },
  ]);
  return `<section><h2>Hva som er annerledes enn i ${escaped(first.exported.scenario.name)}</h2>${table}</section>`;
}

/** The plans side by side on the same ground at the same scale, so many in a row. */
export function comparedMaps(scenarios: readonly ReportedScenario[], frame: MapFrame, abreast: number): string {
  return `<div class="maps" style="grid-template-columns:repeat(${abreast},1fr)">${scenarios.map(({ exported }, index) => smallMap(exported, frame, `m${index}`)).join('')}</div>`;
}
