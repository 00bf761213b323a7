import { z } from 'zod'

/**
 * The fields of Zalo's updates that this bot reads (bot.zaloplatforms.com/docs). The documentation and what really
 * comes differ in places, so nearly everything may be missing, and what has a wrong type counts as missing.
 */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

/** Ids are opaque strings, though some consist of digits alone. */
const Id = z.union([z.string().min(1), z.int().transform(String)])

const User = z.object({
  id: Id,
  display_name: lenient(z.string()),
  /** What older payloads call the name. */
  name: lenient(z.string()),
  is_bot: z.boolean().catch(false),
})

const Chat = z.object({ id: Id, chat_type: lenient(z.string()) })

export const Message = z.object({
  message_id: Id,
  from: User,
  chat: Chat,
  /** Milliseconds since 1970; in some payloads seconds. */
  date: lenient(z.union([z.number(), z.string().transform(Number)])),
  text: lenient(z.string()),
  /** Where a picture is: `photo` in the documentation, `photo_url` in what comes. */
  photo: lenient(z.string().min(1)),
  photo_url: lenient(z.string().min(1)),
  caption: lenient(z.string()),
})
export type Message = z.infer<typeof Message>

export const Update = z.object({ event_name: z.string(), message: z.unknown().optional() })

const Wrapped = z.object({ ok: z.literal(true), result: z.record(z.string(), z.unknown()) })

/** An update comes bare, or wrapped like the answer to a call. */
export function unwrap(body: unknown): unknown {
  const wrapped = Wrapped.safeParse(body)
  return wrapped.success ? wrapped.data.result : body
}
