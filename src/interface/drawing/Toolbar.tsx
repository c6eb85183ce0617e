import { Fragment, useEffect, type ReactNode } from 'react';
import { TOOLS } from '../../state/drawingStore';
import { useDrawing } from '../../state/hooks';
import { useMeasureKeys } from '../measures/useMeasureKeys';
import { useIsNarrow } from '../parts/useIsNarrow';
import { DRAWING_WORDS, TOOL_WORDS } from '../words/drawing';
import { DrawingCard } from './DrawingCard';
import './drawing.css';
import { ToolIcon } from './toolIcons';
import { useDrawingKeys } from './useDrawingKeys';
import { useToolbox } from './useToolbox';

/** Tools before which a thin line stands: what draws, what changes, what paints. */
const FIRST_OF_GROUP: ReadonlySet<string> = new Set(['edit', 'brush']);

/** The tools of the map, and what the one in hand has to say. */
export function Toolbar(): ReactNode {
  const inHand = useDrawing((drawing) => drawing.tool);
  const commands = useToolbox();
  useDrawingKeys(commands);
  useMeasureKeys();
  const narrow = useIsNarrow();
  // Where the page makes room for something else, nothing is left in hand.
  useEffect(() => commands.leave, [commands]);
  return (
    <>
      <div className="drawing-toolbar" role="toolbar" aria-label={DRAWING_WORDS.toolbar} aria-orientation={narrow ? 'horizontal' : 'vertical'} data-covers={narrow ? 'top' : 'right'}>
        {TOOLS.map((tool) => {
          const { name, keyName } = TOOL_WORDS[tool];
          return (
            <Fragment key={tool}>
              {FIRST_OF_GROUP.has(tool) ? <span className="drawing-divider" /> : null}
              <button
                type="button"
                className="icon-button drawing-tool"
                aria-label={name}
                aria-pressed={inHand === tool}
                title={DRAWING_WORDS.tool(name, keyName)}
                onClick={() => {
                  commands.take(tool);
                }}
              >
                <ToolIcon tool={tool} />
              </button>
            </Fragment>
          );
        })}
      </div>
      <DrawingCard onLeave={commands.leave} />
    </>
  );
}
