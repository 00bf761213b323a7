import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Button, Emphasis, Outgoing } from '../../messages/outgoing.ts'

/** A text in Telegram's HTML: what stands out in bold, everything else escaped. */
function toHtml(text: string, emphasis: readonly Emphasis[] = []): string {
  let html = ''
  let at = 0
  for (const { start, length } of emphasis.toSorted((a, b) => a.start - b.start)) {
    // Overlapping stretches become one after the other, since tags must nest.
    const from = Math.max(start, at)
    const to = Math.min(start + length, text.length)
    if (to <= from) continue
    html += `${escape(text.slice(at, from))}<b>${escape(text.slice(from, to))}</b>`
    at = to
  }
  return html + escape(text.slice(at))
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The fields that a text message and the edit of one have in common. */
export function toText({ text, emphasis, buttons }: Outgoing) {
  return {
    text: toHtml(text, emphasis),
    parse_mode: 'HTML' as const,
    // A decision's link in an answer is a source, not something to show a preview of.
    link_preview_options: { is_disabled: true },
    ...(buttons?.length && { reply_markup: toKeyboard(buttons) }),
  }
}

/** The fields that a photo and a document have in common, beside the file itself. */
export function toCaption({ text, emphasis, buttons }: Outgoing) {
  return {
    ...(text && { caption: toHtml(text, emphasis), parse_mode: 'HTML' as const }),
    ...(buttons?.length && { reply_markup: toKeyboard(buttons) }),
  }
}

function toKeyboard(buttons: readonly Button[][]): InlineKeyboardMarkup {
  return {
    inline_keyboard: buttons.map((row) => row.map(({ label, data }) => ({ text: label, callback_data: data }))),
  }
}
