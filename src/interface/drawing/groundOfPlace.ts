import { PlaceGround } from '../../core/geodata/placeGround';
import type { Stores } from '../../state/hooks';

const grounds = new WeakMap<object, PlaceGround>();

/** What the data set at hand says of where areas may be drawn, read once for each data set. */
export function placeGround({ model }: Pick<Stores, 'model'>): PlaceGround {
  const { dataset } = model.getState();
  const ground = grounds.get(dataset) ?? new PlaceGround(dataset);
  grounds.set(dataset, ground);
  return ground;
}
