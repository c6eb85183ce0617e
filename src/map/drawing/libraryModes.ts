import {
  TerraDrawFreehandMode,
  TerraDrawLineStringMode,
  TerraDrawPointMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
} from 'terra-draw';
import { PALETTE } from '../palette';

type Snap = NonNullable<NonNullable<ConstructorParameters<typeof TerraDrawPolygonMode>[0]>['snapping']>['toCustom'];

/** How far from a vertex a finger or a pointer may be and still have hold of it, CSS pixels. */
const REACH_PIXELS = 14;
/** Vertices of a line drawn by hand are this far apart. */
const FREEHAND_PIXELS = 6;

const OUTLINE = { outlineColor: PALETTE.hand, outlineWidth: 2.5, fillColor: PALETTE.hand, fillOpacity: 0.14 } as const;
const POINT = { width: 5, color: PALETTE.paper, outlineColor: PALETTE.hand, outlineWidth: 2 } as const;
const CLOSING = {
  closingPointWidth: POINT.width,
  closingPointColor: POINT.color,
  closingPointOutlineColor: POINT.outlineColor,
  closingPointOutlineWidth: POINT.outlineWidth,
} as const;
const SNAPPING = {
  snappingPointWidth: 5,
  snappingPointColor: PALETTE.hand,
  snappingPointOutlineColor: PALETTE.paper,
  snappingPointOutlineWidth: 2,
} as const;
const KEYS = { cancel: 'Escape', finish: 'Enter' } as const;

/** The modes of the drawing library, in the map's colours. `snap` draws vertices to what lies near. */
export function libraryModes(snap: NonNullable<Snap>) {
  const snapping = { toCustom: snap };
  return [
    new TerraDrawPolygonMode({
      snapping,
      keyEvents: KEYS,
      pointerDistance: REACH_PIXELS,
      styles: { ...OUTLINE, ...CLOSING, ...SNAPPING },
    }),
    new TerraDrawRectangleMode({ keyEvents: KEYS, drawInteraction: 'click-move-or-drag', styles: OUTLINE }),
    new TerraDrawFreehandMode({
      keyEvents: KEYS,
      drawInteraction: 'click-move-or-drag',
      minDistance: FREEHAND_PIXELS,
      pointerDistance: REACH_PIXELS,
      styles: { ...OUTLINE, ...CLOSING },
    }),
    new TerraDrawLineStringMode({
      snapping,
      keyEvents: KEYS,
      pointerDistance: REACH_PIXELS,
      styles: { ...CLOSING, ...SNAPPING, lineStringColor: PALETTE.hand, lineStringWidth: 2.5 },
    }),
    new TerraDrawPointMode({
      styles: {
        pointColor: PALETTE.hand,
        pointWidth: 7,
        pointOutlineColor: PALETTE.paper,
        pointOutlineWidth: 2,
      },
    }),
    new TerraDrawSelectMode({
      keyEvents: null,
      pointerDistance: REACH_PIXELS,
      allowManualDeselection: false,
      flags: {
        polygon: {
          feature: {
            draggable: false,
            selfIntersectable: true,
            coordinates: { draggable: true, deletable: true, midpoints: { draggable: true }, snappable: snapping },
          },
        },
      },
      styles: {
        selectedPolygonColor: PALETTE.hand,
        selectedPolygonFillOpacity: 0.14,
        selectedPolygonOutlineColor: PALETTE.hand,
        selectedPolygonOutlineWidth: 2.5,
        selectionPointWidth: 6,
        selectionPointColor: PALETTE.paper,
        selectionPointOutlineColor: PALETTE.hand,
        selectionPointOutlineWidth: 2.5,
        midPointWidth: 4,
        midPointColor: PALETTE.hand,
        midPointOutlineColor: PALETTE.paper,
        midPointOutlineWidth: 1.5,
      },
    }),
  ];
}
