import type { ReactNode } from 'react';
import { formatNumber } from '../format/numbers';
import { useMediaQuery } from '../parts/useMediaQuery';
import { COMPARE_WORDS } from '../words/compare';
import { axisBounds, axisMarks, placeLabels, type Box } from './planeLayout';
import type { RowLink } from './rowLink';
import type { ComparisonRow } from './rows';

const WIDTH = 640;
/** The plane is as high as the table below it leaves room for. */
const HEIGHT = { usual: 216, tall: 300 } as const;
const TALL = '(min-height: 960px)';
const CHARACTER_WIDTH = 6.7;
const LINE_HEIGHT = 16;

interface ScorePlaneProps {
  readonly rows: readonly ComparisonRow[];
  /** Score T of today, or null. */
  readonly today: number | null;
  readonly link: RowLink;
}

interface PlanePoint {
  readonly row: ComparisonRow;
  readonly transit: number;
  readonly blueGreen: number;
}

function values(points: readonly PlanePoint[], score: 'transit' | 'blueGreen'): readonly number[] {
  return points.flatMap((point) => {
    const range = point.row[score];
    return range ? [point[score], range.low, range.high] : [point[score]];
  });
}

/** The arms of a point's range cross, as thin boxes. */
function crossOf(
  { transit, blueGreen }: ComparisonRow,
  at: { readonly x: number; readonly y: number },
  x: (score: number) => number,
  y: (score: number) => number,
): readonly Box[] {
  return [
    ...(transit ? [{ left: x(transit.low), top: at.y - 1, width: x(transit.high) - x(transit.low), height: 2 }] : []),
    ...(blueGreen ? [{ left: at.x - 1, top: y(blueGreen.high), width: 2, height: y(blueGreen.low) - y(blueGreen.high) }] : []),
  ];
}

/** Every scenario on the plane that the two scores span, with the cross of its ranges. A point opens its scenario. */
export function ScorePlane({ rows, today, link }: ScorePlaneProps): ReactNode {
  const points = rows.flatMap((row): readonly PlanePoint[] => {
    const { transit, blueGreen } = row.evaluation;
    return transit.score === null || blueGreen.score === null ? [] : [{ row, transit: transit.score, blueGreen: blueGreen.score }];
  });
  const height = useMediaQuery(TALL) ? HEIGHT.tall : HEIGHT.usual;
  const frame: Box = { left: 44, top: 10, width: WIDTH - 58, height: height - 52 };
  // Labels may reach above the plane, where the best scores lie.
  const labelRoom: Box = { ...frame, top: 0, height: frame.height + frame.top };
  const across = axisBounds([...values(points, 'transit'), ...(today === null ? [] : [today])]);
  const up = axisBounds(values(points, 'blueGreen'));
  const bottom = frame.top + frame.height;
  const right = frame.left + frame.width;
  const x = (score: number): number => frame.left + ((score - across[0]) / (across[1] - across[0])) * frame.width;
  const y = (score: number): number => bottom - ((score - up[0]) / (up[1] - up[0])) * frame.height;
  // The open one last, so that it lies on top.
  const ordered = points.toSorted((one, other) => Number(one.row.isOpen) - Number(other.row.isOpen));
  const places = ordered.map(({ row, transit, blueGreen }) => ({ x: x(transit), y: y(blueGreen), text: row.scenario.name }));
  const crosses = ordered.flatMap(({ row }, index) => {
    const place = places[index];
    return place ? crossOf(row, place, x, y) : [];
  });
  const labels = placeLabels(places, crosses, labelRoom, CHARACTER_WIDTH, LINE_HEIGHT);

  const drawing = (
    <svg className="plane" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      {axisMarks(across).map((mark) => (
        <g key={mark} className="plane-mark">
          <line x1={x(mark)} x2={x(mark)} y1={frame.top} y2={bottom} />
          <text x={x(mark)} y={bottom + 17} textAnchor="middle">
            {formatNumber(mark)}
          </text>
        </g>
      ))}
      {axisMarks(up).map((mark) => (
        <g key={mark} className="plane-mark">
          <line x1={frame.left} x2={right} y1={y(mark)} y2={y(mark)} />
          <text x={frame.left - 7} y={y(mark) + 4} textAnchor="end">
            {formatNumber(mark)}
          </text>
        </g>
      ))}
      <text className="plane-axis" x={right} y={height - 6} textAnchor="end">
        {COMPARE_WORDS.transit}
      </text>
      <text className="plane-axis" x={12} y={frame.top} textAnchor="end" transform={`rotate(-90 12 ${frame.top})`}>
        {COMPARE_WORDS.blueGreen}
      </text>
      {today === null ? null : (
        <g className="plane-today">
          <line x1={x(today)} x2={x(today)} y1={frame.top} y2={bottom} />
          <text x={x(today) + 5} y={bottom - 7}>
            {COMPARE_WORDS.today}
          </text>
        </g>
      )}
      {ordered.map(({ row }, index) => {
        const place = places[index];
        const label = labels[index];
        if (!place || !label) return null;
        const { scenario, isOpen, obstacle } = row;
        return (
          <g key={scenario.id} className={`plane-point${isOpen ? ' is-open' : ''}${obstacle === null || obstacle === 'today' ? '' : ' is-unranked'}${link.hovered === scenario.id ? ' is-hovered' : ''}`}>
            {row.transit ? <line className="plane-range" x1={x(row.transit.low)} x2={x(row.transit.high)} y1={place.y} y2={place.y} /> : null}
            {row.blueGreen ? <line className="plane-range" x1={place.x} x2={place.x} y1={y(row.blueGreen.low)} y2={y(row.blueGreen.high)} /> : null}
            {label.leaderTo ? <line className="plane-leader" x1={place.x} y1={place.y} x2={label.leaderTo.x} y2={label.leaderTo.y} /> : null}
            <circle cx={place.x} cy={place.y} r={isOpen ? 7 : 5.5} />
            <text x={label.box.left + label.box.width / 2} y={label.box.top + 12} textAnchor="middle">
              {scenario.name}
            </text>
          </g>
        );
      })}
    </svg>
  );

  return (
    <figure className="plane-figure" aria-label={COMPARE_WORDS.plane}>
      {drawing}
      {ordered.map(({ row: { scenario, isOpen }, transit, blueGreen }) => (
        <button
          key={scenario.id}
          type="button"
          className="plane-button"
          style={{ left: `${(x(transit) / WIDTH) * 100}%`, top: `${(y(blueGreen) / height) * 100}%` }}
          title={scenario.name}
          aria-label={COMPARE_WORDS.point(scenario.name, formatNumber(transit, 1), formatNumber(blueGreen, 1))}
          aria-current={isOpen}
          onPointerEnter={() => link.onHover(scenario.id)}
          onPointerLeave={() => link.onHover(null)}
          onFocus={() => link.onHover(scenario.id)}
          onBlur={() => link.onHover(null)}
          onClick={() => {
            if (!isOpen) link.onOpen(scenario.id);
          }}
        />
      ))}
    </figure>
  );
}
