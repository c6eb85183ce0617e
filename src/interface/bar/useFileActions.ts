import { useCallback, useMemo } from 'react';
import { useStores } from '../../state/hooks';
import { useServices } from '../services';

const FILES = 'filer';

export interface FileActions {
  readonly saveScenario: () => void;
  readonly saveMapImage: () => void;
}

/** Hands files out; what goes wrong is told. */
export function useFileActions(): FileActions {
  const { notices } = useStores();
  const { files } = useServices();
  const telling = useCallback(
    (save: () => Promise<void>) => () => {
      notices.dismiss(FILES);
      save().catch((problem: unknown) => {
        const text = problem instanceof Error ? problem.message : String(problem);
        notices.tell({ subject: FILES, tone: 'problem', text });
      });
    },
    [notices],
  );
  return useMemo(
    () => ({
      saveScenario: telling(files.saveScenario),
      saveMapImage: telling(files.saveMapImage),
    }),
    [files, telling],
  );
}
