import type { AreaId } from '../../core/domain/identifiers';
import type { DensityPiece, MeasuredSide } from '../../state/differenceStore';
import { areaDwellings } from '../../core/domain/developmentArea';
import { DIFFERENCE_WORDS } from '../words/difference';

/** Name of a side. */
export function sideName(side: MeasuredSide): string {
  return side.kind === 'today' ? DIFFERENCE_WORDS.today : side.scenario.name;
}

/** Name of an area of a side; empty where there is none. */
export function areaName(side: MeasuredSide, area: AreaId | null): string {
  return side.kind === 'today' || area === null ? '' : (side.scenario.areas.get(area)?.name ?? '');
}

/** Dwellings and the last year of a side's programme; none today. */
export function extentOf(side: MeasuredSide): { readonly dwellings: number; readonly lastYear: number } {
  if (side.kind === 'today') return { dwellings: 0, lastYear: 0 };
  return { dwellings: side.evaluation.dwellings.programme, lastYear: side.scenario.programme.lastYear };
}

/** An area that the two build otherwise. */
export interface DifferingArea {
  readonly area: AreaId;
  readonly name: string;
  /** Dwellings of the second less those of the first. */
  readonly dwellings: number;
  /** The piece of it that is shown when it is chosen. */
  readonly outline: DensityPiece['outline'];
  readonly note: 'onlyInFirst' | 'onlyInSecond' | 'redrawn' | null;
}

function placedIn(side: MeasuredSide, id: AreaId): number | null {
  const area = side.kind === 'today' ? undefined : side.scenario.areas.get(id);
  if (side.kind === 'today' || !area) return null;
  return Math.min(areaDwellings(area), side.facts.get(id)?.capacity ?? 0);
}

/** Fewer dwellings than this are rounding. */
const LEAST_DWELLINGS = 0.5;

/** The areas whose dwellings differ most, the largest difference first. */
export function differingAreas(first: MeasuredSide, second: MeasuredSide, pieces: readonly DensityPiece[]): readonly DifferingArea[] {
  const areas = new Map<AreaId, DifferingArea>();
  for (const piece of pieces) {
    for (const id of new Set([piece.second, piece.first].filter((one) => one !== null))) {
      if (areas.has(id)) continue;
      const [before, after] = [placedIn(first, id), placedIn(second, id)];
      const isCut = piece.first !== piece.second;
      const note = before === null ? 'onlyInSecond' : after === null ? 'onlyInFirst' : isCut ? 'redrawn' : null;
      areas.set(id, {
        area: id,
        name: areaName(second, id) || areaName(first, id),
        dwellings: (after ?? 0) - (before ?? 0),
        outline: piece.outline,
        note: first.kind === 'today' || second.kind === 'today' ? null : note,
      });
    }
  }
  return [...areas.values()]
    .filter(({ dwellings }) => Math.abs(dwellings) >= LEAST_DWELLINGS)
    .toSorted((one, other) => Math.abs(other.dwellings) - Math.abs(one.dwellings) || (one.area < other.area ? -1 : 1));
}
