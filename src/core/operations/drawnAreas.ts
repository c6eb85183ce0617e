import type { DevelopmentArea } from '../domain/developmentArea';
import { identifier, type AreaId } from '../domain/identifiers';
import { countedMeasures } from '../domain/measure';
import { periodsOf } from '../domain/programme';
import type { Scenario } from '../domain/scenario';
import type { TypologyId } from '../domain/typology';
import type { PlaceGround } from '../geodata/placeGround';
import { multiPolygonArea } from '../geometry/area';
import { sameOutline } from '../geometry/coordinates';
import { toLonLatMultiPolygon, toPlanarMultiPolygon } from '../geometry/projection';
import type { LonLatMultiPolygon, PlanarMultiPolygon } from '../geometry/shapes';
import { SQUARE_METRES_PER_DAA } from '../method/parameters';
import { refused, UNCHANGED, type OperationContext, type OperationOutcome } from './outcome';
import { CRUMB_SQUARE_METRES, losers, outlineOf, readStroke, SMALLEST_AREA_SQUARE_METRES } from './outlines';
import { redrawn, withChanges } from './redrawing';
import { townOfOutline } from './townOfOutline';
import { areasText, numberText, UNKNOWN_AREA } from './wording';

/** What a planner draws: the outline as the hand drew it, and what is to be built there. */
export interface DrawnArea {
  readonly outline: LonLatMultiPolygon;
  readonly typology: TypologyId;
  /** Above 0 and at most 1. */
  readonly developableShare: number;
}

const DRAWN_NAME = /^Nytt felt (?<number>\d+)$/u;

/** The next free name for a drawn area: "Nytt felt 1", "Nytt felt 2", … */
function nextName(areas: Scenario['areas']): string {
  const taken = Array.from(areas.values(), ({ name }) => Number(DRAWN_NAME.exec(name)?.groups?.['number'] ?? 0));
  return `Nytt felt ${Math.max(0, ...taken) + 1}`;
}

/** The identifier that the next drawn area gets: one that neither the scenario nor the place has. */
export function nextAreaId(areas: Scenario['areas'], ground: Pick<PlaceGround, 'isDefaultArea'>): AreaId {
  let number = areas.size + 1;
  for (;;) {
    const id = identifier<AreaId>(`tegnet-${number}`);
    if (!areas.has(id) && !ground.isDefaultArea(id)) return id;
    number += 1;
  }
}

function takingText(lost: ReadonlyMap<AreaId, unknown>): string {
  return lost.size === 0 ? '' : `, tar grunn fra ${areasText(lost.size)}`;
}

/**
 * Adds a drawn area with the identifier that `nextAreaId` gives. It belongs to the town that holds more than half of it, else
 * to none, and takes its ground from older areas, which become smaller or vanish. Refused as `readStroke` refuses.
 */
export function addArea(scenario: Scenario, context: OperationContext, ground: PlaceGround, drawn: DrawnArea): OperationOutcome {
  const stroke = readStroke(drawn.outline, ground);
  if (stroke.kind === 'refused') return refused(stroke.reason);
  const area: DevelopmentArea = {
    id: nextAreaId(scenario.areas, ground),
    name: nextName(scenario.areas),
    origin: 'drawn',
    outline: stroke.outline,
    town: townOfOutline(stroke.outline, scenario, ground),
    typology: drawn.typology,
    developableShare: drawn.developableShare,
    dwellingsByPeriod: periodsOf(scenario.programme).map(() => 0),
    setByHand: false,
    phase: null,
    note: '',
  };
  const lost = losers(scenario.areas, new Set([area.id]), area.outline);
  return redrawn(scenario, context, new Map([...lost, [area.id, area]]), [area.id], `${area.name} tegnet${takingText(lost)}`);
}

/** Takes areas out. What their town had on them is filled into the rest of it. */
export function deleteAreas(scenario: Scenario, context: OperationContext, ids: readonly AreaId[]): OperationOutcome {
  const areas = ids.map((id) => scenario.areas.get(id)).filter((area) => area !== undefined);
  const [only] = areas;
  if (!only) return refused(UNKNOWN_AREA);
  const note = areas.length === 1 ? `${only.name} slettet` : `${areasText(areas.length)} slettet`;
  return redrawn(scenario, context, new Map(areas.map(({ id }) => [id, null])), [], note);
}

