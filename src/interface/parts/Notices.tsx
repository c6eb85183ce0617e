import type { ReactNode } from 'react';
import { useFileActions } from '../bar/useFileActions';
import { useNotices, useStores } from '../../state/hooks';
import type { NoticeAction } from '../../state/noticeStore';
import { NOTICE_WORDS } from '../words/notices';
import { Icon } from './icons';

/** What the user is told, until it is put away or no longer so. */
export function Notices(): ReactNode {
  const shown = useNotices((state) => state.notices);
  const { notices } = useStores();
  const { saveScenario } = useFileActions();

  const perform = (subject: string, action: NoticeAction) => (): void => {
    // Work that is not on the disk is told of until it is, whatever is done about it.
    if (action.perform === 'saveScenarioFile') {
      saveScenario();
      return;
    }
    notices.dismiss(subject);
    action.perform();
  };

  return (
    <output className="notices" aria-live="polite">
      {shown.map((notice) => (
        <div key={notice.subject} className={`notice is-${notice.tone}`}>
          <Icon name={notice.tone === 'done' ? 'check' : notice.tone === 'problem' ? 'warning' : 'info'} size={18} />
          <p>{notice.text}</p>
          {notice.actions?.map((action) => (
            <button key={action.text} type="button" className="notice-action" onClick={perform(notice.subject, action)}>
              {action.text}
            </button>
          ))}
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
