import type { Turn } from '../command/command.ts'
import { recordConsent } from '../store/personal-data.ts'

/**
 * The version of the texts on personal data (`first-notice`, `consent-text`): to be raised with every change of what
 * they say, so that it is known what somebody agreed to.
 */
export const PERSONAL_DATA_TEXTS = '2026-11'

const PURPOSE = 'ntm-work'

type Needed = Pick<Turn, 'db' | 'say' | 'now' | 'channel'>

/** Records that a person agreed to the use of their data, was told of it, or took the agreement back. */
export async function recordAnswer(
  { db, say, now, channel }: Needed,
  personId: string,
  answer: 'agreed' | 'told' | 'withdrawn',
): Promise<void> {
  await recordConsent(db, {
    person_id: personId,
    purpose: PURPOSE,
    answer,
    text_version: PERSONAL_DATA_TEXTS,
    text: say('consent-text'),
    at: now.toISOString(),
    channel,
  })
}