/** An area on other ground: its town follows where it was the town of the ground. */
function onGround(area: DevelopmentArea, outline: LonLatMultiPolygon, scenario: Scenario, ground: PlaceGround): DevelopmentArea {
  const followsGround = area.town === townOfOutline(area.outline, scenario, ground);
  return { ...area, outline, town: followsGround ? townOfOutline(outline, scenario, ground) : area.town };
}

/** Gives an area another outline. It takes ground from the areas it comes to lie on. Refused as `readStroke` refuses. */
export function reshapeArea(
  scenario: Scenario,
  context: OperationContext,
  ground: PlaceGround,
  id: AreaId,
  outline: LonLatMultiPolygon,
): OperationOutcome {
  const area = scenario.areas.get(id);
  if (!area) return refused(UNKNOWN_AREA);
  const stroke = readStroke(outline, ground);
  if (stroke.kind === 'refused') return refused(stroke.reason);
  if (sameOutline(stroke.outline, area.outline)) return UNCHANGED;
  const lost = losers(scenario.areas, new Set([id]), stroke.outline);
  const reshaped = onGround(area, stroke.outline, scenario, ground);
  return redrawn(scenario, context, new Map([...lost, [id, reshaped]]), [id], `${area.name}: nytt omriss${takingText(lost)}`);
}

function shifted(polygons: PlanarMultiPolygon, eastMetres: number, northMetres: number): PlanarMultiPolygon {
  return polygons.map((polygon) =>
    polygon.map((ring) => ring.map((coordinate, index) => coordinate + (index % 2 === 0 ? eastMetres : northMetres))),
  );
}

/** Moves areas in the plane of EPSG:25832, form and size kept. They take ground from the areas they come to lie on. */
export function moveAreas(
  scenario: Scenario,
  context: OperationContext,
  ground: PlaceGround,
  ids: readonly AreaId[],
  eastMetres: number,
  northMetres: number,
): OperationOutcome {
  const movers = new Set(ids);
  const changes = new Map<AreaId, DevelopmentArea | null>();
  let names = '';
  if (eastMetres === 0 && northMetres === 0) return UNCHANGED;
  for (const id of movers) {
    const area = scenario.areas.get(id);
    if (!area) return refused(UNKNOWN_AREA);
    const moved = shifted(toPlanarMultiPolygon(area.outline), eastMetres, northMetres);
    const stroke = readStroke(toLonLatMultiPolygon(moved), ground);
    if (stroke.kind === 'refused') return refused(stroke.reason);
    for (const [loser, left] of losers(withChanges(scenario.areas, changes), movers, stroke.outline)) changes.set(loser, left);
    changes.set(id, onGround(area, stroke.outline, scenario, ground));
    names = area.name;
  }
  if (movers.size === 0) return UNCHANGED;
  const metres = numberText(Math.round(Math.hypot(eastMetres, northMetres)));
  const note = `${movers.size === 1 ? names : areasText(movers.size)} flyttet ${metres} m`;
  return redrawn(scenario, context, changes, movers, note);
}

/** Cuts away what of areas lies on Marka, farmland, lakes, sea or ground that the scenario protects. */
export function clipAreas(scenario: Scenario, context: OperationContext, ground: PlaceGround, ids: readonly AreaId[]): OperationOutcome {
  const protections = countedMeasures(scenario.measures, 'protection').map(({ outline }) => outline);
  const changes = new Map<AreaId, DevelopmentArea>();
  let squareMetres = 0;
  let names = '';
  for (const id of ids) {
    const area = scenario.areas.get(id);
    if (!area) return refused(UNKNOWN_AREA);
    const before = toPlanarMultiPolygon(area.outline);
    const left = ground.unspared(before, protections);
    const cut = multiPolygonArea(before) - multiPolygonArea(left);
    if (cut < CRUMB_SQUARE_METRES) continue;
    if (multiPolygonArea(left) < SMALLEST_AREA_SQUARE_METRES) {
      return refused(`Hele ${area.name} ligger på grunn som skal spares. Flytt eller slett feltet.`);
    }
    squareMetres += cut;
    names = area.name;
    changes.set(id, onGround(area, outlineOf(left), scenario, ground));
  }
  if (changes.size === 0) return refused('Det er ingenting å klippe bort: her er verken Marka, dyrka mark, vann eller vern.');
  const what = changes.size === 1 ? names : areasText(changes.size);
  return redrawn(scenario, context, changes, changes.keys(), `Klippet ${numberText(squareMetres / SQUARE_METRES_PER_DAA)} daa vern bort fra ${what}`);
}
