import { type Dataset, layersOf } from '../core/domain/dataset';
import { replacedTownOutlines } from '../core/domain/measure';
import type { Scenario } from '../core/domain/scenario';
import { intersection, union } from '../core/geometry/booleans';
import { toLonLat, toPlanarMultiPolygon } from '../core/geometry/projection';
import type { LonLatMultiPolygon, PlanarMultiPolygon } from '../core/geometry/shapes';
import { collection, type MapFeature, type MapFeatures, pointFeature, polygonFeature } from './features';
import { labelAnchor } from './labelAnchor';
import { featureName } from './layerFeatures';
import { outsideLabel } from './outsideLabel';

const NAMED_ROLES = ['reference', 'municipality', 'marka'] as const;

/** Names of parts of the municipality, of its neighbours and of protected land, from the polygons of their layers. */
export function placeNameFeatures(dataset: Dataset): MapFeatures {
  const features: MapFeature[] = [];
  const own = dataset.parameters.municipality;
  const stationNames = new Set(dataset.stations.map((station) => station.name));
  const townWords = new Set(dataset.towns.flatMap((town) => town.name.split('/')));
  const land = union(...layersOf(dataset, 'land').flatMap((layer) => layer.polygons.map(({ outline }) => toPlanarMultiPolygon(outline))));
  // A name stands on land, also where its polygon takes in the sea.
  const onLand = (outline: LonLatMultiPolygon): PlanarMultiPolygon => {
    const planar = toPlanarMultiPolygon(outline);
    const dry = intersection(planar, land);
    return dry.length === 0 ? planar : dry;
  };
  for (const layer of NAMED_ROLES.flatMap((role) => layersOf(dataset, role))) {
    // What comes with thousands of shapes brings its names along in its own drawing.
    if (layer.drawnApart === true && layer.description.role === 'reference') continue;
    layer.polygons.forEach(({ outline, properties }, index) => {
      const name = featureName(properties);
      if (name === null || townWords.has(name) || properties['number'] === own.number) return;
      const anchor = labelAnchor(layer.description.role === 'marka' ? toPlanarMultiPolygon(outline) : onLand(outline));
      if (anchor === null) return;
      const at = toLonLat(anchor);
      const part = stationNames.has(name) ? 'partWithStation' : 'part';
      const rank = layer.description.role === 'marka' ? 'marka' : properties['number'] === undefined ? part : 'neighbour';
      features.push(pointFeature(`${layer.description.id}:${index}`, at, { name, rank }));
    });
  }
  return collection(features);
}

/** Each town's outline: the scenario's own where it has one. */
export function townOutlines(
  dataset: Pick<Dataset, 'towns'>,
  scenario: Pick<Scenario, 'measures'> | null,
): ReadonlyMap<string, LonLatMultiPolygon> {
  const replaced = scenario && replacedTownOutlines(scenario.measures);
  return new Map(dataset.towns.map((town) => [town.id, replaced?.get(town.id) ?? town.outline]));
}

/** Towns as a map source. */
export function townFeatures(outlines: ReadonlyMap<string, LonLatMultiPolygon>): MapFeatures {
  return collection([...outlines].map(([id, outline]) => polygonFeature(id, outline)));
}

/** Names of towns as a map source, each on the side of its outline where it covers least of the other towns. */
export function townNameFeatures(
  dataset: Pick<Dataset, 'towns'>,
  outlines: ReadonlyMap<string, LonLatMultiPolygon>,
): MapFeatures {
  return collection(
    dataset.towns.flatMap((town) => {
      const others = [...outlines].filter(([id]) => id !== town.id).map(([, outline]) => toPlanarMultiPolygon(outline));
      const place = outsideLabel(outlines.get(town.id) ?? town.outline, town.name, others);
      return place === null ? [] : [pointFeature(town.id, place.position, { name: town.name, anchor: place.anchor })];
    }),
  );
}
