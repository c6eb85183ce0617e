import { wholeAs, type Assignment, type ClassRole, type ImportRole } from './assignment';
import { listedValues, valueCount, type AttributeColumn, type AttributeValue } from './attributeTable';
import type { ImportedLayer } from './importedLayer';
import {
  AR50_ROLES,
  AR5_NAMES,
  AR5_OTHER_CODES,
  AR5_ROLES,
  KNOWN_SOURCES,
  LAND_TYPE_NAMES,
  OSM_ROLES,
  PLAN_ZONE_ROLES,
  TOPOGRAPHIC_ROLES,
  type ClassRoles,
  type KnownSource,
} from './roleRules';
import { OSM_CLASS } from './osmClass';

/** What a layer seems to be, and why. */
export interface Recognition {
  readonly assignment: Assignment;
  /** Norwegian: what was recognised, by what. Null when nothing was. */
  readonly reason: string | null;
  readonly about: KnownSource;
  /** The layer's lines can be walked along. */
  readonly isWalkingNetwork: boolean;
  /** What the values of the class attribute stand for, where they are codes. */
  readonly classNames: Readonly<Record<string, string>>;
}

/** A name as it is compared: small letters, without signs between words. */
function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_.:-]+/gu, '');
}

/** The layer's attribute by any of these names. */
function columnNamed(layer: ImportedLayer, ...names: readonly string[]): AttributeColumn | null {
  for (const name of names) {
    const column = layer.attributes.columns.find((candidate) => bare(candidate.name) === name);
    if (column) return column;
  }
  return null;
}

function classesBy(column: AttributeColumn, roleOf: (value: AttributeValue) => ImportRole | undefined): Assignment {
  const classes: ClassRole[] = listedValues(column).map((value) => ({ value, role: roleOf(value) ?? null }));
  return { attribute: column.name, classes };
}

/** Roles by code or name; the part of a text before a blank or bracket counts, as in `30 - Skog`. */
function roleFrom(roles: ClassRoles): (value: AttributeValue) => ImportRole | undefined {
  return (value) => roles[String(value).toLowerCase()] ?? roles[bare(String(value))] ?? roles[/^\d+/u.exec(String(value))?.[0] ?? ''];
}

function known(assignment: Assignment, reason: string, about: KnownSource): Recognition {
  return { assignment, reason, about, isWalkingNetwork: false, classNames: {} };
}

type Recogniser = (layer: ImportedLayer) => Recognition | null;

const AR5_CODES = new Set([...Object.keys(AR5_ROLES), ...AR5_OTHER_CODES]);

function byAr5(layer: ImportedLayer): Recognition | null {
  const column = columnNamed(layer, 'arealtype', 'artype', 'ar5arealtype', 'arealressursarealtype');
  if (!column || valueCount(column) === 0 || valueCount(column) > 40) return null;
  const codes = listedValues(column).map((value) => /^\d+/u.exec(String(value))?.[0] ?? bare(String(value)));
  const isAr50 = codes.some((code) => code === '10' || code === '20');
  if (isAr50) {
    const recognition = known(classesBy(column, roleFrom(AR50_ROLES)), `«${column.name}» har AR50-koder.`, KNOWN_SOURCES.ar50);
    return { ...recognition, classNames: LAND_TYPE_NAMES };
  }
  if (codes.every((code) => AR5_CODES.has(code))) {
    const reason = `«${column.name}» har AR5-koder (${codes.toSorted().join(', ')}).`;
    return { ...known(classesBy(column, roleFrom(AR5_ROLES)), reason, KNOWN_SOURCES.ar5), classNames: LAND_TYPE_NAMES };
  }
  const named = classesBy(column, roleFrom(AR5_NAMES));
  if (named.classes.every(({ role }) => role === null)) return null;
  return known(named, `«${column.name}» har arealtyper fra AR5.`, KNOWN_SOURCES.ar5);
}

