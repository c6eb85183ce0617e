import { useRef, type ReactNode } from 'react';
import { Icon } from '../parts/icons';
import { BAR_WORDS } from '../words/bar';
import { Menu } from './Menu';
import { useFileActions } from './useFileActions';

/** What can be taken out, and taken in. */
export function FileMenu({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const actions = useFileActions();
  const input = useRef<HTMLInputElement>(null);
  const entries = [
    { text: BAR_WORDS.saveScenario, note: BAR_WORDS.saveScenarioNote, act: actions.saveScenario },
    { text: BAR_WORDS.saveAreas, note: BAR_WORDS.saveAreasNote, act: actions.saveAreas },
    { text: BAR_WORDS.saveMap, note: BAR_WORDS.saveMapNote, act: actions.saveMapImage },
  ];
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
        {(close) => (
          <ul className="menu-list">
            {entries.map((entry) => (
              <li key={entry.text}>
                <button
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    close();
                    entry.act();
                  }}
                >
                  <span className="menu-item-text">
                    {entry.text}
                    <span className="menu-item-note is-below">{entry.note}</span>
                  </span>
                </button>
              </li>
            ))}
            <li>
              <hr className="menu-divider" />
              <button
                type="button"
                className="menu-item"
                onClick={() => {
                  close();
                  input.current?.click();
                }}
              >
                <span className="menu-item-text">
                  {BAR_WORDS.openScenario}
                  <span className="menu-item-note is-below">{BAR_WORDS.openScenarioNote}</span>
                </span>
              </button>
            </li>
          </ul>
        )}
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
