import { once } from 'node:events'
import { createServer } from 'node:net'
import { portOf, type Config } from '../config.ts'
import { bad, type Finding, good } from './finding.ts'

const LONGEST_ANSWER_MS = 3000

/** Whether the web server can listen where the configuration says, or does already. */
export async function examineWeb(config: Config): Promise<Finding[]> {
  const port = portOf(config)
  if (port === undefined)
    return [good('tắt (chưa có PUBLIC_URL, PORT, METRICS_TOKEN)', 'off (no PUBLIC_URL, PORT, METRICS_TOKEN)')]
  const { HOST: host } = config
  const code = await tryToListen(port, host)
  switch (code) {
    case undefined:
      return [good(`cổng ${port} còn trống, bot chưa chạy`, `port ${port} is free, the bot does not run`)]
    case 'EADDRINUSE':
      return [
        (await isOurs(port, host)) ? good(`bot đang nghe ở cổng ${port}`, `the bot listens on ${port}`) : taken(port),
      ]
    case 'EACCES':
      return [
        bad(
          `người dùng chạy bot không được mở cổng ${port}: đặt PORT từ 1024 trở lên, để nginx hoặc Caddy giữ cổng 443`,
          `the bot's user may not open port ${port}: set PORT to 1024 or more, and leave 443 to nginx or Caddy`,
        ),
      ]
    default:
      return [
        bad(
          `không nghe được ở địa chỉ HOST, cổng ${port} (${code}): đặt HOST=127.0.0.1, hoặc để trống`,
          `nothing can listen on the address HOST, port ${port} (${code}): set HOST=127.0.0.1, or leave it empty`,
        ),
      ]
  }
}

function taken(port: number): Finding {
  return bad(
    `cổng ${port} đã có chương trình khác dùng: đặt PORT khác (sửa cả ở nginx, Caddy), hoặc tắt chương trình kia`,
    `another program uses port ${port}: set another PORT (in nginx or Caddy too), or stop that program`,
  )
}

/** Undefined where it can. */
async function tryToListen(port: number, host: string | undefined): Promise<string | undefined> {
  const server = createServer()
  try {
    server.listen(port, host)
    await once(server, 'listening')
    return undefined
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  } finally {
    server.close()
  }
}

async function isOurs(port: number, host = '127.0.0.1'): Promise<boolean> {
  const address = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host
  const where = address.includes(':') ? `[${address}]` : address
  try {
    const signal = AbortSignal.timeout(LONGEST_ANSWER_MS)
    const answer = await fetch(`http://${where}:${port}/healthz`, { signal, redirect: 'error' })
    return (await answer.text()) === 'ok'
  } catch {
    return false
  }
}
