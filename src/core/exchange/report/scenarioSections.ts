import { periodsOf } from '../../domain/programme';
import { countedMeasures, type Measure } from '../../domain/measure';
import { INDICATORS } from '../../method/indicators';
import type { BlueGreenResult } from '../../scoring/evaluation';
import { conflictText, type ExportedScenario } from '../exportedScenario';
import { CONSIDERATIONS } from '../arealdel/planCodes';
import { number, text, type ExportTable } from '../tables/exportTable';
import { MEASURE_NAMES } from '../tables/measureTable';
import { statusText } from '../tables/scoreTable';
import { columnsOf, htmlTable } from './htmlTable';
import { legend, mapSources, northArrow, scaleBar } from './mapFurniture';
import type { MapFrame } from './mapFrame';
import type { ReportedScenario } from './reportInput';
import { partBar, scoreBar } from './scoreFigure';
import { scenarioMap } from './scenarioMap';
import { decimal, escaped, share } from './text';

const TRANSIT_INK = '#1b62a5';
const GREEN_INK = '#3f7a4c';

/** A map with what a map must have: legend, scale bar, north arrow and sources. */
export function mapFigure(exported: ExportedScenario, frame: MapFrame, prefix: string): string {
  const { widthMillimetres: width, heightMillimetres: height } = frame;
  return `<figure><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Kart over ${escaped(exported.scenario.name)}" font-family="Inter Variable, Inter, system-ui, sans-serif">${scenarioMap(exported, frame, prefix)}${northArrow(width - 12, 5)}${scaleBar(frame, 6, height - 5)}</svg>${legend(exported, prefix)}<figcaption>1 : ${decimal(frame.scale, 0)} på papiret når siden skrives ut i full størrelse. EPSG:25832. Kilder: ${mapSources(exported)}</figcaption></figure>`;
}

/** The same map, small and with the towns' names only, for setting beside others. */
export function smallMap(exported: ExportedScenario, frame: MapFrame, prefix: string): string {
  const { widthMillimetres: width, heightMillimetres: height } = frame;
  return `<figure><p class="name">${escaped(exported.scenario.name)}</p><svg viewBox="0 0 ${width} ${height}" role="img" aria-label="Kart over ${escaped(exported.scenario.name)}" font-family="Inter Variable, Inter, system-ui, sans-serif">${scenarioMap(exported, frame, prefix, 'towns')}${northArrow(width - 11, 4)}${scaleBar(frame, 5, height - 3.5, 28)}</svg></figure>`;
}

/** What of the blue-green score is told, and what is not. */
function partsTold({ parts }: BlueGreenResult): string {
  const missing = parts.filter(({ score }) => score === null).map(({ id }) => id);
  const coarse = parts.filter(({ status }) => status.kind === 'coarse').map(({ id }) => id);
  return [
    ...(missing.length > 0 ? [`${missing.join(', ')} mangler datagrunnlag og er holdt utenfor.`] : []),
    ...(coarse.length > 0 ? [`${coarse.join(', ')} er regnet på grove data.`] : []),
  ].join(' ');
}

/** Both scores, large. */
export function scoresSection({ exported, ranges }: ReportedScenario): string {
  const { transit, today, blueGreen } = exported.evaluation;
  const range = (of: { readonly low: number; readonly high: number } | null | undefined): string =>
    of ? `5–95 %: ${decimal(of.low)}–${decimal(of.high)}. ` : '';
  return `<div class="scores"><div class="score"><span class="name">T · ${INDICATORS.T.name}</span><strong>${decimal(transit.score)}</strong> av 100${scoreBar({ score: transit.score, today: today.score, range: ranges?.transit ?? null, colour: TRANSIT_INK })}<p class="small">${range(ranges?.transit)}Stiplet strek: i dag, ${decimal(today.score)}. Hvor fort boligene kommer av gårde med tog og T-bane.</p></div><div class="score"><span class="name">B · ${INDICATORS.B.name}</span><strong>${decimal(blueGreen.score)}</strong> av 100${scoreBar({ score: blueGreen.score, today: null, range: ranges?.blueGreen ?? null, colour: GREEN_INK })}<p class="small">${range(ranges?.blueGreen)}Hvor godt planen sparer jord, grønt og vann. ${partsTold(blueGreen)}</p></div></div>`;
}

/** Figures that say what plan this is. */
export function factsSection({ exported: { scenario, evaluation } }: ReportedScenario): string {
  const { dwellings, persons, conflicts } = evaluation;
  const facts: readonly (readonly [string, string])[] = [
    [`Boliger ${scenario.programme.firstYear}–${scenario.programme.lastYear}`, decimal(dwellings.programme, 0)],
    ['Uplassert', decimal(dwellings.unplaced, 0)],
    ['Nye innbyggere', decimal(persons, 0)],
    ['Konflikter', decimal(conflicts.length, 0)],
    ['I småbyene', share(evaluation.shareInTowns)],
    ['Innen 500 m gange', share(evaluation.transit.share500)],
    ['Gange til stasjon', `${decimal(evaluation.transit.meanWalkMinutes)} min`],
    ['Dyrka mark tatt i bruk', `${decimal(evaluation.landAccount.rows.find(({ landClass }) => landClass === 'farmland')?.takenDaa ?? null)} daa`],
  ];
  return `<dl class="facts">${facts.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`;
}

