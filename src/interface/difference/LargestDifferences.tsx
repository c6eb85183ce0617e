import { useMemo, type ReactNode } from 'react';
import type { DifferencePair } from '../../state/differenceStore';
import { useDifference } from '../../state/hooks';
import { formatSigned } from '../format/signed';
import { useMapCommands } from '../services';
import { DIFFERENCE_WORDS } from '../words/difference';
import { differingAreas, type DifferingArea } from './sides';

const SHOWN = 6;

const NOTES: Readonly<Record<Exclude<DifferingArea['note'], null>, string>> = {
  onlyInFirst: DIFFERENCE_WORDS.onlyIn('A'),
  onlyInSecond: DIFFERENCE_WORDS.onlyIn('B'),
  redrawn: DIFFERENCE_WORDS.redrawn,
};

/** The areas whose dwellings differ most; each leads to its place on the map. */
export function LargestDifferences({ pair: { first, second } }: { readonly pair: DifferencePair }): ReactNode {
  const pieces = useDifference((state) => state.pieces);
  const map = useMapCommands();
  const areas = useMemo(() => differingAreas(first, second, pieces).slice(0, SHOWN), [first, second, pieces]);
  if (areas.length === 0) return <p className="small quiet">{DIFFERENCE_WORDS.noneDiffer}</p>;
  return (
    <ul className="menu-list" title={DIFFERENCE_WORDS.largestWhy}>
      {areas.map(({ area, name, dwellings, note, outline }) => (
        <li key={area}>
          <button
            type="button"
            className="menu-item is-dense"
            title={DIFFERENCE_WORDS.show(name)}
            onClick={() => {
              map.zoomTo({ kind: 'outline', outline });
            }}
          >
            <span className="menu-item-text">
              {name}
              {note === null ? null : <span className="menu-item-note"> {NOTES[note]}</span>}
            </span>
            <span className="menu-item-note number">{formatSigned(dwellings)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
