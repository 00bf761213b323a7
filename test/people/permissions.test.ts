import { describe, expect, it, test } from 'vitest'
import {
  ACTIONS,
  may,
  placeOf,
  rolesThatMay,
  whoCanGrant,
  type Action,
  type Place,
} from '../../src/people/permissions.ts'
import type { Grant } from '../../src/people/speaker.ts'
import type { RoleName } from '../../src/store/schema.ts'

const ROLES: RoleName[] = ['viewer', 'village_head', 'commune_officer', 'district_officer', 'admin']

/** A unit at each place from the unit of the role. */
const UNITS: Record<Place, string> = {
  own: '/tinh/xa/',
  below: '/tinh/xa/thon/',
  above: '/tinh/',
  beside: '/tinh/xa-khac/',
}

/**
 * What each role may do, and where: o its own unit, b below, a above, s beside, - nowhere.
 * Written out a second time on purpose: a change of rights has to be meant twice.
 */
const EXPECTED = `
  action                  viewer  village_head  commune_officer  district_officer  admin
  ask-figures             obas    obas          obas             obas              obas
  see-village-figures     ob      ob            ob               ob                ob
  see-history             ob      oba           oba              ob                ob
  submit-report           -       ob            -                -                 -
  withdraw-report         -       ob            -                -                 -
  review-report           -       -             ob               -                 ob
  reopen-approval         -       -             ob               ob                ob
  set-status              -       -             ob               ob                ob
  fix-rollup              -       -             ob               -                 ob
  see-reporting           ob      o             ob               ob                ob
  see-assignments         ob      oba           oba              ob                ob
  assign                  -       -             ob               ob                ob
  link-group              -       o             ob               ob                ob
  send-notice             -       -             ob               ob                ob
  schedule-notice         -       -             ob               ob                ob
  export                  ob      o             ob               ob                ob
  list-people             -       -             ob               ob                ob
  grant-viewer            -       -             ob               ob                ob
  grant-village_head      -       -             b                b                 ob
  grant-commune_officer   -       -             -                b                 ob
  grant-district_officer  -       -             -                -                 ob
  grant-admin             -       -             -                -                 ob
  see-audit               -       -             ob               ob                ob
  handle-data-requests    -       -             ob               ob                ob
`
const LETTERS: Record<Place, string> = { own: 'o', below: 'b', above: 'a', beside: 's' }

const rows = EXPECTED.trim()
  .split('\n')
  .slice(1)
  .map((line) => line.trim().split(/\s+/))
const cells = rows.flatMap(([action = '', ...byRole]) =>
  ROLES.flatMap((role, column) =>
    (Object.keys(UNITS) as Place[]).map((place) => ({
      action: action as Action,
      role,
      place,
      allowed: byRole[column]?.includes(LETTERS[place]) ?? false,
    })),
  ),
)

function grant(role: RoleName, unitPath = UNITS.own): Grant {
  return { role, unitId: 'xa', unitName: 'Ví Dụ', unitLevel: 'xa', unitPath }
}

describe('who may do what, and where', () => {
  it.each(cells)('$role, $action, $place: $allowed', ({ action, role, place, allowed }) => {
    expect(may({ grants: [grant(role)] }, action, { path: UNITS[place] })).toBe(allowed)
  })

  test('the table names every action', () => {
    expect(new Set(rows.map(([action]) => action))).toEqual(new Set(ACTIONS))
  })

  it.each(ACTIONS)('a stranger has no right to %s', (action) => {
    for (const path of Object.values(UNITS)) expect(may({ grants: [] }, action, { path })).toBe(false)
  })

  test('of several roles each counts in its own unit, and none in that of another', () => {
    const speaker = { grants: [grant('village_head', '/tinh/xa/thon/'), grant('commune_officer', '/tinh/xa-khac/')] }
    expect(may(speaker, 'submit-report', { path: '/tinh/xa/thon/' })).toBe(true)
    expect(may(speaker, 'review-report', { path: '/tinh/xa-khac/thon-kia/' })).toBe(true)
    expect(may(speaker, 'review-report', { path: '/tinh/xa/thon/' })).toBe(false)
  })

  test('nobody but an admin grants the role that is held', () => {
    for (const role of ROLES.filter((each) => each !== 'admin'))
      expect(may({ grants: [grant(role)] }, `grant-${role}`, { path: UNITS.own })).toBe(false)
  })
})

