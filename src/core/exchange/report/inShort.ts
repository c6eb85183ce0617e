import { conflictText, type ExportedScenario } from '../exportedScenario';
import { INK } from './ink';
import type { ReportedScenario } from './reportInput';
import { coordinate, decimal, escaped, share } from './text';

/** From here on a number of square metres is told, daa. */
const LEAST_DAA = 0.05;

interface TownHomes {
  readonly name: string;
  readonly placed: number;
  readonly capacity: number | null;
}

function homesByTown({ evaluation, dataset }: ExportedScenario): readonly TownHomes[] {
  const name = (id: string): string => dataset.parameters.towns.find((town) => town.id === id)?.name ?? id;
  const { outside } = evaluation;
  return [
    ...evaluation.towns.map(({ town, placed, capacity }) => ({ name: name(town), placed, capacity })),
    { name: 'Utenfor småbyene', placed: outside.inAreas + outside.spread, capacity: null },
  ];
}

function placing(exported: ExportedScenario): string {
  const { dwellings, shareInTowns } = exported.evaluation;
  const largest = homesByTown(exported)
    .filter(({ placed, capacity }) => capacity !== null && placed >= 0.5)
    .toSorted((one, other) => other.placed - one.placed)
    .slice(0, 2)
    .map(({ name, placed }) => `${name} (${decimal(placed, 0)})`);
  const all = Math.round(dwellings.unplaced) > 0 ? `${decimal(dwellings.placed, 0)} av ${decimal(dwellings.programme, 0)} boliger har fått plass` : `Alle ${decimal(dwellings.programme, 0)} boliger har fått plass`;
  return `${all}, ${share(shareInTowns)} av dem i småbyene.${largest.length > 0 ? ` Mest i ${largest.join(' og ')}.` : ''}`;
}

function travel({ evaluation: { transit, today } }: ExportedScenario): string {
  const now = today.score === null ? '' : `, mot ${decimal(today.score)} for dem som bor her i dag`;
  return `Kollektivnærheten er ${decimal(transit.score)}${now}. ${share(transit.share500)} av boligene får under 500 m å gå til en stasjon.`;
}

function ground({ evaluation }: ExportedScenario): string {
  const taken = (landClass: 'farmland' | 'green'): number =>
    evaluation.landAccount.rows.find((row) => row.landClass === landClass)?.takenDaa ?? 0;
  const [farmland, green] = [taken('farmland'), taken('green')];
  const told = [
    ...(farmland >= LEAST_DAA ? [`${decimal(farmland)} daa dyrka mark`] : []),
    ...(green >= LEAST_DAA ? [`${decimal(green)} daa annet grønt`] : []),
  ];
  return told.length === 0 ? 'Planen tar verken dyrka mark eller annet grønt i bruk, så langt dataene rekker.' : `Planen tar ${told.join(' og ')} i bruk.`;
}

function meets({ evaluation: { conflicts, permitted } }: ExportedScenario): string {
  if (conflicts.length === 0) return 'Ingen felt berører noe som skal spares.';
  const kinds = [...new Set(conflicts.map(({ kind }) => kind))]
    .map((kind) => [kind, conflicts.filter((conflict) => conflict.kind === kind).length] as const)
    .toSorted(([, one], [, other]) => other - one)
    .map(([kind, count]) => `${conflictText([kind])} (${count})`);
  return `${conflicts.length} steder berører et felt noe som skal spares: ${kinds.join(', ')}.${permitted ? '' : ' Planen er ikke tillatt slik den er.'}`;
}

function unsure({ ranges, exported: { evaluation } }: ReportedScenario): readonly string[] {
  const missing = evaluation.blueGreen.parts.filter(({ status }) => status.kind === 'missing').map(({ id }) => id);
  const coarse = evaluation.blueGreen.parts.filter(({ status }) => status.kind === 'coarse').length;
  const range = ranges?.blueGreen;
  return [
    ...(coarse > 0 && range
      ? [`Blågrønt grep hviler på grove data: ${decimal(range.low)}–${decimal(range.high)} i 90 % av trekningene. Bruk tallet til å velge mellom planer, ikke til å avgjøre enkeltfelt.`]
      : []),
    ...(missing.length > 0 ? [`${missing.join(' og ')} mangler datagrunnlag og er holdt utenfor.`] : []),
  ];
}

/** What the plan comes to, in sentences. */
export function inShort(reported: ReportedScenario): string {
  const { exported } = reported;
  const sentences = [placing(exported), travel(exported), ground(exported), meets(exported), ...unsure(reported)];
  return `<h2>Kort sagt</h2><ul class="plain short">${sentences.map((sentence) => `<li>${escaped(sentence)}</li>`).join('')}</ul>`;
}

const ROW = 6.4;
const LEFT = 34;
const WIDE = 182;
/** Room at the right for the number. */
const NUMBER = 22;

/** Where the homes come, as bars of homes placed with the outline of what there is room for. */
export function townBars({ exported }: ReportedScenario): string {
  const towns = homesByTown(exported).filter(({ placed, capacity }) => placed >= 0.5 || (capacity ?? 0) >= 0.5);
  const most = Math.max(1, ...towns.flatMap(({ placed, capacity }) => [placed, capacity ?? 0]));
  const long = (homes: number): number => ((WIDE - LEFT - NUMBER) * homes) / most;
  const rows = towns.map(({ name, placed, capacity }, index) => {
    const y = index * ROW;
    const room = capacity === null ? '' : `<rect x="${LEFT}" y="${coordinate(y + 1)}" width="${coordinate(long(capacity))}" height="4" fill="none" stroke="${INK.town}" stroke-opacity="0.5" stroke-width="0.25"/>`;
    const end = LEFT + long(Math.max(placed, capacity ?? 0)) + 1.5;
    const told = capacity === null ? decimal(placed, 0) : `${decimal(placed, 0)} av ${decimal(capacity, 0)}`;
    return `<text x="${LEFT - 2}" y="${coordinate(y + 4)}" text-anchor="end" font-size="2.9" fill="${INK.text}">${escaped(name)}</text><rect x="${LEFT}" y="${coordinate(y + 1)}" width="${coordinate(long(placed))}" height="4" fill="#a83a93"/>${room}<text x="${coordinate(end)}" y="${coordinate(y + 4)}" font-size="2.7" fill="${INK.textMuted}">${told}</text>`;
  });
  const label = towns.map(({ name, placed }) => `${name} ${decimal(placed, 0)}`).join(', ');
  return `<section class="kept"><h2>Hvor boligene kommer</h2><figure><svg viewBox="0 0 ${WIDE} ${coordinate(towns.length * ROW)}" role="img" aria-label="${escaped(label)}" font-family="Inter Variable, Inter, system-ui, sans-serif">${rows.join('')}</svg><figcaption>Fylt: plasserte boliger. Omriss: hva feltene har plass til med valgt boligtype (antakelse).</figcaption></figure></section>`;
}
