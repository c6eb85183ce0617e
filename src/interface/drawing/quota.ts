import { areaDwellings } from '../../core/domain/developmentArea';
import type { TownId } from '../../core/domain/identifiers';
import { townQuota } from '../../core/domain/programme';
import type { Scenario } from '../../core/domain/scenario';

/** What a town's areas hold against what it is to have, dwellings. */
export interface TownAccount {
  readonly placed: number;
  readonly quota: number;
}

/** How far a town is from its quota, all its areas counted. */
export function townAccount({ areas, programme }: Pick<Scenario, 'areas' | 'programme'>, town: TownId): TownAccount {
  let placed = 0;
  for (const area of areas.values()) if (area.town === town) placed += areaDwellings(area);
  return { placed, quota: townQuota(programme, town) };
}
