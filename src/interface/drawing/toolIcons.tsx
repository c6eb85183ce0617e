import type { ReactNode } from 'react';
import type { ToolId } from '../../state/drawingStore';

const PATHS: Readonly<Record<ToolId, string>> = {
  polygon: 'm5 18 2-11 10-2 3 9-8 6-7-2Z',
  rectangle: 'M4 6.5h16v11H4z',
  freehand: 'M5 15c-2-4 1-9 6-9 4 0 4 3 7 4 3 2 2 7-2 8-3 1-4-2-6-1-2 0-4 0-5-2Z',
  edit: 'M6 17 18 7M4.5 15.5h3v3h-3zM16.5 5.5h3v3h-3zM10.5 10.5h3v3h-3z',
  move: 'M12 3.5v17M3.5 12h17M9.5 6 12 3.5 14.5 6M9.5 18l2.5 2.5 2.5-2.5M6 9.5 3.5 12 6 14.5M18 9.5l2.5 2.5-2.5 2.5',
  split: 'M4 7h6v10H4zM14 7h6v10h-6zM12 3.5v17',
  merge: 'M4 7h16v10H4zM9.5 9.5 12 12l-2.5 2.5M14.5 9.5 12 12l2.5 2.5',
  clip: 'M8 8.5 20 18M8 15.5 20 6M8.5 6.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0ZM8.5 17.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
  delete: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  brush: 'm19.5 4.5-9 9M8 13c-2.5 0-3 2-3 3.5 0 1.5-1 2-2 2.5 3 1.5 8 1 8-3 0-2-1.5-3-3-3Z',
};

/** A line drawing of a tool, of 24 units; it says nothing to screen readers. */
export function ToolIcon({ tool }: { readonly tool: ToolId }): ReactNode {
  return (
    <svg
      aria-hidden="true"
      width={20}
      height={20}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[tool]} />
    </svg>
  );
}
