import type { ScoreRange } from '../../scoring/uncertainty/uncertainty';
import { coordinate, decimal } from './text';

interface ScoreFigure {
  readonly score: number | null;
  readonly today: number | null;
  readonly range: ScoreRange | null;
  readonly colour: string;
}

/** A score as a bar from 0 to 100 with today's tick and the 5–95 % whisker, 100 × 9 units wide. */
export function scoreBar({ score, today, range, colour }: ScoreFigure): string {
  const bar = score === null ? '' : `<rect y="2" width="${coordinate(score)}" height="4" fill="${colour}"/>`;
  const whisker = range
    ? `<path d="M${coordinate(range.low)} 4H${coordinate(range.high)}M${coordinate(range.low)} 2.6V5.4M${coordinate(range.high)} 2.6V5.4" stroke="#1a1022" stroke-width="0.5" fill="none"/>`
    : '';
  const tick = today === null ? '' : `<path d="M${coordinate(today)} 0.8V7.2" stroke="#2b2a33" stroke-width="0.7" stroke-dasharray="1 0.6"/>`;
  const told = [
    score === null ? 'ingen poeng' : `${decimal(score)} poeng`,
    range ? `5–95 % ${decimal(range.low)}–${decimal(range.high)}` : '',
    today === null ? '' : `i dag ${decimal(today)}`,
  ].filter((part) => part !== '');
  return `<svg class="bar" viewBox="-1 0 102 8" role="img" aria-label="${told.join(', ')}"><rect y="2" width="100" height="4" fill="#ece8f0"/>${bar}${whisker}${tick}</svg>`;
}

/** A part's score as a short bar. */
export function partBar(score: number | null): string {
  return score === null
    ? '<svg class="part" viewBox="0 0 100 6" aria-hidden="true"><rect y="1" width="100" height="4" fill="none" stroke="#b9b3c2" stroke-width="0.6" stroke-dasharray="2 1.4"/></svg>'
    : `<svg class="part" viewBox="0 0 100 6" aria-hidden="true"><rect y="1" width="100" height="4" fill="#ece8f0"/><rect y="1" width="${coordinate(score)}" height="4" fill="#3f7a4c"/></svg>`;
}
