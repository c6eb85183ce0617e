import { countedMeasures } from '../../domain/measure';
import { LAND_CLASSES, type ConflictKind } from '../../scoring/evaluation';
import { LAND_CLASS_NAMES } from '../../scoring/explanation';
import { conflictText } from '../exportedScenario';
import { MEASURE_NAMES } from '../tables/measureTable';
import { comparedTable, type ComparedRow } from './comparedTable';
import type { ReportedScenario } from './reportInput';
import { decimal, escaped } from './text';

function extent({ exported: { evaluation, scenario } }: ReportedScenario): string {
  return `${decimal(evaluation.dwellings.programme, 0)} boliger til ${scenario.programme.lastYear}`;
}

/** Which scenarios build as much by the same year, and why the others are not ranked against them; nothing where all do. */
export function programmeText(scenarios: readonly ReportedScenario[]): string {
  const groups = new Map<string, string[]>();
  for (const scenario of scenarios) groups.set(extent(scenario), [...(groups.get(extent(scenario)) ?? []), scenario.exported.scenario.name]);
  const forbidden = scenarios.filter(({ exported }) => !exported.evaluation.permitted).map(({ exported }) => exported.scenario.name);
  const unequal =
    groups.size < 2
      ? ''
      : `<p><strong>Ulike programmer.</strong> ${[...groups].map(([size, names]) => `${escaped(names.join(', '))}: ${size}`).join('. ')}. Scenarioer med ulikt boligtall eller ulikt siste år rangeres ikke mot hverandre: færre boliger tar mindre grunn, hvor godt de enn ligger.</p>`;
  const warning =
    forbidden.length === 0
      ? ''
      : `<p><strong>Ikke tillatt.</strong> ${escaped(forbidden.join(', '))} har boliger i Marka eller i sjøen og rangeres ikke.</p>`;
  return unequal + warning;
}

/** What each scenario builds in each town, and outside them. */
export function townsCompared(scenarios: readonly ReportedScenario[]): string {
  const [first] = scenarios;
  if (!first) return '';
  const { towns } = first.exported.dataset.parameters;
  const rows = towns.map(({ id, name }): ComparedRow => ({
    name,
    unit: 'boliger',
    of: ({ exported }) => {
      const town = exported.evaluation.towns.find((one) => one.town === id);
      if (!town) return '–';
      return `${decimal(town.placed, 0)}${Math.round(town.unplaced) > 0 ? `<br><span class="small">${decimal(town.unplaced, 0)} uplassert</span>` : ''}`;
    },
  }));
  const table = comparedTable('Boliger i småbyene', scenarios, [
    ...rows,
    { name: 'Utenfor småbyene', unit: 'boliger', of: ({ exported: { evaluation } }) => decimal(evaluation.outside.inAreas + evaluation.outside.spread, 0) },
    { name: 'I alt plassert', unit: 'boliger', of: ({ exported }) => decimal(exported.evaluation.dwellings.placed, 0), isMain: true },
    { name: 'Nye innbyggere', unit: 'personer', of: ({ exported }) => decimal(exported.evaluation.persons, 0) },
    { name: 'I året', unit: 'boliger', of: ({ exported }) => decimal(exported.scenario.programme.dwellingsPerYear, 0) },
    { name: 'Periode', unit: '', of: ({ exported: { scenario } }) => `${scenario.programme.firstYear}–${scenario.programme.lastYear}` },
  ]);
  return `<section><h2>Boligprogrammet, småby for småby</h2>${table}</section>`;
}

/** What each scenario takes of each class of land. */
export function landCompared(scenarios: readonly ReportedScenario[]): string {
  const taken = ({ exported }: ReportedScenario, landClass: (typeof LAND_CLASSES)[number]): number =>
    exported.evaluation.landAccount.rows.find((row) => row.landClass === landClass)?.takenDaa ?? 0;
  const classes = LAND_CLASSES.filter((landClass) => scenarios.some((scenario) => taken(scenario, landClass) >= 0.05));
  const rows = classes.map((landClass): ComparedRow => ({
    name: LAND_CLASS_NAMES[landClass],
    unit: 'daa',
    of: (scenario) => decimal(taken(scenario, landClass)),
  }));
  const all: ComparedRow = {
    name: 'I alt',
    unit: 'daa',
    of: (scenario) => decimal(LAND_CLASSES.reduce((sum, landClass) => sum + taken(scenario, landClass), 0)),
    isMain: true,
  };
  const table = comparedTable('Arealregnskap', scenarios, [...rows, all]);
  return `<section><h2>Arealregnskap: grunn som tas i bruk</h2>${table}<p class="small">Bebygd er grunn inne i småbyene som bygges om (antakelse) og vekst spredt på bebygd grunn. Resten er grunn som ikke er bebygd i dag.</p></section>`;
}

/** What each scenario meets of what is to be spared. */
export function conflictsCompared(scenarios: readonly ReportedScenario[]): string {
  const kinds = [...new Set(scenarios.flatMap(({ exported }) => exported.evaluation.conflicts.map(({ kind }) => kind)))];
  if (kinds.length === 0) return '<section><h2>Konflikter</h2><p>Ingen av scenarioene har felt med boliger som berører noe som skal spares.</p></section>';
  const of = (kind: ConflictKind) => ({ exported }: ReportedScenario): string => {
    const found = exported.evaluation.conflicts.filter((conflict) => conflict.kind === kind);
    if (found.length === 0) return '0';
    const daa = found.reduce((sum, { areaDaa }) => sum + areaDaa, 0);
    return `${found.length}<br><span class="small">${decimal(daa)} daa</span>`;
  };
  const rows = kinds.map((kind): ComparedRow => ({ name: conflictText([kind]), unit: 'felt, daa', of: of(kind) }));
  return `<section><h2>Konflikter</h2>${comparedTable('Konflikter', scenarios, rows)}<p class="small">Felt med boliger som berører noe som skal spares, og hvor mye av feltene som gjør det.</p></section>`;
}

/** What each scenario takes for granted of rail projects, and its measures. */
export function assumptionsCompared(scenarios: readonly ReportedScenario[]): string {
  const projects = scenarios[0]?.exported.dataset.parameters.projects ?? [];
  const kinds = ['addedStation', 'stationChange', 'addedGreen', 'protection', 'townOutline'] as const;
  const used = kinds.filter((kind) => scenarios.some(({ exported }) => countedMeasures(exported.scenario.measures, kind).length > 0));
  const rows: readonly ComparedRow[] = [
    ...projects.map(({ id, name, openingYear }): ComparedRow => ({
      name: `${name} (${openingYear})`,
      of: ({ exported }) => (exported.scenario.projects.get(id) === false ? 'nei' : 'ja'),
    })),
    ...used.map((kind): ComparedRow => ({
      name: MEASURE_NAMES[kind],
      of: ({ exported }) => {
        const measures = countedMeasures(exported.scenario.measures, kind);
        const names = measures.map(({ name }) => name).filter((name) => name !== '');
        return measures.length === 0 ? '–' : `${measures.length}${names.length > 0 ? `<br><span class="small">${escaped(names.join(', '))}</span>` : ''}`;
      },
    })),
  ];
  return rows.length === 0 ? '' : `<section><h2>Forutsetninger og tiltak</h2>${comparedTable('Forutsetninger og tiltak', scenarios, rows)}</section>`;
}
