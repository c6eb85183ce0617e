import { useId, type ReactNode } from 'react';
import type { SideChoice } from '../../state/differenceStore';
import { useDifference, useModel, useStores, useWorkspace } from '../../state/hooks';
import { DIFFERENCE_WORDS } from '../words/difference';

/** A value that no identifier has. */
const TODAY = '';

/** Chooses one of the two that are compared: today, or any scenario of the list. */
export function SideSelect({ side }: { readonly side: 'first' | 'second' }): ReactNode {
  const { difference } = useStores();
  const choice = useDifference((state) => state[side]);
  const shipped = useWorkspace((state) => state.shipped);
  const own = useWorkspace((state) => state.own);
  const openId = useModel((model) => model.tracked.scenario.id);
  const openName = useModel((model) => model.tracked.scenario.name);
  const id = useId();
  const listed = [...shipped, ...own].map((entry) => ({ id: entry.id, name: entry.id === openId ? openName : entry.name }));
  const entries = listed.some((entry) => entry.id === openId) ? listed : [...listed, { id: openId, name: openName }];
  return (
    <div className="side-select">
      <label className="side-letter" htmlFor={id}>
        <span aria-hidden="true">{side === 'first' ? 'A' : 'B'}</span>
        <span className="sr-only">{DIFFERENCE_WORDS[side]}</span>
      </label>
      <div className="number-field-box">
        <select
          id={id}
          value={choice ?? TODAY}
          onChange={(event) => {
            const chosen: SideChoice = entries.find((entry) => entry.id === event.currentTarget.value)?.id ?? null;
            difference.choose(side, chosen);
          }}
        >
          <option value={TODAY}>{DIFFERENCE_WORDS.today}</option>
          {entries.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {entry.name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
