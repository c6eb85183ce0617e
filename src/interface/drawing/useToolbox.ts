import { useMemo } from 'react';
import { useStores } from '../../state/hooks';
import type { Stores } from '../../state/hooks';
import type { ToolId } from '../../state/drawingStore';
import { SURFACE_WORDS } from '../words/surfaces';
import type { Toolbox } from './toolbox';

/** The tools as the page takes and leaves them. What they do is fetched when one is first taken. */
export interface ToolCommands {
  /** Takes a tool; the one in hand is laid away when it is taken again. */
  readonly take: (tool: ToolId) => void;
  readonly leave: () => void;
  /** What Escape means: first the shape that is being drawn, then the tool. */
  readonly back: () => void;
}

const boxes = new WeakMap<Stores, Promise<Toolbox>>();

function toolboxOf(stores: Stores): Promise<Toolbox> {
  const known = boxes.get(stores) ?? import('./toolbox').then(({ Toolbox }) => new Toolbox(stores));
  boxes.set(stores, known);
  return known;
}

function createCommands(stores: Stores): ToolCommands {
  const { drawing, notices } = stores;
  const withToolbox = (act: (toolbox: Toolbox) => void): void => {
    toolboxOf(stores).then(act, () => {
      boxes.delete(stores);
      notices.tell({ subject: 'tegning', tone: 'problem', text: SURFACE_WORDS.notFetched });
    });
  };
  const leave = (): void => {
    if (drawing.getState().tool === null) drawing.stop();
    else withToolbox((toolbox) => toolbox.leave());
  };
  return {
    leave,
    take: (tool) => {
      if (drawing.getState().tool === tool) leave();
      else withToolbox((toolbox) => toolbox.take(tool));
    },
    back: () => {
      const { task, shape } = drawing.getState();
      if (task && shape && !('outline' in task) && task.kind !== 'brush') drawing.resume(task);
      else leave();
    },
  };
}

/** The tools of the page. */
export function useToolbox(): ToolCommands {
  const stores = useStores();
  return useMemo(() => createCommands(stores), [stores]);
}
