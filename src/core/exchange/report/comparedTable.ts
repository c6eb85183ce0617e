import type { ReportedScenario } from './reportInput';
import { escaped } from './text';

/** A number of every scenario: what it is, in what unit, and each scenario's as HTML. */
export interface ComparedRow {
  readonly name: string;
  readonly unit?: string;
  readonly of: (scenario: ReportedScenario) => string;
  /** What stands in the column for today; nothing where it is left out. */
  readonly today?: string;
  /** Set off from the rows before it. */
  readonly isMain?: boolean;
}

/** So many columns stand on paper side by side; more scenarios get a table of their own below. */
const MOST_COLUMNS = 6;

/** One column for each scenario, one row for each number; a column for today where any row tells of it. */
export function comparedTable(title: string, scenarios: readonly ReportedScenario[], rows: readonly ComparedRow[]): string {
  const tables = Math.max(1, Math.ceil(scenarios.length / MOST_COLUMNS));
  const columns = Math.ceil(scenarios.length / tables);
  return Array.from({ length: tables }, (_, index) =>
    tableOf(title, scenarios.slice(index * columns, (index + 1) * columns), rows, index === tables - 1),
  ).join('');
}

function tableOf(title: string, scenarios: readonly ReportedScenario[], rows: readonly ComparedRow[], isLast: boolean): string {
  const hasToday = isLast && rows.some(({ today }) => today !== undefined);
  const hasUnits = rows.some(({ unit }) => unit !== undefined);
  const head = [
    '<th scope="col"></th>',
    ...(hasUnits ? ['<th scope="col">Enhet</th>'] : []),
    ...scenarios.map(({ exported }) => `<th scope="col" class="number">${escaped(exported.scenario.name)}</th>`),
    ...(hasToday ? ['<th scope="col" class="number">I dag</th>'] : []),
  ];
  const body = rows.map(({ name, unit = '', of, today = '', isMain }) =>
    [
      `<tr${isMain ? ' class="main"' : ''}><th scope="row">${escaped(name)}</th>`,
      hasUnits ? `<td class="small">${escaped(unit)}</td>` : '',
      ...scenarios.map((scenario) => `<td class="number">${of(scenario)}</td>`),
      hasToday ? `<td class="number">${today}</td>` : '',
      '</tr>',
    ].join(''),
  );
  return `<table class="compared" aria-label="${escaped(title)}"><thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
