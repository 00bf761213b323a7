import type { Db } from '../store/schema.ts'
import { writeDialog } from '../store/dialogs.ts'
import type { TopicKey } from '../store/topics.ts'
import type { Draft } from './draft.ts'

/** How long a dialog waits for its next answer. */
export const KEPT_MS = 3 * 24 * 3600_000

/** Keeps a dialog as it stands after a message: it waits for three days from now. */
export async function keepDraft(
  db: Db,
  { channel, chatId, senderId }: TopicKey,
  draft: Draft,
  now: Date,
): Promise<void> {
  await writeDialog(db, {
    channel,
    chat_id: chatId,
    sender_id: senderId,
    form: draft.form,
    version: draft.version,
    step: draft.step,
    data: JSON.stringify(draft),
    state: 'open',
    updated_at: now.toISOString(),
    expires_at: new Date(now.getTime() + KEPT_MS).toISOString(),
    warned_at: null,
  })
}
