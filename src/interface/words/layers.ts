import { formatShare } from '../format/numbers';

export const LAYER_WORDS = {
  opacity: (group: string): string => `Dekning, ${group}`,
  details: 'Kilder og nøyaktighet',
  opacityText: (share: number): string => formatShare(share, 0),
} as const;
