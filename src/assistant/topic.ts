import type { Ask, Choice } from '../command/command.ts'
import type { Db } from '../store/schema.ts'
import { readTopic, writeTopic, type TopicKey } from '../store/topics.ts'

/** A topic that only holds choices: no follow-up can lean on it. */
export const NOTHING_ASKED: Ask = { command: '' }

/** How long a follow-up may lean on what was said before. */
const LASTS_MS = 30 * 60_000

/** What was last talked about, and the choices that were offered with it. */
export interface Topic {
  ask?: Ask
  choices: Choice[]
}

export async function recallTopic(db: Db, key: TopicKey, now: Date): Promise<Topic> {
  const row = await readTopic(db, key, new Date(now.getTime() - LASTS_MS))
  if (!row) return { choices: [] }
  return { ask: JSON.parse(row.topic) as Ask, choices: row.choices ? (JSON.parse(row.choices) as Choice[]) : [] }
}

export async function keepTopic(db: Db, key: TopicKey, ask: Ask, choices: Choice[], now: Date): Promise<void> {
  await writeTopic(db, key, JSON.stringify(ask), choices.length > 0 ? JSON.stringify(choices) : null, now)
}

/** Offers choices to somebody who did not ask for them; what was talked about stays. */
export async function offerChoices(db: Db, key: TopicKey, choices: Choice[], now: Date): Promise<void> {
  const { ask = NOTHING_ASKED } = await recallTopic(db, key, now)
  await keepTopic(db, key, ask, choices, now)
}
