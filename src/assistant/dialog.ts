import type { Reply } from '../command/command.ts'
import type { Outgoing } from '../messages/outgoing.ts'
import { hasRole } from '../people/speaker.ts'
import { refuseRole } from '../replies/refusal.ts'
import { deleteDialog, readDialog, type DialogRow } from '../store/dialogs.ts'
import { externalIdOf } from '../store/sent.ts'
import type { FormCommand } from './act.ts'
import { readControl } from './control-words.ts'
import { toOutgoing } from './courier.ts'
import { showDraft } from './dialog-view.ts'
import { complete, CONFIRM, readDraft, upgraded, type Draft } from './draft.ts'
import { takenFromFirst } from './first-message.ts'
import { hearAnswer } from './hear-answer.ts'
import { keepDraft } from './keep-draft.ts'
import { makeTurn, NOTHING_NAMED, textOf, type TurnParts } from './make-turn.ts'
import { buttonsOn, ownerOf } from './open-form.ts'
import { keepTopic, offerChoices } from './topic.ts'

/** Answers a message as if no dialog were open. */
type Plain = (parts: TurnParts) => Promise<Outgoing[]>

/**
 * A message of somebody who has a dialog open in that chat goes to the dialog first; what is plainly something else is
 * answered by `plain` and the dialog's question is put again. Without an open dialog it is `plain` that answers.
 */
export async function inDialog(parts: TurnParts, plain: Plain): Promise<Outgoing[]> {
  const { db, house, incoming } = parts
  const row = await readDialog(db, ownerOf(parts))
  const draft = row && readDraft(row.data)
  const command = draft && formCommand(parts, draft)
  const resumed = row?.state === 'expired' && readControl(textOf(incoming)) === 'resume'
  if (!command || (row?.state === 'expired' && !resumed)) return incoming.addressed ? plain(parts) : []
  if (command.roles && !hasRole(parts.speaker, command.roles)) {
    await deleteDialog(db, ownerOf(parts))
    return [
      toOutgoing(
        await refuseRole(
          { ...parts, say: house.say, channel: incoming.channel },
          house.say(command.summary),
          command.roles,
          command.name,
        ),
        command.name,
      ),
    ]
  }
  const { current, note } = takeUp(parts, command, draft)
  if (resumed || (note && current.step !== draft.step))
    return incoming.addressed ? show(parts, command, current, note ?? house.say('dialog-resumed')) : []

  const act = await hearAnswer(parts, command, current)
  switch (act.kind) {
    case 'go-on':
      if (act.draft.step === CONFIRM && !command.form.confirm)
        return leave(parts, command, current, await submit(parts, command, act.draft))
      return show(parts, command, await takenFromFirst(parts, command, current, act.draft), join(note, act.note))
    case 'cancel':
      return leave(parts, command, current, [{ text: leftSaid(parts, command, current) }])
    case 'submit': {
      const whole = complete(command.form, act.draft)
      if (whole.step !== CONFIRM) return show(parts, command, whole, note)
      return leave(parts, command, current, await submit(parts, command, whole))
    }
    case 'silence':
      return []
    case 'later':
      await keepDraft(db, ownerOf(parts), current, parts.now)
      return [toOutgoing({ text: house.say('dialog-later') }, command.name)]
    case 'aside':
      return answerAside(act.text === undefined ? parts : saying(parts, act.text), command, current, row, plain)
    case 'anew':
      return beginAnew(parts, command, current, row, plain)
  }
}

function formCommand({ house }: TurnParts, draft: Draft): FormCommand | undefined {
  const command = house.commands.find(({ name }) => name === draft.form)
  return command?.form ? { ...command, form: command.form } : undefined
}

/** A draft of another version goes on at the first step that still fits, with a word about it. */
function takeUp({ house }: TurnParts, { form }: FormCommand, draft: Draft): { current: Draft; note?: string } {
  if (draft.version === form.version) return { current: draft }
  return { current: upgraded(form, draft), note: house.say('dialog-upgraded') }
}

async function submit(parts: TurnParts, command: FormCommand, { values }: Draft): Promise<Reply[]> {
  const turn = makeTurn(parts, command, { text: '', mentions: NOTHING_NAMED, sets: [], slots: {} })
  return [await command.form.submit(turn, values)].flat()
}

/** What a dialog that is left without doing anything says: that what it was to change stands as it was. */
function leftSaid(parts: TurnParts, command: FormCommand, { values }: Draft): string {
  const { leaving } = command.form
  if (!leaving) return parts.house.say('dialog-cancelled')
  return leaving.said(makeTurn(parts, command, { text: '', mentions: NOTHING_NAMED, sets: [], slots: {} }), values)
}

