/**
 * The bot on Telegram, as `npm start` runs it, that ends itself with SIGKILL at one point of a message's way:
 * `turn` (its effects are written, not committed), `send` (committed, not sent) or `mark` (sent, not marked).
 */
import { createTelegramChannel } from '../../src/channels/telegram/channel.ts'
import { machineClock } from '../../src/clock.ts'
import { openHouse } from '../../src/house.ts'
import type { Channel } from '../../src/messages/channel.ts'
import type { Log } from '../../src/messages/log.ts'

const [databaseUrl = '', apiRoot = '', token = '', killAt = ''] = process.argv.slice(2)

const die = () => process.kill(process.pid, 'SIGKILL')
const log: Log = {
  info: (_, message) => void (killAt === 'turn' && message === 'turn' && die()),
  warn: (details, message) => console.error(message, details),
  error: (details, message) => console.error(message, details),
}

const telegram = createTelegramChannel({ token, apiRoot, log, pollSeconds: 1 })
const channel: Channel = {
  ...telegram,
  async send(chatId, message) {
    if (killAt === 'send') die()
    const outcome = await telegram.send(chatId, message)
    if (killAt === 'mark') die()
    return outcome
  },
}
const house = await openHouse({ databaseUrl, locale: 'vi', clock: machineClock, log, channels: [channel] })
house.assistant.resume()
house.delivery.wake()
setInterval(() => house.delivery.wake(), 100)
await channel.start((updates) => house.assistant.receive(updates))
