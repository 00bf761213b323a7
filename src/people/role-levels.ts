import type { RoleName, UnitLevel } from '../store/schema.ts'

/** The level of the units that a role is for; the others are for any. */
export const ROLE_LEVELS: Partial<Record<RoleName, readonly UnitLevel[]>> = {
  village_head: ['thon'],
  commune_officer: ['xa'],
  district_officer: ['huyen', 'tinh'],
}

/** Whether a unit is of the level that a role is for: a village has no commune officer. */
export function fits(role: RoleName, { level }: { level: UnitLevel }): boolean {
  return ROLE_LEVELS[role]?.includes(level) ?? true
}
