import type { Turn } from '../command/command.ts'
import { mayAnywhere } from '../replies/own-communes.ts'
import { endedWithin, liveOf, liveWithin, type Assignment } from '../store/assignments.ts'
import { mayDirect } from './overseers.ts'

type Needed = Pick<Turn, 'db' | 'speaker' | 'now'>

/** How long what is over can be opened again by name. */
const OVER_DAYS = 90
const DAY_MS = 86_400_000

/** The speaker's own tasks that are not over. */
export async function ownTasks({ db, speaker }: Pick<Turn, 'db' | 'speaker'>): Promise<Assignment[]> {
  return speaker.personId ? liveOf(db, speaker.personId) : []
}

/** The tasks that the speaker directs and that are not over: of others, or given to oneself. */
export async function directedTasks(turn: Needed): Promise<Assignment[]> {
  return within(turn, liveWithin)
}

/** The tasks that the speaker directs and that were closed not long ago. */
export async function closedTasks(turn: Needed): Promise<Assignment[]> {
  const since = new Date(turn.now.getTime() - OVER_DAYS * DAY_MS)
  const over = await within(turn, (db, path) => endedWithin(db, path, since))
  return over.filter(({ state }) => state === 'closed')
}

async function within(
  { db, speaker }: Needed,
  read: (db: Turn['db'], path: string) => Promise<Assignment[]>,
): Promise<Assignment[]> {
  if (!mayAnywhere({ speaker }, 'assign')) return []
  const paths = new Set(speaker.grants.map(({ unitPath }) => unitPath))
  const found = new Map<number, Assignment>()
  for (const path of paths) for (const task of await read(db, path)) found.set(task.id, task)
  return [...found.values()].filter((task) => mayDirect(speaker, task) && !isOthersDecision(speaker, task))
}

/** One's own task that somebody else gave is for others to decide on. */
function isOthersDecision({ personId }: Turn['speaker'], { person_id, given_by }: Assignment): boolean {
  return person_id === personId && given_by !== personId
}

/** Those of the directed tasks whose owner asks for another day. */
export async function tasksAsking(turn: Needed): Promise<Assignment[]> {
  return (await directedTasks(turn)).filter(({ state, asked_due }) => state === 'open' && asked_due !== null)
}
