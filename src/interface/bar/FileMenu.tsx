import { useRef, type ReactNode } from 'react';
import { Icon } from '../parts/icons';
import { BAR_WORDS } from '../words/bar';
import { Menu, MenuItem } from './Menu';
import { useFileActions } from './useFileActions';

/** What can be taken out, and taken in. */
export function FileMenu({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const actions = useFileActions();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu
        label={BAR_WORDS.file}
        align="right"
        button={
          <>
            <Icon name="share" size={18} />
            <span className="bar-button-text">{BAR_WORDS.file}</span>
          </>
        }
      >
        <ul className="menu-list">
          <li>
            <MenuItem text={BAR_WORDS.saveScenario} note={BAR_WORDS.saveScenarioNote} onChoose={actions.saveScenario} />
          </li>
          <li>
            <MenuItem text={BAR_WORDS.saveAreas} note={BAR_WORDS.saveAreasNote} onChoose={actions.saveAreas} />
          </li>
          <li>
            <MenuItem text={BAR_WORDS.saveMap} note={BAR_WORDS.saveMapNote} onChoose={actions.saveMapImage} />
          </li>
        </ul>
        <hr className="menu-divider" />
        <MenuItem
          text={BAR_WORDS.openScenario}
          note={BAR_WORDS.openScenarioNote}
          onChoose={() => input.current?.click()}
        />
      </Menu>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label={BAR_WORDS.openScenario}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
