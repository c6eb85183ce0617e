import type { ReactNode } from 'react';
import type { TownId } from '../../core/domain/identifiers';
import { replacedTownOutlines } from '../../core/domain/measure';
import { replaceTownOutline } from '../../core/operations/measureOperations';
import { useModel } from '../../state/hooks';
import { MEASURE_WORDS } from '../words/measures';
import { useMeasureDrawing } from './useMeasureDrawing';

/** Lets a town's outline be redrawn in the scenario. */
export function TownOutlineEditor({ town }: { readonly town: TownId }): ReactNode {
  const measures = useModel((model) => model.tracked.scenario.measures);
  const original = useModel((model) => model.dataset.towns.find(({ id }) => id === town)?.outline ?? null);
  const drawing = useMeasureDrawing();
  const outline = replacedTownOutlines(measures).get(town) ?? original;
  if (!outline) return null;
  return (
    <p className="measure-actions small">
      <button
        type="button"
        className="text-button"
        onClick={() => {
          void drawing.edited(outline, (next) => (scenario, context) => replaceTownOutline(scenario, context, town, next));
        }}
      >
        {MEASURE_WORDS.newOutline}
      </button>
    </p>
  );
}
