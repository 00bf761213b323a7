import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { z } from 'zod'

/** What a wrong `.env` is refused with: one line for each wrong variable. */
export class ConfigError extends Error {}

const url = z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.vn' })
const token = z.string().regex(/^[\w-]+:[\w-]+$/, 'must be the whole token as it was given, like 123456:ABC-def')
const count = z.coerce.number('must be a number').pipe(z.int('must be a whole number').min(1, 'must be 1 or more'))

const rate = z.coerce.number('must be a number').positive('must be more than 0')

const PORT_RANGE = 'must be from 1 to 65535'

const environment = z
  .object({
    TELEGRAM_BOT_TOKEN: token.optional(),
    TELEGRAM_API_ROOT: url.optional(),
    TELEGRAM_PACE: z
      .string()
      .refine((pace) => pace === 'off' || Number(pace) > 0, 'must be a number more than 0, or off')
      .transform((pace) => (pace === 'off' ? pace : Number(pace)))
      .default(1),
    ZALO_BOT_TOKEN: token.optional(),
    ZALO_API_ROOT: url.optional(),
    ZALO_BOT_NAME: z.string().optional(),
    ZALO_PICTURE_DOMAINS: z
      .string()
      .regex(/^[a-z0-9.-]+(,[a-z0-9.-]+)*$/, 'must be domains such as zdn.vn,zadn.vn')
      .optional(),
    ZALO_MESSAGES_A_SECOND: rate.default(3),
    ZALO_MESSAGES_A_SECOND_TO_CHAT: rate.default(1),
    ZALO_MONTHLY_MESSAGES: count.default(3000),
    ZALO_USERS: count.default(50),
    ZALO_GROUPS: count.default(3),
    PUBLIC_URL: url.optional(),
    PORT: z.coerce
      .number('must be a number')
      .pipe(z.int(PORT_RANGE).min(1, PORT_RANGE).max(65_535, PORT_RANGE))
      .optional(),
    HOST: z.string().optional(),
    WEBHOOK_SECRET: z
      .string()
      .regex(/^[\w-]{8,256}$/, 'must be 8 to 256 letters, digits, - or _')
      .optional(),
    METRICS_TOKEN: z
      .string()
      .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, - or _')
      .optional(),
    DATABASE_URL: z.string().default('data/ntm.db'),
    DATA_DIR: z.string().default('data'),
    BACKUP_DIR: z.string().optional(),
    PUBLIC_QUESTIONS: z.enum(['yes', 'no'], 'must be yes or no').default('yes'),
    RETENTION_DAYS: z.coerce
      .number('must be a number')
      .pipe(z.int('must be a whole number').min(30, 'must be 30 or more'))
      .default(365),
    FLOOD_LIMIT: z.coerce
      .number('must be a number')
      .pipe(z.int('must be a whole number').min(0, 'must be 0 or more'))
      .default(20),
    LOG_TEXTS: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be trace, debug, info, warn, error or silent')
      .default('info'),
    LOCALE: z.enum(['vi', 'en'], 'must be vi or en').default('vi'),
  })
  .superRefine((config, context) => {
    if (config.PUBLIC_URL && !config.WEBHOOK_SECRET)
      context.addIssue({ code: 'custom', path: ['WEBHOOK_SECRET'], message: 'is needed when PUBLIC_URL is set' })
  })

export type Config = z.infer<typeof environment>

const USUAL_PORT = 8080

/** Where the web server listens; undefined where there is none, since nothing asks for one. */
export function portOf({ PUBLIC_URL, PORT, METRICS_TOKEN }: Config): number | undefined {
  return (PUBLIC_URL ?? PORT ?? METRICS_TOKEN) === undefined ? undefined : (PORT ?? USUAL_PORT)
}

/**
 * Reads the configuration; an empty variable counts as not set.
 *
 * @throws {ConfigError} with one line for each wrong variable. A value is never repeated: it may be a secret.
 */
export function readConfig(variables: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(set)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  throw new ConfigError(lines.join('\n'))
}

/**
 * The environment, and behind it `.env` (of the working directory) where there is one: what the environment already says
 * wins. Editors on Windows put a byte order mark in front, which is no part of the first name.
 */
export function loadEnvironment(file = '.env'): NodeJS.ProcessEnv {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return process.env
    throw new ConfigError(`.env: cannot be read (${code})`)
  }
  if (text.includes('\0')) throw new ConfigError('.env: must be text in UTF-8')
  return { ...parseEnv(text.replace(/^\uFEFF/, '')), ...process.env }
}

/** Shorter ones would be found in words that are none. */
const SHORTEST_SECRET = 6

/** All that must not stand in a log or an error. */
export function secretsOf(config: Config): string[] {
  const { TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN, WEBHOOK_SECRET, METRICS_TOKEN, DATABASE_URL } = config
  const password = /^[a-z]+:\/\/[^:@/]*:([^@/]*)@/i.exec(DATABASE_URL)?.[1] ?? ''
  return [TELEGRAM_BOT_TOKEN, ZALO_BOT_TOKEN, WEBHOOK_SECRET, METRICS_TOKEN, password, decoded(password)]
    .filter((secret) => secret !== undefined)
    .filter(({ length }) => length >= SHORTEST_SECRET)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A bare % in it: then it is written as it is.
    return text
  }
}

/** The names of all variables. */
export const VARIABLES = Object.keys(environment.shape)
