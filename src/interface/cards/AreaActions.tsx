import type { ReactNode } from 'react';
import { useToolbox } from '../drawing/useToolbox';
import { CARD_WORDS } from '../words/card';
import { TOOL_WORDS } from '../words/drawing';

/** What can be done with the areas that are chosen, as by the tools of the map. */
export function AreaActions({ several = false }: { readonly several?: boolean }): ReactNode {
  const { take } = useToolbox();
  const actions = several ? (['move', 'merge', 'clip', 'delete'] as const) : (['edit', 'clip', 'delete'] as const);
  const textOf = { edit: CARD_WORDS.editOutline, clip: CARD_WORDS.clip, delete: CARD_WORDS.remove, move: TOOL_WORDS.move.name, merge: TOOL_WORDS.merge.name };
  return (
    <p className="area-actions small">
      {actions.map((tool) => (
        <button
          key={tool}
          type="button"
          className={tool === 'delete' ? 'text-button is-danger' : 'text-button'}
          onClick={() => {
            take(tool);
          }}
        >
          {textOf[tool]}
        </button>
      ))}
    </p>
  );
}
