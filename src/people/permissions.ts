import type { RoleName } from '../store/schema.ts'
import type { Speaker } from './speaker.ts'

/** Where a unit lies from the unit of a role: the same, within it, over it, or elsewhere. */
export type Place = 'own' | 'below' | 'beside' | 'above'

/** From the one who may least to the one who may most. */
export const ROLES = [
  'viewer',
  'village_head',
  'commune_officer',
  'district_officer',
  'admin',
] as const satisfies RoleName[]

const NOWHERE: readonly Place[] = []
const OWN: readonly Place[] = ['own']
const BELOW: readonly Place[] = ['below']
const WITHIN: readonly Place[] = ['own', 'below']
const LINE: readonly Place[] = ['own', 'below', 'above']
const ANYWHERE: readonly Place[] = ['own', 'below', 'beside', 'above']

/**
 * The whole of who may do what, and where from the unit of the role. `grant-…` is both to invite somebody as that role
 * and to take the role away; nobody but an admin grants the role that is held, so that no right spreads sideways.
 * That the author of a report never approves it, and that only its author withdraws it, is held where reports are.
 */
// oxfmt-ignore
const MATRIX = {
  //                       viewer    village_head  commune_officer  district_officer  admin
  'ask-figures':           [ANYWHERE, ANYWHERE,    ANYWHERE,        ANYWHERE,         ANYWHERE],
  'see-village-figures':   [WITHIN,   WITHIN,      WITHIN,          WITHIN,           WITHIN],
  'see-history':           [WITHIN,   LINE,        LINE,            WITHIN,           WITHIN],
  'submit-report':         [NOWHERE,  WITHIN,      NOWHERE,         NOWHERE,          NOWHERE],
  'withdraw-report':       [NOWHERE,  WITHIN,      NOWHERE,         NOWHERE,          NOWHERE],
  'review-report':         [NOWHERE,  NOWHERE,     WITHIN,          NOWHERE,          WITHIN],
  'reopen-approval':       [NOWHERE,  NOWHERE,     WITHIN,          WITHIN,           WITHIN],
  'set-status':            [NOWHERE,  NOWHERE,     WITHIN,          WITHIN,           WITHIN],
  'fix-rollup':            [NOWHERE,  NOWHERE,     WITHIN,          NOWHERE,          WITHIN],
  'see-reporting':         [WITHIN,   OWN,         WITHIN,          WITHIN,           WITHIN],
  'see-assignments':       [WITHIN,   LINE,        LINE,            WITHIN,           WITHIN],
  'assign':                [NOWHERE,  NOWHERE,     WITHIN,          WITHIN,           WITHIN],
  'link-group':            [NOWHERE,  OWN,         WITHIN,          WITHIN,           WITHIN],
  'send-notice':           [NOWHERE,  NOWHERE,     WITHIN,          WITHIN,           WITHIN],
  'schedule-notice':       [NOWHERE,  NOWHERE,     WITHIN,          WITHIN,           WITHIN],
  'export':                [WITHIN,   OWN,         WITHIN,          WITHIN,           WITHIN],
  'list-people':           [NOWHERE,  NOWHERE,     WITHIN,          WITHIN,           WITHIN],
  'grant-viewer':          [NOWHERE,  NOWHERE,     WITHIN,          WITHIN,           WITHIN],
  'grant-village_head':    [NOWHERE,  NOWHERE,     BELOW,           BELOW,            WITHIN],
  'grant-commune_officer': [NOWHERE,  NOWHERE,     NOWHERE,         BELOW,            WITHIN],
  'grant-district_officer':[NOWHERE,  NOWHERE,     NOWHERE,         NOWHERE,          WITHIN],
  'grant-admin':           [NOWHERE,  NOWHERE,     NOWHERE,         NOWHERE,          WITHIN],
  'see-audit':             [NOWHERE,  NOWHERE,     WITHIN,          WITHIN,           WITHIN],
  'handle-data-requests':  [NOWHERE,  NOWHERE,     WITHIN,          WITHIN,           WITHIN],
} satisfies Record<string, readonly (readonly Place[])[]>

export type Action = keyof typeof MATRIX

export const ACTIONS = Object.keys(MATRIX) as readonly Action[]

/** Where a unit lies from the unit of a role; both are paths like `/province/commune/`. */
export function placeOf(rolePath: string, unitPath: string): Place {
  if (unitPath === rolePath) return 'own'
  if (unitPath.startsWith(rolePath)) return 'below'
  return rolePath.startsWith(unitPath) ? 'above' : 'beside'
}

/** Whether one of the speaker's roles allows the action on the unit. A stranger has no role and so no right. */
export function may(speaker: Pick<Speaker, 'grants'>, action: Action, unit: { path: string }): boolean {
  return speaker.grants.some(({ role, unitPath }) => placesOf(role, action).includes(placeOf(unitPath, unit.path)))
}

/** The roles that allow the action at all, the lowest first. */
export function rolesThatMay(action: Action): RoleName[] {
  return ROLES.filter((role) => placesOf(role, action).length > 0)
}

/** The roles that can give somebody the lowest role with this right, the lowest first: whom to turn to. */
export function whoCanGrant(action: Action): RoleName[] {
  const [lowest] = rolesThatMay(action)
  return lowest ? rolesThatMay(`grant-${lowest}`) : []
}

function placesOf(role: RoleName, action: Action): readonly Place[] {
  return MATRIX[action][ROLES.indexOf(role)] ?? NOWHERE
}
