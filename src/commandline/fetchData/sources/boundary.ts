import { z } from 'zod';
import { lonLatBox } from '../../../core/geometry/lonLatBox';
import { placeLayer } from '../../../core/import/placeLayer';
import { featuresOf } from '../../../core/import/packedFeatures';
import { readParsedGeojson } from '../../../core/import/readGeojson';
import { dayOf, type FetchedLayer, type FetchedMunicipality, type LayerPlan } from '../dataSource';
import { geojsonText, outlineFeature } from '../layerText';
import type { PoliteClient } from '../politeClient';
import { FetchProblem } from '../problem';
import { jsonAnswer } from '../readAnswer';

/**
 * Kartverket's kommuneinfo. Address and form (`kommunenummer`, `kommunenavn`, `omrade` as GeoJSON in EPSG:4258): V2, read
 * in public code; whether the area takes in the sea is U.
 */
export const BOUNDARY_BASE = 'https://api.kartverket.no/kommuneinfo/v1';

export const BOUNDARY_PLAN: LayerPlan = {
  id: 'municipality',
  file: 'municipality.geojson',
  title: 'Kommunegrense',
  role: 'municipality',
  format: 'geojson',
  source: 'Kartverket, kommuneinfo',
  licence: 'CC BY 4.0',
  attribution: '© Kartverket',
  accuracyMetres: 10,
  accuracyNote: 'Administrativ grense, sjøområdet medregnet. Nøyaktigheten er ikke oppgitt av tjenesten; 10 m er antatt.',
};

const areaSchema = z.object({
  kommunenummer: z.string(),
  kommunenavn: z.string().min(1),
  omrade: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
});

/** Where Norway is, Svalbard included: a boundary elsewhere is not one. */
const NORWAY = { west: 2, south: 56, east: 36, north: 82 } as const;

/** The municipality of a number, and its layer. Rejects with FetchProblem, with status 404 for a number that is none. */
export async function fetchBoundary(
  client: PoliteClient,
  base: string,
  number: string,
): Promise<{ readonly municipality: FetchedMunicipality; readonly layer: FetchedLayer }> {
  const url = new URL(`${base}/kommuner/${number}/omrade?utkoordsys=4258`);
  const answer = await client.ask({ url, expects: 'json', isKept: true }, jsonAnswer('Kartverket', areaSchema));
  if (answer.kommunenummer !== number) {
    throw new FetchProblem(`Kartverket svarte med kommune ${answer.kommunenummer} i stedet for ${number}.`);
  }
  const raw = readParsedGeojson({ type: 'Feature', properties: {}, geometry: answer.omrade }, 'kommunegrensen');
  const placed = placeLayer(raw, { near: NORWAY, chosen: { system: 'EPSG:4258', isSwapped: false } });
  const [feature] = featuresOf(placed, Uint32Array.of(0)).polygons;
  const properties = { number, name: answer.kommunenavn };
  const written = placed.shapes.kinds.length > 0 && feature ? outlineFeature(feature.outline, properties) : null;
  if (!written || written.geometry.type !== 'MultiPolygon') throw new FetchProblem('Kartverket svarte med en kommunegrense som ikke kan brukes.');
  const outline = written.geometry.coordinates;
  return {
    municipality: { number, name: answer.kommunenavn, outline, box: lonLatBox(outline) },
    layer: { text: geojsonText([written]), objects: 1, date: `Hentet ${dayOf(client.now)}`, address: url.href, notes: [] },
  };
}