/** The turn in which a text was meant that came before. */
function saying(parts: TurnParts, text: string): TurnParts {
  return { ...parts, incoming: { ...parts.incoming, content: { kind: 'text', text } } }
}

/** Shows where the dialog stands; where the channel can, in the place of its last message. */
async function show(
  parts: TurnParts,
  command: FormCommand,
  draft: Draft,
  note?: string,
  how: { fresh?: boolean; brief?: boolean } = {},
): Promise<Outgoing[]> {
  const turn = makeTurn(parts, command, { text: '', mentions: NOTHING_NAMED, sets: [], slots: {} })
  const edits = how.fresh ? undefined : await messageToEdit(parts, draft)
  const { reply, draft: shown } = await showDraft(turn, command, draft, buttonsOn(parts), { note, brief: how.brief })
  await keepDraft(parts.db, ownerOf(parts), { ...shown, message: parts.key }, parts.now)
  return [{ ...toOutgoing(reply, command.name, callbackOf(parts)), edits }]
}

/** Ends the dialog with a last word, and takes up the one it interrupted. */
async function leave(parts: TurnParts, command: FormCommand, draft: Draft, replies: Reply[]): Promise<Outgoing[]> {
  const edits = await messageToEdit(parts, draft)
  const choices = replies.flatMap((reply) => reply.choices ?? [])
  const about = replies.find((reply) => reply.about)?.about
  if (about) await keepTopic(parts.db, ownerOf(parts), about, choices, parts.now)
  else if (choices.length > 0) await offerChoices(parts.db, ownerOf(parts), choices, parts.now)
  const said = replies.map((reply, index) =>
    index === 0 ? { ...toOutgoing(reply, command.name, callbackOf(parts)), edits } : toOutgoing(reply, command.name),
  )
  const { below } = draft
  const lower = below && formCommand(parts, below)
  if (!lower) {
    await deleteDialog(parts.db, ownerOf(parts))
    return said
  }
  // Counted on, so that no button of the dialog that ends is one of this.
  const { current, note } = takeUp(parts, lower, { ...below, shown: Math.max(below.shown, draft.shown) })
  return [...said, ...(await show(parts, lower, current, note ?? parts.house.say('dialog-taken-up'), { fresh: true }))]
}

/** Answers a question in the middle, then puts the dialog's own again, unless the answer opened another dialog. */
async function answerAside(
  parts: TurnParts,
  command: FormCommand,
  draft: Draft,
  before: DialogRow,
  plain: Plain,
): Promise<Outgoing[]> {
  const answers = await plain(parts)
  const after = await readDialog(parts.db, ownerOf(parts))
  if (after?.data !== before.data) return answers
  // Numbers that are typed belong to the dialog: a second numbered list would only mislead.
  const said = buttonsOn(parts) ? answers : answers.map((message) => ({ ...message, buttons: undefined }))
  const back = draft.step === CONFIRM ? undefined : parts.house.say('dialog-back-to')
  const open = { ...draft, doubt: undefined }
  // Who has only now opened the private chat has seen nothing of it yet.
  const brief = !/^\/start\b/.test(textOf(parts.incoming))
  const again = await show(parts, command, open, back, { fresh: true, brief })
  return [...said, ...again.map((message) => ({ ...message, answers: undefined }))]
}

/** Begins the same command with a new message; where that opens nothing, what stood goes on. */
async function beginAnew(
  parts: TurnParts,
  command: FormCommand,
  draft: Draft,
  before: DialogRow,
  plain: Plain,
): Promise<Outgoing[]> {
  const [first, ...others] = await answerAside(parts, command, draft, before, plain)
  const after = await readDialog(parts.db, ownerOf(parts))
  const begun = after && readDraft(after.data)
  if (!first || begun?.form !== command.name || begun.first === draft.first) return first ? [first, ...others] : others
  return [{ ...first, text: [parts.house.say('dialog-anew'), '', first.text].join('\n') }, ...others]
}

/** The platform's id of the dialog's last message, where it can be changed and is known. */
async function messageToEdit({ db, courier, incoming }: TurnParts, { message }: Draft): Promise<string | undefined> {
  if (!courier.limitsOf(incoming.channel)?.edit) return undefined
  const { content } = incoming
  if (content.kind === 'press' && content.data.startsWith('!') && content.messageId) return content.messageId
  return message ? externalIdOf(db, message) : undefined
}

function callbackOf({ incoming: { content } }: TurnParts): string | undefined {
  return content.kind === 'press' ? content.callbackId : undefined
}

function join(...notes: (string | undefined)[]): string | undefined {
  const said = notes.filter((note) => note !== undefined)
  return said.length > 0 ? said.join('\n') : undefined
}
