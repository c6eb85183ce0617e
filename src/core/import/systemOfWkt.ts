import { systemNamed, systemOf, type SystemId } from './coordinateSystem';

/** The coordinate system that a well-known text (.prj) describes: by its last authority code, else by its name. */
export function systemOfWkt(wkt: string): SystemId | null {
  const codes = [...wkt.matchAll(/(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,5})"?/giu)].map(([, code]) => code);
  const named = systemNamed(`EPSG:${codes.at(-1) ?? ''}`);
  if (named) return named;
  const name = (/^\s*\w+\s*\[\s*"([^"]+)"/u.exec(wkt)?.[1] ?? '').replaceAll(/[\s_/-]+/gu, ' ').toUpperCase();
  const zone = /(?:UTM ZONE|UTM SONE|UTM) (\d{2})/u.exec(name)?.[1];
  const known = (id: SystemId): SystemId | null => (systemOf(id) ? id : null);
  if (zone !== undefined) return known(`EPSG:${(name.includes('WGS') ? 32600 : 25800) + Number(zone)}`);
  const ntm = /NTM (?:ZONE|SONE)? ?(\d{1,2})/u.exec(name)?.[1];
  if (ntm !== undefined) return known(`EPSG:${5100 + Number(ntm)}`);
  if (/PSEUDO MERCATOR|WEB MERCATOR/u.test(name)) return 'EPSG:3857';
  return wkt.trimStart().toUpperCase().startsWith('GEOG') ? 'EPSG:4326' : null;
}
