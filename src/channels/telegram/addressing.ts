import type { Entity } from './update.ts'

/** Who the bot is on Telegram, from `getMe`. */
export interface BotIdentity {
  id: number
  username: string
}

/**
 * Reads whom a text is for: `named` when it mentions the bot or is a command that is not another bot's. The text comes
 * back without the mention at its beginning and without the bot's name behind its command, as it would be written in
 * private.
 */
export function readAddress(text: string, entities: Entity[], bot: BotIdentity): { named: boolean; text: string } {
  const command = /^\/([a-z0-9_]{1,64})(?:@([a-z0-9_]+))?(?![^\s])/i.exec(text)
  if (command) {
    const [whole, name, addressee] = command
    const ours = addressee === undefined || addressee.toLowerCase() === bot.username.toLowerCase()
    return ours ? { named: true, text: `/${name}${text.slice(whole.length)}` } : { named: false, text }
  }
  const mentions = [...literalMentions(text, bot.username), ...linkedMentions(entities, bot.id)]
  const leading = mentions.find(({ start }) => text.slice(0, start).trim() === '')
  return {
    named: mentions.length > 0,
    text: leading ? text.slice(leading.end).replace(/^[\s,:]+/, '') : text,
  }
}

function literalMentions(text: string, username: string): { start: number; end: number }[] {
  const mention = new RegExp(`(?<![a-z0-9_])@${username}(?![a-z0-9_])`, 'gi')
  return [...text.matchAll(mention)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
}

function linkedMentions(entities: Entity[], botId: number): { start: number; end: number }[] {
  return entities
    .filter(({ type, user }) => type === 'text_mention' && user?.id === botId)
    .map(({ offset, length }) => ({ start: offset, end: offset + length }))
}
