import { z } from 'zod';
import type { FetchContext } from '../dataSource';
import { FetchProblem } from '../problem';
import { jsonAnswer } from '../readAnswer';

export const SERVICE = 'Geonorge';
/** Formats that can be read here, the best first; by the start of what Geonorge calls them. */
const FORMATS = ['GeoPackage', 'GeoJSON', 'FlatGeobuf', 'SOSI', 'Shape', 'GML', 'FGDB'] as const;
const PROJECTIONS = ['25832', '25833', '4258'] as const;
const POLL_PAUSES = [5000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000] as const;

const namedSchema = z.object({ name: z.string() });
const areasSchema = z.array(
  z.object({
    type: z.string(),
    code: z.string(),
    name: z.string(),
    projections: z.array(z.object({ code: z.string(), formats: z.array(namedSchema).nullish() })).nullish(),
  }),
);

const orderSchema = z.object({
  referenceNumber: z.string(),
  files: z.array(z.object({ downloadUrl: z.string().nullish(), name: z.string().nullish(), status: z.string() })),
});

type Area = z.output<typeof areasSchema>[number];
type OrderedFile = z.output<typeof orderSchema>['files'][number];

interface Choice {
  readonly area: Area;
  readonly projection: string;
  readonly format: string;
}

/** The municipality's own extract, else its county's, else the whole country; null where the data set reaches none of them. */
function areaFor(areas: readonly Area[], number: string): Area | null {
  const county = number.slice(0, 2);
  return (
    areas.find(({ type, code }) => type === 'kommune' && code === number) ??
    areas.find(({ type, code }) => type === 'fylke' && code === county) ??
    areas.find(({ type, code }) => type === 'landsdekkende' || code === '0000') ??
    null
  );
}

function choose(area: Area, title: string): Choice {
  const offered = (area.projections ?? []).flatMap(({ code, formats }) => (formats ?? []).map(({ name }) => ({ projection: code, format: name })));
  for (const start of FORMATS) {
    for (const projection of PROJECTIONS) {
      const found = offered.find((offer) => offer.projection === projection && offer.format.toLowerCase().startsWith(start.toLowerCase()));
      if (found) return { area, ...found };
    }
  }
  const names = [...new Set(offered.map(({ format }) => format))].join(', ') || 'ingen formater';
  throw new FetchProblem(`${SERVICE} tilbyr ${title} bare som ${names}. Last det ned fra kartkatalog.geonorge.no og slipp det på siden.`);
}

/** Whether an address that the service hands out is its own: the same host, or one more under geonorge.no. */
function isOwn(url: URL, base: URL): boolean {
  if (url.host === base.host) return url.protocol === base.protocol || url.protocol === 'https:';
  return url.protocol === 'https:' && url.hostname.endsWith('.geonorge.no') && base.hostname.endsWith('.geonorge.no');
}

/** Orders an extract and waits for it. What has been ordered is not kept: links expire. */
async function order(context: FetchContext, dataset: string, { area, projection, format }: Choice): Promise<OrderedFile> {
  const { client, base } = context;
  const { code, name, type } = area;
  const text = JSON.stringify({
    orderLines: [{ metadataUuid: dataset, areas: [{ code, name, type }], projections: [{ code: projection }], formats: [{ name: format }] }],
  });
  const parse = jsonAnswer(SERVICE, orderSchema);
  const body = { type: 'application/json', text };
  let answer = await client.ask({ url: new URL(`${base}/order`), body, expects: 'json', isKept: false }, parse);
  for (const pause of [...POLL_PAUSES, null]) {
    const [file] = answer.files;
    if (!file) throw new FetchProblem(`${SERVICE} tok imot bestillingen, men gir ingen fil.`);
    if (file.status === 'ReadyForDownload') return file;
    if (file.status !== 'WaitingForProcessing') throw new FetchProblem(`${SERVICE} kan ikke levere filen (status «${file.status}»).`);
    if (pause === null) break;
    await client.sleep(pause);
    const url = new URL(`${base}/order/${encodeURIComponent(answer.referenceNumber)}`);
    answer = await client.ask({ url, expects: 'json', isKept: false }, parse);
  }
  throw new FetchProblem(`${SERVICE} er ikke ferdig med bestillingen ennå. Kjør kommandoen igjen senere.`);
}

/** A file as it was delivered. */
export interface Delivery {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Orders a data set for the municipality and fetches it; null where the data set does not reach it. Throws FetchProblem. */
export async function deliveryOf(context: FetchContext, dataset: string, title: string): Promise<Delivery | null> {
  const { client, base, municipality } = context;
  const areas = await client.ask({ url: new URL(`${base}/codelists/area/${dataset}`), expects: 'json', isKept: true }, jsonAnswer(SERVICE, areasSchema));
  const area = areaFor(areas, municipality.number);
  if (!area) return null;
  const { downloadUrl, name } = await order(context, dataset, choose(area, title));
  const url = downloadUrl && URL.canParse(downloadUrl) ? new URL(downloadUrl) : null;
  if (!url || !isOwn(url, new URL(base))) throw new FetchProblem(`${SERVICE} viser til en nedlasting utenfor egne adresser. Den hentes ikke.`);
  const bytes = await client.ask({ url, expects: 'any', isKept: false }, (body) => body);
  return { name: name ?? 'nedlasting.zip', bytes };
}
