import { figureWithUnit, STANDING_WORDS } from '../../method/figure';
import { INDICATORS } from '../../method/indicators';
import { methodPage } from '../../method/pages';
import { TYPOLOGIES } from '../../method/parameters';
import { PART_IDS } from '../../scoring/evaluation';
import type { ExportedScenario } from '../exportedScenario';
import type { ExportTable } from '../tables/exportTable';
import { columnsOf, htmlTable } from './htmlTable';
import type { ReportInput } from './reportInput';
import { decimal, escaped } from './text';

function formulas(ids: readonly (keyof typeof INDICATORS)[]): string {
  return ids
    .map((id) => {
      const { name, formula } = INDICATORS[id];
      return `<h3>${id} · ${escaped(name)}</h3>${formula.map((line) => `<p class="formula">${escaped(line)}</p>`).join('')}`;
    })
    .join('');
}

/** Figures of the rules that every number rests on, with how each is known. */
function ruleFigures({ dataset }: ExportedScenario): string {
  const figures = (['T', 'gangavstand', 'boligprogram', 'konflikter'] as const).flatMap((id) =>
    methodPage(id, dataset.parameters).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : [])),
    ),
  );
  const unlike = figures.filter((figure, index) => figures.findIndex(({ name }) => name === figure.name) === index);
  const rows = unlike.map(
    (figure, index) =>
      `<tr><th scope="row">${escaped(figure.name)}</th><td>${escaped(figureWithUnit(figure))}</td><td>${escaped(STANDING_WORDS[figure.standing])}</td><td>${figure.source === unlike[index - 1]?.source ? 'samme' : escaped(figure.source)}</td></tr>`,
  );
  return `<table aria-label="Tall i metoden"><thead><tr><th scope="col">Tall</th><th scope="col">Verdi</th><th scope="col">Sikkerhet</th><th scope="col">Kilde</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function typologies(): string {
  const rows = Object.values(TYPOLOGIES).map(
    ({ id, dwellingsPerDaa, personsPerDwelling, arealformål }) =>
      `<tr><th scope="row">${escaped(id)}</th><td class="number">${decimal(dwellingsPerDaa)}</td><td class="number">${decimal(personsPerDwelling)}</td><td>${arealformål}</td></tr>`,
  );
  return `<table aria-label="Boligtyper"><thead><tr><th scope="col">Boligtype (antakelse)</th><th scope="col" class="number">Boliger per daa</th><th scope="col" class="number">Personer per bolig</th><th scope="col">Arealformål</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** How the numbers are made, and what is assumed. */
export function methodSection(exported: ExportedScenario, { draws }: ReportInput): string {
  const { evaluation, dataset, walkingNetwork } = exported;
  const rules = [
    'To skårer, aldri én. Høyere er bedre. Er forskjellen på to planer mindre enn usikkerheten, står det «skiller ikke».',
    walkingNetwork === null
      ? 'Gange er luftlinje ganger en omveisfaktor. Bare tog og T-bane er regnet med; kollektivnærheten er derfor lavt regnet.'
      : `Gange følger «${walkingNetwork.name}» (${walkingNetwork.hash}). Bare tog og T-bane er regnet med; kollektivnærheten er derfor lavt regnet.`,
    'Mangler et kartlag, er delen holdt utenfor. Den blir aldri til null.',
    dataset.parameters.defaultAreas.source,
    dataset.parameters.usualProgramme.source,
    `Dyrka mark: 0 poeng ved ${decimal(dataset.parameters.farmlandLossDaaPerYear.value)} daa i året. ${dataset.parameters.farmlandLossDaaPerYear.source}`,
    `Vannbelter: ${dataset.parameters.waterBelts.source}`,
    ...(draws ? [`Usikkerheten er 5–95 % av ${decimal(draws.draws, 0)} trekninger (${draws.generator}, frø ${draws.seed}).`] : []),
    ...evaluation.notes,
    'Hele metoden, med alle tall og kilder, står under «Metode» i Småbymodellen og i «npm run -s model -- method alt».',
  ];
  return `<section class="page"><h2>Metode og antakelser</h2><ul class="plain">${rules.map((rule) => `<li>${escaped(rule)}</li>`).join('')}</ul>${typologies()}${ruleFigures(exported)}<h2>Formler</h2>${formulas(['T', 'T1', 'T2', 'T3', 'B', ...PART_IDS])}</section>`;
}

/** Every layer with its source, date, licence and accuracy. */
export function sourcesSection(sources: ExportTable): string {
  return `<h2>Kilder</h2>${htmlTable(columnsOf(sources, ['Kartlag', 'Kilde', 'Dato', 'Lisens', 'Nøyaktighet', 'Merknad']), false)}`;
}
