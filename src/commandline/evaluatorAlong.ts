import type { Dataset } from '../core/domain/dataset';
import { createEvaluator, type Evaluator } from '../core/scoring/evaluator';
import type { ReadNetwork } from './readNetwork';

/** What scores scenarios on a place, with walks along a network where there is one. */
export function evaluatorAlong(dataset: Dataset, read: ReadNetwork | null): Evaluator {
  return createEvaluator(dataset, read ? { walkingNetwork: read.network } : {});
}
