import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { onTestFinished, vi } from 'vitest'

const PACKAGE = '@openclaw/crabline@0.1.27'
const INSTALL_MS = 60_000
const TOKEN = '1459232241454765289:crabline-token-of-the-tests'
const ADMIN = 'crabline-admin-of-the-tests'

/** A server that others wrote after Zalo's documentation, as a process of its own. */
export interface Crabline {
  apiRoot: string
  token: string
  /** Somebody writes in a private chat. */
  write(chat: string, text: string): Promise<void>
  /** The texts that the bot sent to a chat, oldest first. */
  texts(chat: string): string[]
}

interface RecordedCall {
  path: string
  accepted?: boolean
  body?: { chat_id?: string; text?: string }
}

/** Installs and starts crabline in a folder of its own. Undefined where it cannot be installed within a minute. */
export async function startCrabline(): Promise<Crabline | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-crabline-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const install = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', PACKAGE]
  try {
    await promisify(execFile)('npm', install, { timeout: INSTALL_MS, cwd: folder })
  } catch {
    return undefined
  }

  const [ready, recorder] = [join(folder, 'ready.json'), join(folder, 'calls.jsonl')]
  const program = join(folder, 'node_modules/@openclaw/crabline/dist/src/bin/crabline.js')
  const server = spawn(process.execPath, [program, 'serve', 'zalo', '--ready-file', ready, '--recorder', recorder], {
    cwd: folder,
    env: { PATH: process.env.PATH, CRABLINE_BOT_TOKEN: TOKEN, CRABLINE_ADMIN_TOKEN: ADMIN },
    stdio: 'ignore',
  })
  onTestFinished(async () => {
    server.kill('SIGKILL')
    await once(server, 'exit')
  })
  await vi.waitUntil(() => existsSync(ready), { timeout: 15_000 })
  const { baseUrl, endpoints } = JSON.parse(readFileSync(ready, 'utf8')) as {
    baseUrl: string
    endpoints: { adminInboundUrl: string }
  }

  return {
    apiRoot: baseUrl,
    token: TOKEN,
    async write(chatId, text) {
      const response = await fetch(endpoints.adminInboundUrl, {
        method: 'POST',
        headers: { authorization: `Bearer ${ADMIN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ chatId, senderId: chatId, senderName: 'Nguyễn Văn Mẫu', text }),
      })
      if (!response.ok) throw new Error(`crabline: ${response.status} ${await response.text()}`)
    },
    texts(chat) {
      const lines = existsSync(recorder) ? readFileSync(recorder, 'utf8').split('\n').filter(Boolean) : []
      return lines
        .map((line) => JSON.parse(line) as RecordedCall)
        .filter(({ path, accepted, body }) => path.endsWith('/sendMessage') && accepted && body?.chat_id === chat)
        .map(({ body }) => body?.text ?? '')
    },
  }
}
