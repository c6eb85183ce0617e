import { featureCount, type Dataset, type Layer } from '../core/domain/dataset';
import type { LayerId } from '../core/domain/identifiers';
import { describeRail } from './rail';
import { PALETTE } from './palette';
import { DENSITY_RAMP, type Ramp } from './ramps';

/** Groups of map layers that the user switches together. */
export const LAYER_GROUP_IDS = [
  'areas',
  'towns',
  'rail',
  'green',
  'water',
  'farmland',
  'builtUp',
  'protection',
  'plan',
  'names',
  'other',
] as const;

export type LayerGroupId = (typeof LAYER_GROUP_IDS)[number];

/** How a legend entry is drawn. Colours are `#rrggbb`, widths CSS pixels. */
export type LegendSwatch =
  | { readonly kind: 'fill'; readonly colour: string; readonly edge: string | null }
  | { readonly kind: 'hatch'; readonly colour: string; readonly hatch: string; readonly edge: string | null }
  | { readonly kind: 'line'; readonly colour: string; readonly width: number; readonly casing: string | null }
  | { readonly kind: 'dashedLine'; readonly colour: string; readonly width: number; readonly dash: readonly number[] }
  /** A line with cross ties. */
  | { readonly kind: 'railway'; readonly colour: string; readonly width: number }
  | { readonly kind: 'circle'; readonly colour: string; readonly edge: string }
  | { readonly kind: 'square'; readonly colour: string; readonly edge: string }
  /** A band of colours over values; `unit` is Norwegian. */
  | { readonly kind: 'ramp'; readonly ramp: Ramp; readonly unit: string };

export interface LegendEntry {
  /** Norwegian. */
  readonly text: string;
  readonly swatch: LegendSwatch;
}

export interface LayerGroup {
  readonly id: LayerGroupId;
  /** Norwegian. */
  readonly title: string;
  /** Layers of the data set that it shows. */
  readonly layers: readonly LayerId[];
  readonly legend: readonly LegendEntry[];
  /** Whether it is shown when the map opens. */
  readonly initiallyVisible: boolean;
}

const TITLES: Readonly<Record<LayerGroupId, string>> = {
  areas: 'Utbyggingsfelt',
  towns: 'Småbyer',
  rail: 'Stasjoner og bane',
  green: 'Grønt',
  water: 'Blått',
  farmland: 'Dyrka mark',
  builtUp: 'Bebyggelse',
  protection: 'Fare og vern',
  plan: 'Gjeldende plan',
  names: 'Veger og navn',
  other: 'Annet',
};

/** The group that a layer of the data set is switched with; null for layers that are not drawn as they are. */
export function groupOfLayer(layer: Layer): LayerGroupId | null {
  switch (layer.description.role) {
    case 'defaultArea':
      return 'areas';
    case 'town':
      return 'towns';
    case 'station':
    case 'railLine':
      return 'rail';
    case 'green':
    case 'marka':
      return 'green';
    case 'water':
      return 'water';
    case 'farmland':
      return 'farmland';
    case 'builtUp':
      return 'builtUp';
    case 'flood':
    case 'quickClay':
    case 'noise':
    case 'natureReserve':
    case 'valuableNature':
      return 'protection';
    case 'adoptedPlan':
      return 'plan';
    case 'municipality':
      return 'names';
    case 'reference':
      return featureCount(layer, 'points') > 0 ? 'other' : 'names';
    case 'land':
    case 'population':
      return null;
  }
}

