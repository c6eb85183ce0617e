import type { ReactNode } from 'react';
import { outsideQuota, programmeDwellings } from '../../core/domain/programme';
import { setTownsShare } from '../../core/operations/programmeOperations';
import { useModel, useStores } from '../../state/hooks';
import { NumberField } from '../parts/NumberField';
import { ShareSlider } from '../parts/ShareSlider';
import { useOperation } from '../parts/useOperation';
import { PROGRAM_WORDS } from '../words/program';

/** How much of the growth goes to the towns, and what is left outside them. */
export function TownsShare(): ReactNode {
  const programme = useModel((model) => model.tracked.scenario.programme);
  const { model } = useStores();
  const operate = useOperation('program');
  const all = programmeDwellings(programme);
  const outside = outsideQuota(programme);
  const [inTowns, outsideText] = PROGRAM_WORDS.townsAndOutside(all - outside, outside);
  return (
    <div className="share">
      <div className="share-head">
        <span className="share-name">{PROGRAM_WORDS.toTowns}</span>
        <NumberField
          label={PROGRAM_WORDS.toTownsShort}
          labelHidden
          small
          unit="%"
          value={programme.townsShare * 100}
          decimals={1}
          minimum={0}
          maximum={100}
          step={1}
          onCommit={(percent) => operate((scenario, context) => setTownsShare(scenario, context, percent / 100))}
        />
      </div>
      <ShareSlider
        label={PROGRAM_WORDS.toTownsShort}
        value={programme.townsShare}
        onChange={(share) => {
          operate((scenario, context) => setTownsShare(scenario, context, share), 'towns-share');
        }}
        onEnd={model.endGesture}
      />
      <div className="share-figures number">
        <span className="share-dwellings">{inTowns}</span>
        <span title={PROGRAM_WORDS.outsideSpreadWhy}>{outsideText}</span>
      </div>
    </div>
  );
}
