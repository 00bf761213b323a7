import { Refusal } from '../channels/zalo/answer.ts'
import type { TextStyle } from '../channels/zalo/api.ts'
import { reason, type ZaloConnection } from './zalo-state.ts'

/** A message that shows where one of Zalo's limits lies. */
interface Trial {
  what: string
  text: string
  styles?: TextStyle[]
}

const MOST = 2000

/** A line that tells its reader what it is, filled up with a letter to a number of UTF-16 units. */
function filled(what: string, letter: string, units: number): string {
  const head = `[thử: ${what}] `
  return head + letter.repeat(Math.floor((units - head.length) / letter.length)).padEnd(units - head.length, '.')
}

const NFD = 'ấ'.normalize('NFD')

/** What the documentation leaves open about "2000 characters" and positions in a text. */
export const TRIALS: readonly Trial[] = [
  { what: '2000 ký tự NFC', text: filled('2000 NFC', 'ấ', MOST) },
  { what: '2001 ký tự NFC', text: filled('2001 NFC', 'ấ', MOST + 1) },
  { what: '2000 đơn vị UTF-16 viết theo NFD', text: filled('2000 NFD', NFD, MOST).normalize('NFD').slice(0, MOST) },
  { what: '2000 chữ, viết theo NFD thành hơn 2000', text: filled('2000 chữ, NFD', 'ấ', MOST).normalize('NFD') },
  { what: '1500 biểu tượng (3000 đơn vị UTF-16)', text: '🌾'.repeat(1500) },
  {
    what: 'chữ đậm sau biểu tượng: phải đậm đúng chữ ĐẬM',
    text: '🌾🌾 chữ ĐẬM ở đây',
    styles: [{ start: 9, len: 3, st: ['b'] }],
  },
]

export interface TrialResult {
  what: string
  units: number
  codePoints: number
  bytes: number
  /** Zalo's answer in a few words. */
  answer: string
  status: number | undefined
  ms: number | undefined
}

/** Sends every trial to a chat, a second apart. Each that is accepted counts as a message of the month. */
export async function runTrials(zalo: ZaloConnection, chatId: string, pauseMs = 1000): Promise<TrialResult[]> {
  const results: TrialResult[] = []
  for (const { what, text, styles } of TRIALS) {
    const answer = await send(zalo, chatId, text, styles)
    const sizes = { units: text.length, codePoints: Array.from(text).length, bytes: Buffer.byteLength(text) }
    results.push({ what, ...sizes, ...answer })
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  return results
}

/** Sends messages one right after the other until Zalo refuses one or so many are sent. */
export async function runBurst(zalo: ZaloConnection, chatId: string, count: number): Promise<TrialResult[]> {
  const results: TrialResult[] = []
  for (let number = 1; number <= count; number += 1) {
    const text = `[thử: tin ${number}/${count} gửi liền nhau]`
    const answer = await send(zalo, chatId, text)
    results.push({
      what: `tin ${number}/${count}`,
      units: text.length,
      codePoints: text.length,
      bytes: Buffer.byteLength(text),
      ...answer,
    })
    if (answer.isRefused) break
  }
  return results
}

async function send({ api, answers }: ZaloConnection, chat_id: string, text: string, text_styles?: TextStyle[]) {
  const before = answers.length
  const told = async (): Promise<{ answer: string; isRefused: boolean }> => {
    try {
      const id = await api.sendMessage({ chat_id, text, ...(text_styles && { text_styles }) })
      return { answer: `nhận, mã tin ${id || '(không có)'}`, isRefused: false }
    } catch (error) {
      return { answer: `${error instanceof Refusal ? 'từ chối' : 'không rõ'}: ${reason(error)}`, isRefused: true }
    }
  }
  const result = await told()
  const last = answers.length > before ? answers.at(-1) : undefined
  return { ...result, status: last?.status, ms: last && Math.round(last.ms) }
}

/** A result in one line, to be copied into the check-list. */
export function trialLine({ what, units, codePoints, bytes, answer, status, ms }: TrialResult): string {
  return `${what} (${units} UTF-16, ${codePoints} điểm mã, ${bytes} byte): ${answer}; HTTP ${status ?? '–'}, ${ms ?? '–'} ms`
}
