import { Api, GrammyError, HttpError } from 'grammy'
import { redactor } from '../channels/redact.ts'
import { type Config, secretsOf } from '../config.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

/** How many updates may wait on Telegram's side before that is odd. */
const MANY_WAITING = 100

/** How Telegram is doing: the token, and whether updates come the way that the configuration says. */
export async function examineTelegram(config: Config): Promise<Finding[]> {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: apiRoot = 'https://api.telegram.org' } = config
  if (!token) return [good('tắt (chưa có TELEGRAM_BOT_TOKEN)', 'off (no TELEGRAM_BOT_TOKEN)')]
  const { host } = new URL(apiRoot)
  const api = new Api(token, { apiRoot, timeoutSeconds: 15 })
  const redact = redactor(secretsOf(config))
  try {
    const { username } = await api.getMe()
    return [good(`${host} nhận mã bot: @${username}`, `${host} takes the token`), ...(await lookAtWebhook(api, config))]
  } catch (error) {
    if (error instanceof GrammyError && [401, 404].includes(error.error_code))
      return [
        bad(
          `${host} không nhận mã bot: xin mã mới ở @BotFather (/token) và ghi vào TELEGRAM_BOT_TOKEN`,
          `${host} refuses the token: ask @BotFather for a new one (/token) and write it into TELEGRAM_BOT_TOKEN`,
        ),
      ]
    const reason = redact(reasonOf(error))
    return [
      bad(
        `không hỏi được ${host}: ${reason}. Nhà mạng ở Việt Nam có thể chặn Telegram; kiểm tra mạng, tường lửa`,
        `${host} cannot be asked: ${reason}. Carriers in Vietnam may block Telegram; check the network, the firewall`,
      ),
    ]
  }
}

/** The code of a network error says more than its words, which hold the address. */
function reasonOf(error: unknown): string {
  if (error instanceof HttpError && error.error instanceof Error && 'code' in error.error)
    return String(error.error.code)
  return error instanceof Error ? error.message : String(error)
}

async function lookAtWebhook(api: Api, { PUBLIC_URL: publicUrl }: Config): Promise<Finding[]> {
  const {
    url = '',
    pending_update_count: waiting,
    last_error_message,
    last_error_date = 0,
  } = await api.getWebhookInfo()
  const ours = publicUrl === undefined ? '' : `${publicUrl.replace(/\/+$/, '')}/webhooks/telegram`
  const findings: Finding[] = []
  if (url === ours)
    findings.push(
      ours === ''
        ? good('không có webhook: bot hỏi tin mới (polling)', 'no webhook: the bot polls')
        : good(`webhook đúng địa chỉ: ${ours}`, 'the webhook is set right'),
    )
  else
    findings.push(
      doubtful(
        `webhook ${url || 'chưa đặt'}, khác PUBLIC_URL (${ours || 'không đặt'}): khởi động bot thì bot tự đặt lại`,
        `the webhook is ${url || 'not set'}, not as PUBLIC_URL says (${ours || 'none'}): the bot sets it when it starts`,
      ),
    )
  if (last_error_message !== undefined && url !== '') {
    const at = new Date(last_error_date * 1000).toISOString()
    findings.push(
      doubtful(
        `lần cuối Telegram không gọi được webhook: ${at}, ${last_error_message}. Kiểm tra chứng thư https, nginx/Caddy, cổng`,
        `Telegram last failed to call the webhook at ${at}: ${last_error_message}. Check the certificate, nginx or Caddy, the port`,
      ),
    )
  }
  if (waiting > MANY_WAITING)
    findings.push(
      doubtful(
        `${waiting} tin đang chờ phía Telegram: bot có đang chạy không?`,
        `${waiting} updates wait on Telegram's side: is the bot running?`,
      ),
    )
  return findings
}
