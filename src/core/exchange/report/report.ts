import { proofOf, type Proof } from '../proof';
import { roundedNumbers } from '../roundedNumbers';
import { scenarioTables } from '../tables/scenarioTables';
import { assumptionsCompared, conflictsCompared, landCompared, townsCompared } from './comparedProgrammes';
import { comparedMaps, comparisonTable, differences, verdicts } from './comparisonSections';
import { methodSection, sourcesSection } from './commonSections';
import { inShort, townBars } from './inShort';
import type { ExportedScenario } from '../exportedScenario';
import { mapFrame, type MapFrame } from './mapFrame';
import { rasterPlaces } from './mapRaster';
import { legend, mapSources } from './mapFurniture';
import type { ReportedScenario, ReportInput } from './reportInput';
import { PAPERS, reportStyle } from './reportStyle';
import { accountSections, factsSection, mapFigure, measuresSection, partsTable, scoresSection } from './scenarioSections';
import { seenGround } from './scenarioMap';
import { scorePlane } from './scorePlane';
import { decimal, escaped } from './text';

export const REPORT_FORMAT = 'smabymodellen-rapport';

/** What a report carries so that it can be scored, and written, again. */
export interface ReportProof extends Omit<ReportInput, 'scenarios'>, Pick<ExportedScenario, 'rasters'> {
  readonly format: typeof REPORT_FORMAT;
  readonly scenarios: readonly (Proof & { readonly ranges: ReportedScenario['ranges'] })[];
}

/** Millimetres between maps, and for the name over each. */
const MAP_GAP = 5;
const MAP_NAME = 8;

/** Size of each of so many maps that stand on a page, so many in a row. */
function frameSize(paper: ReportInput['paper'], maps: number, abreast: number): readonly [width: number, height: number] {
  const { width, height, margin } = PAPERS[paper];
  const wide = (width - 2 * margin - (abreast - 1) * MAP_GAP) / abreast;
  // The legend and the sources have the rest of the page.
  const high = (height - 2 * margin) * 0.7;
  const rows = Math.ceil(maps / abreast);
  return [wide, maps === 1 ? high : Math.min(wide * 1.35, Math.max(wide * 0.9, high / rows - MAP_NAME))];
}

function heading(input: ReportInput): string {
  const [first] = input.scenarios;
  const names = input.scenarios.map(({ exported }) => exported.scenario.name);
  const place = first?.exported.dataset.parameters.municipality;
  const isOne = input.scenarios.length === 1;
  const programme = first?.exported.scenario.programme;
  const lead =
    isOne && programme
      ? `${decimal(programme.dwellingsPerYear, 0)} boliger i året, ${programme.firstYear}–${programme.lastYear}`
      : names.join(' · ');
  const day = input.date === null ? '' : ` · ${input.date}`;
  const note = isOne && first?.exported.scenario.note ? `<p>${escaped(first.exported.scenario.note)}</p>` : '';
  const forbidden = input.scenarios
    .filter(({ exported }) => !exported.evaluation.permitted)
    .map(({ exported }) => exported.scenario.name);
  const warning =
    forbidden.length > 0
      ? `<p class="warning">Ikke tillatt: ${escaped(forbidden.join(', '))} har felt med boliger i Marka eller i sjøen, og rangeres ikke.</p>`
      : '';
  return `<header><p class="kicker">${escaped(`${place?.name ?? ''} · Småbymodellen${day}`)}</p><h1>${escaped(isOne ? (names[0] ?? '') : 'Sammenligning av scenarioer')}</h1><p class="lead">${escaped(lead)}</p>${note}<p class="draft">Arbeidsutkast. Ikke en vedtatt plan. Standardfelt i småbyene er en antakelse om ombygging og er ikke hentet fra noen plan.</p>${warning}</header>`;
}

/** Places for rasters, in a drawing that takes no room: the maps take them from there. */
function rasterPlacesApart({ exported: { rasters = [] } }: ReportedScenario, frame: MapFrame): string {
  return rasters.length === 0 ? '' : `<svg width="0" height="0" style="position:absolute" aria-hidden="true">${rasterPlaces(rasters, frame)}</svg>`;
}

