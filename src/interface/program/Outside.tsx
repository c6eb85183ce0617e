import { useMemo, type ReactNode } from 'react';
import { areaDwellings, type DevelopmentArea } from '../../core/domain/developmentArea';
import { outsideQuota } from '../../core/domain/programme';
import { useModel, useStores } from '../../state/hooks';
import { formatNumber } from '../format/numbers';
import { NOTICEABLE_DWELLINGS } from '../parts/noticeable';
import { useMapCommands } from '../services';
import { PROGRAM_WORDS } from '../words/program';

/** More areas than this are found on the map. */
const LISTED = 8;

/** What becomes of the growth outside the towns, where it has areas of its own or no room. */
export function Outside(): ReactNode {
  const quota = useModel((model) => outsideQuota(model.tracked.scenario.programme));
  const all = useModel((model) => model.tracked.scenario.areas);
  const result = useModel((model) => model.evaluated?.evaluation.outside);
  const areas = useMemo(() => {
    const built = [...all.values()].filter((area) => area.town === null && areaDwellings(area) >= NOTICEABLE_DWELLINGS);
    return built.toSorted((left, right) => areaDwellings(right) - areaDwellings(left)).slice(0, LISTED);
  }, [all]);
  if (!result || (areas.length === 0 && result.unplaced < NOTICEABLE_DWELLINGS)) return null;
  return (
    <div className="share">
      <div className="share-head">
        <span className="share-name">{PROGRAM_WORDS.outside}</span>
      </div>
      <ul className="menu-list">
        {areas.map((area) => (
          <li key={area.id}>
            <OutsideArea area={area} />
          </li>
        ))}
      </ul>
      <div className="share-figures number">
        <span className="share-dwellings">{PROGRAM_WORDS.dwellings(quota)}</span>
        {result.unplaced >= NOTICEABLE_DWELLINGS ? (
          <span className="share-over">{PROGRAM_WORDS.withoutRoom(result.unplaced)}</span>
        ) : result.spread >= NOTICEABLE_DWELLINGS ? (
          <span title={PROGRAM_WORDS.outsideSpreadWhy}>{PROGRAM_WORDS.outsideSpread(result.spread)}</span>
        ) : null}
      </div>
    </div>
  );
}

function OutsideArea({ area }: { readonly area: DevelopmentArea }): ReactNode {
  const { view } = useStores();
  const map = useMapCommands();
  return (
    <button
      type="button"
      className="menu-item is-dense is-flush"
      title={PROGRAM_WORDS.showTown(area.name)}
      onClick={() => {
        view.pin({ target: { kind: 'area', area: area.id }, beneath: [] });
        view.selectArea(area.id);
        map.zoomTo({ kind: 'area', area: area.id });
      }}
    >
      <span className="menu-item-text">{area.name}</span>
      <span className="menu-item-note number">{formatNumber(areaDwellings(area))}</span>
    </button>
  );
}
