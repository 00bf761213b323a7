import type { Command, Turn } from '../command/command.ts'
import type { Form } from '../command/form.ts'
import type { Understanding } from '../language/meaning.ts'
import type { Draft } from './draft.ts'
import { makeTurn, NOTHING_NAMED, type TurnParts } from './make-turn.ts'

/** What a message does to an open dialog. */
export type Act =
  | { kind: 'go-on'; draft: Draft; note?: string }
  | { kind: 'submit'; draft: Draft }
  | { kind: 'cancel' }
  /** It is about something else, which is to be answered first; `text` where it was said before, and found out only now. */
  | { kind: 'aside'; text?: string }
  /** The same command is asked for anew: what stands gives way to it. */
  | { kind: 'anew' }
  /** It is put off: what was answered is kept, and nothing is asked now. */
  | { kind: 'later' }
  | { kind: 'silence' }

/** A command with its form. */
export type FormCommand = Command & { form: Form }

/** A turn in which something was said within a dialog. */
export function saidTurn(parts: TurnParts, command: Command, text: string, understood?: Understanding): Turn<never> {
  const heard = understood ?? (text === '' ? undefined : parts.house.language().understand(text, parts.today))
  const mentions = heard?.mentions ?? NOTHING_NAMED
  const sets = mentions.sets.flatMap((id) => parts.house.catalogs.get(id) ?? [])
  return makeTurn(parts, command, { text, mentions, sets, slots: {} })
}
