import type { ReactNode } from 'react';
import { Icon } from './icons';

/** A part of a surface that is opened when it is wanted. */
export function Fold({ title, aside, children, startsOpen = false }: {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly startsOpen?: boolean;
}): ReactNode {
  return (
    <details className="fold" open={startsOpen}>
      <summary className="fold-head">
        <Icon name="chevronRight" size={16} />
        <span className="fold-title">{title}</span>
        {aside === undefined ? null : <span className="fold-aside number">{aside}</span>}
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  );
}
