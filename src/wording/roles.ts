import type { Say } from './say.ts'

const KEYS = {
  admin: 'role-admin',
  district_officer: 'role-district_officer',
  commune_officer: 'role-commune_officer',
  village_head: 'role-village_head',
  viewer: 'role-viewer',
} as const

/** A role as people call it: "cán bộ xã". */
export function roleName(say: Say, role: keyof typeof KEYS): string {
  return say(KEYS[role])
}