describe('what a role can spread to, by whomever it invites and whomever these invite', () => {
  const paths = ['/t/', '/t/x/', '/t/x/th/', '/t/x/th2/', '/t/y/', '/t/y/th/', '/u/', '/u/x/']

  /** All that anybody can come to hold, starting from one role in one unit. */
  function reach(role: RoleName, unitPath: string): Set<string> {
    const held = [grant(role, unitPath)]
    for (const granter of held)
      for (const next of ROLES)
        for (const path of paths)
          if (may({ grants: [granter] }, `grant-${next}`, { path }))
            if (!held.some((each) => each.role === next && each.unitPath === path)) held.push(grant(next, path))
    return new Set(held.map((each) => `${each.role} ${each.unitPath}`))
  }

  it.each<[RoleName, string, string[]]>([
    ['viewer', '/t/x/', []],
    ['village_head', '/t/x/th/', []],
    [
      'commune_officer',
      '/t/x/',
      ['viewer /t/x/', 'viewer /t/x/th/', 'viewer /t/x/th2/', 'village_head /t/x/th/', 'village_head /t/x/th2/'],
    ],
  ])('%s of %s', (role, path, others) => {
    expect(reach(role, path)).toEqual(new Set([`${role} ${path}`, ...others]))
  })

  test('an officer of a province makes no equal, no administrator and nothing outside it', () => {
    const held = [...reach('district_officer', '/t/')].filter((each) => each !== 'district_officer /t/')
    expect(held.length).toBeGreaterThan(5)
    for (const each of held) {
      expect(each).toMatch(/^(commune_officer|village_head|viewer) \/t\//)
      expect(each).not.toMatch(/^(commune_officer|village_head) \/t\/$/)
    }
  })

  test('an administrator makes whatever there is, within the own unit', () => {
    for (const each of reach('admin', '/t/x/')) expect(each).toMatch(/ \/t\/x\//)
  })
})

describe('where a unit lies', () => {
  it.each<[string, string, Place]>([
    ['/tinh/xa/', '/tinh/xa/', 'own'],
    ['/tinh/xa/', '/tinh/xa/thon/', 'below'],
    ['/tinh/', '/tinh/huyen/xa/thon/', 'below'],
    ['/tinh/xa/', '/tinh/', 'above'],
    ['/tinh/xa/', '/tinh/xa-khac/', 'beside'],
    // One name that begins with the other is another unit.
    ['/tinh/xa/', '/tinh/xa1/', 'beside'],
    ['/tinh/xa/', '/tinh-khac/xa/', 'beside'],
  ])('from %s, %s is %s', (role, unit, place) => {
    expect(placeOf(role, unit)).toBe(place)
  })
})

describe('whom to turn to for a right', () => {
  it.each<[Action, RoleName[], RoleName[]]>([
    ['submit-report', ['village_head'], ['commune_officer', 'district_officer', 'admin']],
    ['review-report', ['commune_officer', 'admin'], ['district_officer', 'admin']],
    ['set-status', ['commune_officer', 'district_officer', 'admin'], ['district_officer', 'admin']],
    ['grant-commune_officer', ['district_officer', 'admin'], ['admin']],
    ['grant-admin', ['admin'], ['admin']],
  ])('%s', (action, roles, granters) => {
    expect(rolesThatMay(action)).toEqual(roles)
    expect(whoCanGrant(action)).toEqual(granters)
  })

  it.each(ACTIONS)('somebody can grant the right to %s', (action) => {
    expect(whoCanGrant(action).length).toBeGreaterThan(0)
  })
})
