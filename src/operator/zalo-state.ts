import type { Answered, ZaloApi } from '../channels/zalo/api.ts'
import { createApi, DEFAULT_ROOT, isRefusal } from '../channels/zalo/api.ts'
import type { Config } from '../config.ts'
import { bad, doubtful, type Finding, good } from './finding.ts'

/** A connection to Zalo with the operator's configuration, and what its answers were like. */
export interface ZaloConnection {
  api: ZaloApi
  host: string
  answers: Answered[]
}

/** Undefined when Zalo is off. */
export function connectZalo({ ZALO_BOT_TOKEN: token, ZALO_API_ROOT: apiRoot }: Config): ZaloConnection | undefined {
  if (!token) return undefined
  const answers: Answered[] = []
  const api = createApi({ token, apiRoot, onAnswer: (answer) => answers.push(answer) })
  return { api, host: new URL(apiRoot ?? DEFAULT_ROOT).host, answers }
}

/** Whether the token is right, what the bot is called, and whether it can be in groups. */
export async function lookAtBot({ api, host }: ZaloConnection, config: Config): Promise<Finding[]> {
  try {
    const {
      account_name = '(không rõ)',
      account_type = '(không rõ)',
      display_name,
      can_join_groups,
    } = await api.getMe()
    const name = config.ZALO_BOT_NAME ?? display_name
    return [
      good(
        `${host} nhận mã bot: tài khoản ${account_name}, gói ${account_type}`,
        `${host} takes the token: account ${account_name}, plan ${account_type}`,
      ),
      name === undefined
        ? doubtful(
            'Zalo không cho biết tên hiển thị của bot: hãy ghi tên đó vào ZALO_BOT_NAME để bot hiểu “@Tên bot” trong nhóm',
            'Zalo does not tell the visible name of the bot: write it into ZALO_BOT_NAME, so that “@name” is understood in groups',
          )
        : good(`tên hiển thị của bot: ${name}`, `the bot's visible name: ${name}`),
      can_join_groups
        ? good('bot được vào nhóm (can_join_groups)', 'the bot may join groups')
        : doubtful(
            'bot chưa được vào nhóm (can_join_groups): xem mục “Mời Bot vào nhóm” trong Zalo Bot Creator',
            'the bot may not join groups yet: see “Mời Bot vào nhóm” in Zalo Bot Creator',
          ),
    ]
  } catch (error) {
    if (isRefusal(error, 401))
      return [
        bad(
          `${host} không nhận mã bot: lấy mã mới trong Zalo Bot Creator và ghi vào ZALO_BOT_TOKEN`,
          `${host} refuses the token: get a new one in Zalo Bot Creator and write it into ZALO_BOT_TOKEN`,
        ),
      ]
    return [
      bad(
        `không hỏi được ${host}: ${reason(error)}. Kiểm tra mạng, tường lửa, ZALO_API_ROOT`,
        `${host} cannot be asked: ${reason(error)}. Check the network, the firewall, ZALO_API_ROOT`,
      ),
    ]
  }
}

/** Whether updates come the way that the configuration says. */
export async function lookAtWebhook({ api }: ZaloConnection, { PUBLIC_URL: publicUrl }: Config): Promise<Finding[]> {
  try {
    const url = await api.getWebhookInfo()
    const ours = publicUrl && webhookUrl(publicUrl)
    if (ours && url === ours) return [good(`webhook đúng địa chỉ: ${url}`, `the webhook is set right`)]
    if (ours)
      return [
        doubtful(
          `webhook ${url ?? 'chưa đặt'}, khác PUBLIC_URL: chạy bot hoặc “ntm zalo webhook --set” để đặt ${ours}`,
          `the webhook is ${url ?? 'not set'}, not as PUBLIC_URL says: start the bot, or run “ntm zalo webhook --set”`,
        ),
      ]
    if (url === undefined)
      return [
        good(
          'không có webhook: bot hỏi tin mới (polling), chỉ nên dùng khi chạy thử',
          'no webhook: the bot polls, which is for trying it only',
        ),
      ]
    return [
      bad(
        `đang có webhook ${url} nên không hỏi tin mới được: gỡ bằng “ntm zalo webhook --delete”, hoặc đặt PUBLIC_URL`,
        `a webhook is set (${url}), so nothing can be polled: remove it with “ntm zalo webhook --delete”, or set PUBLIC_URL`,
      ),
    ]
  } catch (error) {
    return [bad(`không hỏi được webhook: ${reason(error)}`, `the webhook cannot be asked for: ${reason(error)}`)]
  }
}

/** Sets the webhook and tells what Zalo found when it called it. */
export async function registerWebhook({ api }: ZaloConnection, publicUrl: string, secret: string): Promise<Finding> {
  const url = webhookUrl(publicUrl)
  try {
    const verification = await api.setWebhook(url, secret)
    if (!verification)
      return doubtful(
        `đã đặt webhook ${url}; Zalo không cho biết có gọi được không`,
        `the webhook ${url} is set; Zalo does not tell whether it could call it`,
      )
    const { ok, outcome, status_code = 0, hint } = verification
    if (ok) return good(`đã đặt webhook ${url}; Zalo gọi được (${outcome})`, `set, and Zalo could call it`)
    return bad(
      `đã đặt webhook ${url} nhưng Zalo KHÔNG gọi được: ${outcome}, HTTP ${status_code}. ${hint}`,
      `the webhook ${url} is set, but Zalo could NOT call it: ${outcome}, HTTP ${status_code}. ${hint}`,
    )
  } catch (error) {
    return bad(
      `không đặt được webhook ${url}: ${reason(error)}`,
      `the webhook ${url} could not be set: ${reason(error)}`,
    )
  }
}

function webhookUrl(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/webhooks/zalo`
}

/** What the client says of an error; it carries no token. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
