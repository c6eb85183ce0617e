import { useId, type ReactNode } from 'react';
import { useStores, useView } from '../../state/hooks';
import type { Surface as SurfaceName } from '../../state/viewStore';
import { SURFACE_WORDS } from '../words/surfaces';
import { Icon } from './icons';

interface SurfaceProps {
  readonly name: SurfaceName;
  readonly title: string;
  /** The edge of the map it covers. */
  readonly edge: 'left' | 'right' | null;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A calm surface over the map that folds away to its heading. */
export function Surface({ name, title, edge, className = '', children }: SurfaceProps): ReactNode {
  const open = useView((view) => view.open[name]);
  const { view } = useStores();
  const bodyId = useId();
  const headingId = useId();
  return (
    <section
      className={`surface surface-${name} ${className}${open ? '' : ' is-folded'}`}
      aria-labelledby={headingId}
      data-covers={open && edge !== null ? edge : undefined}
    >
      <header className="surface-head">
        <h2 className="surface-title" id={headingId}>
          {title}
        </h2>
        <button
          type="button"
          className="icon-button"
          aria-expanded={open}
          aria-controls={bodyId}
          aria-label={open ? SURFACE_WORDS.fold(title) : SURFACE_WORDS.unfold(title)}
          onClick={() => {
            view.setOpen(name, !open);
          }}
        >
          <Icon name={open === (edge === 'left') ? 'foldLeft' : 'foldRight'} />
        </button>
      </header>
      <div className="surface-body" id={bodyId} hidden={!open} tabIndex={-1}>
        {children}
      </div>
    </section>
  );
}
