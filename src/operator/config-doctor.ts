import { statSync } from 'node:fs'
import type { Config } from '../config.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

/** What a configuration that can be read may still be lacking. */
export function examineConfig(config: Config): Finding[] {
  const { PUBLIC_URL, WEBHOOK_SECRET = '', TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN, LOG_TEXTS } = config
  const findings: Finding[] = []
  if (!TELEGRAM_BOT_TOKEN && !ZALO_BOT_TOKEN)
    findings.push(
      doubtful(
        'chưa có mã bot nào: “npm start” chỉ mở cửa sổ chat thử. Ghi ZALO_BOT_TOKEN hoặc TELEGRAM_BOT_TOKEN vào .env',
        'no token at all: “npm start” only opens a chat to try. Write ZALO_BOT_TOKEN or TELEGRAM_BOT_TOKEN into .env',
      ),
    )
  if (PUBLIC_URL !== undefined && !PUBLIC_URL.startsWith('https://') && !isHere(PUBLIC_URL))
    findings.push(
      bad(
        'PUBLIC_URL phải bắt đầu bằng https://: Zalo và Telegram không gọi địa chỉ http',
        'PUBLIC_URL has to begin with https://: Zalo and Telegram call no http address',
      ),
    )
  if (PUBLIC_URL !== undefined && WEBHOOK_SECRET.length < 24)
    findings.push(
      doubtful(
        'WEBHOOK_SECRET ngắn nên dễ đoán: tạo chuỗi mới bằng “openssl rand -hex 32”',
        'WEBHOOK_SECRET is short and can be guessed: make another with “openssl rand -hex 32”',
      ),
    )
  if (LOG_TEXTS === 'yes')
    findings.push(
      doubtful(
        'LOG_TEXTS=yes: nhật ký đang ghi nội dung tin nhắn, là dữ liệu cá nhân; tìm xong lỗi thì đặt lại no',
        'LOG_TEXTS=yes: the log holds what people write, which is personal data; set it back to no when you are done',
      ),
    )
  findings.push(...lookAtFile('.env'))
  return findings.length > 0 ? findings : [good('cấu hình đọc được', 'the configuration can be read')]
}

/** What a variable has to be, as `src/config.ts` says it, in Vietnamese. */
const IN_VIETNAMESE: Record<string, string> = {
  'must be an address such as https://example.vn': 'phải là một địa chỉ như https://example.vn',
  'must be the whole token as it was given, like 123456:ABC-def': 'phải là nguyên mã bot được cấp, dạng 123456:ABC-def',
  'must be a number': 'phải là một số',
  'must be a whole number': 'phải là số nguyên',
  'must be 0 or more': 'phải từ 0 trở lên',
  'must be 1 or more': 'phải từ 1 trở lên',
  'must be 30 or more': 'phải từ 30 trở lên',
  'must be more than 0': 'phải lớn hơn 0',
  'must be a number more than 0, or off': 'phải là số lớn hơn 0, hoặc off',
  'must be from 1 to 65535': 'phải từ 1 đến 65535',
  'must be domains such as zdn.vn,zadn.vn': 'phải là các tên miền như zdn.vn,zadn.vn',
  'must be 8 to 256 letters, digits, - or _': 'phải gồm 8 đến 256 chữ không dấu, chữ số, dấu - hoặc _',
  'must be 16 to 256 letters, digits, - or _': 'phải gồm 16 đến 256 chữ không dấu, chữ số, dấu - hoặc _',
  'must be yes or no': 'phải là yes hoặc no',
  'must be vi or en': 'phải là vi hoặc en',
  'must be trace, debug, info, warn, error or silent': 'phải là trace, debug, info, warn, error hoặc silent',
  'is needed when PUBLIC_URL is set': 'phải có khi đã đặt PUBLIC_URL',
  'must be text in UTF-8': 'phải là tệp văn bản UTF-8',
}

/** One finding for each line that says what is wrong with a variable. */
export function examineWrongConfig(message: string): Finding[] {
  return message.split('\n').map((line) => {
    const name = /^([A-Z_0-9]+):/.exec(line)?.[1]
    const reason = line.slice(line.indexOf(': ') + 2)
    return name === undefined
      ? bad(
          `không đọc được cấu hình: ${line.replace(reason, IN_VIETNAMESE[reason] ?? reason)}. Xem .env.example`,
          `the configuration cannot be read: ${line}. See .env.example`,
        )
      : bad(
          `biến ${name} trong .env chưa đúng: ${IN_VIETNAMESE[reason] ?? reason}. Xem lời giải thích của ${name} trong .env.example`,
          `${line}: see what .env.example says of ${name}`,
        )
  })
}

function isHere(address: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname)
}

function lookAtFile(path: string): Finding[] {
  const { mode } = statSync(path, { throwIfNoEntry: false }) ?? { mode: 0 }
  if (process.platform === 'win32' || (mode & 0o077) === 0) return []
  return [
    doubtful(
      `người khác trên máy đọc được ${path}, trong đó có mã bot: chạy “chmod 600 ${path}”`,
      `others on this machine can read ${path}, which holds the tokens: run “chmod 600 ${path}”`,
    ),
  ]
}
