import { useState, type ReactNode } from 'react';
import type { ScenarioId } from '../../core/domain/identifiers';
import { useModel, useStores, useWorkspace } from '../../state/hooks';
import type { WorkSummary } from '../../state/persistence/workStorage';
import { ConfirmDialog } from '../dialogs/ConfirmDialog';
import { Icon } from '../parts/icons';
import { BAR_WORDS } from '../words/bar';
import { DIALOG_WORDS } from '../words/dialogs';
import { Menu } from './Menu';

const CLOCK = new Intl.DateTimeFormat('nb-NO', { hour: '2-digit', minute: '2-digit' });

/** Which scenario is open, the others, and what can be done with this one. */
export function ScenarioMenu(): ReactNode {
  const id = useModel((model) => model.tracked.scenario.id);
  const name = useModel((model) => model.tracked.scenario.name);
  const { shipped, own, savedAt } = useWorkspace((workspace) => workspace);
  const { workspace, view } = useStores();
  const [removing, setRemoving] = useState<WorkSummary | null>(null);
  const isShipped = shipped.some((entry) => entry.id === id);

  function entry(other: ScenarioId, text: string, note: string | null, close: () => void): ReactNode {
    return (
      <button
        type="button"
        className="menu-item"
        aria-current={other === id}
        onClick={() => {
          close();
          if (other !== id) void workspace.open(other);
        }}
      >
        <span className="menu-item-text">{text}</span>
        {note === null ? null : <span className="menu-item-note">{note}</span>}
      </button>
    );
  }

  return (
    <>
      <Menu
        label={BAR_WORDS.chooseScenario(name)}
        buttonClass="bar-scenario"
        button={
          <>
            <span className="bar-scenario-name">{name}</span>
            <Icon name="chevronDown" size={16} />
          </>
        }
      >
        {(close) => (
          <>
            <h2 className="menu-heading">{BAR_WORDS.shipped}</h2>
            <ul className="menu-list">
              {shipped.map((scenario) => (
                <li key={scenario.id}>
                  {entry(scenario.id, scenario.name, scenario.changed ? BAR_WORDS.changed : null, close)}
                </li>
              ))}
            </ul>
            <h2 className="menu-heading">{BAR_WORDS.own}</h2>
            {own.length === 0 ? <p className="menu-item menu-item-note">{BAR_WORDS.noOwn}</p> : null}
            <ul className="menu-list">
              {own.map((work) => (
                <li key={work.id} className="menu-row">
                  {entry(work.id, work.name, null, close)}
                  <button
                    type="button"
                    className="icon-button"
                    aria-label={BAR_WORDS.remove(work.name)}
                    onClick={() => {
                      setRemoving(work);
                    }}
                  >
                    <Icon name="trash" size={17} />
                  </button>
                </li>
              ))}
            </ul>
            <hr className="menu-divider" />
            <button
              type="button"
              className="menu-item"
              onClick={() => {
                close();
                void workspace.copy();
              }}
            >
              {BAR_WORDS.copy}
            </button>
            <button
              type="button"
              className="menu-item"
              onClick={() => {
                close();
                view.showDialog('rename');
              }}
            >
              {BAR_WORDS.rename}
            </button>
            {isShipped ? (
              <button
                type="button"
                className="menu-item"
                disabled={savedAt === null}
                onClick={() => {
                  close();
                  workspace.restore();
                }}
              >
                {BAR_WORDS.restore}
              </button>
            ) : null}
            <p className="menu-heading">{savedAt === null ? BAR_WORDS.notSaved : BAR_WORDS.saved(CLOCK.format(savedAt))}</p>
          </>
        )}
      </Menu>
      {removing ? (
        <ConfirmDialog
          title={DIALOG_WORDS.removeTitle(removing.name)}
          text={DIALOG_WORDS.removeText}
          choices={[
            {
              text: DIALOG_WORDS.remove,
              danger: true,
              onChoose: () => {
                void workspace.remove(removing.id);
              },
            },
          ]}
          onClose={() => {
            setRemoving(null);
          }}
        />
      ) : null}
    </>
  );
}
