import type { ChannelName } from '../messages/incoming.ts'
import { findGroup, titleOfChat } from '../store/groups.ts'
import { isOpen, sendsTogether, type Sent } from '../store/notices.ts'
import type { Db } from '../store/schema.ts'
import type { Say } from '../wording/say.ts'
import { groupSaid } from './group-words.ts'

/** How a notice stands in one group, whatever number of messages it took. */
export interface GroupDelivery {
  channel: ChannelName
  chatId: string
  /** `failed` is known not to have arrived, in part or in whole; of `unknown` nobody knows. */
  state: 'sent' | 'waiting' | 'failed' | 'unknown'
  /** The platform's words, of the first part that did not arrive. */
  reason: string | null
  parts: readonly Sent[]
}

/** How a notice stands in each group, with all that was sent again of it. */
export async function deliveriesOf(db: Db, first: number): Promise<GroupDelivery[]> {
  const sends = await sendsTogether(db, first)
  return [...Map.groupBy(sends, ({ channel, chatId }) => `${channel}/${chatId}`).values()].map(toDelivery)
}

function toDelivery(parts: Sent[]): GroupDelivery {
  const { channel, chatId } = parts[0]!
  const has = (...states: Sent['state'][]) => parts.find(({ state }) => states.includes(state))
  const bad = has('unknown') ?? has('failed', 'stopped')
  const state = parts.some(isOpen) ? 'waiting' : !bad ? 'sent' : bad.state === 'unknown' ? 'unknown' : 'failed'
  return { channel, chatId, state, reason: bad?.error ?? null, parts }
}

/** How many groups a notice has reached, of how many, and how the others stand. */
export function counted(deliveries: readonly GroupDelivery[]) {
  const of = (state: GroupDelivery['state']) => deliveries.filter((each) => each.state === state)
  return {
    total: deliveries.length,
    sent: of('sent').length,
    waiting: of('waiting'),
    failed: of('failed'),
    unknown: of('unknown'),
  }
}

/** What the group of a delivery is called, also after it was unlinked. */
export async function deliveredTo(db: Db, say: Say, { channel, chatId }: GroupDelivery): Promise<string> {
  const group = await findGroup(db, [channel, chatId])
  if (group) return groupSaid(say, group)
  return (await titleOfChat(db, [channel, chatId])) ?? chatId
}
