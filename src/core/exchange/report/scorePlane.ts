import { INK } from './ink';
import { labelsSvg, type Label } from './labels';
import type { ReportedScenario } from './reportInput';
import { coordinate, decimal, escaped } from './text';

const WIDE = 104;
const HIGH = 84;
const LEFT = 14;
const BOTTOM = 72;
const RIGHT = 101;
const TOP = 4;

/** A part of the scale from 0 to 100 that everything shown lies within, in whole tens. */
type Span = readonly [from: number, to: number];

const LEAST_SPAN = 20;

function spanOf(values: readonly number[]): Span {
  const from = Math.max(0, Math.floor(Math.min(100, ...values) / 10) * 10);
  const to = Math.min(100, Math.ceil(Math.max(0, ...values) / 10) * 10);
  return to - from >= LEAST_SPAN ? [from, to] : [Math.max(0, Math.min(from, to - LEAST_SPAN)), Math.min(100, Math.max(to, from + LEAST_SPAN))];
}

interface Plane {
  readonly x: (score: number) => number;
  readonly y: (score: number) => number;
}

function planeOf([left, right]: Span, [bottom, top]: Span): Plane {
  return {
    x: (score) => LEFT + ((RIGHT - LEFT) * (score - left)) / (right - left),
    y: (score) => BOTTOM - ((BOTTOM - TOP) * (score - bottom)) / (top - bottom),
  };
}

function steps([from, to]: Span): readonly number[] {
  const step = to - from > 50 ? 20 : 10;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

function grid({ x, y }: Plane, across: Span, along: Span): string {
  const lines = [
    ...steps(across).map(
      (step) =>
        `<path d="M${coordinate(x(step))} ${TOP}V${BOTTOM}" stroke="#e2dde7" stroke-width="0.2"/><text x="${coordinate(x(step))}" y="${BOTTOM + 4}" text-anchor="middle" font-size="2.8" fill="${INK.textMuted}">${step}</text>`,
    ),
    ...steps(along).map(
      (step) =>
        `<path d="M${LEFT} ${coordinate(y(step))}H${RIGHT}" stroke="#e2dde7" stroke-width="0.2"/><text x="${LEFT - 2}" y="${coordinate(y(step) + 1)}" text-anchor="end" font-size="2.8" fill="${INK.textMuted}">${step}</text>`,
    ),
  ];
  return `${lines.join('')}<rect x="${LEFT}" y="${TOP}" width="${RIGHT - LEFT}" height="${BOTTOM - TOP}" fill="none" stroke="#8b7d86" stroke-width="0.25"/>`;
}

interface PlacedScenario {
  readonly name: string;
  readonly transit: number;
  readonly blueGreen: number;
  readonly ranges: ReportedScenario['ranges'];
}

/** The names behind the numbers, with both scores. */
function list(placed: readonly PlacedScenario[]): string {
  const range = (of: { readonly low: number; readonly high: number } | null | undefined): string =>
    of ? `<br><span class="small">${decimal(of.low)}–${decimal(of.high)}</span>` : '';
  const rows = placed.map(
    ({ name, transit, blueGreen, ranges }, index) =>
      `<tr><th scope="row">${index + 1} ${escaped(name)}</th><td class="number"><strong>${decimal(transit)}</strong>${range(ranges?.transit)}</td><td class="number"><strong>${decimal(blueGreen)}</strong>${range(ranges?.blueGreen)}</td></tr>`,
  );
  return `<table aria-label="Skårene"><thead><tr><th scope="col">Scenario</th><th scope="col" class="number">T</th><th scope="col" class="number">B</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** The scenarios on the plane of the two scores, with 5–95 % as a cross and today's transit as a dashed line. */
export function scorePlane(scenarios: readonly ReportedScenario[]): string {
  const placed = scenarios.flatMap(({ exported, ranges }) => {
    const { transit, blueGreen } = exported.evaluation;
    if (transit.score === null || blueGreen.score === null) return [];
    return [{ name: exported.scenario.name, transit: transit.score, blueGreen: blueGreen.score, ranges }];
  });
  const today = scenarios[0]?.exported.evaluation.today.score ?? null;
  const ends = (of: 'transit' | 'blueGreen'): readonly number[] =>
    placed.flatMap((scenario) => {
      const range = scenario.ranges?.[of];
      return [scenario[of], ...(range ? [range.low, range.high] : [])];
    });
  const [across, along] = [spanOf([...ends('transit'), ...(today === null ? [] : [today])]), spanOf(ends('blueGreen'))];
  const plane = planeOf(across, along);
  const { x, y } = plane;
  const crosses = placed.map(({ transit, blueGreen, ranges }) => {
    const [wide, high] = [ranges?.transit, ranges?.blueGreen];
    const horizontal = wide ? `M${coordinate(x(wide.low))} ${coordinate(y(blueGreen))}H${coordinate(x(wide.high))}` : '';
    const vertical = high ? `M${coordinate(x(transit))} ${coordinate(y(high.low))}V${coordinate(y(high.high))}` : '';
    return `<path d="${horizontal}${vertical}" stroke="${INK.town}" stroke-opacity="0.45" stroke-width="0.5"/>`;
  });
  const points = placed.map(
    ({ transit, blueGreen }) =>
      `<circle cx="${coordinate(x(transit))}" cy="${coordinate(y(blueGreen))}" r="1.3" fill="${INK.town}" stroke="#ffffff" stroke-width="0.3"/>`,
  );
  const labels = placed.map(({ transit, blueGreen }, index): Label => ({
    text: String(index + 1),
    x: x(transit),
    y: y(blueGreen),
    clear: 1.8,
    place: 'beside',
    size: 3.4,
    weight: 600,
    colour: INK.text,
  }));
  const line =
    today === null
      ? ''
      : `<path d="M${coordinate(x(today))} ${TOP}V${BOTTOM}" stroke="${INK.text}" stroke-width="0.35" stroke-dasharray="1.2 0.9"/><text x="${coordinate(x(today) + 1)}" y="${BOTTOM - 1.5}" font-size="2.8" fill="${INK.text}">i dag ${decimal(today)}</text>`;
  const told = placed.map(({ name, transit, blueGreen }) => `${name}: kollektivnærhet ${decimal(transit)}, blågrønt grep ${decimal(blueGreen)}`);
  return `<figure class="plane"><svg viewBox="0 0 ${WIDE} ${HIGH}" role="img" aria-label="${escaped(told.join('. '))}" font-family="Inter Variable, Inter, system-ui, sans-serif">${grid(plane, across, along)}${line}${crosses.join('')}${points.join('')}${labelsSvg(labels, WIDE, HIGH, '#ffffff')}<text x="${RIGHT}" y="${HIGH - 2.4}" text-anchor="end" font-size="3" font-weight="600" fill="${INK.text}">Kollektivnærhet (T), poeng</text><text transform="translate(4 ${TOP}) rotate(-90)" text-anchor="end" font-size="3" font-weight="600" fill="${INK.text}">Blågrønt grep (B), poeng</text></svg>${list(placed)}<figcaption>Strekene er 5–95 % av trekningene. Oppe til høyre er best på begge. De to skårene legges aldri sammen.</figcaption></figure>`;
}
