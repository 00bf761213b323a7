import type { RoleName } from '../store/schema.ts'

/** A role within a unit and all below it. */
export interface Grant {
  role: RoleName
  unitId: string
  unitName: string
  unitLevel: 'tinh' | 'huyen' | 'xa' | 'thon'
  /** `/province/commune/`: what begins with it lies within. */
  unitPath: string
}

/** Who speaks: a person with grants, or a stranger with none. */
export interface Speaker {
  /** The account's id on its channel. */
  accountId: string
  personId?: string
  name?: string
  title?: string
  grants: Grant[]
}

/** Whether the speaker holds one of the roles, in whatever unit. */
export function hasRole(speaker: Speaker, roles: readonly RoleName[]): boolean {
  return speaker.grants.some((grant) => roles.includes(grant.role))
}
