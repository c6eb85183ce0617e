import type { IControl } from 'maplibre-gl';
import type { Dataset } from '../core/domain/dataset';

/** Each rights holder of the layers once, in the catalogue's order. */
export function rightsHolders(dataset: Pick<Dataset, 'layers'>): readonly string[] {
  const holders = dataset.layers.flatMap(({ description }) => description.attribution.split(/[;,]\s*/));
  return [...new Set(holders.filter((holder) => holder !== ''))];
}

/** One line for each source: the layers from it with their date and licence. */
export function sourceLines(dataset: Pick<Dataset, 'layers'>): readonly string[] {
  return dataset.layers.map(({ description: { title, source, date, licence } }) => `${title}: ${source}, ${date} (${licence})`);
}

/** The rights holders along the map's edge, and every source with its date when unfolded. Text stays text. */
export function attributionControl(dataset: Pick<Dataset, 'layers'>): IControl {
  const element = document.createElement('details');
  element.className = 'maplibregl-ctrl map-attribution';
  const summary = document.createElement('summary');
  summary.textContent = rightsHolders(dataset).join(' · ');
  const list = document.createElement('ul');
  for (const line of sourceLines(dataset)) {
    const item = document.createElement('li');
    item.textContent = line;
    list.append(item);
  }
  element.append(summary, list);
  return {
    onAdd: () => element,
    onRemove: () => {
      element.remove();
    },
  };
}
