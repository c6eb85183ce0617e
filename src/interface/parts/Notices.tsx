import type { ReactNode } from 'react';
import { useNotices, useStores } from '../../state/hooks';
import { NOTICE_WORDS } from '../words/notices';
import { Icon } from './icons';

/** What the user is told, until it is put away or no longer so. */
export function Notices(): ReactNode {
  const shown = useNotices((state) => state.notices);
  const { notices } = useStores();
  return (
    <output className="notices" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.subject} className={`notice is-${notice.tone}`}>
          <Icon name={notice.tone === 'done' ? 'check' : notice.tone === 'problem' ? 'warning' : 'info'} size={18} />
          <p>{notice.text}</p>
          <button
            type="button"
            className="icon-button"
            aria-label={NOTICE_WORDS.dismiss}
            onClick={() => {
              notices.dismiss(notice.subject);
            }}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </output>
  );
}
