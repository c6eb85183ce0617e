import type { ReactNode } from 'react';
import type { TownDefinition } from '../../core/domain/parameters';
import { programmeDwellings, townQuota } from '../../core/domain/programme';
import { setTownShare, toggleTownLock } from '../../core/operations/programmeOperations';
import { useModel, useStores } from '../../state/hooks';
import { Icon } from '../parts/icons';
import { NOTICEABLE_DWELLINGS } from '../parts/noticeable';
import { NumberField } from '../parts/NumberField';
import { ShareSlider } from '../parts/ShareSlider';
import { useOperation } from '../parts/useOperation';
import { useMapCommands } from '../services';
import { PROGRAM_WORDS } from '../words/program';

/** A town's share of what goes to the towns, with its lock and whether there is room. */
export function TownRow({ town }: { readonly town: TownDefinition }): ReactNode {
  const programme = useModel((model) => model.tracked.scenario.programme);
  const result = useModel((model) => model.evaluated?.evaluation.towns.find((candidate) => candidate.town === town.id));
  const { model, view } = useStores();
  const map = useMapCommands();
  const operate = useOperation('program');
  const share = programme.shareByTown.get(town.id) ?? 0;
  const locked = programme.lockedTowns.has(town.id);
  const inTowns = programmeDwellings(programme) * programme.townsShare;
  const unplaced = result?.unplaced ?? 0;
  return (
    <li
      className="share"
      onPointerEnter={() => {
        view.highlightTown(town.id);
      }}
      onPointerLeave={() => {
        view.highlightTown(null);
      }}
    >
      <div className="share-head">
        <span className="share-name">
          <button
            type="button"
            title={PROGRAM_WORDS.showTown(town.name)}
            onClick={() => {
              map.zoomTo({ kind: 'town', town: town.id });
            }}
          >
            {town.name}
          </button>
        </span>
        <NumberField
          label={PROGRAM_WORDS.shareOf(town.name)}
          labelHidden
          small
          unit="%"
          value={share * 100}
          decimals={1}
          minimum={0}
          maximum={100}
          step={1}
          disabled={locked}
          onCommit={(percent) => operate((scenario, context) => setTownShare(scenario, context, town.id, percent / 100))}
        />
        <button
          type="button"
          className="icon-button"
          aria-pressed={locked}
          aria-label={locked ? PROGRAM_WORDS.unlock(town.name) : PROGRAM_WORDS.lock(town.name)}
          onClick={() => {
            operate((scenario, context) => toggleTownLock(scenario, context, town.id));
          }}
        >
          <Icon name={locked ? 'lock' : 'unlock'} size={17} />
        </button>
      </div>
      <ShareSlider
        label={PROGRAM_WORDS.shareOf(town.name)}
        value={share}
        fullAt={result && inTowns > 0 ? result.capacity / inTowns : null}
        disabled={locked}
        onChange={(next) => {
          operate((scenario, context) => setTownShare(scenario, context, town.id, next), `share-${town.id}`);
        }}
        onEnd={model.endGesture}
      />
      <div className="share-figures number">
        <span className="share-dwellings">{PROGRAM_WORDS.dwellings(townQuota(programme, town.id))}</span>
        {unplaced >= NOTICEABLE_DWELLINGS ? (
          <span className="share-over">{PROGRAM_WORDS.withoutRoom(unplaced)}</span>
        ) : (
          <span>{result ? PROGRAM_WORDS.roomFor(result.capacity) : ''}</span>
        )}
      </div>
    </li>
  );
}
