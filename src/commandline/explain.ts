import type { Dataset } from '../core/domain/dataset';
import type { LayerDescription } from '../core/domain/catalogue';
import { figureWithUnit, STANDING_WORDS } from '../core/method/figure';
import { columnText, figureText, quantityText } from '../core/method/figureText';
import { DIRECTION_WORDS } from '../core/method/indicators';
import type { Assessment } from '../core/scoring/assessment';
import { CONFLICT_NAMES, EXPLAINED_IDS, explainedConflict, LAND_CLASS_NAMES, type ExplainedId, type Explanation, type ExplanationTable } from '../core/scoring/explanation';
import { textTable } from './textTable';

/** What an explained number may be called on the command line: its id, or the Norwegian name of a land class or a kind of conflict. */
function namesOf(id: ExplainedId): readonly string[] {
  const conflict = explainedConflict(id);
  if (conflict) return [`konflikt-${CONFLICT_NAMES[conflict].replaceAll(' ', '-')}`, id];
  const names: Readonly<Record<string, string>> = LAND_CLASS_NAMES;
  const name = names[id];
  return name === undefined ? [id] : [name.replaceAll(' ', '-'), id];
}

/** The number that a word stands for, whatever its case; null for none. */
export function explainedId(word: string): ExplainedId | null {
  const wanted = word.toLowerCase();
  return EXPLAINED_IDS.find((id) => namesOf(id).some((name) => name.toLowerCase() === wanted)) ?? null;
}

/** Every word that `explainedId` knows best, for messages and help. */
export function explainedWords(): string {
  return EXPLAINED_IDS.map((id) => namesOf(id)[0]?.toLocaleLowerCase('nb') ?? id)
    .map((word) => (/^[tb]\d?$/u.test(word) ? word.toUpperCase() : word))
    .join(', ');
}

function layersOf({ layers }: Explanation, dataset: Dataset): readonly LayerDescription[] {
  return dataset.layers.map(({ description }) => description).filter(({ id }) => layers.includes(id));
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

/** The cells of a table's columns, the totals last. */
function cellsOf({ columns, rows, totals }: ExplanationTable): readonly (readonly string[])[] {
  const texts = columns.map((_, column) => columnText([...rows.map(({ values }) => values[column] ?? null), totals[column] ?? null]));
  return [...rows, null].map((_, row) => texts.map((column) => column[row] ?? ''));
}

function tableLines(table: ExplanationTable): readonly string[] {
  const { columns, rows } = table;
  const cells = cellsOf(table);
  return textTable([
    ['', ...columns.map(({ name, unit }) => (unit === '' || unit === name.toLowerCase() ? name : `${name}, ${unit}`))],
    ...cells.map((row, position) => [rows[position]?.name ?? 'Sum', ...row]),
  ]);
}

function numberLines({ numbers }: Explanation): readonly string[] {
  return textTable(
    numbers.map(({ name, value, unit, direction }) => [
      name,
      value === null ? '–' : quantityText(value),
      value === null ? '' : unit,
      direction === null ? '' : DIRECTION_WORDS[direction],
    ]),
    ['left', 'right', 'left', 'left'],
  );
}

function termLines({ terms }: Explanation): readonly string[] {
  return textTable(
    terms.map((term) => [
      term.symbol === '' ? term.name : `${term.name} (${term.symbol})`,
      term.standing === null ? `${quantityText(term.value)} ${term.unit}`.trimEnd() : figureWithUnit(term),
      term.standing === null ? term.source : `${STANDING_WORDS[term.standing]}. ${term.source}`,
    ]),
    ['left', 'right', 'left'],
  );
}

function layerLines(explanation: Explanation, dataset: Dataset): readonly string[] {
  return textTable(
    layersOf(explanation, dataset).map(({ title, source, date, accuracyMetres, assumption }) => [
      title,
      date,
      accuracyMetres === null ? '' : `${figureText(accuracyMetres)} m`,
      assumption ? `antakelse. ${source}` : source,
    ]),
    ['left', 'left', 'right', 'left'],
  );
}

/** An explanation as aligned text, in Norwegian. */
export function explainReport(explanation: Explanation, { scenario, evaluation, baseline }: Assessment): string {
  return [
    `${scenario.name} (${scenario.id})`,
    [explanation.page === explanation.id ? explanation.id : '', explanation.title, explanation.moment ?? ''].filter((text) => text !== '').join(' · '),
    ...section('Tallet', numberLines(explanation)),
    ...(explanation.caution === null ? [] : ['', explanation.caution]),
    ...section('Formelen', explanation.formula),
    ...section('Med tallene i', explanation.filledIn),
    ...section('Det som inngår', termLines(explanation)),
    ...explanation.tables.flatMap((table) => section(table.title, table.rows.length === 0 ? ['Ingen'] : tableLines(table))),
    ...section('Kartlag: dato, nøyaktighet og kilde', layerLines(explanation, baseline.dataset)),
    ...section('Om kartlagene', explanation.layerNotes ?? []),
    '',
    `Les om metoden: npm run -s model -- method ${explanation.page}`,
    `Metodeversjon ${evaluation.methodVersion}, datasett ${evaluation.datasetHash}`,
    '',
  ].join('\n');
}

/** An explanation as data, with what the catalogue says of its layers. */
export function explainSummary(explanation: Explanation, { scenario, evaluation, baseline }: Assessment): object {
  return {
    scenario: scenario.id,
    name: scenario.name,
    methodVersion: evaluation.methodVersion,
    datasetHash: evaluation.datasetHash,
    ...explanation,
    layers: layersOf(explanation, baseline.dataset).map(({ id, title, source, date, accuracyMetres, assumption }) => ({
      id,
      title,
      source,
      date,
      accuracyMetres,
      assumption,
    })),
  };
}
