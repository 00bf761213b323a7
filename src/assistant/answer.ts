import type { Ask, Command, Reply, Slots, SlotName, Turn } from '../command/command.ts'
import { leavesOut, namesNothing } from '../language/going-on.ts'
import type { Mentions } from '../language/meaning.ts'
import { hasRole } from '../people/speaker.ts'
import { refuseRole } from '../replies/refusal.ts'
import { unitOfChat } from '../store/chats.ts'
import type { Heard } from './hear.ts'
import { makeTurn, textOf, type TurnParts } from './make-turn.ts'
import { fillSets, fillTargets, fillUnit, fillUnits, type Filled, type SlotContext } from './slots.ts'
import type { Topic } from './topic.ts'

/** Lets the command answer that was heard, with what it needs filled; and what is then talked about. */
export async function answer(
  parts: TurnParts,
  topic: Topic,
  heard: Extract<Heard, { command: Command }>,
): Promise<{ replies: Reply[]; ask: Ask }> {
  const { house, db, incoming, speaker } = parts
  const { channel, chat } = incoming
  const { catalogs, say } = house
  const { command, mentions } = heard
  const language = house.language()
  if (speaker.grants.length === 0 && !command.always && house.publicQuestions === false)
    return { replies: [{ text: say('members-only') }], ask: heard.ask }
  if (command.roles && !hasRole(speaker, command.roles))
    return {
      replies: [
        await refuseRole(
          { db, say, speaker, channel, now: parts.now },
          say(command.summary),
          command.roles,
          command.name,
        ),
      ],
      ask: heard.ask,
    }

  const groupUnit = chat.kind === 'group' ? await unitOfChat(db, channel, chat.id) : undefined
  const context: SlotContext = {
    db,
    catalogs,
    language,
    say,
    mentions,
    groupUnit,
    ask: heard.ask,
    topic: topic.ask,
    grants: speaker.grants,
    ofRegion: command.ofRegion?.(textOf(incoming)),
  }
  const sets = fillSets(context, heard.goesOn === true || leaning(command, mentions, textOf(incoming)))
  const filled = await fillSlots(command, context, sets, heard.goesOn === true)
  if (!filled.ok) return { replies: [filled.reply], ask: heard.ask }
  const slots = filled.value
  const { subject } = heard.ask
  const turn = makeTurn(parts, command, { text: textOf(incoming), mentions, sets, slots, subject, before: topic.ask })
  const replies = [await command.run(turn)].flat()
  const ask = {
    ...heard.ask,
    unit: comparesUnits(command, mentions) ? undefined : (slots.unit?.id ?? heard.ask.unit ?? topic.ask?.unit),
    set: sets.length === 1 ? sets[0]?.id : undefined,
    target: slots.targets?.[0]?.code ?? heard.ask.target,
  }
  return { replies, ask }
}

/** Whether what is asked about is still to be taken from the topic: a criterion or an indicator is one of a set. */
function leaning({ needs = [] }: Command, mentions: Mentions, text: string): boolean {
  if (mentions.targets.length > 0) return false
  return needs.includes('targets') || (namesNothing(mentions) && leavesOut(text))
}

/** After a comparison no one of the units is what was last talked about: what comes next is about the speaker's own. */
function comparesUnits({ needs = [] }: Command, { units }: Mentions): boolean {
  return needs.includes('units') && (units.length > 1 || (units.length === 1 && !needs.includes('unit')))
}

async function fillSlots(
  { needs = [], setAlone = false }: Command,
  context: SlotContext,
  sets: Turn['sets'],
  goesOn: boolean,
): Promise<Filled<Partial<Slots>>> {
  const wants = (slot: SlotName) => needs.includes(slot)
  const slots: Partial<Slots> = {}
  // "Bộ nâng cao gồm những gì" asks for the set; "còn nâng cao?" for what was talked about in that set.
  const { mentions, ask } = context
  const ofSet = setAlone && !goesOn && mentions.sets.length > 0 && mentions.targets.length === 0 && !ask.target
  if (wants('targets') && ofSet) slots.targets = []
  else if (wants('targets')) {
    const targets = fillTargets(context, sets)
    if (!targets.ok) return targets
    slots.targets = targets.value
  }
  if (wants('unit') || wants('units')) {
    const units = await fillUnits(context)
    if (!units.ok) return units
    slots.units = units.value
    if (wants('unit')) {
      const unit = await fillUnit(context, units.value)
      if (!unit.ok) return unit
      slots.unit = unit.value
    }
  }
  return { ok: true, value: slots }
}
