import type { Dataset } from '../domain/dataset';
import type { LonLat } from '../geometry/shapes';
import type { AreasGround } from './areasGround';
import { conflictsOf } from './conflicts';
import type { Conflict, ConflictKind } from './evaluation';
import type { MeasuredArea } from './measuredArea';
import { siteNotes } from './notes';
import type { Placement } from './placement';

/** What is found of the sites that are built on, whatever the number of dwellings. */
export interface SiteFindings {
  readonly conflicts: readonly Conflict[];
  /** False when a conflict forbids the plan. */
  readonly permitted: boolean;
  /** Norwegian. */
  readonly notes: readonly string[];
}

/** Finds conflicts and notes of the areas with dwellings; the same objects come back as long as the same areas have some. */
export class SiteBook {
  private readonly dataset: Pick<Dataset, 'layers'>;
  private ground: AreasGround | null = null;
  private isBuilt = new Uint8Array(0);
  private findings: SiteFindings = { conflicts: [], permitted: true, notes: [] };

  constructor(dataset: Pick<Dataset, 'layers'>) {
    this.dataset = dataset;
  }

  /** @param positionOf a place where an area meets what is to be spared. */
  findingsOf(
    placement: Placement,
    ground: AreasGround,
    positionOf: (area: MeasuredArea, kind: ConflictKind) => LonLat | null,
  ): SiteFindings {
    const { given } = placement.columns;
    if (ground === this.ground && this.areBuilt(given)) return this.findings;
    const conflicts = conflictsOf(placement, this.dataset, positionOf);
    this.ground = ground;
    this.isBuilt = Uint8Array.from(given, (dwellings) => Number(dwellings > 0));
    this.findings = {
      conflicts,
      permitted: conflicts.every((conflict) => conflict.severity !== 'forbidden'),
      notes: siteNotes(placement),
    };
    return this.findings;
  }

  private areBuilt(given: Float64Array): boolean {
    for (let position = 0; position < given.length; position += 1) {
      if ((given[position]! > 0) !== (this.isBuilt[position] === 1)) return false;
    }
    return true;
  }
}
