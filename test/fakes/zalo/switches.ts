/** Where reports of Zalo's behaviour differ, or where it can go wrong: what this server does. */
export interface Switches {
  /** The HTTP status of a refusal: its own code, or 200. */
  refusalStatus: 'code' | 200
  /** What a poll gets while a webhook is set: a refusal, or nothing as if no message came. */
  pollWithWebhook: 'refused' | 'empty'
  /** Whether messages that come while nobody polls are lost. */
  losesUnpolled: boolean
  /** Whether the last update is handed out again and again, at once. */
  repeatsLast: boolean
  /** Whether an update stands bare in a call of the webhook, or wrapped like an answer. */
  webhookBody: 'flat' | 'wrapped'
  /** The field in which a picture's address comes. */
  photoField: 'photo_url' | 'photo'
  /** Whether a webhook that did not take an update gets it again. */
  redelivers: boolean
  /** Whether `setWebhook` calls the address at once and tells what it found. */
  verifies: boolean
  /** Whether a webhook may be an address of this machine, without TLS. */
  localWebhooks: boolean
  /** How many messages may be sent; one more is refused. */
  monthlyMessages: number
  /** How many calls of testWebhook a day are answered. */
  webhookTests: number
  /** How many times Zalo fetches a picture that is sent; 0 when it is not looked at. */
  photoFetches: number
}

export const USUAL: Switches = {
  refusalStatus: 'code',
  pollWithWebhook: 'refused',
  losesUnpolled: false,
  repeatsLast: false,
  webhookBody: 'flat',
  photoField: 'photo_url',
  redelivers: true,
  verifies: true,
  localWebhooks: true,
  monthlyMessages: Infinity,
  webhookTests: 5,
  photoFetches: 0,
}
