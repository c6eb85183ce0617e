import type { ReactNode } from 'react';
import { useDrawing, useStores } from '../../state/hooks';
import { NumberField } from '../parts/NumberField';
import { DRAWING_WORDS } from '../words/drawing';
import { TypologySelect } from './TypologySelect';

/** What the next drawn area is to be. */
export function PenFields(): ReactNode {
  const pen = useDrawing((state) => state.pen);
  const { drawing } = useStores();
  return (
    <>
      <TypologySelect value={pen.typology} onChoose={(typology) => drawing.setPen({ typology })} />
      <NumberField
        label={DRAWING_WORDS.share}
        unit="%"
        value={pen.developableShare * 100}
        decimals={1}
        minimum={0.1}
        maximum={100}
        step={5}
        onCommit={(percent) => {
          drawing.setPen({ developableShare: percent / 100 });
          return null;
        }}
      />
    </>
  );
}
