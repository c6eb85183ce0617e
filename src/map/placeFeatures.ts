import { type Dataset, layersOf } from '../core/domain/dataset';
import type { Scenario } from '../core/domain/scenario';
import type { LonLat, LonLatMultiPolygon } from '../core/geometry/shapes';
import { boundsOfPolygons } from './bounds';
import { collection, type MapFeature, type MapFeatures, pointFeature, polygonFeature } from './features';
import { labelAnchor } from './labelAnchor';
import { featureName } from './layerFeatures';

/** Names of parts of the municipality and of its neighbours, from the polygons of reference and municipality layers. */
export function placeNameFeatures(dataset: Dataset): MapFeatures {
  const features: MapFeature[] = [];
  const own = dataset.parameters.municipality;
  for (const layer of [...layersOf(dataset, 'reference'), ...layersOf(dataset, 'municipality')]) {
    layer.polygons.forEach(({ outline, properties }, index) => {
      const name = featureName(properties);
      if (name === null) return;
      const isMunicipality = properties['number'] !== undefined;
      if (properties['number'] === own.number) return;
      const anchor = labelAnchor(outline);
      if (anchor === null) return;
      const rank = isMunicipality ? 'neighbour' : 'part';
      features.push(pointFeature(`${layer.description.id}:${index}`, anchor, { name, rank }));
    });
  }
  return collection(features);
}

/** Each town's outline: the scenario's own where it has one. */
export function townOutlines(
  dataset: Pick<Dataset, 'towns'>,
  scenario: Pick<Scenario, 'townOutlines'> | null,
): ReadonlyMap<string, LonLatMultiPolygon> {
  return new Map(dataset.towns.map((town) => [town.id, scenario?.townOutlines.get(town.id) ?? town.outline]));
}

/** Towns as a map source. */
export function townFeatures(outlines: ReadonlyMap<string, LonLatMultiPolygon>): MapFeatures {
  return collection([...outlines].map(([id, outline]) => polygonFeature(id, outline)));
}

/** Middle of the northern edge: a name above it leaves the town itself in sight. */
function namePosition(outline: LonLatMultiPolygon): LonLat | null {
  const bounds = boundsOfPolygons(outline);
  if (bounds === null) return null;
  const northern = outline.flat(2).filter(([, latitude]) => latitude > bounds.north - (bounds.north - bounds.south) * 0.02);
  const northernBounds = boundsOfPolygons([[northern]]) ?? bounds;
  return [(northernBounds.west + northernBounds.east) / 2, bounds.north];
}

/** Names of towns as a map source. */
export function townNameFeatures(
  dataset: Pick<Dataset, 'towns'>,
  outlines: ReadonlyMap<string, LonLatMultiPolygon>,
): MapFeatures {
  return collection(
    dataset.towns.flatMap((town) => {
      const position = namePosition(outlines.get(town.id) ?? town.outline);
      return position === null ? [] : [pointFeature(town.id, position, { name: town.name })];
    }),
  );
}
