import { describe, expect, it } from 'vitest';
import { LeftOut, whyLineNotWalkable, whyNotWalkable } from './walkable';

const openKinds = [
  'steps', 'footway', 'path', 'pedestrian', 'track', 'residential', 'service', 'living_street', 'unclassified', 'road',
  'tertiary', 'tertiary_link', 'secondary', 'secondary_link', 'primary', 'primary_link', 'cycleway', 'bridleway', 'corridor', 'crossing',
];

describe('ways of OpenStreetMap', () => {
  it.each(openKinds)('lets walkers onto highway=%s, unless foot=no', (highway) => {
    expect(whyNotWalkable({ highway })).toBeNull();
    expect(whyNotWalkable({ highway, foot: 'no' })).toBe('forbidden');
    expect(whyNotWalkable({ highway, access: 'private' })).toBe('private');
    expect(whyNotWalkable({ highway, area: 'yes' })).toBe('area');
  });

  it.each(['motorway', 'motorway_link', 'trunk', 'trunk_link'])('keeps walkers off highway=%s, even with foot=yes', (highway) => {
    expect(whyNotWalkable({ highway })).toBe('motorway');
    expect(whyNotWalkable({ highway, foot: 'yes' })).toBe('motorway');
  });

  it('keeps walkers off motorroads', () => {
    expect(whyNotWalkable({ highway: 'primary', motorroad: 'yes' })).toBe('motorway');
    expect(whyNotWalkable({ highway: 'primary', motorroad: 'no' })).toBeNull();
  });

  it.each(['construction', 'proposed', 'planned', 'disused', 'abandoned', 'razed', 'dismantled'])('leaves out highway=%s', (highway) => {
    expect(whyNotWalkable({ highway, foot: 'yes' })).toBe('notInUse');
  });

  it.each(['raceway', 'bus_guideway', 'busway', 'elevator', 'platform', 'street_lamp', 'services'])(
    'takes highway=%s for no way to walk',
    (highway) => {
      expect(whyNotWalkable({ highway, foot: 'yes' })).toBe('notAWay');
    },
  );

  it('takes what is not a highway for no way', () => {
    expect(whyNotWalkable({ railway: 'rail', foot: 'yes' })).toBe('notAWay');
    expect(whyNotWalkable({})).toBe('notAWay');
  });

  it.each(['private', 'no', 'permit', 'military', 'agricultural', 'forestry', 'delivery'])('obeys access=%s, unless foot allows', (access) => {
    expect(whyNotWalkable({ highway: 'service', access })).toBe('private');
    for (const foot of ['yes', 'designated', 'official', 'permissive', 'destination']) {
      expect(whyNotWalkable({ highway: 'service', access, foot })).toBeNull();
    }
    expect(whyNotWalkable({ highway: 'service', foot: access })).toMatch(/private|forbidden/u);
  });

  it.each(['yes', 'permissive', 'destination', 'customers', 'designated'])('takes access=%s as open', (access) => {
    expect(whyNotWalkable({ highway: 'service', access })).toBeNull();
  });

  it('sends walkers to the path beside the road where it is mapped', () => {
    expect(whyNotWalkable({ highway: 'secondary', foot: 'use_sidepath' })).toBe('forbidden');
    expect(whyNotWalkable({ highway: 'path', foot: 'discouraged' })).toBe('forbidden');
  });

  it('does not know every value of foot, and then asks access', () => {
    expect(whyNotWalkable({ highway: 'path', foot: 'unknown' })).toBeNull();
    expect(whyNotWalkable({ highway: 'path', foot: 'unknown', access: 'no' })).toBe('private');
  });
});

describe('lines of other files', () => {
  it('opens what says nothing', () => {
    expect(whyLineNotWalkable({})).toBeNull();
    expect(whyLineNotWalkable({ name: 'Motorveg' })).toBeNull();
  });

  it('reads OpenStreetMap tags that came along', () => {
    expect(whyLineNotWalkable({ highway: 'motorway' })).toBe('motorway');
    expect(whyLineNotWalkable({ access: 'private' })).toBe('private');
    expect(whyLineNotWalkable({ foot: 'private' })).toBe('private');
    expect(whyLineNotWalkable({ foot: 'no' })).toBe('forbidden');
    expect(whyLineNotWalkable({ access: 'private', foot: 'designated' })).toBeNull();
  });

  it.each([
    [{ typeVeg: 'Bilferje' }, 'notAWay'],
    [{ typeveg: 'passasjerferje' }, 'notAWay'],
    [{ motorvegtype: 'Motorveg' }, 'motorway'],
    [{ motorvegType: 'Motortrafikkveg' }, 'motorway'],
    [{ vegfase: 'A' }, 'notInUse'],
    [{ vegfase: 'P' }, 'notInUse'],
    [{ vegfase: 'V', typeVeg: 'Gang- og sykkelveg', motorvegtype: 'Ikke motorveg' }, null],
    [{ vegkategori: 'P' }, null],
  ])('reads the road register: %j → %s', (properties, expected) => {
    expect(whyLineNotWalkable(properties as Record<string, string>)).toBe(expected);
  });
});

describe('what was left out', () => {
  it('is counted by reason, and other lines than ways are not mentioned', () => {
    const leftOut = new LeftOut();
    expect(leftOut.notes()).toEqual([]);
    leftOut.add('notAWay');
    expect(leftOut.notes()).toEqual([]);
    for (const reason of ['private', 'motorway', 'private', 'forbidden', 'area', 'notInUse'] as const) leftOut.add(reason);
    expect(leftOut.notes()).toEqual([
      'Ikke med i gangnettet: 1 (motorvei eller hovedvei forbudt for gående), 2 (privat eller stengt), 1 (gangforbud), ' +
        '1 (flate, ikke linje), 1 (planlagt, under bygging eller nedlagt).',
    ]);
  });
});
