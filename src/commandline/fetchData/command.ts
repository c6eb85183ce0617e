import type { SourceId } from './dataSource';

/** What the user asks for. */
export interface FetchDataCommand {
  readonly kind: 'fetchData';
  /** Four digits. */
  readonly municipality: string;
  readonly folder: string;
  /** Sources to fetch from; the boundary is always fetched, since all others are asked for what lies inside it. */
  readonly only: readonly SourceId[];
  /** Addresses in place of the services' own. */
  readonly bases: ReadonlyMap<SourceId, string>;
}
