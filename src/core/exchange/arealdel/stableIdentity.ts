import { v5 } from 'uuid';
import { contentHash } from '../../geodata/contentHash';
import { printJson } from '../printJson';

/** Namespace of everything Småbymodellen names: never changed, so that the same object keeps its identity. */
const NAMESPACE = '6b8f0c1e-54a7-4f3d-9d0e-2a7c93e1b845';

/** A UUID (version 5, RFC 9562) that is the same whenever it is made from the same parts. */
export function stableUuid(...parts: readonly string[]): string {
  return v5(parts.map(encodeURIComponent).join('/'), NAMESPACE);
}

/** A version that changes when the content does, and only then: 16 hexadecimal digits. */
export function contentVersion(content: unknown): string {
  return contentHash(new Map([['', printJson(content)]]));
}

/** A plan identification for a draft: at most the 16 characters that the national model allows, and no adopted plan's. */
export function draftPlanIdentification(scenario: string): string {
  return `UTKAST-${stableUuid(scenario).slice(0, 8)}`;
}
