import type { Command, Reply, Turn } from '../command/command.ts'
import type { Form, Option, Values } from '../command/form.ts'
import { deleteDialog, readDialog } from '../store/dialogs.ts'
import { hasPrivateChat } from '../store/groups.ts'
import type { TopicKey } from '../store/topics.ts'
import { toOutgoing } from './courier.ts'
import { showDraft } from './dialog-view.ts'
import { answered, CONFIRM, newDraft, readDraft, type Draft } from './draft.ts'
import { keepDraft } from './keep-draft.ts'
import type { TurnParts } from './make-turn.ts'

/**
 * Opens a command's form: what the message already says is taken, only the rest is asked. A dialog of another form that
 * is open there waits below and is taken up again when this one ends.
 */
export async function openForm(
  parts: TurnParts,
  command: Command,
  turn: Turn<never>,
  given: Values = {},
): Promise<Reply[]> {
  const { form } = command
  if (!form) throw new Error(`commands/${command.name}: begin() needs a form`)
  const moved = movesToPrivate(parts, form)
  const owner = moved ? privateOf(parts) : ownerOf(parts)
  const { values, among, problems } = await prefill(form, turn, given)
  const { below, shown: before } = await interrupted(parts, owner, command)
  const fresh = { ...newDraft(command.name, form.version, values, turn.text, below), shown: before }
  const draft = answered(form, { ...fresh, among }, {})
  if (draft.step === CONFIRM && !form.confirm) {
    if (!draft.below) await deleteDialog(parts.db, owner)
    return [await form.submit(turn, draft.values)].flat()
  }
  const note = problems.length > 0 ? problems.join('\n') : undefined
  const { reply, draft: shown } = await showDraft(turn, { ...command, form }, draft, buttonsOn(parts), { note })
  const key = moved ? `${parts.key}:private` : parts.key
  await keepDraft(parts.db, owner, { ...shown, message: key }, parts.now)
  if (!moved) return [reply]
  const { channel, chatId } = owner
  const known = await hasPrivateChat(parts.db, channel, chatId)
  // Who never wrote to the bot can only be answered once they open the chat; then the dialog's question is there.
  const link = known ? undefined : turn.startLink?.(START_WORD)
  if (link !== undefined) return [{ text: turn.say('dialog-in-private-open', { link }) }]
  await parts.courier.answer(parts.db, { channel, chatId }, key, [toOutgoing(reply, command.name)], parts.now)
  return [{ text: turn.say(known ? 'dialog-in-private' : 'dialog-in-private-write') }]
}

/** Said in private by the link that opens the chat; the dialog that waits there answers. */
const START_WORD = 'tieptuc'

/** Whose dialog the message would belong to. */
export function ownerOf({ incoming: { channel, chat, sender } }: TurnParts): TopicKey {
  return { channel, chatId: chat.id, senderId: sender.id }
}

/** A private chat has the id of the account on every channel. */
function privateOf({ incoming: { channel, sender } }: TurnParts): TopicKey {
  return { channel, chatId: sender.id, senderId: sender.id }
}

/**
 * Where a group's messages reach the bot only when it is named, every dialog goes on in private; one that is for the
 * speaker alone does so everywhere.
 */
function movesToPrivate({ courier, incoming: { channel, chat } }: TurnParts, { inPrivate }: Form): boolean {
  return chat.kind === 'group' && (inPrivate === true || courier.limitsOf(channel)?.groupDialogs === false)
}

/** Whether choices can be pressed there. */
export function buttonsOn({ courier, incoming: { channel } }: TurnParts): boolean {
  return courier.limitsOf(channel)?.buttons ?? false
}

/**
 * The open dialog of another form, to be taken up again; one of the same form gives way. `shown` goes on counting from it,
 * so that none of its buttons is taken for one of the new dialog.
 */
async function interrupted(
  { db }: TurnParts,
  owner: TopicKey,
  { name }: Command,
): Promise<{ below?: Draft; shown: number }> {
  const row = await readDialog(db, owner)
  const open = row?.state === 'open' ? readDraft(row.data) : undefined
  // What was doubted is settled by what is done instead.
  const below = open && (open.form === name ? open.below : { ...open, doubt: undefined })
  return { below, shown: open?.shown ?? 0 }
}

/** What a message says of each step without being asked, and what stands unless something else is said. */
export async function prefill(form: Form, turn: Turn<never>, given: Values) {
  const values: Values = { ...given }
  const among: Record<string, Option[]> = {}
  const problems: string[] = []
  for (const step of form.steps) {
    if (values[step.name] !== undefined) continue
    const heard = await step.hear?.(turn, values)
    if (!heard) {
      const presumed: unknown = step.presumed?.(turn)
      if (presumed !== undefined) values[step.name] = presumed
    } else if ('value' in heard) values[step.name] = heard.value
    else if ('among' in heard) among[step.name] = heard.among
    else problems.push(heard.problem)
  }
  return { values, among, problems }
}
