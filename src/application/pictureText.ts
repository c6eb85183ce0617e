import { formatNumber, formatYears } from '../interface/format/numbers';
import type { Stores } from '../state/hooks';
import type { MeasuredSide } from '../state/differenceStore';
import { FILE_WORDS } from './words';

/** What stands over a picture of the map. */
export interface PictureText {
  readonly title: string;
  readonly subtitle: string;
}

function sideText(side: MeasuredSide): { readonly name: string; readonly scores: string } {
  if (side.kind === 'today') return { name: FILE_WORDS.today, scores: '' };
  const { transit, blueGreen } = side.evaluation;
  return { name: side.scenario.name, scores: FILE_WORDS.scores(formatNumber(transit.score, 1), formatNumber(blueGreen.score, 1)) };
}

/** Over what the map shows: the open scenario, or the two that are compared. */
export function pictureText({ model, difference }: Pick<Stores, 'model' | 'difference'>): PictureText {
  const { view, pair, year } = difference.getState();
  if (view !== null && pair) {
    const [first, second] = [sideText(pair.first), sideText(pair.second)];
    const sides = [['B', second], ['A', first]] as const;
    return {
      title: view === 'difference' ? FILE_WORDS.minus(second.name, first.name) : second.name,
      subtitle: [
        ...(year === null ? [] : [FILE_WORDS.until(year)]),
        ...sides.flatMap(([letter, { scores }]) => (scores === '' ? [] : [`${letter}: ${scores}`])),
      ].join(' · '),
    };
  }
  const { tracked, evaluated } = model.getState();
  const { scenario } = tracked;
  const { transit, blueGreen } = evaluated?.evaluation ?? {};
  return {
    title: scenario.name,
    subtitle: `${formatYears(scenario.programme)} · ${FILE_WORDS.scores(formatNumber(transit?.score ?? null, 1), formatNumber(blueGreen?.score ?? null, 1))}`,
  };
}
