import type { Layer } from '../../core/domain/dataset';
import type { LayerRole } from '../../core/domain/catalogue';
import { COARSEST_GOOD_ACCURACY_METRES } from '../../core/method/parameters';

/** Ground that plans inside the built-up area differ on. */
export type DetailedGround = 'landResource' | 'parks' | 'streams';

/**
 * What is not there in the detail that tells plans inside the built-up area apart: a land resource map for farmland; parks, which a
 * land resource map has not; watercourses as lines, which it has not either.
 */
export function missingGround(layers: readonly Layer[]): readonly DetailedGround[] {
  const detailed = (role: LayerRole): readonly Layer[] =>
    layers.filter(({ description }) => description.role === role && (description.accuracyMetres ?? Infinity) <= COARSEST_GOOD_ACCURACY_METRES);
  const farmland = detailed('farmland');
  const resourceFiles = new Set(farmland.map(({ description }) => description.file));
  const missing: DetailedGround[] = [];
  if (farmland.length === 0) missing.push('landResource');
  if (!detailed('green').some(({ description }) => !resourceFiles.has(description.file))) missing.push('parks');
  if (!detailed('water').some(({ lines }) => lines.length > 0)) missing.push('streams');
  return missing;
}
