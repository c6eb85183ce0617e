import { areaDwellings, type DevelopmentArea } from '../../core/domain/developmentArea';
import type { AreaId } from '../../core/domain/identifiers';
import type { DensityPiece, MeasuredSide } from '../../state/differenceStore';
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
  /** As it lies in the second, or in the first where the second has none. */
  readonly outline: DevelopmentArea['outline'];
  readonly note: 'onlyInFirst' | 'onlyInSecond' | 'redrawn' | null;
}

function areaOf(side: MeasuredSide, id: AreaId): DevelopmentArea | undefined {
  return side.kind === 'today' ? undefined : side.scenario.areas.get(id);
}

function placedIn(side: MeasuredSide, id: AreaId): number {
  const area = areaOf(side, id);
  return side.kind === 'today' || !area ? 0 : Math.min(areaDwellings(area), side.facts.get(id)?.capacity ?? 0);
}

/** Fewer dwellings than this are rounding. */
const LEAST_DWELLINGS = 0.5;

/** The areas whose dwellings differ most, the largest difference first. */
export function differingAreas(first: MeasuredSide, second: MeasuredSide, pieces: readonly DensityPiece[]): readonly DifferingArea[] {
  const isWithToday = first.kind === 'today' || second.kind === 'today';
  /** Areas that are built on, and whether part of their ground is theirs in one of the two only. */
  const found = new Map<AreaId, boolean>();
  for (const piece of pieces) {
    for (const id of [piece.first, piece.second]) {
      if (id !== null) found.set(id, (found.get(id) ?? false) || piece.first !== piece.second);
    }
  }
  const areas = [...found].flatMap(([id, isCut]): readonly DifferingArea[] => {
    const [before, after] = [areaOf(first, id), areaOf(second, id)];
    const known = after ?? before;
    const dwellings = placedIn(second, id) - placedIn(first, id);
    if (!known || Math.abs(dwellings) < LEAST_DWELLINGS) return [];
    const note = isWithToday ? null : !before ? 'onlyInSecond' : !after ? 'onlyInFirst' : isCut ? 'redrawn' : null;
    return [{ area: id, name: known.name, dwellings, outline: known.outline, note }];
  });
  return areas.toSorted((one, other) => Math.abs(other.dwellings) - Math.abs(one.dwellings) || (one.area < other.area ? -1 : 1));
}