/** The parts of the blue-green score with their own units. */
export function partsTable({ parts }: BlueGreenResult): string {
  const rows = parts.map(({ id, value, score, weight, status }) => {
    const { name, quantity } = INDICATORS[id];
    const shown = value === null ? null : quantity.unit === '%' ? value * 100 : value;
    return `<tr><th scope="row">${id} ${escaped(name)}</th><td>${partBar(score)}</td><td class="number">${decimal(score)}</td><td class="number">${decimal(shown, 2)}</td><td>${escaped(quantity.unit)}, ${escaped(quantity.name.toLocaleLowerCase('nb'))}</td><td class="number">${share(weight)}</td><td>${escaped(statusText(status))}</td></tr>`;
  });
  return `<table aria-label="Delene i blågrønt grep"><thead><tr><th scope="col">Del</th><th scope="col"></th><th scope="col" class="number">Poeng</th><th scope="col" class="number">Verdi</th><th scope="col">Enhet</th><th scope="col" class="number">Vekt</th><th scope="col">Merknad</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function measureText(measure: Measure, { dataset }: ExportedScenario): string {
  switch (measure.kind) {
    case 'stationChange': {
      const station = dataset.stations.find(({ id }) => id === measure.station)?.name ?? measure.station;
      const departures = measure.departuresPerHour === null ? '' : `, ${decimal(measure.departuresPerHour, 0)} avganger i timen`;
      return `${station}${measure.position ? ', flyttet' : ''}${departures}`;
    }
    case 'addedStation':
      return `${measure.line}, ${decimal(measure.departuresPerHour, 0)} avganger i timen fra ${measure.openingYear}`;
    case 'protection':
      return `H${measure.code} ${CONSIDERATIONS[measure.code]}`;
    case 'townOutline':
      return dataset.parameters.towns.find(({ id }) => id === measure.town)?.name ?? measure.town;
    case 'addedGreen':
      return '';
  }
}

/** What the scenario does beside building homes; nothing where it does nothing. */
export function measuresSection(exported: ExportedScenario): string {
  const { measures, projects } = exported.scenario;
  const counted = (['addedGreen', 'protection', 'addedStation', 'stationChange', 'townOutline'] as const).flatMap(
    (kind): readonly Measure[] => countedMeasures(measures, kind),
  );
  const items = counted.map((measure) => {
    const parts = [measure.name, measureText(measure, exported), measure.note].filter((part) => part !== '');
    return `<li><strong>${MEASURE_NAMES[measure.kind]}:</strong> ${escaped(parts.join('. '))}</li>`;
  });
  const switches = exported.dataset.parameters.projects.map(
    ({ id, name, openingYear }) => `<li>${escaped(name)} (${openingYear}): ${projects.get(id) === false ? 'ikke regnet med' : 'regnet med'}</li>`,
  );
  const all = [...switches, ...items];
  return all.length === 0 ? '' : `<h2>Forutsetninger og tiltak</h2><ul class="plain">${all.join('')}</ul>`;
}

function tableOf(tables: readonly ExportTable[], id: string): ExportTable {
  const table = tables.find((candidate) => candidate.id === id);
  if (!table) throw new RangeError(`No table ${id}`);
  return table;
}

const LISTED_CONFLICTS = 15;

/** Conflicts by kind, and the largest of them one by one. */
function conflictSection({ evaluation }: ExportedScenario, conflicts: ExportTable): string {
  if (conflicts.rows.length === 0) {
    return '<p>Ingen felt med boliger berører Marka, sjø, dyrka mark, vannbelter eller vern i planen.</p>';
  }
  const kinds = [...new Set(evaluation.conflicts.map(({ kind }) => kind))];
  const summary: ExportTable = {
    ...conflicts,
    columns: [text('Berører'), number('Felt', '', 0), number('Areal', 'daa'), text('Følge')],
    rows: kinds.map((kind) => {
      const found = evaluation.conflicts.filter((conflict) => conflict.kind === kind);
      return [
        conflictText([kind]),
        found.length,
        found.reduce((sum, { areaDaa }) => sum + areaDaa, 0),
        found.some(({ severity }) => severity === 'forbidden') ? 'ikke tillatt' : 'varsel',
      ];
    }),
  };
  const listed = columnsOf(conflicts, ['Navn', 'Berører', 'Areal', 'Følge']);
  const largest = { ...listed, rows: listed.rows.slice(0, LISTED_CONFLICTS) };
  const more = conflicts.rows.length - largest.rows.length;
  return `${htmlTable(summary)}<h3>${more > 0 ? `De ${LISTED_CONFLICTS} største` : 'Ett for ett'}</h3>${htmlTable(largest, false)}${more > 0 ? `<p class="small">Og ${more} til. Alle står i regnearket.</p>` : ''}`;
}

/** Towns, periods, land account and conflicts. */
export function accountSections(exported: ExportedScenario, tables: readonly ExportTable[]): string {
  const conflicts = tableOf(tables, 'konflikter');
  const drawn = columnsOf(tableOf(tables, 'utbyggingsfelt'), ['Navn', 'Småby', 'Boligtype', 'Arealformål', 'Boliger', 'Kapasitet', 'Landareal', 'Tid til avgang', 'Konflikter']);
  const drawnRows = drawn.rows.filter((row) => row[3] !== null);
  const periods = periodsOf(exported.scenario.programme).length > 1 ? `<h2>Perioder</h2>${htmlTable(tableOf(tables, 'perioder'))}` : '';
  return [
    `<h2>Småbyene</h2>${htmlTable(tableOf(tables, 'smabyer'))}`,
    periods,
    drawnRows.length > 0 ? `<h2>Tegnede felt</h2>${htmlTable({ ...drawn, rows: drawnRows }, false)}` : '',
    `<h2>Arealregnskap</h2>${htmlTable(tableOf(tables, 'arealregnskap'))}`,
    `<h2>Konflikter</h2>${conflictSection(exported, conflicts)}`,
  ].join('');
}