const FIXED_LEGENDS: Readonly<Record<Exclude<LayerGroupId, 'rail' | 'other'>, readonly LegendEntry[]>> = {
  areas: [
    { text: 'Boliger per daa', swatch: { kind: 'ramp', ramp: DENSITY_RAMP, unit: 'boliger/daa' } },
    { text: 'Felt uten boliger', swatch: { kind: 'fill', colour: PALETTE.land, edge: PALETTE.areaIdleEdge } },
    { text: 'Over kapasitet', swatch: { kind: 'hatch', colour: '#d163ac', hatch: PALETTE.overCapacity, edge: PALETTE.overCapacity } },
    { text: 'Nytt grønt i scenarioet', swatch: { kind: 'fill', colour: PALETTE.addedGreen, edge: PALETTE.markaEdge } },
    { text: 'Vern i scenarioet', swatch: { kind: 'hatch', colour: PALETTE.land, hatch: PALETTE.markaEdge, edge: PALETTE.markaEdge } },
    { text: 'Ikke tillatt', swatch: { kind: 'hatch', colour: '#fbe9e7', hatch: PALETTE.forbidden, edge: PALETTE.forbidden } },
  ],
  towns: [{ text: 'Grense for småby', swatch: { kind: 'line', colour: PALETTE.town, width: 2, casing: PALETTE.halo } }],
  green: [
    { text: 'Marka', swatch: { kind: 'hatch', colour: PALETTE.marka, hatch: PALETTE.markaHatch, edge: PALETTE.markaEdge } },
    { text: 'Skog og annet grønt', swatch: { kind: 'fill', colour: PALETTE.green, edge: null } },
  ],
  water: [
    { text: 'Sjø og innsjø', swatch: { kind: 'fill', colour: PALETTE.water, edge: PALETTE.waterEdge } },
    { text: 'Elv og bekk', swatch: { kind: 'line', colour: PALETTE.river, width: 2, casing: null } },
  ],
  farmland: [
    {
      text: 'Dyrka mark',
      swatch: { kind: 'hatch', colour: PALETTE.farmland, hatch: PALETTE.farmlandHatch, edge: PALETTE.farmlandEdge },
    },
  ],
  builtUp: [{ text: 'Tettbebyggelse', swatch: { kind: 'fill', colour: PALETTE.builtUp, edge: PALETTE.builtUpEdge } }],
  protection: [
    { text: 'Flomsone', swatch: { kind: 'hatch', colour: PALETTE.land, hatch: PALETTE.flood, edge: PALETTE.flood } },
    { text: 'Kvikkleiresone', swatch: { kind: 'hatch', colour: PALETTE.land, hatch: PALETTE.quickClay, edge: PALETTE.quickClay } },
    { text: 'Støysone', swatch: { kind: 'hatch', colour: PALETTE.land, hatch: PALETTE.noise, edge: PALETTE.noise } },
    { text: 'Naturvernområde', swatch: { kind: 'hatch', colour: PALETTE.green, hatch: PALETTE.natureReserve, edge: PALETTE.natureReserve } },
    { text: 'Verdifull natur', swatch: { kind: 'hatch', colour: PALETTE.land, hatch: PALETTE.natureReserve, edge: null } },
  ],
  plan: [{ text: 'Formålsgrense', swatch: { kind: 'dashedLine', colour: PALETTE.planEdge, width: 1, dash: [4, 2] } }],
  names: [
    { text: 'Hovedveg', swatch: { kind: 'line', colour: PALETTE.road, width: 3, casing: PALETTE.roadCasing } },
    { text: 'Kommunegrense', swatch: { kind: 'dashedLine', colour: PALETTE.boundary, width: 1.5, dash: [8, 3, 1.5, 3] } },
  ],
};

/** Railway, then each metro line in its colour, then what is being built; stations last. */
function railLegend(dataset: Dataset): readonly LegendEntry[] {
  const rail = describeRail(dataset);
  const entries: LegendEntry[] = [];
  if (rail.lines.some((line) => line.mode === 'train')) {
    entries.push({ text: 'Jernbane', swatch: { kind: 'railway', colour: PALETTE.railway, width: 2 } });
  }
  for (const line of rail.metroLines) {
    const width = 3;
    entries.push(
      line.project === null
        ? { text: line.title, swatch: { kind: 'line', colour: line.colour, width, casing: PALETTE.halo } }
        : { text: `${line.title} (under bygging)`, swatch: { kind: 'dashedLine', colour: line.colour, width, dash: [6, 4] } },
    );
  }
  const modes = new Set(dataset.stations.map((station) => station.mode));
  if (modes.has('train')) {
    entries.push({ text: 'Togstasjon', swatch: { kind: 'square', colour: PALETTE.station, edge: PALETTE.halo } });
  }
  if (modes.has('metro')) {
    entries.push({ text: 'T-banestasjon', swatch: { kind: 'circle', colour: PALETTE.station, edge: PALETTE.halo } });
  }
  if (dataset.stations.some((station) => station.status.kind === 'underConstruction')) {
    entries.push({ text: 'Stasjon under bygging', swatch: { kind: 'circle', colour: '#ffffff', edge: PALETTE.station } });
  }
  if (modes.size > 0) {
    entries.push({
      text: '500 og 1000 m gange',
      swatch: { kind: 'dashedLine', colour: PALETTE.ring, width: 1, dash: [3, 2] },
    });
  }
  return entries;
}

function pointLegend(members: readonly Layer[]): readonly LegendEntry[] {
  return members.map((layer) => ({
    text: layer.description.title,
    swatch: { kind: 'circle', colour: PALETTE.note, edge: PALETTE.halo },
  }));
}

/** The groups that have something to show in this data set, in the order of the list that the user sees. */
export function layerGroupsOf(dataset: Dataset): readonly LayerGroup[] {
  const hidden = new Set(dataset.parameters.hiddenLayers);
  return LAYER_GROUP_IDS.flatMap((id) => {
    const members = dataset.layers.filter((layer) => groupOfLayer(layer) === id);
    const present =
      members.length > 0 ||
      id === 'areas' ||
      (id === 'rail' && dataset.stations.length > 0) ||
      (id === 'towns' && dataset.towns.length > 0);
    if (!present) return [];
    const layers = members.map((layer) => layer.description.id);
    return [
      {
        id,
        title: TITLES[id],
        layers,
        legend: id === 'rail' ? railLegend(dataset) : id === 'other' ? pointLegend(members) : FIXED_LEGENDS[id],
        initiallyVisible: id === 'areas' || layers.length === 0 || layers.some((layer) => !hidden.has(layer)),
      },
    ];
  });
}

/** Settings for the opening view: all groups fully drawn but those the place's parameters hide. */
export function initialLayerSettings(
  groups: readonly LayerGroup[],
): ReadonlyMap<LayerGroupId, { readonly visible: boolean; readonly opacity: number }> {
  return new Map(groups.map((group) => [group.id, { visible: group.initiallyVisible, opacity: 1 }]));
}
