import { useMediaQuery } from './useMediaQuery';

/** Whether there is room for one surface only. */
export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 899px)');
}
