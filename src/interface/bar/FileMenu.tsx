import { useRef, type ReactNode } from 'react';
import { Icon } from '../parts/icons';
import { useStores } from '../../state/hooks';
import { BAR_WORDS } from '../words/bar';
import { EXPORT_WORDS } from '../words/export';
import { SHARE_WORDS } from '../words/share';
import { Menu, MenuItem } from './Menu';
import { useFileActions } from './useFileActions';

/** What can be taken out, and taken in. */
export function FileMenu({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const actions = useFileActions();
  const { view } = useStores();
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
            <MenuItem
              text={SHARE_WORDS.share}
              note={SHARE_WORDS.shareNote}
              onChoose={() => {
                view.showDialog('link');
              }}
            />
          </li>
          <li>
            <MenuItem
              text={EXPORT_WORDS.open}
              note={EXPORT_WORDS.openNote}
              onChoose={() => {
                view.showDialog('export');
              }}
            />
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
        multiple
        className="sr-only"
        tabIndex={-1}
        aria-label={BAR_WORDS.openScenario}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (chosen.length > 0) onFiles(chosen);
        }}
      />
    </>
  );
}
