import type { ReactNode } from 'react';

/** A quiet word on how sure a number is: hatched for coarse data, dashed for data that is missing. */
export function Badge({ kind, children, title }: {
  readonly kind: 'coarse' | 'missing' | 'assumption';
  readonly children: ReactNode;
  readonly title?: string;
}): ReactNode {
  return (
    <span className={`badge is-${kind}`} title={title}>
      {children}
    </span>
  );
}
