/** A map picture from an official service. The page asks for it only while the user has it switched on. */
export interface OnlineService {
  readonly id: OnlineServiceId;
  readonly host: string;
  /** Address of one picture; the map fills in the place. */
  readonly tiles: string;
  readonly tileSize: 256 | 512;
  /** Beneath what the model draws on the ground, or over it. */
  readonly place: 'background' | 'overlay';
  readonly opacity: number;
  readonly attribution: string;
}

export const ONLINE_SERVICE_IDS = ['kartverket-topografisk', 'nibio-ar5', 'nap-kommuneplan'] as const;

export type OnlineServiceId = (typeof ONLINE_SERVICE_IDS)[number];

const WMS_PICTURE = 'SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&CRS=EPSG:3857&BBOX={bbox-epsg-3857}&WIDTH=512&HEIGHT=512&FORMAT=image/png&TRANSPARENT=true';

/**
 * The services the page knows, by their documented addresses. Kartverket's tiles put y before x. Sources: public code that
 * uses them (Kartverket, NIBIO) and the product specification of DiBK's national plan service; not asked from here.
 */
export const ONLINE_SERVICES: readonly OnlineService[] = [
  {
    id: 'kartverket-topografisk',
    host: 'cache.kartverket.no',
    tiles: 'https://cache.kartverket.no/v1/wmts/1.0.0/topograatone/default/webmercator/{z}/{y}/{x}.png',
    tileSize: 256,
    place: 'background',
    opacity: 1,
    attribution: '© Kartverket (CC BY 4.0)',
  },
  {
    id: 'nibio-ar5',
    host: 'wms.nibio.no',
    tiles: `https://wms.nibio.no/cgi-bin/ar5?${WMS_PICTURE}&LAYERS=Arealtype`,
    tileSize: 512,
    place: 'overlay',
    opacity: 0.7,
    attribution: '© NIBIO (AR5)',
  },
  {
    id: 'nap-kommuneplan',
    host: 'nap.ft.dibk.no',
    tiles: `https://nap.ft.dibk.no/services/wms/kommuneplaner/?${WMS_PICTURE}&LAYERS=kparealformalomrade`,
    tileSize: 512,
    place: 'overlay',
    opacity: 0.7,
    attribution: '© DiBK og kommunene (NAP)',
  },
];
