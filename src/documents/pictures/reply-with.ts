import type { Reply, Turn } from '../../command/command.ts'
import type { Picture } from '../../command/picture.ts'

/**
 * An answer in words with its picture. The words hold all that is to be known: where the picture cannot be drawn or
 * shown, nothing is missing, and that it is not there is said.
 */
export async function replyWith(turn: Pick<Turn, 'draw' | 'say'>, text: string, picture: Picture): Promise<Reply> {
  const file = await turn.draw(picture)
  return file ? { text, file } : { text: [text, turn.say('picture-failed')].join('\n\n') }
}

/** Choices stand under the last of several messages: a number that is typed means one list only. */
export function offering(replies: readonly Reply[], choices: Reply['choices']): Reply[] {
  return replies.map((reply, index) => (index === replies.length - 1 ? { ...reply, choices } : reply))
}
