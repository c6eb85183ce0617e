import { z } from 'zod';
import type { PolygonFeature } from '../domain/dataset';
import type { DefaultArea } from '../domain/developmentArea';
import type { AreaId, TownId } from '../domain/identifiers';
import type { PlaceParameters } from '../domain/parameters';
import type { Town } from '../domain/town';
import { TYPOLOGY_IDS } from '../domain/typology';
import { identifierSchema, textSchema } from './catalogueSchema';
import { describeIssues, invalid, norwegianIssue, valid, type Checked } from './problems';

const townSchema = z.object({ id: identifierSchema<TownId>() });

const defaultAreaSchema = z.object({
  id: identifierSchema<AreaId>(),
  name: textSchema,
  town: identifierSchema<TownId>(),
  typology: z.enum(TYPOLOGY_IDS),
  developableShare: z.number().gt(0).max(1),
});

function checkProperties<Schema extends z.ZodType>(
  file: string,
  features: readonly PolygonFeature[],
  schema: Schema,
): Checked<readonly z.output<Schema>[]> {
  const problems: string[] = [];
  const checked: z.output<Schema>[] = [];
  features.forEach((feature, index) => {
    const result = schema.safeParse(feature.properties, { error: norwegianIssue });
    if (result.success) checked.push(result.data);
    else problems.push(...describeIssues(`${file}, objekt ${index + 1}`, result.error));
  });
  return problems.length > 0 ? invalid(...problems) : valid(checked);
}

/** The towns of the parameters with their outlines, in the parameters' order. Fails when one lacks an outline. */
export function readTowns(
  file: string,
  features: readonly PolygonFeature[],
  parameters: PlaceParameters,
): Checked<readonly Town[]> {
  const properties = checkProperties(file, features, townSchema);
  if (properties.kind === 'invalid') return properties;
  const outlines = new Map(properties.value.map(({ id }, index) => [id, features[index]?.outline]));
  const towns: Town[] = [];
  for (const { id, name, anchors } of parameters.towns) {
    const outline = outlines.get(id);
    if (outline === undefined) {
      return invalid(`${file} mangler omriss for småbyen «${id}». Kjør «npm run geodata» for å lage småbyene på nytt.`);
    }
    towns.push({ id, name, anchors, outline });
  }
  return valid(towns);
}

/** The default areas. Fails on an area of an unknown town and on an id used twice. */
export function readDefaultAreas(
  file: string,
  features: readonly PolygonFeature[],
  parameters: PlaceParameters,
): Checked<readonly DefaultArea[]> {
  const properties = checkProperties(file, features, defaultAreaSchema);
  if (properties.kind === 'invalid') return properties;
  const towns = new Set(parameters.towns.map((town) => town.id));
  const seen = new Set<AreaId>();
  const areas: DefaultArea[] = [];
  for (const [index, area] of properties.value.entries()) {
    if (!towns.has(area.town)) {
      return invalid(
        `${file}: feltet «${area.id}» hører til småbyen «${area.town}», som ikke står i parameters.json.`,
      );
    }
    if (seen.has(area.id)) return invalid(`${file}: to felt har id «${area.id}».`);
    seen.add(area.id);
    areas.push({ ...area, outline: features[index]?.outline ?? [] });
  }
  return valid(areas);
}
