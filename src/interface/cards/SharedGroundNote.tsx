import { useEffect, useState, type ReactNode } from 'react';
import type { DevelopmentArea } from '../../core/domain/developmentArea';
import type { SharedGround } from '../../core/operations/sharedGround';
import { SQUARE_METRES_PER_DAA } from '../../core/method/parameters';
import { useModel } from '../../state/hooks';
import { useOperation } from '../parts/useOperation';
import { CARD_WORDS } from '../words/card';

const loadSharing = () => import('../../core/operations/sharedGround');

/** What other areas lie on the ground of this one, and the way out: ground under two areas is counted twice. */
export function SharedGroundNote({ area }: { readonly area: DevelopmentArea }): ReactNode {
  const areas = useModel((model) => model.tracked.scenario.areas);
  const operate = useOperation('felt');
  const [shared, setShared] = useState<readonly SharedGround[]>([]);
  useEffect(() => {
    let isCurrent = true;
    loadSharing().then(
      ({ groundSharedBy }) => {
        if (isCurrent) setShared(groundSharedBy(area, areas.values()));
      },
      () => {
        // A help that could not be fetched: the numbers stand without it.
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [area, areas]);
  if (shared.length === 0) return null;
  const daa = shared.reduce((sum, { squareMetres }) => sum + squareMetres, 0) / SQUARE_METRES_PER_DAA;
  return (
    <p className="area-shared small" role="note">
      {CARD_WORDS.sharedGround(daa, shared.map(({ other }) => other.name))}{' '}
      <button
        type="button"
        className="text-button"
        onClick={() => {
          void loadSharing().then(({ claimGround }) => operate((scenario, context) => claimGround(scenario, context, area.id)));
        }}
      >
        {CARD_WORDS.claimGround}
      </button>
    </p>
  );
}
