import type { LoggedDescription } from './fetchLog';

/** Catalogue entries of the towns and default areas, which `npm run geodata` makes from the other layers. */
export function derivedEntries(layers: readonly string[]): readonly LoggedDescription[] {
  const isOpenStreetMap = layers.some((id) => id.endsWith('-openstreetmap'));
  const about = {
    format: 'geojson',
    date: 'Beregnet av de andre lagene',
    licence: isOpenStreetMap ? 'ODbL 1.0' : 'CC BY 4.0',
    attribution: isOpenStreetMap ? '© OpenStreetMap-bidragsytere; © Kartverket; Entur' : '© Kartverket; Entur',
    assumption: true,
  } as const;
  return [
    {
      ...about,
      id: 'towns',
      title: 'Småbyer (standard omriss)',
      role: 'town',
      file: 'towns.geojson',
      source: 'Beregnet: 1000 m gange fra stasjonene som hver småby ligger ved',
      accuracyMetres: 20,
      accuracyNote: 'Antakelse, ikke vedtatt plan. Omrisset følger av stasjonspunkter og kystlinje. Kan endres.',
    },
    {
      ...about,
      id: 'default-areas',
      title: 'Utbyggingsfelt i småbyene (standard)',
      role: 'defaultArea',
      file: 'default-areas.geojson',
      source: 'Beregnet: småbyene delt i ruter på 200 m, uten vann, Marka og dyrka mark',
      accuracyMetres: 75,
      accuracyNote: 'Antakelse, ikke vedtatt plan. Feltene står for fornyelse inne i småbyen og følger grensene i de andre lagene. Kan endres.',
    },
  ];
}
