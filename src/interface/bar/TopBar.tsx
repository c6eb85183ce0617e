import type { ReactNode } from 'react';
import { useDifference, useModel, useStores, useView } from '../../state/hooks';
import { Icon } from '../parts/icons';
import { BAR_WORDS } from '../words/bar';
import { PRESENT_WORDS } from '../words/present';
import { FileMenu } from './FileMenu';
import { HistoryMenu } from './HistoryMenu';
import { ScenarioMenu } from './ScenarioMenu';

/** The scenario, the steps back and forth, and the tools. */
export function TopBar({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }): ReactNode {
  const undoNote = useModel((model) => model.tracked.history.past.at(-1)?.forward.note ?? null);
  const redoNote = useModel((model) => model.tracked.history.future[0]?.forward.note ?? null);
  const locked = useModel((model) => model.locked);
  const layersOpen = useView((view) => view.open.layers);
  const isComparing = useDifference((state) => state.view !== null);
  const { difference, model, view } = useStores();
  return (
    <header className="bar" data-covers="top" aria-label={BAR_WORDS.bar}>
      <h1 className="bar-name">{BAR_WORDS.product}</h1>
      <ScenarioMenu />
      <span className="bar-space" />
      <button
        type="button"
        className="bar-button"
        disabled={undoNote === null || locked !== null}
        aria-label={BAR_WORDS.undo}
        title={locked ?? (undoNote === null ? BAR_WORDS.nothingToUndo : BAR_WORDS.undoStep(undoNote))}
        onClick={model.undo}
      >
        <Icon name="undo" size={18} />
        <span className="bar-button-text">{BAR_WORDS.undo}</span>
      </button>
      <button
        type="button"
        className="bar-button"
        disabled={redoNote === null || locked !== null}
        aria-label={BAR_WORDS.redo}
        title={locked ?? (redoNote === null ? BAR_WORDS.nothingToRedo : BAR_WORDS.redoStep(redoNote))}
        onClick={model.redo}
      >
        <Icon name="redo" size={18} />
        <span className="bar-button-text">{BAR_WORDS.redo}</span>
      </button>
      <HistoryMenu />
      <span className="bar-divider" />
      <button
        type="button"
        className="bar-button bar-layers"
        aria-pressed={layersOpen}
        aria-label={BAR_WORDS.layers}
        onClick={() => {
          view.setOpen('layers', !layersOpen);
        }}
      >
        <Icon name="layers" size={18} />
        <span className="bar-button-text">{BAR_WORDS.layers}</span>
      </button>
      <button
        type="button"
        className="bar-button"
        aria-label={BAR_WORDS.compare}
        aria-pressed={isComparing}
        title={BAR_WORDS.compareWhy}
        onClick={isComparing ? difference.close : difference.open}
      >
        <Icon name="compare" size={18} />
        <span className="bar-button-text">{BAR_WORDS.compare}</span>
      </button>
      <button
        type="button"
        className="bar-button"
        aria-label={PRESENT_WORDS.present}
        title={PRESENT_WORDS.presentWhy}
        onClick={() => {
          view.present(true);
        }}
      >
        <Icon name="present" size={18} />
        <span className="bar-button-text">{PRESENT_WORDS.present}</span>
      </button>
      <FileMenu onFiles={onFiles} />
      <button
        type="button"
        className="bar-button"
        aria-label={BAR_WORDS.help}
        title={BAR_WORDS.help}
        onClick={() => {
          view.showDialog('keys');
        }}
      >
        <Icon name="help" size={18} />
      </button>
    </header>
  );
}
