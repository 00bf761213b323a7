import type { Reply, TakenFile } from '../command/command.ts'
import { MOST_FILES } from '../replies/hear-files.ts'
import type { Heard } from './hear.ts'
import type { TurnParts } from './make-turn.ts'
import type { Topic } from './topic.ts'

/** What becomes of the files of a turn that came without a word that is understood. */
export interface HeldFiles {
  /** What is held by now, with the files of this turn. */
  files: TakenFile[]
  /** Whether the command that was heard takes them. */
  taken: boolean
  /** What is said of files that nobody knows the use of yet. */
  reply?: Reply
}

/**
 * A photo often comes first and what it is for in the next message: it is held until then, for as long as a topic lasts, and goes
 * with the next command that takes files.
 */
export function heldFiles({ house, speaker, incoming, files }: TurnParts, topic: Topic, heard: Heard): HeldFiles {
  const before = topic.ask?.held ?? []
  const { say } = house
  if (incoming.content.kind !== 'file') {
    const takes = 'command' in heard && heard.command.form?.steps.some(({ takesFiles }) => takesFiles === true) === true
    return { files: before, taken: takes && before.length > 0 }
  }
  const known = incoming.chat.kind === 'private' && speaker.personId !== undefined
  if ('command' in heard || !known) return { files: before, taken: false }
  const refused = files.find((file) => file.kind === 'refused')
  if (refused) return { files: before, taken: false, reply: { text: say(`file-${refused.why}`) } }
  const kept = files.filter((file) => file.kind === 'kept')
  const held = new Set(before.flatMap((file) => (file.kind === 'kept' ? [file.sha256] : [])))
  const all = [...before, ...kept.filter(({ sha256 }) => !held.has(sha256))]
  if (kept.length === 0) return { files: before, taken: false }
  if (all.length > MOST_FILES)
    return { files: before, taken: false, reply: { text: say('file-too-many', { most: MOST_FILES }) } }
  return { files: all, taken: false, reply: { text: say('file-held', { count: all.length }) } }
}
