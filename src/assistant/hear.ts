import type { Ask, Command, Reply } from '../command/command.ts'
import { isOffered } from '../command/is-offered.ts'
import { looksLikeReport } from '../language/looks-like-report.ts'
import type { Mentions, Understanding } from '../language/meaning.ts'
import { isInvitation } from '../people/invite-code.ts'
import { isPutOff, readControl } from './control-words.ts'
import type { House } from './house.ts'
import { NOTHING_NAMED, textOf, type TurnParts } from './make-turn.ts'
import { readChoice, readPress } from './press.ts'
import { targetMention } from './slots.ts'
import type { Topic } from './topic.ts'
import { commandForWords } from './words-act.ts'

/** What the message turned out to ask: a command with what was named, or something to say at once. */
export type Heard =
  | { command: Command; mentions: Mentions; ask: Ask; goesOn?: boolean }
  | { reply: Reply; spokenBy: string; ask?: Ask }

/** What is shown to somebody who was not understood, behind what was nearest to it. */
const USUAL_QUESTIONS = ['status', 'unmet', 'indicator']

const WORKBOOK_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** The command for a workbook that comes without a word that is understood; it hands on what was not filled in for it. */
const TAKES_WORKBOOKS = 'import-workbook'
/** The command for a report that is pasted, or sent as a document, without a word that is understood. */
const READS_REPORTS = 'read-report'
const READ_AS_REPORTS: ReadonlySet<string> = new Set([
  'text/plain',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  WORKBOOK_MIME,
])

/** What a message outside a dialog asks; undefined where it is nothing to answer. */
export function hear(parts: TurnParts, topic: Topic): Heard | undefined {
  const { house, incoming } = parts
  const { content } = incoming
  const { say } = house
  switch (content.kind) {
    case 'press': {
      const ask = readPress(content.data, topic.choices)
      return ask ? hearAsk(house, ask) : { reply: { text: say('button-gone') }, spokenBy: 'fallback' }
    }
    case 'text':
      return hearText(parts, content.text, topic)
    case 'file':
      return hearFile(parts, content.caption, topic)
    case 'unsupported':
      return { reply: { text: say(content.what === 'voice' ? 'voice-unread' : 'kind-unread') }, spokenBy: 'fallback' }
    default:
      return undefined
  }
}

/**
 * A file is for what is written under it. Under which nothing else is asked for, a workbook is one that was filled in, and any
 * other document a report to be read.
 */
function hearFile(parts: TurnParts, caption: string | undefined, topic: Topic): Heard {
  const { house, files } = parts
  const heard: Heard = caption
    ? hearText(parts, caption, topic)
    : { reply: { text: house.say('file-unexpected') }, spokenBy: 'fallback' }
  const document = files.find((file) => file.kind === 'kept' && READ_AS_REPORTS.has(file.mime))
  if (document?.kind !== 'kept' || !('reply' in heard)) return heard
  const name = document.mime === WORKBOOK_MIME ? TAKES_WORKBOOKS : READS_REPORTS
  const taker = house.commands.find((command) => command.name === name)
  return taker ? hearCommand(taker, NOTHING_NAMED) : heard
}

function hearText(parts: TurnParts, text: string, topic: Topic): Heard {
  const { house, today, incoming } = parts
  const chosen = readChoice(text, topic.choices)
  if (chosen) return hearAsk(house, chosen)
  // Only called by name, or for help: that is answered, whatever else the word can be in a dialog.
  const called = text.trim() === '' ? 'greeting' : readControl(text) === 'help' ? 'help' : undefined
  const answering = house.commands.find(({ name }) => name === called)
  if (answering) return hearCommand(answering, NOTHING_NAMED)
  if (isPutOff(text)) return { reply: { text: house.say('put-off') }, spokenBy: 'greeting' }
  const reader =
    incoming.chat.kind === 'private' && looksLikeReport(text)
      ? house.commands.find(({ name }) => name === READS_REPORTS)
      : undefined
  if (reader) return hearCommand(reader, NOTHING_NAMED)
  const join = isInvitation(text) ? house.commands.find(({ name }) => name === 'join') : undefined
  if (join) return hearCommand(join, NOTHING_NAMED)
  const claiming = house.commands.find((command) => command.claims?.(text))
  if (claiming) return hearCommand(claiming, NOTHING_NAMED)
  const slash = /^\/([a-z0-9_]+)(?:@\w+)?\s*(.*)$/is.exec(text.trim())
  const understanding = house.language().understand(slash ? (slash[2] ?? '') : text, today)
  if (slash) {
    const command = house.commands.find((each) => each.slash.includes((slash[1] ?? '').toLowerCase()))
    if (!command) return { reply: { text: house.say('slash-unknown', { name: slash[1] ?? '' }) }, spokenBy: 'fallback' }
    return hearCommand(command, understanding.mentions)
  }
  return hearUnderstanding(parts, understanding, topic)
}

