import type { ReactNode } from 'react';
import { useModel, useStores } from '../../state/hooks';
import { Icon } from '../parts/icons';
import { HISTORY_WORDS } from '../words/history';
import { Menu, MenuItem } from './Menu';

/** Steps that the list shows each way; older ones are reached by undoing further. */
const SHOWN_STEPS = 60;

/** Every step of the work by its note, the latest first; choosing one takes the scenario there. */
export function HistoryMenu(): ReactNode {
  const { past, future } = useModel((model) => model.tracked.history);
  const { model } = useStores();
  const ahead = future.slice(0, SHOWN_STEPS).map(({ forward }, index) => ({ note: forward.note, steps: index + 1 }));
  const done = past
    .slice(-SHOWN_STEPS)
    .map(({ forward }, index, shown) => ({ note: forward.note, steps: index + 1 - shown.length }))
    .toReversed();
  return (
    <Menu
      label={HISTORY_WORDS.history}
      button={
        <>
          <Icon name="history" size={18} />
          <span className="sr-only">{HISTORY_WORDS.history}</span>
        </>
      }
    >
      <h2 className="menu-heading">{HISTORY_WORDS.history}</h2>
      {past.length + future.length === 0 ? <p className="menu-item menu-item-note">{HISTORY_WORDS.empty}</p> : null}
      <ol className="menu-list history-list">
        {ahead.toReversed().map(({ note, steps }) => (
          <li key={steps} className="is-undone">
            <MenuItem
              text={note}
              aside={HISTORY_WORDS.undone}
              onChoose={() => {
                model.travel(steps);
              }}
            />
          </li>
        ))}
        {done.map(({ note, steps }) => (
          <li key={steps}>
            <MenuItem
              text={note}
              current={steps === 0}
              onChoose={() => {
                model.travel(steps);
              }}
            />
          </li>
        ))}
        {past.length > 0 ? (
          <li>
            <MenuItem
              text={past.length > SHOWN_STEPS ? HISTORY_WORDS.older(past.length - SHOWN_STEPS) : HISTORY_WORDS.start}
              onChoose={() => {
                model.travel(-Math.min(past.length, SHOWN_STEPS));
              }}
            />
          </li>
        ) : null}
      </ol>
    </Menu>
  );
}
