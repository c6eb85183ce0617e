import type { ReactNode } from 'react';
import { emptyTown, fillRestOfTown } from '../../core/operations/painting';
import { useDrawing, useModel, useStores } from '../../state/hooks';
import { Choice } from '../parts/Choice';
import { NOTICEABLE_DWELLINGS } from '../parts/noticeable';
import { NumberField } from '../parts/NumberField';
import { useOperation } from '../parts/useOperation';
import { DRAWING_WORDS } from '../words/drawing';
import { townAccount } from './quota';
import { TypologySelect } from './TypologySelect';

const DWELLINGS = { minimum: 1, maximum: 1000, step: 5 } as const;
const RADIUS = { minimum: 6, maximum: 120, step: 6 } as const;

/** How far the towns that are painted are from their quotas. */
function Deviation(): ReactNode {
  const town = useDrawing((state) => state.brush.town);
  const scenario = useModel((model) => model.tracked.scenario);
  const towns = useModel((model) => model.dataset.parameters.towns);
  return (
    <ul className="brush-quotas number" data-testid="brush-quotas">
      {towns
        .filter(({ id }) => town === null || id === town)
        .map(({ id, name }) => {
          const { placed, quota } = townAccount(scenario, id);
          const left = quota - placed;
          return (
            <li key={id}>
              {DRAWING_WORDS.quota(name, placed, quota)}
              {' · '}
              <strong className={left <= -NOTICEABLE_DWELLINGS ? 'share-over' : ''}>
                {left <= -NOTICEABLE_DWELLINGS ? DRAWING_WORDS.over(-left) : DRAWING_WORDS.left(Math.max(0, left))}
              </strong>
            </li>
          );
        })}
    </ul>
  );
}

/** What the brush lays down and where, and how the towns stand to their quotas. */
export function BrushFields(): ReactNode {
  const brush = useDrawing((state) => state.brush);
  const towns = useModel((model) => model.dataset.parameters.towns);
  const { drawing } = useStores();
  const operate = useOperation('tegning');
  const town = towns.find(({ id }) => id === brush.town);
  return (
    <>
      <Deviation />
      <Choice
        label={DRAWING_WORDS.brushTown}
        value={brush.town ?? ''}
        options={[['', DRAWING_WORDS.allTowns], ...towns.map(({ id, name }) => [id, name] as const)]}
        onChoose={(chosen) => drawing.setBrush({ town: chosen === '' ? null : chosen })}
      />
      <TypologySelect value={brush.typology} onChoose={(typology) => drawing.setBrush({ typology })} />
      <NumberField
        label={DRAWING_WORDS.brushDwellings}
        value={brush.dwellings}
        {...DWELLINGS}
        onCommit={(dwellings) => {
          drawing.setBrush({ dwellings });
          return null;
        }}
      />
      <NumberField
        label={DRAWING_WORDS.brushSize}
        unit={DRAWING_WORDS.pixels}
        value={brush.radiusPixels}
        {...RADIUS}
        onCommit={(radiusPixels) => {
          drawing.setBrush({ radiusPixels });
          return null;
        }}
      />
      {town ? (
        <div className="drawing-buttons">
          <button
            type="button"
            className="text-button"
            onClick={() => {
              operate((scenario, context) => emptyTown(scenario, context, town.id));
            }}
          >
            {DRAWING_WORDS.empty(town.name)}
          </button>
          <button
            type="button"
            className="text-button"
            onClick={() => {
              operate((scenario, context) => fillRestOfTown(scenario, context, town.id));
            }}
          >
            {DRAWING_WORDS.fillRest}
          </button>
        </div>
      ) : null}
    </>
  );
}
