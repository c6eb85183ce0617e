import type { ReactNode } from 'react';
import type { ScenarioId } from '../../core/domain/identifiers';
import { useModel, useStores, useWorkspace } from '../../state/hooks';
import { Icon } from '../parts/icons';
import { BAR_WORDS } from '../words/bar';
import { Menu, MenuItem } from './Menu';

const CLOCK = new Intl.DateTimeFormat('nb-NO', { hour: '2-digit', minute: '2-digit' });

/** Which scenario is open, the others, and what can be done with this one. */
export function ScenarioMenu(): ReactNode {
  const id = useModel((model) => model.tracked.scenario.id);
  const name = useModel((model) => model.tracked.scenario.name);
  const { shipped, own, savedAt } = useWorkspace((workspace) => workspace);
  const locked = useModel((model) => model.locked !== null);
  const { workspace, view } = useStores();
  const isShipped = shipped.some((scenario) => scenario.id === id);

  const open = (other: ScenarioId) => (): void => {
    if (other !== id) void workspace.open(other);
  };

  return (
    <Menu
      label={locked ? BAR_WORDS.chooseLocked(name) : BAR_WORDS.chooseScenario(name)}
      buttonClass="bar-scenario"
      button={
        <>
          {locked ? <Icon name="lock" size={15} /> : null}
          <span className="bar-scenario-name">{name}</span>
          <Icon name="chevronDown" size={16} />
        </>
      }
    >
      <h2 className="menu-heading">{BAR_WORDS.shipped}</h2>
      <ul className="menu-list">
        {shipped.map((scenario) => (
          <li key={scenario.id}>
            <MenuItem
              text={scenario.name}
              aside={scenario.changed ? BAR_WORDS.changed : undefined}
              note={BAR_WORDS.extent(scenario.dwellings, scenario.lastYear)}
              current={scenario.id === id}
              onChoose={open(scenario.id)}
            />
          </li>
        ))}
      </ul>
      <h2 className="menu-heading">{BAR_WORDS.own}</h2>
      {own.length === 0 ? <p className="menu-item menu-item-note">{BAR_WORDS.noOwn}</p> : null}
      <ul className="menu-list">
        {own.map((work) => (
          <li key={work.id} className="menu-row">
            <MenuItem
              text={work.name}
              note={BAR_WORDS.extent(work.dwellings, work.lastYear)}
              current={work.id === id}
              onChoose={open(work.id)}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={BAR_WORDS.remove(work.name)}
              onClick={() => void workspace.remove(work.id)}
            >
              <Icon name="trash" size={17} />
            </button>
          </li>
        ))}
      </ul>
      <hr className="menu-divider" />
      <MenuItem text={BAR_WORDS.copy} onChoose={() => void workspace.copy()} />
      <MenuItem
        text={BAR_WORDS.rename}
        onChoose={() => {
          view.showDialog('rename');
        }}
      />
      {isShipped ? (
        <MenuItem text={BAR_WORDS.restore} disabled={savedAt === null} onChoose={workspace.restore} />
      ) : null}
      <MenuItem
        text={BAR_WORDS.library}
        aside="B"
        onChoose={() => {
          view.showDialog('library');
        }}
      />
      <p className="menu-heading">{savedAt === null ? BAR_WORDS.notSaved : BAR_WORDS.saved(CLOCK.format(savedAt))}</p>
    </Menu>
  );
}
