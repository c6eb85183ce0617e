import type { ReactNode } from 'react';
import { useDifference, useView } from '../../state/hooks';
import { formatUpTo } from '../format/numbers';
import { formatSignedQuantity } from '../format/signed';
import { DIFFERENCE_WORDS } from '../words/difference';
import { areaName } from './sides';

/** What sets the two apart on the ground under the pointer, in one line. */
export function PieceCard(): ReactNode {
  const hovered = useView((view) => (view.hovered?.kind === 'piece' ? view.hovered.piece : null));
  const pair = useDifference((state) => state.pair);
  const piece = useDifference((state) => state.pieces.find(({ id }) => id === hovered) ?? null);
  if (!pair || !piece) return null;
  const { first, second, difference } = piece.density;
  const names = new Set([areaName(pair.first, piece.first), areaName(pair.second, piece.second)].filter((name) => name !== ''));
  return (
    <div className="hover-card" aria-hidden="true" data-testid="piece-card">
      <strong>{[...names].join(' / ')}</strong>
      <span className="quiet number">
        A {formatUpTo(first, 1)} · B {formatUpTo(second, 1)} · {DIFFERENCE_WORDS.difference}{' '}
        <strong>{formatSignedQuantity(difference)}</strong> {DIFFERENCE_WORDS.perDaa}
      </span>
    </div>
  );
}
