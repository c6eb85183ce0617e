import { useCallback } from 'react';
import { useStores } from '../../state/hooks';
import type { Operation } from '../../state/modelStore';

/** Carries out operations; a refusal is told to the user and given back. */
export function useOperation(subject: string): (operation: Operation, gesture?: string) => string | null {
  const { model, notices } = useStores();
  return useCallback(
    (operation, gesture) => {
      const refusal = model.dispatch(operation, gesture);
      if (refusal === null) notices.dismiss(subject);
      else notices.tell({ subject, tone: 'refused', text: refusal });
      return refusal;
    },
    [model, notices, subject],
  );
}
