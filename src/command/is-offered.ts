import { hasRole, type Speaker } from '../people/speaker.ts'
import type { Command } from './command.ts'

/** What acts and yet is for everybody: calling for a person. */
const FOR_ALL = 'contact'

/** Whether a command is worth naming to somebody: one for their role, or one that acts, for those who take part. */
export function isOffered({ name, hidden, roles, acts, always }: Command, speaker: Speaker): boolean {
  if (hidden === true) return false
  if (roles) return hasRole(speaker, roles)
  if (acts !== true || always === true || name === FOR_ALL) return true
  return speaker.grants.some(({ role }) => role !== 'viewer')
}