function hearUnderstanding(parts: TurnParts, understanding: Understanding, topic: Topic): Heard {
  const { house } = parts
  const named = (name: string | undefined) => house.commands.find((command) => command.name === name)
  const said = textOf(parts.incoming)
  const isHeard = (command: Command | undefined) => command !== undefined
  switch (understanding.kind) {
    case 'meaning': {
      const command = named(understanding.command)
      return command ? hearWords(parts, command, understanding.mentions) : notUnderstood(parts, [])
    }
    case 'followUp': {
      const command = named(followUpCommand(understanding, topic.ask))
      if (!command) return notUnderstood(parts, understanding.near)
      return { ...hearCommand(command, understanding.mentions), goesOn: true }
    }
    case 'ambiguous': {
      const heard = understanding.options.flatMap(({ command }) => named(command) ?? [])
      const meant = [...new Set(heard.map((each) => commandForWords(house.commands, each, said)))].filter(isHeard)
      // What is not for this speaker is not what is meant, unless nothing else is.
      const own = meant.filter((each) => isOffered(each, parts.speaker))
      const options = own.length > 0 ? own : meant
      const [best] = options
      if (!best) return notUnderstood(parts, [])
      if (options.length === 1) return hearCommand(best, understanding.mentions)
      if (best.twin !== undefined && options.every(({ name }) => name === best.name || name === best.twin))
        return hearWords(parts, best, understanding.mentions)
      return {
        reply: {
          text: house.say('which-question'),
          choices: options.map((command) => ({
            label: house.say(command.summary),
            ask: askOf(command, understanding.mentions),
          })),
        },
        spokenBy: 'fallback',
      }
    }
    case 'unknown':
      return chosenInShort(parts, topic) ?? notUnderstood(parts, understanding.near)
  }
}

/** A command that the words name; where they only ask about what it does or deny it, what answers that. */
function hearWords(parts: TurnParts, named: Command, mentions: Mentions): Heard {
  const command = commandForWords(parts.house.commands, named, textOf(parts.incoming))
  return command ? hearCommand(command, mentions) : notUnderstood(parts, [named.name])
}

/** What is asked of one criterion or indicator after another: "còn bảo hiểm y tế?" after the villages' sums. */
const GO_ON = new Set(['explain', 'rollup', 'history'])
/** The same where one was named before: "ai phụ trách 17.5", then "còn wifi?". */
const GO_ON_WITH = new Set(['tasks', 'compare'])

/** Names without a question ask again what was last asked; a criterion or indicator asks for its own state. */
function followUpCommand(
  { mentions, which }: Extract<Understanding, { kind: 'followUp' }>,
  ask: Ask | undefined,
): string | undefined {
  const last = ask?.command
  const { targets, units, unknownUnit, ownUnit, sets } = mentions
  const [target] = targets
  if (target)
    return last !== undefined && (GO_ON.has(last) || (ask?.target && GO_ON_WITH.has(last))) ? last : target.kind
  // "Tiêu chí nào?" after a count are those that are missing.
  if (which === true && last === 'status') return 'unmet'
  const named = units.length + sets.length > 0 || unknownUnit !== undefined || ownUnit !== undefined
  return last || (named ? 'status' : undefined)
}

function hearCommand(command: Command, mentions: Mentions): Heard {
  return { command, mentions, ask: askOf(command, mentions) }
}

function hearAsk(house: House, ask: Ask): Heard {
  const command = house.commands.find(({ name }) => name === ask.command)
  if (!command) return { reply: { text: house.say('button-gone') }, spokenBy: 'fallback' }
  const mentions: Mentions = {
    ...NOTHING_NAMED,
    units: ask.unit ? [{ ids: [ask.unit], text: ask.unit, exact: true }] : [],
    sets: ask.set ? [ask.set] : [],
    targets: ask.target ? [targetMention(house.catalogs, ask)] : [],
  }
  return { command, mentions, ask }
}

/** The question as far as the words tell it; a choice that is offered completes it. */
function askOf(command: Command, { units, sets, targets }: Mentions): Ask {
  const [unit] = units
  const [target] = targets
  return {
    command: command.name,
    unit: unit?.ids.length === 1 ? unit.ids[0] : undefined,
    set: sets.length === 1 ? sets[0] : undefined,
    target: target?.readings[0]?.code,
  }
}

/** "Được", "không" to choices that were offered: which one is meant is for the person to say, for one of them may be done at once. */
function chosenInShort({ house, incoming }: TurnParts, { choices }: Topic): Heard | undefined {
  const control = readControl(textOf(incoming))
  if (choices.length < 2 || (control !== 'confirm' && control !== 'refuse')) return undefined
  return { reply: { text: house.say('choices-which'), choices }, spokenBy: 'fallback' }
}

function notUnderstood({ house, speaker, incoming }: TurnParts, near: readonly string[]): Heard {
  const { commands, say } = house
  // "Bỏ qua", "hủy", "quay lại" after the dialog has ended: no other command is what was meant.
  if (readControl(textOf(incoming))) return { reply: { text: say('dialog-none') }, spokenBy: 'fallback' }
  const listed = commands.filter((command) => isOffered(command, speaker))
  const close = near.flatMap((name) => listed.find((command) => command.name === name) ?? [])
  const usual = USUAL_QUESTIONS.flatMap((name) => listed.find((command) => command.name === name) ?? [])
  const shown = [...new Set([...close, ...usual])].slice(0, 3)
  const examples = shown.flatMap((command) => command.examples.slice(0, 1)).map((example) => `“${example}”`)
  return { reply: { text: say('not-understood', { examples: examples.join(', ') }) }, spokenBy: 'fallback' }
}
