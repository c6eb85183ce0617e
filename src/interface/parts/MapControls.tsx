import type { ReactNode } from 'react';
import { useMapCommands } from '../services';
import { MAP_WORDS } from '../words/map';
import { Icon } from './icons';

/** Nearer, farther, and back to where the page opened. */
export function MapControls(): ReactNode {
  const map = useMapCommands();
  return (
    <section className="map-controls" aria-label={MAP_WORDS.controls}>
      <button type="button" className="icon-button" aria-label={MAP_WORDS.zoomIn} title={MAP_WORDS.zoomIn} onClick={map.zoomIn}>
        <Icon name="plus" size={18} />
      </button>
      <button type="button" className="icon-button" aria-label={MAP_WORDS.zoomOut} title={MAP_WORDS.zoomOut} onClick={map.zoomOut}>
        <Icon name="minus" size={18} />
      </button>
      <button type="button" className="icon-button" aria-label={MAP_WORDS.home} title={MAP_WORDS.home} onClick={map.resetView}>
        <Icon name="home" size={17} />
      </button>
    </section>
  );
}
