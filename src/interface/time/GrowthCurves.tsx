import type { ReactNode } from 'react';
import type { Evaluation } from '../../core/scoring/evaluation';
import { useModel } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { TIME_WORDS } from '../words/time';
import { apart, axisEnd, growthLines } from './growthLines';

const WIDTH = 520;
const HEIGHT = 150;
const MARGIN = { top: 8, right: 150, bottom: 20, left: 44 } as const;
const LABEL_GAP = 13;

interface GrowthCurvesProps {
  readonly evaluation: Evaluation;
  /** Periods that are shown on the map. */
  readonly shown: number;
}

/** Dwellings placed in every town over the years, as one small drawing. */
export function GrowthCurves({ evaluation, shown }: GrowthCurvesProps): ReactNode {
  const towns = useModel((model) => model.dataset.parameters.towns);
  const lines = growthLines(evaluation).filter(({ placed }) => (placed.at(-1) ?? 0) > 0);
  const { periods } = evaluation;
  const top = axisEnd(Math.max(0, ...lines.flatMap(({ placed }) => placed)));
  const x = (period: number): number => MARGIN.left + ((WIDTH - MARGIN.left - MARGIN.right) * period) / periods.length;
  const y = (dwellings: number): number => HEIGHT - MARGIN.bottom - ((HEIGHT - MARGIN.top - MARGIN.bottom) * dwellings) / top;
  const labels = apart(lines.map(({ placed }) => y(placed.at(-1) ?? 0)), LABEL_GAP, HEIGHT - MARGIN.bottom);
  const nameOf = new Map(towns.map(({ id, name }) => [id, name]));
  return (
    <figure className="time-curves">
      <figcaption className="small quiet">{TIME_WORDS.curvesTitle}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {[0, top / 2, top].map((tick) => (
          <g key={tick} className="time-axis">
            <line x1={MARGIN.left} x2={WIDTH - MARGIN.right} y1={y(tick)} y2={y(tick)} />
            <text x={MARGIN.left - 6} y={y(tick) + 4} textAnchor="end">
              {formatNumber(tick)}
            </text>
          </g>
        ))}
        {periods.map(({ period }, index) => (
          <text key={period.lastYear} className="time-year" x={x(index + 1)} y={HEIGHT - 5} textAnchor="middle">
            {period.lastYear}
          </text>
        ))}
        <line className="time-now" x1={x(shown)} x2={x(shown)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
        {lines.map(({ town, placed }, index) => (
          <g key={town ?? 'outside'} className={town === null ? 'time-line is-outside' : 'time-line'}>
            <polyline points={placed.map((dwellings, period) => `${x(period)},${y(dwellings)}`).join(' ')} />
            <circle cx={x(shown)} cy={y(placed[shown] ?? 0)} r={3} />
            <text x={WIDTH - MARGIN.right + 8} y={(labels[index] ?? 0) + 4}>
              {town === null ? TIME_WORDS.outside : (nameOf.get(town) ?? town)} {formatNumber(placed[shown] ?? 0)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