function oneScenario(input: ReportInput, reported: ReportedScenario): string {
  const { exported } = reported;
  const frame = mapFrame(seenGround(exported), ...frameSize(input.paper, 1, 1));
  const tables = scenarioTables(exported);
  return [
    scoresSection(reported),
    factsSection(reported),
    inShort(reported),
    townBars(reported),
    `<section class="page"><h2>Kart</h2>${rasterPlacesApart(reported, frame)}${mapFigure(exported, frame, 'kart')}</section>`,
    `<section class="page"><h2>Blågrønt grep, del for del</h2>${partsTable(exported.evaluation.blueGreen)}${measuresSection(exported)}${accountSections(exported, tables)}</section>`,
    methodSection(exported, input),
    ...tables.filter(({ id }) => id === 'kilder').map(sourcesSection),
  ].join('');
}

function severalScenarios(input: ReportInput, first: ReportedScenario): string {
  const { scenarios, paper } = input;
  // Six maps and the legend are to stand on one page.
  const abreast = scenarios.length > 4 ? 3 : 2;
  const frame = mapFrame(scenarios.flatMap(({ exported }) => seenGround(exported)), ...frameSize(paper, scenarios.length, abreast));
  const tables = scenarioTables(first.exported);
  return [
    scorePlane(scenarios),
    verdicts(input),
    townsCompared(scenarios),
    `<section><h2>Tallene side om side</h2>${comparisonTable(scenarios)}</section>`,
    differences(input),
    `<section class="page"><h2>Planene i samme utsnitt</h2>${rasterPlacesApart(first, frame)}${comparedMaps(scenarios, frame, abreast)}${legend(first.exported, 'm0')}<p class="small sources">1 : ${decimal(frame.scale, 0)} på papiret når siden skrives ut i full størrelse. EPSG:25832. Kilder: ${mapSources(first.exported)}</p></section>`,
    `<div class="page">${landCompared(scenarios)}${conflictsCompared(scenarios)}${assumptionsCompared(scenarios)}</div>`,
    methodSection(first.exported, input),
    ...tables.filter(({ id }) => id === 'kilder').map(sourcesSection),
  ].join('');
}

function reportProof({ scenarios, draws, paper, date }: ReportInput): ReportProof {
  const rasters = scenarios[0]?.exported.rasters ?? [];
  return {
    format: REPORT_FORMAT,
    paper,
    date,
    draws: roundedNumbers(draws),
    scenarios: scenarios.map(({ exported, ranges }) => ({ ...proofOf(exported), ranges: roundedNumbers(ranges) })),
    ...(rasters.length > 0 ? { rasters } : {}),
  };
}

/**
 * A report as one HTML file that needs nothing else and runs nothing: map, scores, account, conflicts, method and
 * sources, laid out for paper. The same input gives the same bytes.
 *
 * @throws RangeError without scenarios
 */
export function reportHtml(input: ReportInput): string {
  const [first, second] = input.scenarios;
  if (!first) throw new RangeError('A report is of at least one scenario');
  const { evaluation } = first.exported;
  const title = second ? 'Sammenligning av scenarioer' : first.exported.scenario.name;
  return `<!DOCTYPE html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${first.exported.rasters?.length ? '; img-src data:' : ''}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} – Småbymodellen</title>
<style>${reportStyle(input.paper)}</style>
</head>
<body>
${heading(input)}
${second ? severalScenarios(input, first) : oneScenario(input, first)}
<footer>Småbymodellen, metodeversjon ${evaluation.methodVersion}, datasett ${escaped(evaluation.datasetHash)}. Filen bærer scenarioene den er laget av: «npm run -s model -- verify FIL» regner dem etter.</footer>
<template id="smabymodellen">${escaped(JSON.stringify(reportProof(input)))}</template>
</body>
</html>
`;
}
