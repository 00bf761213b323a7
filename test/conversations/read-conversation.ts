import { z } from 'zod'

/** A line of a conversation, and what has to come of it. */
export interface Step {
  input: object
  /** Every one of these stands in what the bot says … */
  says: string[]
  /** … none of these does … */
  saysNot: string[]
  /** Files that come with it, by the ends of their names, in order; not checked where left out. */
  files?: string[]
  /** … and this command says it. */
  command?: string
  /** The bot keeps silent. */
  silent: boolean
  line: number
}

export interface Conversation {
  title: string
  /** A folder of `samples/` or `test/worlds/`. */
  world: string
  now: string
  steps: Step[]
}

/**
 * Reads conversations as people write them down:
 *
 *     # what it shows            a new conversation
 *     world: trung-luong         its world; `now:` its clock
 *     ha: xã đạt bao nhiêu       ha writes in private; `ha@nhom: …` in a group
 *     ha presses: Xác nhận       a button; `ha sends: PATH caption` a file; `clock: TIME` time moves on
 *     restart                    the program ends and starts again on the same database; `restart: TIME` at a later time
 *     > 15/19 tiêu chí           has to be in the answer
 *     ! 14/19                    must not be in it
 *     = status                   the command that answers
 *     + .png                     a file with this ending comes with it; all of them, in order; `+ nothing` for none
 *     -                          no answer at all
 *
 * `{code}` in what is written stands for the invitation code that the bot said last.
 */
export function readConversations(text: string): Conversation[] {
  const conversations: Conversation[] = []
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    const current = conversations.at(-1)
    const step = current?.steps.at(-1)
    if (line === '') continue
    if (line.startsWith('# ')) {
      conversations.push({ title: line.slice(2), world: 'trung-luong', now: '2026-11-23T08:00:00+07:00', steps: [] })
    } else if (!current) throw new Error(`line ${index + 1}: a conversation begins with "# title"`)
    else if (line.startsWith('world: ')) current.world = line.slice(7)
    else if (line.startsWith('now: ')) current.now = line.slice(5)
    else if (line.startsWith('> ')) must(step, index).says.push(line.slice(2))
    else if (line.startsWith('! ')) must(step, index).saysNot.push(line.slice(2))
    else if (line.startsWith('= ')) must(step, index).command = line.slice(2)
    else if (line === '+ nothing') must(step, index).files = []
    else if (line.startsWith('+ ')) (must(step, index).files ??= []).push(line.slice(2))
    else if (/^restart(: |$)/.test(line)) {
      const at = line.slice('restart: '.length) || undefined
      current.steps.push({ ...NOTHING_SAID, input: { restart: true, at }, line: index + 1 })
    } else if (line === '-') must(step, index).silent = true
    else current.steps.push({ input: inputOf(line, index), says: [], saysNot: [], silent: false, line: index + 1 })
  }
  return conversations
}

/** Whether a line ends the program and starts it again. */
export function isRestart(input: object): input is { restart: true; at?: string } {
  return 'restart' in input
}

const NOTHING_SAID = { says: [], saysNot: [], silent: false }

function must(step: Step | undefined, index: number): Step {
  if (!step) throw new Error(`line ${index + 1}: nothing has been said yet`)
  return step
}

function inputOf(line: string, index: number): object {
  const match = /^(?<from>[\w-]+)(?:@(?<group>[\w-]+))?(?<how> presses| sends| mentions)?: ?(?<what>.*)$/.exec(line)
  const parsed = z.object({ from: z.string(), what: z.string() }).safeParse(match?.groups)
  if (!parsed.success) throw new Error(`line ${index + 1}: not understood: ${line}`)
  const { from, what } = parsed.data
  const { group, how } = match?.groups ?? {}
  if (from === 'clock') return { clock: what }
  if (how === ' presses') return { from, group, press: what }
  if (how === ' sends') {
    const [file, ...caption] = what.split(' ')
    return { from, group, file, text: caption.join(' ') || undefined }
  }
  return { from, group, text: what, mention: how === ' mentions' ? true : undefined }
}