function byPlanZone(layer: ImportedLayer): Recognition | null {
  for (const [name, roles] of Object.entries(PLAN_ZONE_ROLES)) {
    const column = columnNamed(layer, name);
    if (!column) continue;
    const assignment = classesBy(column, roleFrom(roles));
    if (assignment.classes.some(({ role }) => role !== null)) {
      return known(assignment, `«${column.name}» har koder for hensynssoner.`, KNOWN_SOURCES.plan);
    }
  }
  const purpose = columnNamed(layer, 'arealformål', 'arealformal', 'kparealformål', 'kparealformal');
  return purpose && known(wholeAs('adoptedPlan'), `«${purpose.name}» er arealformål i en kommuneplan.`, KNOWN_SOURCES.plan);
}

function byOsm(layer: ImportedLayer): Recognition | null {
  const column = layer.attributes.columns.find(({ name }) => name === OSM_CLASS);
  if (!column) return null;
  const recognition = known(classesBy(column, (value) => OSM_ROLES[String(value)]), 'Objektene har merkelapper fra OpenStreetMap.', KNOWN_SOURCES.osm);
  return { ...recognition, isWalkingNetwork: layer.format === 'osmPbf' || layer.format === 'overpass' };
}

function byPopulation(layer: ImportedLayer): Recognition | null {
  const column = columnNamed(layer, 'ssbid250m', 'ssbid', 'ssbid0250m');
  const residents = columnNamed(layer, 'poptot', 'befolkning', 'residents', 'bosatte');
  if (!column || !residents) return null;
  return known(wholeAs('population'), `«${column.name}» og «${residents.name}» er SSBs rutenett.`, KNOWN_SOURCES.population);
}

function byObjectType(layer: ImportedLayer): Recognition | null {
  const column = columnNamed(layer, 'objtype', 'objekttype', 'objekttypenavn', 'featuretype');
  if (!column || valueCount(column) > 200) return null;
  const types = listedValues(column).map((value) => bare(String(value)));
  if (types.some((type) => type.startsWith('kparealformål') || type.startsWith('kparealbruk'))) {
    return known(wholeAs('adoptedPlan'), `«${column.name}» er ${String(listedValues(column)[0])}.`, KNOWN_SOURCES.plan);
  }
  if (types.some((type) => type.startsWith('markagrense') || type === 'marka')) {
    return known(wholeAs('marka'), `«${column.name}» er ${String(listedValues(column)[0])}.`, KNOWN_SOURCES.marka);
  }
  if (types.includes('kommune')) return known(wholeAs('municipality'), `«${column.name}» er Kommune.`, KNOWN_SOURCES.municipality);
  const assignment = classesBy(column, roleFrom(TOPOGRAPHIC_ROLES));
  if (assignment.classes.every(({ role }) => role === null)) return null;
  return known(assignment, `«${column.name}» har objekttyper som i N50.`, KNOWN_SOURCES.topographic);
}

/** Some formats, GML among them, have a layer for each object type, and the type nowhere else. */
function byLayerName(layer: ImportedLayer): Recognition | null {
  const type = bare(layer.name);
  const role = Object.hasOwn(TOPOGRAPHIC_ROLES, type) ? TOPOGRAPHIC_ROLES[type] : undefined;
  return role ? known(wholeAs(role), `Laget heter «${layer.name}», som en objekttype i N50.`, KNOWN_SOURCES.topographic) : null;
}

/** Attributes that only one kind of layer has. */
const TELLTALES: readonly { readonly names: readonly string[]; readonly role: ImportRole; readonly about: KnownSource }[] = [
  { names: ['naturvernid', 'verneform', 'vernedato', 'verneplan'], role: 'natureReserve', about: KNOWN_SOURCES.nature },
  { names: ['naturtype', 'bmnaturtype', 'utvalgtnaturtype', 'bmverdi', 'lokalitetskvalitet'], role: 'valuableNature', about: KNOWN_SOURCES.nature },
  { names: ['gjentaksintervall', 'gjentaksinterval', 'flomsoneid', 'flomsone', 'lavpunkt'], role: 'flood', about: KNOWN_SOURCES.flood },
  { names: ['kvikkleire', 'skredfaregradklasse', 'skredrisikoklasse', 'faregradscore'], role: 'quickClay', about: KNOWN_SOURCES.quickClay },
  { names: ['støysonekategori', 'stoysonekategori', 'støysone', 'stoysone', 'støykategori', 'stoykategori', 'lden'], role: 'noise', about: KNOWN_SOURCES.noise },
];

