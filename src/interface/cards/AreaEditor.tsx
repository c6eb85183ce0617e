import type { ReactNode } from 'react';
import { areaDwellings, type DevelopmentArea } from '../../core/domain/developmentArea';
import { TYPOLOGIES } from '../../core/method/parameters';
import {
  releaseArea,
  setAreaDevelopableShare,
  setAreaDwellings,
  setAreaTypology,
} from '../../core/operations/areaOperations';
import { LIMITS } from '../../core/operations/limits';
import { useModel } from '../../state/hooks';
import { TypologySelect } from '../drawing/TypologySelect';
import { Badge } from '../parts/Badge';
import { NOTICEABLE_DWELLINGS } from '../parts/noticeable';
import { NumberField } from '../parts/NumberField';
import { useOperation } from '../parts/useOperation';
import { CARD_WORDS } from '../words/card';
import { RESULT_WORDS } from '../words/result';
import { AreaActions } from './AreaActions';
import { AreaDetails } from './AreaDetails';
import { AreaRasters } from './AreaRasters';
import { SharedGroundNote } from './SharedGroundNote';

/** One area: its homes set by hand or given back to the fill, what is built, and how much there is room for. */
export function AreaEditor({ area }: { readonly area: DevelopmentArea }): ReactNode {
  const facts = useModel((model) => model.facts.get(area.id));
  const operate = useOperation('felt');
  const dwellings = areaDwellings(area);
  const typology = TYPOLOGIES[area.typology];
  const over = facts ? dwellings - facts.capacity : 0;
  return (
    <>
      <div className="area-dwellings">
        <NumberField
          label={CARD_WORDS.dwellings}
          value={dwellings}
          decimals={0}
          minimum={0}
          maximum={LIMITS.areaDwellings}
          step={10}
          onCommit={(value) => operate((scenario, context) => setAreaDwellings(scenario, context, area.id, value))}
        />
        <p className={over >= NOTICEABLE_DWELLINGS ? 'share-over small number' : 'quiet small number'}>
          {over >= NOTICEABLE_DWELLINGS ? CARD_WORDS.overCapacity(over) : facts ? CARD_WORDS.capacity(facts.capacity) : ''}
        </p>
      </div>
      {area.town === null ? null : (
        <p className="small area-origin">
          {area.setByHand ? CARD_WORDS.byHand : <span className="quiet">{CARD_WORDS.automatic}</span>}
          {area.setByHand ? (
            <button
              type="button"
              className="text-button"
              onClick={() => {
                operate((scenario, context) => releaseArea(scenario, context, area.id));
              }}
            >
              {CARD_WORDS.release}
            </button>
          ) : null}
        </p>
      )}
      <div className="area-fields">
        <TypologySelect
          value={area.typology}
          onChoose={(chosen) => operate((scenario, context) => setAreaTypology(scenario, context, area.id, chosen))}
        />
        <NumberField
          label={CARD_WORDS.share}
          unit="%"
          value={area.developableShare * 100}
          decimals={1}
          minimum={0.1}
          maximum={100}
          step={5}
          onCommit={(percent) =>
            operate((scenario, context) => setAreaDevelopableShare(scenario, context, area.id, percent / 100))
          }
        />
      </div>
      <p className="small quiet number">
        {facts ? `${CARD_WORDS.land(facts.landDaa)} · ${CARD_WORDS.toDeparture(facts.meanDepartureMinutes)}` : ''}
      </p>
      <p className="small quiet number">
        {CARD_WORDS.density(typology.dwellingsPerDaa)} · {CARD_WORDS.persons(typology.personsPerDwelling)}{' '}
        <Badge kind="assumption">{RESULT_WORDS.assumption}</Badge>
      </p>
      <SharedGroundNote area={area} />
      <AreaRasters outline={area.outline} />
      <AreaDetails area={area} />
      <AreaActions />
    </>
  );
}
