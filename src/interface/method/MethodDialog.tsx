import { Dialog } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { INDICATOR_IDS } from '../../core/method/indicators';
import type { MethodPage, MethodPageId } from '../../core/method/page';
import { MethodPageView } from './MethodPageView';
import { METHOD_WORDS } from './words';

const INDICATORS: ReadonlySet<string> = new Set(INDICATOR_IDS);

interface MethodDialogProps {
  /** Every page, in order: `methodPages(dataset.parameters)`. */
  readonly pages: readonly MethodPage[];
  readonly open: MethodPageId;
  readonly onOpenPage: (page: MethodPageId) => void;
  readonly onClose: () => void;
}

/** The published method: a list of its pages, and the one that is open. */
export function MethodDialog({ pages, open, onOpenPage, onClose }: MethodDialogProps): ReactNode {
  const page = pages.find(({ id }) => id === open);
  const titles = new Map(pages.map(({ id, title }) => [id, title]));

  const list = (heading: string, wanted: readonly MethodPage[]): ReactNode => (
    <>
      <h3>{heading}</h3>
      <ul className="menu-list">
        {wanted.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              className="menu-item is-dense"
              aria-current={id === open}
              onClick={() => {
                onOpenPage(id);
              }}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </>
  );

  return (
    <Dialog open onClose={onClose} closeButton={METHOD_WORDS.close} closedby="any" className="method-dialog" data-size="sm">
      <div className="method-spread">
        <nav className="method-list" aria-label={METHOD_WORDS.pages}>
          {list(
            METHOD_WORDS.indicators,
            pages.filter(({ id }) => INDICATORS.has(id)),
          )}
          {list(
            METHOD_WORDS.topics,
            pages.filter(({ id }) => !INDICATORS.has(id)),
          )}
        </nav>
        <div className="method-reader" key={open}>
          {page ? <MethodPageView page={page} titles={titles} onOpenPage={onOpenPage} /> : null}
        </div>
      </div>
    </Dialog>
  );
}
