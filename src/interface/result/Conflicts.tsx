import { Switch } from '@digdir/designsystemet-react';
import { useMemo, useState, type ReactNode } from 'react';
import type { Conflict, ConflictKind } from '../../core/scoring/evaluation';
import { conflictId } from '../../core/scoring/explanation';
import { useModel, useStores, useView } from '../../state/hooks';
import { ExplainButton } from '../parts/ExplainButton';
import { Fold } from '../parts/Fold';
import { useMapCommands } from '../services';
import { CONFLICT_WORDS, RESULT_WORDS } from '../words/result';

const SHOWN_AT_FIRST = 6;

/** Conflicts of one kind, the largest first. */
interface ConflictGroup {
  readonly kind: ConflictKind;
  readonly forbidden: boolean;
  readonly conflicts: readonly Conflict[];
}

function grouped(conflicts: readonly Conflict[]): readonly ConflictGroup[] {
  const byKind = new Map<ConflictKind, Conflict[]>();
  for (const conflict of conflicts) {
    const members = byKind.get(conflict.kind);
    if (members) members.push(conflict);
    else byKind.set(conflict.kind, [conflict]);
  }
  const groups = [...byKind].map(([kind, members]): ConflictGroup => ({
    kind,
    forbidden: members.some(({ severity }) => severity === 'forbidden'),
    conflicts: members.toSorted((left, right) => right.areaDaa - left.areaDaa),
  }));
  return groups.toSorted((left, right) => Number(right.forbidden) - Number(left.forbidden));
}

/** What the areas with dwellings meet that is to be spared; each leads to its place on the map. */
export function Conflicts({ conflicts }: { readonly conflicts: readonly Conflict[] }): ReactNode {
  const groups = useMemo(() => grouped(conflicts), [conflicts]);
  const all = useView((view) => view.allConflicts);
  const { view } = useStores();
  if (groups.length === 0) return <p className="small quiet">{RESULT_WORDS.noConflicts}</p>;
  return (
    <>
      {groups.map((group) => (
        <ConflictFold key={group.kind} group={group} />
      ))}
      <Switch
        data-size="sm"
        position="start"
        label={RESULT_WORDS.markConflicts}
        checked={all}
        onChange={(event) => {
          view.showAllConflicts(event.currentTarget.checked);
        }}
      />
    </>
  );
}

function ConflictFold({ group }: { readonly group: ConflictGroup }): ReactNode {
  const areas = useModel((model) => model.tracked.scenario.areas);
  const focused = useView((view) => view.focusedConflict);
  const { view } = useStores();
  const map = useMapCommands();
  const [all, setAll] = useState(false);
  const shown = all ? group.conflicts : group.conflicts.slice(0, SHOWN_AT_FIRST);
  return (
    <Fold
      title={CONFLICT_WORDS[group.kind]}
      aside={
        <>
          {group.forbidden ? <span className="forbidden-word">{RESULT_WORDS.forbidden} · </span> : null}
          {RESULT_WORDS.areasTouched(group.conflicts.length)}
        </>
      }
    >
      <ul className="menu-list">
        {shown.map((conflict) => {
          const name = areas.get(conflict.area)?.name ?? conflict.area;
          const isFocused = focused?.area === conflict.area && focused.kind === conflict.kind;
          return (
            <li key={conflict.area}>
              <button
                type="button"
                className="menu-item is-dense"
                aria-current={isFocused}
                title={RESULT_WORDS.showConflict(name)}
                onClick={() => {
                  view.focusConflict(conflict);
                  map.zoomTo({ kind: 'conflict', conflict });
                }}
              >
                <span className="menu-item-text">{name}</span>
                <span className="menu-item-note number">{RESULT_WORDS.daa(conflict.areaDaa)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <ExplainButton number={conflictId(group.kind)} className="small">
        {RESULT_WORDS.explainConflict}
      </ExplainButton>
      {shown.length < group.conflicts.length ? (
        <button
          type="button"
          className="text-button small"
          onClick={() => {
            setAll(true);
          }}
        >
          {RESULT_WORDS.showAll(group.conflicts.length)}
        </button>
      ) : null}
    </Fold>
  );
}