function byTelltale(layer: ImportedLayer): Recognition | null {
  for (const { names, role, about } of TELLTALES) {
    const column = columnNamed(layer, ...names);
    if (column) return known(wholeAs(role), `Laget har attributtet «${column.name}».`, about);
  }
  return null;
}

function byStations(layer: ImportedLayer): Recognition | null {
  const column = columnNamed(layer, 'departuresperhour', 'avgangeritimen', 'avganger');
  if (!column || layer.summary.points === 0) return null;
  return known(wholeAs('station'), `«${column.name}» er avganger i timen.`, KNOWN_SOURCES.unknown);
}

function byWalkingLines(layer: ImportedLayer): Recognition | null {
  if (layer.summary.lines === 0 || layer.summary.polygons > layer.summary.lines) return null;
  const column = columnNamed(layer, 'highway', 'typeveg', 'vegkategori');
  if (!column) return null;
  const about = bare(column.name) === 'highway' ? KNOWN_SOURCES.osm : KNOWN_SOURCES.unknown;
  return { ...known(wholeAs(null), `Linjer med «${column.name}»: veier og stier som kan gås.`, about), isWalkingNetwork: true };
}

/** Words in the name of a file or table that tell what it is, where its attributes do not. */
const NAME_WORDS: readonly { readonly pattern: RegExp; readonly role: ImportRole; readonly about: KnownSource }[] = [
  { pattern: /marka(?:grense|$|[_\W])/iu, role: 'marka', about: KNOWN_SOURCES.marka },
  { pattern: /flom/iu, role: 'flood', about: KNOWN_SOURCES.flood },
  { pattern: /kvikkleire/iu, role: 'quickClay', about: KNOWN_SOURCES.quickClay },
  { pattern: /st[øo]y/iu, role: 'noise', about: KNOWN_SOURCES.noise },
  { pattern: /verneomr|naturvern/iu, role: 'natureReserve', about: KNOWN_SOURCES.nature },
  { pattern: /naturtype/iu, role: 'valuableNature', about: KNOWN_SOURCES.nature },
  { pattern: /dyrk[ae]|jordbruk|farmland/iu, role: 'farmland', about: KNOWN_SOURCES.unknown },
  { pattern: /skog|park|gr[øo]nt|frilu|friomr|green|forest/iu, role: 'green', about: KNOWN_SOURCES.unknown },
  // Shores, bars across mouths and lines through lakes, which N50 has as layers of their own, are no watercourses.
  { pattern: /^(?!.*(?:kant|sperre|innsj.*midtlinje)).*(?:elv|bekk|innsj|vann|water)/iu, role: 'water', about: KNOWN_SOURCES.unknown },
];

function byName(layer: ImportedLayer): Recognition | null {
  const found = NAME_WORDS.find(({ pattern }) => pattern.test(layer.name));
  return found ? known(wholeAs(found.role), `Navnet «${layer.name}» tyder på det. Se etter at det stemmer.`, found.about) : null;
}

const RECOGNISERS: readonly Recogniser[] = [
  byAr5,
  byPlanZone,
  byPopulation,
  byTelltale,
  byStations,
  byWalkingLines,
  byOsm,
  byObjectType,
  byLayerName,
  byName,
];

/** What a layer seems to be, by its attributes and their values, and last by its name. The user has the last word. */
export function recogniseRole(layer: ImportedLayer): Recognition {
  for (const recognise of RECOGNISERS) {
    const recognition = recognise(layer);
    if (recognition) return recognition;
  }
  return { assignment: wholeAs(null), reason: null, about: KNOWN_SOURCES.unknown, isWalkingNetwork: false, classNames: {} };
}
