import { randomInt } from 'node:crypto'
import type { Turn } from '../command/command.ts'
import { makeCode, writtenCode } from '../people/invite-code.ts'
import { keepInvitation, type Opens } from '../store/invitations.ts'
import { instant } from '../wording/instant.ts'

type Needed = Pick<Turn, 'db' | 'say' | 'now' | 'speaker' | 'startLink'>

/**
 * Makes an invitation.
 *
 * @returns its id, and the lines that tell the code, until when it is good, and the link that carries it.
 */
export async function newInvitation(turn: Needed, opens: Opens): Promise<{ id: number; lines: string[] }> {
  const { db, say, now, speaker } = turn
  const code = makeCode(randomInt)
  const { id, expires_at } = await keepInvitation(db, code, opens, speaker.personId, now)
  const link = turn.startLink?.(code)
  const lines = [
    say('invitation-code', { code: writtenCode(code) }),
    say('invitation-until', { until: instant(expires_at) }),
    ...(link ? [say('invitation-link', { link })] : []),
  ]
  return { id, lines }
}
